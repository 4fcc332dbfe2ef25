import { eventTypes } from '../base/types.ts'

/** The groups of a rule that are roles of its event; every other group is an entity type, an event type or a topic. */
export const roles = ['who', 'where', 'when'] as const

export const eventGroups: readonly string[] = eventTypes

/** Whether a group takes an entity: it is neither an event, nor a topic, nor a role. */
export const isEntityGroup = (group: string): boolean =>
  !isEventType(group) && group !== 'topic' && !(roles as readonly string[]).includes(group)

export const isEventType = (group: string): group is (typeof eventTypes)[number] =>
  (eventTypes as readonly string[]).includes(group)
