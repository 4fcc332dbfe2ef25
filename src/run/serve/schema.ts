import * as z from 'zod'
import type { optionKeys } from '../../api/options.ts'
import { layers, StorySchema } from '../../base/schema.ts'

const text = z.string().meta({ description: 'Raw English text.', examples: ['Talks begin in Dhaka on Friday.'] })
const id = z.union([z.string(), z.number()])

/** What is known of a text besides its words, as a request has it. */
export const optionSchemas = {
  published: z.string().meta({
    description: 'The day of publication, ISO 8601; relative dates are resolved against it.',
    examples: ['2023-08-30'],
  }),
  timeZone: z.string().meta({
    description: 'IANA zone in which an instant of publication falls on its day.',
    examples: ['Europe/Berlin'],
  }),
  dayFirst: z.boolean().meta({ description: '07/09/2023 is the 7th of September.' }),
  home: z
    .union([
      z.string(),
      z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).meta({
        description: 'A point in degrees.',
      }),
    ])
    .meta({ description: 'Where the outlet is at home.', examples: ['GB', 'US-OH', 'Dublin, Ireland'] }),
  sentences: z.boolean().meta({ description: 'Gives the sentences of the story: where each begins and ends.' }),
  minConfidence: z.number().min(0).max(1).meta({ description: 'Mentions that are less sure are left out.' }),
  layers: z.array(z.enum(layers)).meta({ description: 'The lists that are wanted; the others are empty.' }),
} satisfies Record<(typeof optionKeys)[number], z.ZodType>

/** The same in the query of an address, where all is text. */
export const querySchemas = {
  ...optionSchemas,
  home: z.string().meta({
    description: 'Where the outlet is at home: a place, or a point as 53.35,-6.26.',
    examples: ['US-OH'],
  }),
  layers: z.string().meta({
    description: 'The lists that are wanted, with commas between; the others are empty.',
    examples: ['entities,locations'],
  }),
} satisfies Record<(typeof optionKeys)[number], z.ZodType>

const options = z.strictObject(optionSchemas).partial().shape

/** A text with its options, as the body of a request. */
const StoryRequestSchema = z.strictObject({ text, id: id.optional(), ...options })

/** The same as a line of a stream, where other keys are left out. */
const StoryLineSchema = z.looseObject({ text, id: id.optional(), ...options })

/** What a page is about. */
export const ArticleSchema = z.strictObject({
  title: z.string().nullable().meta({ description: 'Its headline.' }),
  byline: z.string().nullable().meta({ description: 'Who wrote it, as the page says.' }),
  site: z.string().nullable().meta({ description: 'The name of the site, as the page says.' }),
  language: z.string().nullable().meta({ description: 'BCP 47, as the page says.' }),
  published: z.string().nullable().meta({ description: 'ISO 8601.' }),
  text: z.string().meta({ description: 'Title and paragraphs; offsets of the story are into this text.' }),
})

/** The article of a page and its story. */
const PageStorySchema = z.strictObject({ article: ArticleSchema, story: StorySchema })

/** What came of a line: its story, or what was wrong with it. */
const OutcomeSchema = z.union([
  z.strictObject({ id: id.nullable(), story: StorySchema }),
  z.strictObject({ id: id.nullable(), error: z.strictObject({ code: z.string(), message: z.string() }) }),
])

/** How a server is. */
const HealthSchema = z.strictObject({
  status: z.enum(['ok', 'stopping']),
  version: z.string().meta({ description: 'Of nutgraf.' }),
  workers: z.int().min(0).meta({ description: 'Workers that have started.' }),
  busy: z.int().min(0).meta({ description: 'Workers that read.' }),
  waiting: z.int().min(0).meta({ description: 'Stories that wait for a worker.' }),
  reading: z.int().min(0).meta({ description: 'Stories that a worker has.' }),
  done: z.int().min(0).meta({ description: 'Stories read since the start.' }),
  failed: z.int().min(0).meta({ description: 'Stories that gave an error.' }),
  dropped: z.int().min(0).meta({ description: 'Stories whose clients left.' }),
  restarted: z.int().min(0).meta({ description: 'Workers that ended, and have another in their place.' }),
})

/** What is wrong with a request: RFC 9457. */
const ProblemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'What was expected, what came, what to do.' }),
  code: z.string().meta({ description: 'For programs, as "invalid-published".' }),
  path: z.string().optional().meta({ description: 'Where in the request the fault lies.' }),
})

/** The shapes of bodies by the names that they have in the description of the server. */
export const bodySchemas = {
  Text: text,
  Page: z.string().meta({ description: 'A page of the web, with its article.' }),
  StoryRequest: StoryRequestSchema,
  StoryLine: StoryLineSchema,
  Story: StorySchema,
  Article: ArticleSchema,
  PageStory: PageStorySchema,
  Outcome: OutcomeSchema,
  Health: HealthSchema,
  Problem: ProblemSchema,
  Description: z.looseObject({ openapi: z.string() }).meta({ description: 'OpenAPI 3.1.' }),
  Metrics: z.string().meta({ description: "Prometheus' text format." }),
} as const
