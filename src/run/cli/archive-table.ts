import { styleText } from 'node:util'
import type { ArchiveEntity, ArchiveEvent, EntityRef, Evidence, Quotation, SearchHit } from '../../api/archive.ts'
import { oneLine } from '../../base/span.ts'
import { daysOf } from '../../output/names.ts'
import { counted } from './counted.ts'

const quiet = (text: string) => styleText('dim', text)
const strong = (text: string) => styleText('bold', text)
const head = (word: string) => quiet(word.padEnd(7))
const stories = (count: number) => counted(count, 'story', 'stories')
const named = (items: readonly { name: string }[]) => items.map(({ name }) => name).join(', ')

/** A line for what is found, in words that end with a full line. */
const page = (lines: readonly string[]) => `${lines.join('\n')}\n`

/** Events in the order in which they are given, with who, where, about what, and what was said of them. */
export const tableOfEvents = (events: readonly ArchiveEvent[]): string => events.map(eventOf).join('\n')

function eventOf(event: ArchiveEvent): string {
  const { id, type, status, name, from, to, participants, parties, places, topics, sources } = event
  const told = event.firstTold === null ? '' : `told ${event.firstTold}`
  const days = daysOf({ from: from ?? to, to, text: told })
  const lines = [`${strong(days.padEnd(12))} ${strong(name)}  ${quiet(`(${type}, ${status}; id ${id})`)}`]
  for (const [word, value] of [
    ['who', named([...participants, ...parties])],
    ['where', named(places)],
    ['topics', topics.map(({ label, status }) => `${label} (${status})`).join(', ')],
  ] as const)
    if (value !== '') lines.push(`  ${head(word)} ${value}`)
  lines.push(...sources.map(quotationOf))
  const others = event.stories - new Set(sources.map(({ story }) => story)).size
  if (others > 0) lines.push(`  ${quiet(`and ${stories(others)} more`)}`)
  return `${lines.join('\n')}\n`
}

function quotationOf({ published, publisher, sourceId, story, text }: Quotation): string {
  const from = [published?.slice(0, 10), publisher, sourceId ?? `story ${story}`].filter(Boolean).join(', ')
  return `  ${head('said')} ${quiet(from)}: ${oneLine(text)}`
}

/** Somebody with all names, and what is told of them. */
export function tableOfEntity(
  { id, type, name, names, titles, wikidata, firstDay, lastDay, ...entity }: ArchiveEntity,
  others: readonly ArchiveEntity[],
  together: readonly { entity: EntityRef; stories: number; events: number }[],
  events: readonly ArchiveEvent[],
): string {
  const times = (n: number) => (n > 1 ? ` ×${n}` : '')
  const lines = [`${strong(name)}  ${quiet(`(${type}; id ${id})`)}`]
  for (const [word, value] of [
    ['names', names.map((one) => `${one.name}${times(one.stories)}`).join(', ')],
    ['titles', titles.map((one) => `${one.title}${times(one.stories)}`).join(', ')],
    [
      'told',
      `${stories(entity.stories)}${firstDay === null ? '' : `, ${daysOf({ from: firstDay, to: lastDay, text: '' })}`}`,
    ],
    ['item', wikidata === null ? '' : `https://www.wikidata.org/wiki/${wikidata}`],
    ['with', together.map((one) => `${one.entity.name} (${one.stories})`).join(', ')],
    [
      'others',
      others.map((other) => `${other.name} (${other.type}, ${stories(other.stories)}; id ${other.id})`).join(', '),
    ],
  ] as const)
    if (value !== '') lines.push(`  ${head(word)} ${value}`)
  return `${page(lines)}${events.length === 0 ? '' : `\n${tableOfEvents(events)}`}`
}

/** With whom somebody is told of. */
export function tableOfCompany(together: readonly { entity: EntityRef; stories: number; events: number }[]): string {
  const count = (n: number) => String(n).padStart(7)
  return page([
    quiet(`${'stories'.padStart(7)} ${'events'.padStart(7)}  with`),
    ...together.map(({ entity, stories, events }) => {
      const { id, type, name } = entity
      return `${count(stories)} ${count(events)}  ${name}  ${quiet(`(${type}; id ${id})`)}`
    }),
  ])
}

/** Stories that were found by words. */
export const tableOfHits = (hits: readonly SearchHit[]): string => hits.map(hitOf).join('\n')

function hitOf({ id, published, publisher, title, sourceId, copies, snippet }: SearchHit): string {
  const about = [published?.slice(0, 10), publisher, sourceId].filter(Boolean).join(', ')
  const others = copies.filter((copy) => copy !== id)
  const more = others.length > 0 ? `; nearly the same: ${others.join(', ')}` : ''
  return `${strong(title ?? `story ${id}`)}  ${quiet(`(${[about, `id ${id}`].filter(Boolean).join('; ')}${more})`)}\n  ${snippet}\n`
}

/** Why names of a story are taken for somebody. */
export const tableOfReasons = (reasons: readonly { local: string; written: string; evidence: Evidence }[]): string =>
  page(
    reasons.map(({ local, written, evidence: { reasons, confidence } }) => {
      const why = reasons.length > 0 ? reasons.join('; ') : 'nobody of the archive bore the name before'
      return `${strong(written)}  ${quiet(`(${local}, ${Math.round(confidence * 100)} % sure)`)}\n  ${why}`
    }),
  )
