import { zod } from '#engine'
import { isMaskedDay } from '../base/calendar.ts'
import { locationTypes } from '../base/types.ts'

/** The shape of a rule set. zod is loaded when there is one to check, and not before. */
export function ruleSetSchema() {
  made ??= makeSchema()
  return made
}

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Whether a set may be called so. */
export const isName = (text: string): boolean => kebabCase.test(text)

const day = /^(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)$/
const noSuchDay = 'expected a day that is on a calendar, as XXXX-05-09'

let made: ReturnType<typeof makeSchema> | undefined

function makeSchema() {
  const z = zod()
  const notBlank = z.string().regex(/\S/, 'expected a name, not an empty one')
  const forms = z.array(notBlank, 'expected a list of other forms, as ["MV Sparta"] or []')
  const names = z.record(notBlank, forms, 'expected names with their other forms, as { "Sparta": ["MV Sparta"] }')

  const linkName = z.union(
    [
      notBlank,
      z.strictObject({
        name: notBlank,
        type: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/)
          .optional(),
      }),
    ],
    'expected a name, as "Bill Clinton" or { "name": "Amazon", "type": "organization" }',
  )
  const links = z
    .array(z.array(linkName).min(2, 'expected two names or more, as ["Bill Clinton", "William Jefferson Clinton"]'))
    .optional()

  const RuleSchema = z.strictObject({
    id: z.string().regex(kebabCase, 'expected kebab-case, as port-call'),
    /** A pattern in compromise's match language; a named group says what is taken. */
    match: z.string().regex(/\S/, 'expected a pattern, not an empty one'),
    status: z.enum(['planned', 'ongoing', 'held', 'cancelled', 'discussed', 'agreed', 'refused']).optional(),
    yes: z.array(z.string()).optional(),
    no: z.array(z.string()).optional(),
  })

  return z.strictObject({
    name: z.string().regex(kebabCase, 'expected kebab-case, as shipping'),
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
            .strictObject(
              { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) },
              'expected a point, as { "lat": 24.07, "lon": 89.05 }',
            )
            .optional(),
          geonames: z.int().positive().optional(),
          wikidata: z.string().optional(),
        }),
      )
      .optional(),
    dates: z
      .record(notBlank, z.string().regex(day, 'expected YYYY-MM-DD, as XXXX-05-09').refine(isMaskedDay, noSuchDay))
      .optional(),
    categories: z
      .array(z.strictObject({ code: z.string(), name: z.string(), words: z.array(z.string().min(1)).min(1) }))
      .optional(),
    ignore: z.array(notBlank).optional(),
    /** Names that are those of one, or of two: an archive links stories by them. */
    links: z.strictObject({ same: links, apart: links }).optional(),
    rules: z.array(RuleSchema).optional(),
  })
}
