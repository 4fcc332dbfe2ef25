import type { DateExpression } from '../story.ts'

/** The first and the last day or instant of the dates of an event, null where they have none. */
export function eventDays(dates: readonly DateExpression[]): { first: string | null; last: string | null } {
  const sorted = (values: readonly (string | null)[]) => values.filter((value) => value !== null).sort()
  return {
    first: sorted(dates.map(({ from }) => from))[0] ?? null,
    last: sorted(dates.map(({ to }) => to)).at(-1) ?? null,
  }
}
