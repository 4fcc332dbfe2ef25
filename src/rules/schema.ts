import * as z from 'zod'
import { eventTypes, locationTypes } from '../schema.ts'

const names = z.record(z.string().min(1), z.array(z.string().min(1)))

export const RuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab-case, as port-call'),
  /** A pattern in compromise's match language; a named group says what is taken. */
  match: z.string().min(1),
  status: z.enum(['planned', 'ongoing', 'held', 'cancelled', 'discussed', 'agreed', 'refused']).optional(),
  yes: z.array(z.string()).optional(),
  no: z.array(z.string()).optional(),
})

export const RuleSetSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab-case, as shipping'),
  names: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a lower-case type, as vessel'), names).optional(),
  places: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        aliases: z.array(z.string().min(1)).optional(),
        type: z.enum(locationTypes),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'expected ISO 3166-1 alpha-2, as BD')
          .optional(),
        coordinates: z
          .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
          .optional(),
        geonames: z.int().positive().optional(),
        wikidata: z.string().optional(),
      }),
    )
    .optional(),
  dates: z
    .record(z.string().min(1), z.string().regex(/^[\dX]{4}-[\dX]{2}-[\dX]{2}$/, 'expected YYYY-MM-DD, as XXXX-05-09'))
    .optional(),
  categories: z
    .array(z.strictObject({ code: z.string(), name: z.string(), words: z.array(z.string().min(1)).min(1) }))
    .optional(),
  ignore: z.array(z.string().min(1)).optional(),
  rules: z.array(RuleSchema).optional(),
})

/** The groups of a rule that are roles of its event; every other group is an entity type, an event type or a topic. */
export const roles = ['who', 'where', 'when'] as const

export const isEventType = (group: string): group is (typeof eventTypes)[number] =>
  (eventTypes as readonly string[]).includes(group)
