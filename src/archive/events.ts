import type { Topic } from '../base/story.ts'
import type { EventProfile, Link } from './profile.ts'

/** Under what an event is kept, and asked for: those who take part, places, its name. */
export function eventKeys(_profile: EventProfile): string[] {
  return []
}

/** Days between which an event that may be the same was told or held: candidates are those that share a key and touch them. */
export function eventWindow(_profile: EventProfile): { from: string; to: string } | null {
  return null
}

/** For each event of a story the one of the candidates that it is. */
export function linkEvents(profiles: readonly EventProfile[], _candidates: readonly EventProfile[]): Link[] {
  return profiles.map(() => ({ candidate: null, local: null, evidence: { reasons: [], confidence: 1 } }))
}

/** What is known of an event after one more story: days and status are those of the latest telling that has them. */
export function joinEvents(known: EventProfile, _told: EventProfile): EventProfile {
  return known
}

type TopicLabel = Pick<Topic, 'label' | 'category'>

/** For each topic of an event the index of the one among those known of this event that it is, null where it is new. */
export function linkTopics(topics: readonly TopicLabel[], _known: readonly TopicLabel[]): (number | null)[] {
  return topics.map(() => null)
}
