import type { DateExpression, Entity, Location, Story } from '../src/index.ts'

const times = (n: number) => (n > 1 ? ` ×${n}` : '')
const title = (text: string) => `\n${text}\n${'─'.repeat(text.length)}`

/** The story as a page to read: who, when, where, and the agenda event by event. */
export function printStory(story: Story): string {
  const named = new Map<string, string>([
    ...story.entities.map(({ id, name }) => [id, name] as const),
    ...story.locations.map(({ id, name }) => [id, name] as const),
    ...story.dates.map((date) => [date.id, days(date)] as const),
  ])
  const names = (ids: readonly string[]) => [...new Set(ids.map((id) => named.get(id)))].join(', ')
  const lines = [`Published ${story.published ?? '(no date given)'}`]
  lines.push(title('WHO'))
  for (const type of new Set(story.entities.map(({ type }) => type)))
    lines.push(
      `  ${type.padEnd(13)} ${story.entities
        .filter((entity) => entity.type === type)
        .map(who)
        .join('; ')}`,
    )
  lines.push(title('WHEN'))
  for (const date of distinct(story.dates))
    lines.push(`  ${date.text.padEnd(32)} ${date.value.padEnd(12)} ${days(date)}`.trimEnd())
  lines.push(title('WHERE'))
  for (const place of story.locations)
    lines.push(`  ${place.name.padEnd(20)} ${where(place)}${times(place.mentions.length)}`)
  lines.push(title('AGENDA'))
  for (const event of story.events) {
    lines.push(`  ${event.name}  (${event.type}, ${event.status})`)
    if (event.participants.length > 0) lines.push(`    who     ${names(event.participants)}`)
    if (event.locations.length > 0) lines.push(`    where   ${names(event.locations)}`)
    if (event.dates.length > 0) lines.push(`    when    ${names(event.dates)}`)
    for (const topic of story.topics)
      if (topic.event === event.id) lines.push(`    topic   ${topic.label} (${topic.status})`)
  }
  for (const topic of story.topics) if (topic.event === null) lines.push(`  ${topic.label} (${topic.status})`)
  for (const warning of story.warnings) lines.push(`\n! ${warning.message} (at ${warning.start})`)
  return lines.join('\n')
}

const who = ({ name, titles, value, mentions }: Entity) =>
  `${name}${titles.length > 0 ? ` (${titles[0]})` : ''}${value ? ` = ${value.amount} ${value.unit}` : ''}${times(mentions.length)}`

const days = ({ from, to, text }: DateExpression) => (from === null ? text : from === to ? from : `${from} … ${to}`)

const where = ({ type, country, coordinates }: Location) =>
  `${type}${country ? `, ${country}` : ''}${coordinates ? `, ${coordinates.lat.toFixed(2)} ${coordinates.lon.toFixed(2)}` : ''}`

const distinct = (dates: readonly DateExpression[]) => [
  ...new Map(dates.map((date) => [`${date.text} ${date.value}`, date])).values(),
]
