import { Numbering } from '../../base/numbering.ts'
import type { NameSentence, NameTokens } from './name-tokens.ts'
import { cue, flag } from './name-words.ts'

/** What is counted of a word all over the story: how its other tokens are written, and the longer names that hold it. */
export const count = {
  lower: 0,
  capital: 1,
  /** First or last word of a longer run of capitals. */
  first: 2,
  last: 3,
  /** Follows a title or first name; before a word of speech. */
  titled: 4,
  speaks: 5,
  /** Follows "in" or "at"; after "the"; before "'s". */
  placed: 6,
  definite: 7,
  owns: 8,
  /** Whether anything was looked at that may be counted. */
  any: 9,
  /** No count: the id of the last word of the run of which this is the acronym, or 0. */
  acronymOf: 10,
} as const
const width = Object.keys(count).length

/** What the whole story says of the words that have a capital in it. */
export interface StoryContext {
  /** The number of the word of each token with a capital, -1 of others; "Turkey" and "TURKEY" are one. */
  readonly numbers: Int32Array
  /** How many words have a number. */
  readonly length: number
  /** `width` numbers for each word. */
  readonly counts: Int32Array
}

/** Where the counts of a word begin. */
export const countsAt = (number: number): number => number * width

const numbering = new Numbering()

/** Counts over all sentences of a story, linear in its tokens. */
export function readContext(tokens: NameTokens): StoryContext {
  const numbers = numberWords(tokens)
  const context = { numbers, length: numbering.length, counts: new Int32Array(numbering.length * width) }
  const acronyms = new Map<string, number>()
  for (const sentence of tokens.sentences) {
    // What is in capitals as a whole tells nothing by them.
    if (sentence.allCaps || sentence.titleCase) continue
    for (let at = sentence.first; at < sentence.last; ) {
      if (tokens.capital[at] === 1) {
        const end = endOfRun(tokens, at)
        countRun(tokens, sentence, at, end, context)
        if (end - at > 2 && end - at < 8) acronyms.set(initialsOf(tokens, at, end), tokens.id[end - 1]!)
        at = end
        continue
      }
      const number = tokens.words[at]!.lowerCase ? numbering.find(tokens.id[at]!) : -1
      if (number >= 0) add(context, number, count.lower)
      at++
    }
  }
  if (acronyms.size > 0) noteAcronyms(tokens, acronyms, context)
  return context
}

/** Numbers the words that have a capital anywhere. */
function numberWords({ id, capital }: NameTokens): Int32Array {
  const numbers = new Int32Array(id.length).fill(-1)
  numbering.clear()
  for (let row = 0; row < id.length; row++) if (capital[row] === 1) numbers[row] = numbering.numberOf(id[row]!)
  return numbers
}

function add({ counts }: StoryContext, number: number, what: number): void {
  counts[number * width + what]!++
  counts[number * width + count.any] = 1
}

/** Where the run of capitals ends that begins at a row: behind a sentence stands no capital. */
function endOfRun({ capital }: NameTokens, from: number): number {
  let end = from + 1
  while (capital[end] === 1) end++
  return end
}

function countRun(
  { words, flags }: NameTokens,
  { first }: NameSentence,
  from: number,
  end: number,
  context: StoryContext,
): void {
  const { numbers, counts } = context
  const last = numbers[end - 1]!
  counts[last * width + count.any] = 1
  // The first word of a sentence has a capital whatever it is.
  if (from > first) for (let at = from; at < end; at++) add(context, numbers[at]!, count.capital)
  if (end - from > 1) {
    add(context, numbers[from]!, count.first)
    add(context, last, count.last)
    if ((flags[from]! & (flag.firstName | flag.title)) !== 0) add(context, last, count.titled)
  } else if (from > first && (flags[from - 1]! & flag.title) !== 0) add(context, last, count.titled)
  const [before, after] = [words[from - 1]!.cues, words[end]!.cues]
  if ((before & cue.place) !== 0) add(context, last, count.placed)
  if ((before & cue.article) !== 0) add(context, last, count.definite)
  if ((after & cue.owner) !== 0) add(context, last, count.owns)
  if ((after & cue.speech) !== 0) add(context, last, count.speaks)
}

function initialsOf({ words }: NameTokens, from: number, end: number): string {
  let initials = ''
  for (let at = from; at < end; at++) initials += words[at]!.text[0]
  return initials
}

function noteAcronyms({ words, capital }: NameTokens, acronyms: ReadonlyMap<string, number>, context: StoryContext) {
  for (let row = 0; row < words.length; row++) {
    const { text } = words[row]!
    const long = capital[row] === 1 && text.length > 2 ? acronyms.get(text.replace(/\./g, '')) : undefined
    if (long === undefined) continue
    const at = context.numbers[row]! * width
    context.counts[at + count.acronymOf] = long
    context.counts[at + count.any] = 1
  }
}
