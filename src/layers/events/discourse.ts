import { firstFrom } from '../../base/span.ts'
import { relativeDays } from '../../english/event-senses.ts'
import { textId } from '../../model/features.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import { stemId } from '../../text/stem.ts'
import type { EventReading } from './events.ts'
import { readOnce } from './read-once.ts'

/** Where a mention stands in its story, and on what day its sentence has it. */
export interface Discourse {
  /** How many mentions before and after it have its head word, and how many before it are of its type, up to a few. */
  headsBefore: number
  headsAfter: number
  typeBefore: number
  /** The number of its sentence in the story, and how deep in the story that is. */
  index: number
  depth: number
  isQuoted: boolean
  /** Its day, where it is known. */
  date: string | undefined
  /** What its day is called: "last month", "next week", "Monday"; 0 for none. */
  dayWords: number
  /** How long before or after the publication its day is, 0 where that is not known. */
  distance: number
}

export type DiscourseOf = (mention: EventMention) => Discourse

const few = 3
/** Sentences at which a story becomes deeper. */
const depths = [1, 2, 3, 5, 9]
/** Days from the publication: what is far from it is another story. */
const distances = [-366, -45, -8, -2, -1, 0, 1, 2, 8, 45]
const dayLength = 86_400_000

export function discourseReader(
  doc: Document,
  { mentions: { events: mentions }, found: { dates }, contextOf }: EventReading,
): DiscourseOf {
  const counts = countedMentions(doc, mentions)
  const days = dates
    .flatMap(({ from, mentions }) => mentions.map(({ start, end }) => ({ start, end, date: from?.slice(0, 10) })))
    .sort((a, b) => a.start - b.start)
  const published = doc.published ? Date.parse(doc.published.slice(0, 10)) : Number.NaN
  return readOnce(read)

  function read(mention: EventMention): Discourse {
    const { sentenceIndex: index } = contextOf(mention)
    const day = nearestDay(mention)
    return {
      ...counts.get(mention.start)!,
      index,
      depth: depths.filter((least) => index >= least).length,
      isQuoted: isQuoted(doc.text.slice(mention.sentence.start, mention.start)),
      date: day?.date,
      dayWords: day ? dayWords(doc.text.slice(day.start, day.end)) : 0,
      distance: day?.date ? distanceOf(day.date) : 0,
    }
  }

  function nearestDay({ sentence, start, end }: EventMention) {
    let nearest: (typeof days)[number] | undefined
    let least = Number.POSITIVE_INFINITY
    for (let i = firstFrom(days, sentence.start); i < days.length && days[i]!.start < sentence.end; i++) {
      const gap = days[i]!.start >= end ? days[i]!.start - end : start - days[i]!.end
      if (gap < least) [nearest, least] = [days[i], gap]
    }
    return nearest
  }

  function distanceOf(date: string): number {
    const away = Math.round((Date.parse(date) - published) / dayLength)
    return Number.isNaN(away) ? 0 : 1 + distances.filter((least) => away >= least).length
  }
}

type Counts = Pick<Discourse, 'headsBefore' | 'headsAfter' | 'typeBefore'>

/** How often heads and types come, by where mentions start. */
function countedMentions(doc: Document, mentions: readonly EventMention[]): ReadonlyMap<number, Counts> {
  const heads = new Map<number, number>()
  const types = new Map<string, number>()
  const passed = mentions.map(({ start, end, type }) => {
    const head = stemId(doc.tokens[Math.max(tokenAt(doc, start), tokenAt(doc, end) - 1)])
    return { start, head, headsBefore: countedBefore(heads, head), typeBefore: countedBefore(types, type) }
  })
  return new Map(
    passed.map(({ start, head, headsBefore, typeBefore }) => [
      start,
      {
        headsBefore: Math.min(few, headsBefore),
        headsAfter: Math.min(few, heads.get(head)! - headsBefore - 1),
        typeBefore: Math.min(few, typeBefore),
      },
    ]),
  )
}

function countedBefore<Key>(counts: Map<Key, number>, key: Key): number {
  const before = counts.get(key) ?? 0
  counts.set(key, before + 1)
  return before
}

/** Whether a quotation that begins in a text is still open at its end. */
function isQuoted(text: string): boolean {
  let open = false
  for (const char of text) {
    if (char === '"') open = !open
    else if (char === '“') open = true
    else if (char === '”') open = false
  }
  return open
}

/** "last month" and "next week" as they are written, other days by their kind. */
function dayWords(text: string): number {
  const words = text.toLowerCase().split(/\s+/).slice(0, 3)
  if (words.some((word) => relativeDays.has(word))) return textId(words.join(' '))
  return textId(/\d/.test(text) ? 'number' : words.length === 1 && text.endsWith('day') ? 'weekday' : 'other')
}
