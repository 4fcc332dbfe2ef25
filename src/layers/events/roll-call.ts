import type { Found } from '../../base/found.ts'
import { beginningIn, byPosition, type Span } from '../../base/span.ts'
import { eventType } from '../../english/event-types.ts'
import { attending, joining, listing } from '../../english/roll-calls.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { EventCluster } from './clusters.ts'

/** A list of who took part, with the words that lead to it. */
interface RollCall {
  heading: Span
  items: Span[]
  /** Whether these words say that it is one; "Leaders included:" does so only where they name the occasion. */
  attended: boolean
  /** Whether bodies are none of them: "was joined by Japan in its protest". */
  onlyPeople?: boolean
}

interface Named extends Span {
  id: string
  isPerson: boolean
}

const longest = { heading: 200, opening: 10 }
const most = { calls: 20, lines: 200 }

/** The events, with those whom the story lists as having taken part: "Participants in today's meeting included:". */
export function withRollCalls(
  doc: Document,
  clusters: readonly EventCluster[],
  { entities }: Found,
): readonly EventCluster[] {
  const calls = clusters.length === 0 ? [] : [...headed(doc), ...told(doc), ...joined(doc)].slice(0, most.calls)
  if (calls.length === 0) return clusters
  const named = entities
    .flatMap(({ id, type, mentions }) =>
      type === 'person' || type === 'organization'
        ? mentions.map(({ start, end }) => ({ id, isPerson: type === 'person', start, end }))
        : [],
    )
    .sort(byPosition)
  const taking = new Map(clusters.map((cluster) => [cluster, cluster.taking]))
  for (const call of calls) {
    const cluster = occasionOf(call, clusters)
    if (cluster) taking.set(cluster, [...new Set([...taking.get(cluster)!, ...namesIn(call, named)])])
  }
  return clusters.map((cluster) => ({ ...cluster, taking: taking.get(cluster)! }))
}

/** Lines that end in a colon, with the items below. */
function headed(doc: Document): RollCall[] {
  const { text } = doc
  const calls: RollCall[] = []
  for (
    let colon = text.indexOf(':\n');
    colon >= 0 && calls.length < most.calls;
    colon = text.indexOf(':\n', colon + 1)
  ) {
    const heading = { start: text.lastIndexOf('\n', colon) + 1, end: colon }
    if (colon - heading.start > longest.heading) continue
    const words = wordsIn(doc, heading)
    const attended = words.some((word) => attending.has(word))
    if (attended || listing.has(words.at(-1) ?? ''))
      calls.push({ heading, items: itemsFrom(text, colon + 2), attended })
  }
  return calls
}

/** Sentences that list them: "Participants in the call included Ada Byron and Alan Turing." */
function told(doc: Document): RollCall[] {
  return doc.sentences.flatMap(({ first, last, end }) => {
    const opening = doc.tokens.slice(first, Math.min(last, first + longest.opening))
    const noun = opening.findIndex(({ normal }) => attending.has(normal))
    const verb = opening.findIndex(({ normal }, i) => noun >= 0 && i > noun && listing.has(normal))
    if (verb < 0) return []
    const [start, from] = [opening[0]!.start, opening[verb]!.end]
    return [{ heading: { start, end: from }, items: [{ start: from, end }], attended: true }]
  })
}

const passive = new Set(['was', 'were'])

/** Sentences that say who came along: "The Vice President was joined by Ada Byron and Alan Turing." */
function joined(doc: Document): RollCall[] {
  return doc.sentences.flatMap(({ first, last, end }) => {
    const opening = doc.tokens.slice(first, Math.min(last, first + longest.opening))
    const verb = opening.findIndex(({ normal }, i) => joining.has(normal) && opening[i + 1]?.normal === 'by')
    // "was also joined by".
    if (verb < 1 || ![1, 2].some((back) => passive.has(opening[verb - back]?.normal ?? ''))) return []
    const from = opening[verb + 1]!.end
    return [
      {
        heading: { start: opening[0]!.start, end: from },
        items: [{ start: from, end }],
        attended: true,
        onlyPeople: true,
      },
    ]
  })
}

const wordsIn = (doc: Document, { start, end }: Span): string[] =>
  doc.tokens.slice(tokenAt(doc, start), tokenAt(doc, end)).map(({ normal }) => normal)

const bullet = /^\s*(?:[-–—•*]|\d{1,3}[.)])\s/
/** What stands between items on one line. */
const dash = / [-–—•] /

/** The lines of a list: those with bullets, or all up to an empty one. */
function itemsFrom(text: string, from: number): Span[] {
  const items: Span[] = []
  let isBulleted: boolean | undefined
  for (let start = from, end = from, line = 0; start < text.length && line < most.lines; start = end + 1, line++) {
    const feed = text.indexOf('\n', start)
    end = feed < 0 ? text.length : feed
    const words = text.slice(start, end)
    if (words.trim() === '') {
      if (isBulleted === false) break
      continue
    }
    isBulleted ??= bullet.test(words)
    if (isBulleted && !bullet.test(words)) break
    items.push(...parts(words, start))
  }
  return items
}

function parts(line: string, start: number): Span[] {
  let at = start
  return line.split(dash).map((part) => {
    const span = { start: at, end: at + part.length }
    at = span.end + ' - '.length
    return span
  })
}

/** People; where a list has none, bodies. */
function namesIn({ items, onlyPeople }: RollCall, named: readonly Named[]): string[] {
  const inside = items.flatMap((item) => beginningIn(named, item))
  const people = inside.filter(({ isPerson }) => isPerson)
  return (people.length > 0 || onlyPeople ? people : inside).map(({ id }) => id)
}

/** The occasion that the heading names, or the one at which people meet that was named last before it. */
function occasionOf({ heading, attended }: RollCall, clusters: readonly EventCluster[]): EventCluster | undefined {
  const nearest = (fits: (mention: Span) => boolean) => {
    const reached = ({ mentions }: EventCluster) => mentions.findLast(fits)?.start ?? -1
    return clusters
      .filter(({ type, cancelled }) => eventType(type).holdsTopics && !cancelled)
      .reduce<EventCluster | undefined>((best, cluster) => {
        const at = reached(cluster)
        return at >= 0 && (!best || at > reached(best)) ? cluster : best
      }, undefined)
  }
  const named = nearest(({ start }) => start >= heading.start && start < heading.end)
  return named ?? (attended ? nearest(({ start }) => start < heading.start) : undefined)
}
