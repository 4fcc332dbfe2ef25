import type { Span } from '../base/span.ts'
import { type Columns, wordAt } from './columns.ts'
import { speechOf } from './tagging.ts'
import { tagsOf } from './tags.ts'
import type { Word } from './word.ts'

/** A stretch of text that is read as one, with offsets into the text as it was given: a view of a row of the columns. */
export class Token implements Span {
  readonly start: number
  readonly end: number
  readonly word: Word
  readonly sentence: Sentence
  /** Its row. */
  readonly at: number

  constructor(sentence: Sentence, at: number) {
    const { columns } = sentence
    this.start = columns.starts[at]!
    this.end = columns.ends[at]!
    this.word = wordAt(columns, at)
    this.sentence = sentence
    this.at = at
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

  /** Part of speech as compromise names it. */
  get tags(): readonly string[] {
    const { speech, first } = this.sentence
    return tagsOf(speech[this.at - first]!, this.word)
  }
}

/** `first` and `last` are indexes of tokens; `last` is exclusive. */
export class Sentence implements Span {
  readonly text: string
  readonly columns: Columns
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  /** A headline or title in capitals tells nothing by its capitals. */
  readonly allCaps: boolean
  /** A Headline in Title Case: a capital does not make a name. */
  readonly titleCase: boolean
  #speech: readonly number[] | undefined

  constructor(text: string, columns: Columns, first: number, last: number, capitals: boolean, titleCase: boolean) {
    this.text = text
    this.columns = columns
    this.first = first
    this.last = last
    this.start = columns.starts[first]!
    this.end = columns.ends[last - 1]!
    this.allCaps = capitals
    this.titleCase = titleCase
  }

  /** Numbers in `speech` of its tokens; they are tagged when they are asked for the first time. */
  get speech(): readonly number[] {
    this.#speech ??= speechOf(this)
    return this.#speech
  }
}

export interface Limit extends Span {
  code: 'long-token' | 'long-sentence'
  message: string
}

/** The text with its tokens and sentences. Made once, never changed. */
export class Document {
  readonly text: string
  /** The reference day, `YYYY-MM-DD`, and the whole reference instant as it was given. */
  readonly published: string | null
  readonly columns: Columns
  readonly sentences: readonly Sentence[]
  readonly limits: readonly Limit[]
  #tokens: readonly Token[] | undefined

  constructor(
    text: string,
    published: string | null,
    columns: Columns,
    sentences: readonly Sentence[],
    limits: readonly Limit[],
  ) {
    this.text = text
    this.published = published
    this.columns = columns
    this.sentences = sentences
    this.limits = limits
  }

  /** The rows of the columns as objects. */
  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.sentences)
    return this.#tokens
  }
}

function tokensOf(sentences: readonly Sentence[]): Token[] {
  const tokens: Token[] = []
  for (const sentence of sentences)
    for (let at = sentence.first; at < sentence.last; at++) tokens.push(new Token(sentence, at))
  return tokens
}

/** Whether a token is tagged so; beyond the text nothing is. */
export const hasTag = (token: Token | undefined, tag: string): boolean => token?.tags.includes(tag) ?? false
