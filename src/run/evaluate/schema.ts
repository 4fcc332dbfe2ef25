import * as z from 'zod'
import { eventTypes } from '../../base/types.ts'

const span = { start: z.int().min(0), end: z.int().min(1) }
/** What costs nothing when missed or found. */
const optional = z.boolean().optional()
const degrees = (most: number) => z.number().min(-most).max(most).nullish()
const spans = z.array(z.object(span))

/** What a document says, or is said to say, layer by layer; a layer that nobody annotated is absent. */
const annotated = {
  id: z.union([z.string().min(1), z.number()]),
  entities: z.array(z.object({ ...span, optional, type: z.string() })).optional(),
  dates: z.array(z.object({ ...span, optional, type: z.string(), value: z.string() })).optional(),
  locations: z.array(z.object({ ...span, optional, lat: degrees(90), lon: degrees(180) })).optional(),
  topics: z
    .array(z.object({ ...span, optional, mentions: spans, status: z.string(), event: z.string().nullish() }).partial())
    .optional(),
  events: z
    .array(
      z
        .object({ ...span, optional, mentions: spans, id: z.string(), status: z.string() })
        .partial()
        .extend({
          type: z.enum(eventTypes),
          /** A mention of who takes part, or all of them; `s` is the name, where it may stand anywhere. */
          participants: z.array(z.object({ ...span, mentions: spans, s: z.string() }).partial()).optional(),
        }),
    )
    .optional(),
}

export const PredictionSchema = z.object(annotated)
export const GoldSchema = z.object({ ...annotated, text: z.string(), published: z.string().nullish() })

export type Prediction = z.infer<typeof PredictionSchema>
export type Gold = z.infer<typeof GoldSchema>
