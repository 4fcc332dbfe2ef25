import { styleText } from 'node:util'
import type { Entity, Location, Story } from '../../api/index.ts'
import { oneLine } from '../../base/span.ts'
import { byId } from '../../output/by-id.ts'
import { daysOf, distinctDates, namesById } from '../../output/names.ts'

const times = (n: number) => (n > 1 ? ` ×${n}` : '')

/** Colours where standard output is a terminal that shows them, and not otherwise (`NO_COLOR`, a pipe, a file). */
const quiet = (text: string) => styleText('dim', text)
const strong = (text: string) => styleText('bold', text)
const title = (text: string) => `\n${strong(text)}\n${quiet('─'.repeat(text.length))}`

/** A story as a page to read in a terminal: who, when, where, and the agenda event by event. */
export function tableOf(story: Story<string>): string {
  const names = namesById(story)
  const topicsOf = byId(story.topics)
  const lines = [`Published ${story.published ?? '(no date given)'}`]
  lines.push(title('WHO'))
  for (const type of new Set(story.entities.map(({ type }) => type)))
    lines.push(
      `  ${quiet(type.padEnd(13))} ${story.entities
        .filter((entity) => entity.type === type)
        .map(who)
        .join('; ')}`,
    )
  lines.push(title('WHEN'))
  for (const date of distinctDates(story.dates))
    lines.push(`  ${oneLine(date.text).padEnd(32)} ${quiet(date.value.padEnd(12))} ${daysOf(date)}`.trimEnd())
  lines.push(title('WHERE'))
  for (const place of story.locations)
    lines.push(`  ${place.name.padEnd(20)} ${quiet(where(place))}${times(place.mentions.length)}`)
  lines.push(title('AGENDA'))
  for (const event of story.events) {
    lines.push(`  ${strong(event.name)}  ${quiet(`(${event.type}, ${event.status})`)}`)
    for (const [head, ids] of [
      ['who', event.participants],
      ['where', event.locations],
      ['when', event.dates],
    ] as const)
      if (ids.length > 0) lines.push(`    ${quiet(head.padEnd(7))} ${names(ids).join(', ')}`)
    for (const topic of topicsOf(event.topics))
      lines.push(`    ${quiet('topic'.padEnd(7))} ${topic.label} ${quiet(`(${topic.status})`)}`)
  }
  for (const topic of story.topics)
    if (topic.event === null) lines.push(`  ${topic.label} ${quiet(`(${topic.status})`)}`)
  for (const warning of story.warnings) lines.push(`\n! ${warning.message} (at ${warning.start})`)
  return `${lines.join('\n')}\n`
}

const who = ({ name, titles, value, mentions }: Entity<string>) =>
  `${name}${titles.length > 0 ? ` (${titles[0]})` : ''}${value ? ` = ${value.amount} ${value.unit}` : ''}${times(mentions.length)}`

const where = ({ type, country, coordinates }: Location) =>
  `${type}${country ? `, ${country}` : ''}${coordinates ? `, ${coordinates.lat.toFixed(2)} ${coordinates.lon.toFixed(2)}` : ''}`
