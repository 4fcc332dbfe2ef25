import * as z from 'zod'
import { eventStatuses, eventTypes, locationTypes, modifiers, topicStatuses } from './types.ts'

export { coreTypes, eventTypes, layers, locationTypes, modifiers } from './types.ts'

const span = {
  /** Where it begins, in UTF-16 code units of the text as it was given. */
  start: z.int().min(0),
  /** Where it ends, exclusive: `text.slice(start, end)` is it. */
  end: z.int().min(0),
  /** What is there. */
  text: z.string(),
}
const mention = {
  ...span,
  /** How often such a mention is right, 0 to 1: measured on development data, or a model's probability. */
  confidence: z.number().min(0).max(1),
  /** The rule or model that said so: `dates/month-day+nearest`, `shipping/port-call`, `names/model`. */
  source: z.string(),
}
const id = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9]\\d*$`))

/**
 * A stretch of text: offsets in UTF-16 code units, `end` exclusive, and what is there.
 *
 * @example
 * import { SpanSchema } from 'nutgraf/schema'
 *
 * console.log(SpanSchema.safeParse({ start: 0, end: 4, text: 'Rome' }).success) // true
 */
export const SpanSchema = z.strictObject(span)

/**
 * A span with the rule or model that said so, and how often that is right, 0 to 1.
 *
 * @example
 * import { MentionSchema } from 'nutgraf/schema'
 *
 * const found = { start: 0, end: 4, text: 'Rome', confidence: 1.2, source: 'names/model' }
 * console.log(MentionSchema.safeParse(found).error?.issues[0]?.path.join()) // confidence
 */
export const MentionSchema = z.strictObject(mention)

/**
 * Who or what is named, with all its mentions: {@link index.Entity}. Any type goes, since rule sets add their own.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { EntitySchema } from 'nutgraf/schema'
 *
 * const [lavrov] = extract('Sergey Lavrov left.').entities
 * console.log(EntitySchema.safeParse({ ...lavrov, mentions: [] }).success) // false
 */
export const EntitySchema = z.strictObject({
  /** `e1`, `e2`, … in order of first mention; unique in a story. */
  id: id('e'),
  /** One of the core types, or a type that a rule set added. */
  type: z.string().min(1),
  /** The fullest form, without title and possessive: `Sergey Lavrov`. */
  name: z.string(),
  /** The other forms that were seen: `Lavrov`. */
  aliases: z.array(z.string()),
  /** Of persons: `Russian Foreign Minister`. */
  titles: z.array(z.string()),
  /** Of money (the unit is an ISO 4217 code: `USD`), percent (`%`) and quantities (a UCUM code where there is one: `km`). */
  value: z.strictObject({ amount: z.number(), unit: z.string() }).optional(),
  /** The item of Wikidata, where a rule set knows it: `Q58217`. */
  wikidata: z.string().optional(),
  /** Every place where it is named, in order; one at least. */
  mentions: z.array(MentionSchema).min(1),
  /** How central it is to the story, 0 to 1; the highest of all that the text names is 1. */
  salience: z.number().min(0).max(1),
})

/**
 * A temporal expression with its TIMEX3 value and its days: {@link index.DateExpression}.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { DateExpressionSchema } from 'nutgraf/schema'
 *
 * const [date] = extract('They met in May 2023.').dates
 * console.log(DateExpressionSchema.parse(date).value) // 2023-05
 */
export const DateExpressionSchema = z.strictObject({
  ...mention,
  /** `d1`, `d2`, … in order; unique in a story. */
  id: id('d'),
  /** The type of TIMEX3 (ISO-TimeML), in small letters. */
  type: z.enum(['date', 'time', 'duration', 'set']),
  /** The value of TIMEX3: `2023-09-07`, `2023-Q3`, `P2D`, `XXXX-WXX-1`, `FUTURE_REF`. */
  value: z.string(),
  /** What TIMEX3 calls `mod`, in small letters: "early 2023" is `start`, "about two days" `approx`. */
  modifier: z.enum(modifiers).nullable(),
  /** The same in EDTF (ISO 8601-2), null where EDTF can't say it. */
  edtf: z.string().nullable(),
  /** The first calendar day, or instant of a time (ISO 8601); null where the value has none or depends on a day not given. */
  from: z.string().nullable(),
  /** The last one, inclusive. */
  to: z.string().nullable(),
})

/**
 * A place with its country and point: {@link index.Location}.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { LocationSchema } from 'nutgraf/schema'
 *
 * const [dhaka] = extract('Talks were held in Dhaka.').locations
 * console.log(LocationSchema.safeParse({ ...dhaka, country: 'Bangladesh' }).error?.issues[0]?.path.join()) // country
 */
export const LocationSchema = z.strictObject({
  /** `l1`, `l2`, … in order of first mention; unique in a story. */
  id: id('l'),
  /** As the gazetteer writes it: `United States`. */
  name: z.string(),
  /** From `continent` to `district`; waters, landforms, and `place` for what is none of these. */
  type: z.enum(locationTypes),
  /** ISO 3166-1 alpha-2: `BD`; null where it lies in several or none. */
  country: z.string().length(2).nullable(),
  /** ISO 3166-2 (`US-TX`), or the name of the first-level division. */
  admin: z.string().nullable(),
  /** A point in degrees, WGS 84; null where the name was recognised and no place found for it. */
  coordinates: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
  /** What the point is of: the place itself, or what it lies in, where it has none of its own: "Press Street in New Orleans". */
  precision: z.enum(['exact', 'city', 'state', 'country']).nullable(),
  /** The id of the location that the text says it lies in: New Orleans of "Press Street in New Orleans". */
  within: id('l').nullable(),
  /** The id of GeoNames: `1185241`. */
  geonames: z.int().nullable(),
  /** The item of Wikidata, where a rule set knows it. */
  wikidata: z.string().optional(),
  /** Every place where it is named, in order; one at least. */
  mentions: z
    .array(
      z.strictObject({
        ...mention,
        /** `associative` is not the place itself but who acts for it ("Moscow views …") or comes from it ("Russian ships"). */
        sense: z.enum(['literal', 'associative']),
        /**
         * A demonym ("Russian") is a mention of its country, and at the same place of a `group` entity; what lies `inside` of
         * the name of a body, a building, an event or a law ("Maryland State Police") is a part of that name as well.
         */
        form: z.enum(['name', 'demonym', 'inside']),
      }),
    )
    .min(1),
})

/**
 * Who, when, where and about what, by ids of the story's other lists: {@link index.Event}.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { EventSchema } from 'nutgraf/schema'
 *
 * const [visit] = extract('Sergey Lavrov will visit Dhaka.').events
 * console.log(EventSchema.parse(visit).status) // planned
 */
export const EventSchema = z.strictObject({
  /** `v1`, `v2`, … in order of first mention; unique in a story. */
  id: id('v'),
  type: z.enum(eventTypes),
  /** Seen from the story: `planned` is ahead, `held` is over. */
  status: z.enum(eventStatuses),
  /** What a calendar would print: `visit to Dhaka`, `G20 summit`. */
  name: z.string(),
  /** Ids of entities and locations that take part. */
  participants: z.array(z.string()),
  /** Ids of the places where it is held. */
  locations: z.array(id('l')),
  /** Ids of the dates when it is held. */
  dates: z.array(id('d')),
  /** Ids of the topics on its agenda. */
  topics: z.array(id('t')),
  /** The words that speak of it, in order; one at least. */
  mentions: z.array(MentionSchema).min(1),
})

/**
 * What is on the agenda, with the sentence that says so: {@link index.Topic}.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { TopicSchema } from 'nutgraf/schema'
 *
 * const [topic] = extract('The two sides discussed wheat exports.').topics
 * console.log(TopicSchema.parse(topic).label) // wheat exports
 */
export const TopicSchema = z.strictObject({
  /** `t1`, `t2`, … in order of first mention; unique in a story. */
  id: id('t'),
  /** What an agenda would print: `Rooppur nuclear power plant`. */
  label: z.string(),
  /** The Media Topic of IPTC that it falls under: `{ code: 'medtop:20000…', name: 'natural gas' }`. */
  category: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  status: z.enum(topicStatuses),
  /** The id of the event that it belongs to. */
  event: id('v').nullable(),
  /** Ids of the entities and locations that are named inside it. */
  entities: z.array(z.string()),
  /** Every place that states it, in order; one at least. */
  mentions: z.array(MentionSchema).min(1),
  /** The sentence that says so. */
  evidence: SpanSchema,
})

/**
 * A limit that was reached, and where: {@link index.Warning}.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { WarningSchema } from 'nutgraf/schema'
 *
 * const [warning] = extract('x'.repeat(1000)).warnings
 * console.log(WarningSchema.parse(warning).code) // long-token
 */
export const WarningSchema = z.strictObject({
  /**
   * More than 200 characters without a space, passed over; a sentence of more than 400 words or 4,000 characters, cut; a
   * paragraph, or several, in another language than English: what is found there is not to be trusted.
   */
  code: z.enum(['long-token', 'long-sentence', 'not-english']),
  message: z.string(),
  /** Where the stretch begins, in UTF-16 code units. */
  start: z.int().min(0),
  /** Where it ends, exclusive. */
  end: z.int().min(0),
})

/**
 * A whole story: {@link index.Story}.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { StorySchema } from 'nutgraf/schema'
 *
 * const line = JSON.stringify(extract('Sergey Lavrov will visit Dhaka.'))
 * console.log(StorySchema.parse(JSON.parse(line)).events.length) // 1
 */
export const StorySchema = z.strictObject({
  /** The date of publication as it was given, ISO 8601; without one, relative dates have no days. */
  published: z.string().nullable(),
  /**
   * What the story was read with, a name and a version each, with spaces between: `nutgraf/0.1.0 weights/1b2c3d4e
   * rules/5f6a7b8c`. `weights` is a hash of the models and lists that are built in; `rules` one of the built-in rule sets, of
   * those that were given and of the rules left out; `places` one of the places that were given besides.
   */
  version: z.string().min(1),
  /** Every limit that was reached; what is not listed was read, as English. */
  warnings: z.array(WarningSchema),
  /** Who and what, clustered by alias. */
  entities: z.array(EntitySchema),
  /** When: every expression. */
  dates: z.array(DateExpressionSchema),
  /** Where. */
  locations: z.array(LocationSchema),
  /** The visits, meetings, calls, summits … that tie who, when, where and what together. */
  events: z.array(EventSchema),
  /** What is, was or will be on the agenda. */
  topics: z.array(TopicSchema),
  /** The sentences of the text, in order, where they were asked for (`sentences: true`). */
  sentences: z.array(SpanSchema).optional(),
})
