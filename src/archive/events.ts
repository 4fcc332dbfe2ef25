import type { Topic } from '../base/story.ts'
import { normalizeName } from './names.ts'
import type { EventProfile, Link } from './profile.ts'

/** Under what an event is kept, and asked for: those who take part, places, its name. */
export function eventKeys({ participants, parties, places }: EventProfile): string[] {
  return [...[...participants].map((id) => `e${id}`), ...[...new Set([...parties, ...places])].map((id) => `l${id}`)]
}

/** Days between which an event that may be the same was told or held: candidates are those that share a key and touch them. */
export function eventWindow({ from, to, firstTold, lastTold }: EventProfile): { from: string; to: string } | null {
  const [first, last] = [from ?? firstTold, to ?? lastTold]
  return first === null || last === null ? null : { from: first, to: last }
}

/** For each event of a story the one of the candidates that it is. */
export function linkEvents(profiles: readonly EventProfile[], candidates: readonly EventProfile[]): Link[] {
  return profiles.map((profile) => {
    const found = candidates.findIndex(
      (candidate) =>
        candidate.type === profile.type &&
        candidate.from === profile.from &&
        [...profile.participants].some((id) => candidate.participants.has(id)),
    )
    return {
      candidate: found < 0 ? null : found,
      local: null,
      evidence: { reasons: found < 0 ? [] : ['the same participant on the same day'], confidence: 1 },
    }
  })
}

/** What is known of an event after one more story: days and status are those of the latest telling that has them. */
export function joinEvents(known: EventProfile, told: EventProfile): EventProfile {
  const isLater = (told.lastTold ?? '') >= (known.lastTold ?? '')
  const [late, early] = isLater ? [told, known] : [known, told]
  const words = new Map(known.words)
  for (const [word, count] of told.words) words.set(word, (words.get(word) ?? 0) + count)
  return {
    ...{ type: known.type, status: late.status, name: known.name },
    ...(late.from === null ? { from: early.from, to: early.to } : { from: late.from, to: late.to }),
    participants: new Set([...known.participants, ...told.participants]),
    parties: new Set([...known.parties, ...told.parties]),
    places: new Set([...known.places, ...told.places]),
    ...{ words, topics: [...known.topics, ...told.topics] },
    ...{ firstTold: early.firstTold ?? late.firstTold, lastTold: late.lastTold },
  }
}

type TopicLabel = Pick<Topic, 'label' | 'category'>

/** For each topic of an event the index of the one among those known of this event that it is, null where it is new. */
export function linkTopics(topics: readonly TopicLabel[], known: readonly TopicLabel[]): (number | null)[] {
  return topics.map(({ label }) => {
    const found = known.findIndex((one) => normalizeName(one.label) === normalizeName(label))
    return found < 0 ? null : found
  })
}
