import type { DateExpression, Location, Story } from '../base/story.ts'

/** The days of a date expression for people: `2023-09-07`, `2023-09-01 … 2023-09-30`, or its words where it has none. */
export function daysOf({ from, to, text }: Pick<DateExpression, 'from' | 'to' | 'text'>): string {
  if (from === null) return to === null ? text : `… ${to}`
  return from === to ? from : `${from} … ${to ?? ''}`.trimEnd()
}

/** Dates without those of the same words and value. */
export const distinctDates = (dates: readonly DateExpression[]): DateExpression[] => [
  ...new Map(dates.map((date) => [`${date.text}\n${date.value}`, date])).values(),
]

/** How often a place is named as a place, and not for its people or government. */
export const literalMentions = ({ mentions }: Location): number =>
  mentions.filter(({ sense }) => sense === 'literal').length

/** Names for the ids in a story: those of entities, locations, events and topics, the days of dates. None is given twice. */
export function namesById(
  story: Story<string>,
  days: (date: DateExpression) => string = daysOf,
): (ids: readonly string[]) => string[] {
  const named = new Map<string, string>([
    ...[...story.entities, ...story.locations, ...story.events].map(({ id, name }) => [id, name] as const),
    ...story.topics.map(({ id, label }) => [id, label] as const),
    ...story.dates.map((date) => [date.id, days(date)] as const),
  ])
  return (ids) => [...new Set(ids.flatMap((id) => named.get(id) ?? []))]
}
