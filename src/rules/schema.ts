import * as z from 'zod'
import { eventTypes, locationTypes } from '../schema.ts'

const notBlank = z.string().regex(/\S/, 'expected a name, not an empty one')
const names = z.record(notBlank, z.array(notBlank))

export const RuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab-case, as port-call'),
  /** A pattern in compromise's match language; a named group says what is taken. */
  match: z.string().regex(/\S/, 'expected a pattern, not an empty one'),
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
        name: notBlank,
        aliases: z.array(notBlank).optional(),
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
    .record(notBlank, z.string().regex(/^[\dX]{4}-[\dX]{2}-[\dX]{2}$/, 'expected YYYY-MM-DD, as XXXX-05-09'))
    .optional(),
  categories: z
    .array(z.strictObject({ code: z.string(), name: z.string(), words: z.array(z.string().min(1)).min(1) }))
    .optional(),
  ignore: z.array(notBlank).optional(),
  rules: z.array(RuleSchema).optional(),
})

/** The groups of a rule that are roles of its event; every other group is an entity type, an event type or a topic. */
export const roles = ['who', 'where', 'when'] as const

export const eventGroups: readonly string[] = eventTypes

/** Whether a group takes an entity: it is neither an event, nor a topic, nor a role. */
export const isEntityGroup = (group: string): boolean =>
  !isEventType(group) && group !== 'topic' && !(roles as readonly string[]).includes(group)

export const isEventType = (group: string): group is (typeof eventTypes)[number] =>
  (eventTypes as readonly string[]).includes(group)
