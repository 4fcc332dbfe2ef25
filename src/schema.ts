import * as z from 'zod'
import { eventTypes, locationTypes, modifiers } from './types.ts'

export { coreTypes, eventTypes, locationTypes, modifiers } from './types.ts'

const span = { start: z.int().min(0), end: z.int().min(0), text: z.string() }
const id = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9]\\d*$`))

/** A stretch of text: offsets in UTF-16 code units, `end` exclusive, and what stands there. */
export const SpanSchema = z.strictObject(span)
/** A span with the rule or model that said so, and how often that is right, 0 to 1. */
export const MentionSchema = z.strictObject({ ...span, confidence: z.number().min(0).max(1), source: z.string() })

/** Who or what is named, with all its mentions: {@link index.Entity}. */
export const EntitySchema = z.strictObject({
  id: id('e'),
  /** One of the core types, or a type that a rule set added. */
  type: z.string().min(1),
  name: z.string(),
  aliases: z.array(z.string()),
  titles: z.array(z.string()),
  value: z.strictObject({ amount: z.number(), unit: z.string() }).optional(),
  wikidata: z.string().optional(),
  mentions: z.array(MentionSchema).min(1),
  salience: z.number().min(0).max(1),
})

/** A temporal expression with its TIMEX3 value and its days: {@link index.DateExpression}. */
export const DateExpressionSchema = z.strictObject({
  ...MentionSchema.shape,
  id: id('d'),
  type: z.enum(['date', 'time', 'duration', 'set']),
  value: z.string(),
  modifier: z.enum(modifiers).nullable(),
  edtf: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

/** A place with its country and point: {@link index.Location}. */
export const LocationSchema = z.strictObject({
  id: id('l'),
  name: z.string(),
  type: z.enum(locationTypes),
  country: z.string().length(2).nullable(),
  admin: z.string().nullable(),
  coordinates: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
  geonames: z.int().nullable(),
  wikidata: z.string().optional(),
  mentions: z
    .array(
      z.strictObject({
        ...MentionSchema.shape,
        sense: z.enum(['literal', 'associative']),
        form: z.enum(['name', 'demonym']),
      }),
    )
    .min(1),
})

/** Who, when, where and about what, by ids of the story's other lists: {@link index.Event}. */
export const EventSchema = z.strictObject({
  id: id('v'),
  type: z.enum(eventTypes),
  status: z.enum(['planned', 'ongoing', 'held', 'cancelled']),
  name: z.string(),
  participants: z.array(z.string()),
  locations: z.array(id('l')),
  dates: z.array(id('d')),
  topics: z.array(id('t')),
  mentions: z.array(MentionSchema).min(1),
})

/** What is on the agenda, with the sentence that says so: {@link index.Topic}. */
export const TopicSchema = z.strictObject({
  id: id('t'),
  label: z.string(),
  category: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  status: z.enum(['planned', 'discussed', 'agreed', 'refused']),
  event: id('v').nullable(),
  entities: z.array(z.string()),
  mentions: z.array(MentionSchema).min(1),
  evidence: SpanSchema,
})

/** A limit that was reached, and where: {@link index.Warning}. */
export const WarningSchema = z.strictObject({
  code: z.enum(['long-token', 'long-sentence']),
  message: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
})

/**
 * A whole story: {@link index.Story}.
 *
 * @example
 * StorySchema.parse(JSON.parse(line).story)
 */
export const StorySchema = z.strictObject({
  published: z.string().nullable(),
  warnings: z.array(WarningSchema),
  entities: z.array(EntitySchema),
  dates: z.array(DateExpressionSchema),
  locations: z.array(LocationSchema),
  events: z.array(EventSchema),
  topics: z.array(TopicSchema),
})
