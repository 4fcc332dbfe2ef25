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

/** The entity types that nutgraf knows without rule sets. */
export type CoreType = (typeof coreTypes)[number]

/** A stretch of text that a rule or a model marked, with who said so and how often it is right. */
export interface Mention extends z.infer<typeof MentionSchema> {}

/** Somebody or something named in the story, with all its mentions. */
export interface Entity<Type extends string = CoreType> extends Omit<z.infer<typeof EntitySchema>, 'type'> {
  type: Type
}

/** A temporal expression with its TIMEX3 value and the calendar days it stands for. */
export interface DateExpression extends z.infer<typeof DateExpressionSchema> {}

/** A place with its country, coordinates and mentions. */
export interface Location extends z.infer<typeof LocationSchema> {}

/** A visit, meeting, call, summit, signing, vote or statement: who, when, where and about what. */
export interface Event extends z.infer<typeof EventSchema> {}

/** A subject that is, was or will be on the agenda of an event. */
export interface Topic extends z.infer<typeof TopicSchema> {}

/** A limit that was reached while reading the text. */
export interface Warning extends z.infer<typeof WarningSchema> {}

/** All that was found in one text. Plain JSON; offsets are UTF-16 code units, `end` exclusive. */
export interface Story<Type extends string = CoreType> extends Omit<z.infer<typeof StorySchema>, 'entities'> {
  entities: Entity<Type>[]
}
