import type { Event, Story } from '../base/story.ts'
import { codePointOffsets } from './code-points.ts'
import { fitLine } from './fit.ts'
import { isWikidata } from './identifiers.ts'
import { type MentionOf, mentionsOf } from './mentions.ts'

/** The arguments of an event as annotation.conf names them, by the key that holds their ids. */
const roles = { participants: 'Who', locations: 'Where', dates: 'When', topics: 'Topic' } as const

/**
 * A story in brat's standoff format, the `.ann` beside a `.txt` of the text: `T` for mentions, `E` for events, `A` for
 * status, `N` for GeoNames and Wikidata ids, `#` for TIMEX3 values, `*` for mentions of one thing. Offsets are code
 * points, as brat counts; a mention over a line break is cut into fragments. {@link toBratConfiguration} gives the
 * `annotation.conf`.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toBrat } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * console.log(toBrat(extract(text), text).split('\n')[0]) // T1	Person 0 13	Sergey Lavrov
 * @see https://brat.nlplab.org/standoff.html
 */
export function toBrat(story: Story<string>, text: string): string {
  const points = codePointOffsets(text)
  const mentions = mentionsOf(story, text)
  const lines: string[] = []
  const keys = new Map<string, string[]>()
  const counts = { A: 0, N: 0, '#': 0 }
  const add = (kind: keyof typeof counts, body: string) => lines.push(`${kind}${++counts[kind]}\t${body}`)
  const starts = new Map<string, number>()

  for (const [i, mention] of mentions.entries()) {
    const key = `T${i + 1}`
    const parts = fragments(text, mention)
    // What is nothing but line breaks can't be said.
    if (parts.length === 0) continue
    starts.set(key, mention.start)
    const own = keys.get(mention.item.id)
    if (own) own.push(key)
    else keys.set(mention.item.id, [key])
    const offsets = parts.map(({ start, end }) => `${points(start)} ${points(end)}`).join(';')
    lines.push(
      `${key}\t${labelOf(mention.type)} ${offsets}\t${parts.map(({ start, end }) => text.slice(start, end)).join(' ')}`,
    )
    if (mention.layer === 'date') add('#', `AnnotatorNotes ${key}\t${fitLine(mention.item.value)}`)
    if (mention.layer === 'topic') add('A', `Status ${key} ${mention.item.status}`)
    if (mention.layer === 'location' && mention.item.geonames !== null)
      add('N', `Reference ${key} GeoNames:${mention.item.geonames}\t${fitLine(mention.item.name)}`)
    if ((mention.layer === 'entity' || mention.layer === 'location') && isWikidata(mention.item.wikidata ?? ''))
      add('N', `Reference ${key} Wikidata:${mention.item.wikidata}\t${fitLine(mention.item.name)}`)
  }

  /** The mention of a thing nearest to an event. */
  const nearest = (id: string, at: number) =>
    keys.get(id)?.reduce((a, b) => (Math.abs(starts.get(b)! - at) < Math.abs(starts.get(a)! - at) ? b : a))
  let events = 0
  for (const event of story.events) {
    // Every trigger is an event to brat; the first has the arguments.
    for (const [nth, trigger] of (keys.get(event.id) ?? []).entries()) {
      const key = `E${++events}`
      const args = nth === 0 ? argumentsOf(event, (id) => nearest(id, starts.get(trigger)!)) : []
      lines.push(`${key}\t${[`${labelOf(event.type)}:${trigger}`, ...args].join(' ')}`)
      add('A', `Status ${key} ${event.status}`)
    }
  }
  for (const own of keys.values()) if (own.length > 1) lines.push(`*\tEquiv ${own.join(' ')}`)
  return lines.map((line) => `${line}\n`).join('')
}

const argumentsOf = (event: Event, keyOf: (id: string) => string | undefined): string[] =>
  (Object.keys(roles) as (keyof typeof roles)[]).flatMap((list) =>
    event[list].flatMap((id, n) => {
      const key = keyOf(id)
      return key === undefined ? [] : [`${roles[list]}${n === 0 ? '' : n + 1}:${key}`]
    }),
  )

/**
 * The `annotation.conf` that brat needs to show {@link toBrat} of a story.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toBratConfiguration } from 'nutgraf/formats'
 *
 * console.log(toBratConfiguration(extract('Lavrov left.')).split('\n')[0]) // [entities]
 * @see https://brat.nlplab.org/configuration.html
 */
export function toBratConfiguration(story: Story<string>): string {
  const typesOf = (items: readonly { type: string }[]) => [...new Set(items.map(({ type }) => labelOf(type)))].sort()
  const events = typesOf(story.events)
  const entities = typesOf([...story.entities, ...story.locations, ...story.dates, { type: 'topic' }])
  return [
    '[entities]',
    ...entities.filter((type) => !events.includes(type)),
    '[relations]',
    '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
    'Equiv\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive',
    '[events]',
    ...events.map(
      (type) =>
        `${type}\t${Object.values(roles)
          .map((role) => `${role}*:<ANY>`)
          .join(', ')}`,
    ),
    '[attributes]',
    'Status\tArg:<ANY>, Value:planned|ongoing|held|cancelled|discussed|agreed|refused',
    '',
  ].join('\n')
}

/** Names of types in brat have letters of ASCII, digits, `_` and `-`. */
const labelOf = (type: string) => `${type.charAt(0).toUpperCase()}${type.slice(1)}`.replace(/[^A-Za-z0-9_-]/g, '_')

/** What ends a line for a reader in Python, as brat is, and the tab, which ends a field. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines
const unbroken = /[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g

function fragments(text: string, { start, end }: MentionOf) {
  const parts: { start: number; end: number }[] = []
  for (const { index, 0: part } of text.slice(start, end).matchAll(unbroken))
    parts.push({ start: start + index, end: start + index + part.length })
  return parts
}
