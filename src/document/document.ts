import type { Span } from '../span.ts'

/** A token as wink-nlp cuts it, with offsets of our own and part of speech as compromise names it. */
export interface Token extends Span {
  text: string
  /** Lower case, curly quotes made straight: what words are looked up by. */
  normal: string
  tags: readonly string[]
  punctuation: boolean
}

/** `first` and `last` are indexes into `Document.tokens`, `last` exclusive. */
export interface Sentence extends Span {
  first: number
  last: number
  /** A headline or title in capitals tells nothing by its capitals. */
  capitals: boolean
  /** A Headline in Title Case: a capital does not make a name. */
  titleCase: boolean
}

export interface Limit extends Span {
  code: 'long-token' | 'long-sentence'
  message: string
}

/** The text with its tokens and sentences. Made once, never changed. */
export interface Document {
  readonly text: string
  /** The reference day, `YYYY-MM-DD`, and the whole reference instant as it was given. */
  readonly published: string | null
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly limits: readonly Limit[]
}
