import type { Span } from '../base/span.ts'
import { tagSentence } from './tagging.ts'
import type { Word } from './words.ts'

/** A stretch of text that is read as one, with offsets into the text as it was given. */
export class Token implements Span {
  readonly start: number
  readonly end: number
  readonly word: Word
  readonly sentence: Sentence
  #tags: readonly string[] | undefined

  constructor(start: number, end: number, word: Word, sentence: Sentence) {
    this.start = start
    this.end = end
    this.word = word
    this.sentence = sentence
  }

  get text(): string {
    return this.word.text
  }

  /** Lower case, curly quotes made straight: what words are looked up by. */
  get normal(): string {
    return this.word.normal
  }

  get punctuation(): boolean {
    return this.word.punctuation
  }

  /** Part of speech as compromise names it; a sentence is tagged when it is asked for the first time. */
  get tags(): readonly string[] {
    if (this.#tags === undefined)
      tagSentence(this.sentence, (token, tags) => {
        token.#tags = tags
      })
    return this.#tags!
  }
}

/** `first` and `last` are indexes into `tokens`, those of the document; `last` is exclusive. */
export interface Sentence extends Span {
  readonly text: string
  readonly tokens: readonly Token[]
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

/** Whether a token is tagged so; beyond the text nothing is. */
export const hasTag = (token: Token | undefined, tag: string): boolean => token?.tags.includes(tag) ?? false
