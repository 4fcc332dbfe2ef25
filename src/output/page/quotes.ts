import { firstFrom, type Span } from '../../base/span.ts'
import { tokensBySentence } from '../sentences.ts'
import { escapeLine } from './escape.ts'

/** Characters that are shown on each side of what is quoted, at most. */
const mostAround = 140

/** The sentences of a text. */
export interface Sentences {
  readonly text: string
  /** The sentence that a span begins in. */
  around(span: Span): Span | undefined
  /** The sentence that a span begins in as HTML, its words as `draw` has them; a long one is cut. */
  quote(span: Span, draw: (words: string) => string): string
}

/** Finds sentences to quote. */
export function sentencesOf(text: string): Sentences {
  const sentences = tokensBySentence(text).map((tokens): Span => ({ start: tokens[0]!.start, end: tokens.at(-1)!.end }))
  const around = ({ start }: Span) => sentences[firstFrom(sentences, start + 1) - 1]
  return {
    text,
    around,
    quote(span, draw) {
      const { start, end } = around(span) ?? span
      const before = text.slice(start, span.start)
      const after = text.slice(span.end, Math.max(span.end, end))
      return cutStart(before) + draw(escapeLine(text.slice(span.start, span.end))) + cutEnd(after)
    },
  }
}

const cutStart = (text: string) =>
  text.length <= mostAround ? escapeLine(text) : `… ${escapeLine(text.slice(-mostAround).replace(/^\S*\s/, ''))}`
const cutEnd = (text: string) =>
  text.length <= mostAround ? escapeLine(text) : `${escapeLine(text.slice(0, mostAround).replace(/\s\S*$/, ''))} …`
