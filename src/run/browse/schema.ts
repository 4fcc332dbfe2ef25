import * as z from 'zod'
import { StorySchema } from '../../base/schema.ts'
import { eventStatuses, eventTypes, topicStatuses } from '../../base/types.ts'
import { type EventQuestion, eventOrders } from '../archive/questions.ts'
import { bodySchemas as served } from '../serve/schema.ts'

const id = z.int().min(1).meta({ description: 'Its id in the archive.' })
const count = z.int().min(0)
const day = z.string().nullable()
const text = z.string().nullable()

/** How a story is told of. */
const named = {
  sourceId: text,
  published: day,
  title: text,
  headline: z.string().meta({ description: 'Its title, or where it has none the first words of its text.' }),
  url: text,
  publisher: text,
}

const QuotationSchema = z.strictObject({
  story: id,
  ...named,
  start: count,
  end: count,
  text: z.string().meta({ description: 'The sentence.' }),
})

const EntityRefSchema = z.strictObject({ id, type: z.string(), name: z.string() })
const PlaceSchema = z.strictObject({
  id,
  name: z.string(),
  type: z.string(),
  country: text,
  lat: z.number().nullable(),
  lon: z.number().nullable(),
})

const TopicSchema = z.strictObject({
  id,
  label: z.string(),
  category: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  status: z.enum(topicStatuses),
  stories: count,
})

const EventSchema = z.strictObject({
  id,
  type: z.enum(eventTypes),
  status: z.enum(eventStatuses),
  name: z.string(),
  from: day,
  to: day,
  participants: z.array(EntityRefSchema),
  parties: z.array(PlaceSchema),
  places: z.array(PlaceSchema),
  topics: z.array(TopicSchema),
  stories: count,
  firstTold: day,
  lastTold: day,
  sources: z.array(QuotationSchema),
})

const EntitySchema = z.strictObject({
  ...EntityRefSchema.shape,
  names: z.array(z.strictObject({ name: z.string(), stories: count })),
  titles: z.array(z.strictObject({ title: z.string(), stories: count })),
  wikidata: text,
  stories: count,
  firstDay: day,
  lastDay: day,
})

const StoryRefSchema = z.strictObject({
  id,
  ...named,
  copies: z.array(id),
})

const HitSchema = z.strictObject({ ...StoryRefSchema.shape, snippet: z.string() })

const stretchOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    before: text.meta({ description: 'The address of those before, null where these are the first.' }),
    next: text.meta({ description: 'The address of those behind, null where these are the last.' }),
  })
const spots = z.array(z.strictObject({ place: PlaceSchema, events: count }))
const CountsSchema = z.strictObject({ stories: count, entities: count, places: count, events: count, topics: count })

/** The shapes of bodies by the names that they have in the description of the server. */
export const archiveSchemas = {
  Event: EventSchema,
  Entity: EntitySchema,
  Place: PlaceSchema,
  Story: StorySchema,
  Quotation: QuotationSchema,
  Home: z.strictObject({
    counts: CountsSchema,
    since: day.meta({ description: 'The day from which events are ahead.' }),
    ahead: z.array(EventSchema),
    newest: z.array(EventSchema),
    stories: z.array(StoryRefSchema),
  }),
  Found: z.strictObject({
    words: z.string(),
    entities: z.array(EntitySchema),
    company: z
      .record(z.string(), z.array(EntityRefSchema))
      .meta({ description: 'Who is named most with each of those that have one name, by their ids.' }),
    places: z.array(PlaceSchema),
    events: z.array(EventSchema),
    stories: stretchOf(HitSchema),
  }),
  Events: stretchOf(EventSchema),
  EntityPage: z.strictObject({
    entity: EntitySchema,
    events: stretchOf(EventSchema),
    company: z.array(z.strictObject({ entity: EntityRefSchema, stories: count, events: count })),
    places: spots,
    bars: z.array(z.strictObject({ period: z.string(), count })),
    mentions: z.array(QuotationSchema),
  }),
  PlacePage: z.strictObject({ place: PlaceSchema, events: stretchOf(EventSchema) }),
  DayPage: z.strictObject({
    day: z.string(),
    before: day,
    after: day,
    events: z.array(EventSchema),
    told: z.array(EventSchema),
    stories: z.array(StoryRefSchema),
  }),
  StoryPage: z.strictObject({
    ...StoryRefSchema.shape,
    text: z.string(),
    story: StorySchema,
    ids: z.record(z.string(), id),
    events: z.array(EventSchema),
  }),
  Health: z.strictObject({ status: z.enum(['ok', 'stopping']), version: z.string() }),
  Problem: served.Problem,
  Description: served.Description,
  Metrics: served.Metrics,
  Page: z.string().meta({ description: 'A page for people.' }),
  StyleSheet: z.string(),
  Script: z.string(),
  Image: z.string(),
  Calendar: z.string().meta({ description: 'iCalendar, RFC 5545.' }),
  Features: z.looseObject({ type: z.literal('FeatureCollection') }).meta({ description: 'GeoJSON, RFC 7946.' }),
} as const

const days = 'a day, a month or a year: 2023-09-07, 2023-09, 2023'
const several = (names: readonly [string, ...string[]], description: string) =>
  z.array(z.enum(names)).meta({ description: `${description}; any of several.` })

/** What may be asked of events, as an address has it. */
const questionSchemas = {
  who: z.array(z.string()).meta({ description: 'Who takes part: a name or an id; of several all.' }),
  where: z.string().meta({ description: 'Where: a name, the code of a country, or an id.' }),
  topic: z.string().meta({ description: 'Words of a topic, or the name or code of its category.' }),
  from: z.string().meta({ description: `The first day, ${days}.` }),
  to: z.string().meta({ description: `The last day, ${days}.` }),
  toldFrom: z.string().meta({ description: `The first day of publication, ${days}.` }),
  toldTo: z.string().meta({ description: `The last day of publication, ${days}.` }),
  type: several(eventTypes, 'Kinds of events'),
  status: several(eventStatuses, 'What is known of them'),
  order: z.enum(eventOrders).meta({ description: 'By their days, or those that were told last.' }),
  limit: z.int().min(1).max(1000).meta({ description: 'At most so many.' }),
  offset: z.int().min(0).meta({ description: 'So many are left out.' }),
  sources: z.int().min(0).meta({ description: 'Sentences given with each, at most.' }),
} satisfies Record<keyof EventQuestion, z.ZodType>

/** What may be asked of a search. */
export const searchSchemas = {
  q: z.string().meta({ description: 'Words, or a name.' }),
  offset: questionSchemas.offset,
}

type QuestionKey = keyof typeof questionSchemas

/** The schemas of some parts of a question. */
export const schemasOf = (keys: readonly QuestionKey[]): Record<string, z.ZodType> =>
  Object.fromEntries(keys.map((key) => [key, questionSchemas[key]]))

/** How events of one page may be chosen. */
export const choiceKeys = ['from', 'to', 'type', 'status', 'order', 'limit', 'offset'] as const
/** How any may be. */
export const eventKeys = ['who', 'where', 'topic', 'toldFrom', 'toldTo', ...choiceKeys] as const
