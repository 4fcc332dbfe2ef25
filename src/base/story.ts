import type * as z from 'zod'
import type {
  DateExpressionSchema,
  EntitySchema,
  EventSchema,
  LocationSchema,
  MentionSchema,
  StorySchema,
  TopicSchema,
  WarningSchema,
} from './schema.ts'
import type { coreTypes } from './types.ts'

/**
 * The entity types that nutgraf knows without rule sets; a rule set adds others to the type of its stories.
 *
 * @example
 * import type { CoreType } from 'nutgraf'
 *
 * const shown: readonly CoreType[] = ['person', 'organization']
 * console.log(shown.join()) // person,organization
 */
export type CoreType = (typeof coreTypes)[number]

/**
 * A stretch of text that a rule or a model marked, with who said so and how often it is right.
 *
 * @example
 * import { extract, type Mention } from 'nutgraf'
 *
 * const isSure = ({ confidence }: Mention) => confidence > 0.9
 * const [dhaka] = extract('Talks were held in Dhaka.').locations
 * console.log(dhaka?.mentions.filter(isSure).map(({ start, end }) => `${start}-${end}`).join()) // 19-24
 */
export interface Mention extends z.infer<typeof MentionSchema> {}

/**
 * Somebody or something named in the story, or an amount of money, with all mentions. Forms of one name are one entity.
 *
 * @example
 * import { type Entity, extract } from 'nutgraf'
 *
 * const shown = ({ name, aliases, titles }: Entity) => `${name} (${[...titles, ...aliases].join(', ')})`
 * const { entities } = extract('Foreign Minister Sergey Lavrov left Dhaka. Lavrov was pleased.')
 * console.log(entities.map(shown).join()) // Sergey Lavrov (Foreign Minister, Lavrov)
 */
export interface Entity<Type extends string = CoreType> extends Omit<z.infer<typeof EntitySchema>, 'type'> {
  /** A core type, or one that a rule set added. */
  type: Type
}

/**
 * A temporal expression with its TIMEX3 value and the calendar days it stands for.
 *
 * @example
 * import { type DateExpression, extract } from 'nutgraf'
 *
 * const days = ({ text, value, from, to }: DateExpression) => `${text}: ${value}, ${from} to ${to}`
 * const { dates } = extract('It was sold in the third quarter.', { published: '2023-11-02' })
 * console.log(dates.map(days).join()) // the third quarter: 2023-Q3, 2023-07-01 to 2023-09-30
 * @see Pustejovsky et al., ISO-TimeML (2010)
 */
export interface DateExpression extends z.infer<typeof DateExpressionSchema> {}

/**
 * A place with its country, its point and all its mentions. One name is one place throughout a story.
 *
 * @example
 * import { extract, type Location } from 'nutgraf'
 *
 * const point = ({ name, coordinates }: Location) => `${name} ${coordinates?.lat} ${coordinates?.lon}`
 * console.log(extract('Talks were held in Dhaka.').locations.map(point).join()) // Dhaka 23.71 90.41
 */
export interface Location extends z.infer<typeof LocationSchema> {}

/**
 * A visit, meeting, call, summit, signing, vote or statement: who, when, where and about what, by ids of the other lists.
 *
 * @example
 * import { type Event, extract } from 'nutgraf'
 *
 * const story = extract('Sergey Lavrov will visit Dhaka on September 7.', { published: '2023-08-30' })
 * const days = ({ dates }: Event) => story.dates.filter(({ id }) => dates.includes(id)).map(({ value }) => value)
 * console.log(story.events.map((event) => `${event.name} ${event.status} ${days(event)}`).join()) // visit to Dhaka planned 2023-09-07
 */
export interface Event extends z.infer<typeof EventSchema> {}

/**
 * A subject that is, was or will be on the agenda of an event, with the sentence that says so.
 *
 * @example
 * import { extract, type Topic } from 'nutgraf'
 *
 * const line = ({ label, status, category }: Topic) => `${label} (${status}, ${category?.name})`
 * console.log(extract('The two sides discussed a gas pipeline.').topics.map(line).join()) // gas pipeline (discussed, natural gas)
 */
export interface Topic extends z.infer<typeof TopicSchema> {}

/**
 * A limit that was reached while reading the text: what is passed over or cut is reported, never silent.
 *
 * @example
 * import { extract, type Warning } from 'nutgraf'
 *
 * const told = ({ code, start, end }: Warning) => `${code} ${start}-${end}`
 * console.log(extract(`Talks ${'x'.repeat(1000)} ended.`).warnings.map(told).join()) // long-token 6-1006
 */
export interface Warning extends z.infer<typeof WarningSchema> {}

/**
 * All that was found in one text. Plain JSON: `JSON.parse(JSON.stringify(story))` equals it. Lists are in order of first
 * mention, ids are unique, references by id never dangle. Offsets are UTF-16 code units, `end` exclusive.
 *
 * @example
 * import { extract, type Story } from 'nutgraf'
 *
 * const counts = ({ entities, dates, locations, events, topics }: Story) =>
 *   [entities, dates, locations, events, topics].map(({ length }) => length)
 * console.log(counts(extract('Sergey Lavrov will discuss trade in Dhaka on September 7.')).join()) // 1,1,1,0,1
 */
export interface Story<Type extends string = CoreType> extends Omit<z.infer<typeof StorySchema>, 'entities'> {
  /** Who and what, clustered by alias. */
  entities: Entity<Type>[]
}
