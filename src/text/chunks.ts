import { hashText } from '../base/hash.ts'
import { overlaps, type Span, type SpanSet } from '../base/span.ts'
import { phraseOpeners } from '../english/phrases.ts'
import { type WordClass, wordClass, wordClasses } from '../english/word-classes.ts'
import type { Document, Sentence, Token } from './document.ts'
import { stemId } from './stem.ts'
import { type Word, wordFact, wordTest } from './word.ts'

/** A token, or a name or date as a whole. */
interface Chunk {
  /** Tokens of the document, `last` exclusive. */
  first: number
  last: number
  /** Hash of its stem, or of the type of the name. */
  stem: number
  /** Its class of meaning, its own hash for function words, 0 for other words. */
  kind: number
  verb: boolean
  /** A noun that is no name. */
  noun: boolean
}

/** A sentence without determiners and quotation marks, each name one word: "hold talks with <group> officials on". */
export interface Chunks {
  all: readonly Chunk[]
  /** The chunk that a token is in or, for a token left out, the next. */
  chunkAt(token: number): number
  /** The stem and the kind of a chunk; `edges` beyond the sentence. */
  stem(chunk: number): number
  kind(chunk: number): number
}

export interface Named extends Span {
  type: string
}

export const quotes = /^["“”‘’'`(]+$/

const tagIds = new Map<readonly string[], number>()

/** The last tag of a token as a value. */
export function tagId({ tags }: Token): number {
  let id = tagIds.get(tags)
  if (id === undefined) {
    id = hashText(tags.at(-1) ?? '')
    tagIds.set(tags, id)
  }
  return id
}

/** Ids of what no word of a sentence has: its edges. */
export const edges = { before: 2, after: 3 } as const

/** A class is known by its first word in the alphabet: models have learned it by that, whatever it is called. */
const classIds = new Map([...wordClasses].map(([name, words]) => [name, hashText(`class of ${words.toSorted()[0]}`)]))
const classId = (name: WordClass): number => classIds.get(name) ?? 0

const classOfWord = wordFact(({ normal }) => {
  const name = wordClass.get(normal)
  return name === undefined ? 0 : classId(name)
})

/** The class of meaning of a token: 0 for most. */
export const classOf = (token: Token | undefined): number => (token ? classOfWord(token.word) : 0)

export const kinds = {
  side: classId('side'),
  press: classId('press'),
  comment: classId('comment'),
  name: (type: string) => hashText(`<${type}>`),
}

function kindOf(token: Token, tags: readonly string[]): number {
  const known = classOfWord(token.word)
  if (known !== 0) return known
  const functional =
    token.punctuation || tags.includes('Preposition') || tags.includes('Conjunction') || tags.includes('Auxiliary')
  return functional ? token.word.hash : 0
}

const leftOut = wordTest(({ text, normal }: Word) => quotes.test(text) || phraseOpeners.has(normal))

export function chunksOf(
  { tokens }: Document,
  { first, last }: Sentence,
  named: SpanSet<Named>,
  dated: SpanSet<Span>,
): Chunks {
  const all: Chunk[] = []
  const places = new Array<number>(last - first + 1)
  let open: Span | undefined
  for (let i = first; i < last; i++) {
    const token = tokens[i]!
    places[i - first] = all.length
    if (leftOut(token.word)) continue
    const name = named.overlapping(token)
    const span = name ?? dated.overlapping(token)
    if (span && span === open && overlaps(span, tokens[i - 1]!)) {
      all.at(-1)!.last = i + 1
      places[i - first] = all.length - 1
      continue
    }
    open = span
    if (span) {
      const id = kinds.name(name?.type ?? 'date')
      all.push({ first: i, last: i + 1, stem: id, kind: id, verb: false, noun: false })
    } else {
      const { tags } = token
      all.push({
        first: i,
        last: i + 1,
        stem: stemId(token),
        kind: kindOf(token, tags),
        verb: tags.includes('Verb') && !tags.includes('Auxiliary'),
        noun: tags.includes('Noun'),
      })
    }
  }
  places[last - first] = all.length
  return {
    all,
    chunkAt: (token) => places[token - first]!,
    stem: (k) => (k < 0 ? edges.before : (all[k]?.stem ?? edges.after)),
    kind: (k) => (k < 0 ? edges.before : (all[k]?.kind ?? edges.after)),
  }
}
