import { addLongest, type Span, SpanSet } from './span.ts'

/**
 * What holds where the layers find overlapping things, the strongest first: a user's rule sets over ours, a date over a name
 * of the same words unless a person is called like a month, a team over its town. In one list the longer holds, then the
 * earlier.
 */
const precedence = ['userNames', 'userDates', 'monthPeople', 'dates', 'teams', 'names', 'amounts'] as const

type Lists = Partial<Record<(typeof precedence)[number], readonly Span[]>>
type Settled<Found extends Lists> = { [Rank in keyof Found]: Found[Rank] extends readonly (infer T)[] ? T[] : never }

/** What holds of each list: no two spans overlap, and each list is in order of position. */
export function settle<Found extends Lists>(found: Found): Settled<Found> {
  const kept = new SpanSet<Span>()
  const settled: Lists = {}
  for (const rank of precedence) {
    const list = found[rank]
    if (list) settled[rank] = addLongest(list, kept)
  }
  // What is kept of a list are spans of that list.
  return settled as Settled<Found>
}
