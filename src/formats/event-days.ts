import type { Event, Story } from '../story.ts'

/** The first and the last day or instant of an event, null where its dates have none. */
export function eventDays({ dates }: Event, story: Story<string>): { first: string | null; last: string | null } {
  const own = story.dates.filter(({ id }) => dates.includes(id))
  const sorted = (values: readonly (string | null)[]) => values.filter((value) => value !== null).sort()
  return {
    first: sorted(own.map(({ from }) => from))[0] ?? null,
    last: sorted(own.map(({ to }) => to)).at(-1) ?? null,
  }
}
