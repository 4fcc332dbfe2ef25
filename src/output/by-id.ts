import type { Event } from '../base/story.ts'

/** Looks up the items of a list by their ids, in the order of the ids. */
export function byId<T extends { id: string }>(list: readonly T[]): (ids: readonly string[]) => T[] {
  const items = new Map(list.map((item) => [item.id, item]))
  return (ids) => ids.flatMap((id) => items.get(id) ?? [])
}

/** Looks up the events that have an id in one of their lists. */
export function eventsWith(events: readonly Event[], list: 'dates' | 'locations'): (ids: readonly string[]) => Event[] {
  const found = new Map<string, Event[]>()
  for (const event of events)
    for (const id of event[list]) {
      const known = found.get(id)
      if (known) known.push(event)
      else found.set(id, [event])
    }
  return (ids) => [...new Set(ids.flatMap((id) => found.get(id) ?? []))]
}
