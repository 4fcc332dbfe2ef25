import type { Found, Known } from '../base/found.ts'
import { firstFrom, type Span, SpanSet } from '../base/span.ts'
import { type Chunks, chunksOf, type Named } from './chunks.ts'
import type { Document, Sentence } from './document.ts'

/** What surrounds a place of the text. */
export interface SentenceContext {
  chunks: Chunks
  /** The number of its sentence in the story. */
  sentenceIndex: number
  /** Where the days of its clause lie, seen from the publication: 1 before, 2 on it, 3 after, 0 unknown. */
  day: number
}

/** A place of the text in its sentence. */
interface Place {
  sentence: Sentence
  start: number
}

/** Reads what surrounds a place; a sentence is cut into chunks once. */
export type ContextOf = (place: Place) => SentenceContext

export function contextReader(doc: Document, { named, dated }: NamedAndDated, { dates }: Found): ContextOf {
  const chunked = new Map<number, Chunks>()
  const published = doc.published?.slice(0, 10)
  const days = dates
    .flatMap(({ from, mentions }) => mentions.map(({ start }) => ({ start, day: from?.slice(0, 10) })))
    .sort((a, b) => a.start - b.start)

  return ({ sentence, start }) => {
    const sentenceIndex = firstFrom(doc.sentences, sentence.start)
    let chunks = chunked.get(sentenceIndex)
    if (!chunks) {
      chunks = chunksOf(doc, sentence, named, dated)
      chunked.set(sentenceIndex, chunks)
    }
    return { chunks, sentenceIndex, day: dayOf(sentence, start) }
  }

  /** The side of the publication on which the nearest day of the sentence lies. */
  function dayOf(sentence: Sentence, start: number): number {
    if (published === undefined) return 0
    let nearest: string | undefined
    let least = Number.POSITIVE_INFINITY
    for (let i = firstFrom(days, sentence.start); i < days.length && days[i]!.start < sentence.end; i++) {
      const gap = Math.abs(days[i]!.start - start)
      if (days[i]!.day !== undefined && gap < least) [nearest, least] = [days[i]!.day, gap]
    }
    if (nearest === undefined) return 0
    return nearest < published ? 1 : nearest > published ? 3 : 2
  }
}

/** The names and the dates of a text, by where they stand. */
export interface NamedAndDated {
  named: SpanSet<Named>
  dated: SpanSet<Span>
}

/** Names by type; a demonym is a group, whatever place it stands for. */
export function namedAndDated({ entities, places, dates }: Found): NamedAndDated {
  const named = new SpanSet<Named>()
  const add = (list: readonly Known[], typeOf: (type: string) => string) => {
    for (const { type, mentions } of list)
      for (const { start, end } of mentions)
        if (!named.overlapping({ start, end })) named.add({ start, end, type: typeOf(type) })
  }
  add(entities, (type) => type)
  add(places, () => 'place')
  return { named, dated: new SpanSet(dates.flatMap(({ mentions }) => mentions)) }
}
