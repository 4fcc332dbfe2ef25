import { combine, hashText } from '../base/hash.ts'
import { FeatureRow, type Features, inOrder, templates } from '../model/features.ts'
import { type Learned, learned } from '../model/weights.ts'
import type { SpeechColumns } from './speech-columns.ts'
import { speech } from './tags.ts'
import type { Word } from './word.ts'

/** A word type as the tagger of speech sees it. */
export interface SpeechWord {
  readonly id: number
  readonly suffix: number
  readonly shape: number
}

/** How a token stands in its sentence. */
export interface Stand {
  /** What capitals tell there: of `mode`. */
  readonly mode: number
  /** Whether no space stands before the token, behind it, or both. */
  readonly glued: number
}

export const mode = { inside: 1, first: 2, titleCase: 3, capitals: 4 } as const

/** How most tokens stand. */
export const usualStand: Stand = { mode: mode.inside, glued: 0 }

const tail = ({ normal, letters }: Word, length: number) =>
  letters && normal.length >= length ? hashText(normal.slice(-length)) : 0
const head = ({ normal, letters }: Word, length: number) =>
  letters && normal.length > length ? hashText(normal.slice(0, length)) : 0

export const readSpeechWord = (word: Word): SpeechWord => ({
  id: word.hash,
  suffix: tail(word, 3) || word.hash,
  shape: shapeOf(word),
})

const shapes = [
  /^\p{Lu}$/u,
  /^\p{Lu}\p{Ll}+$/u,
  /^\p{Lu}+$/u,
  /^\p{Ll}+$/u,
  /^(?:\p{L}\.)+$/u,
  /^\d+$/,
  /^\d[\d.,:]*$/,
  /^\d/,
]

/** How a word is written: its capitals, digits and dots. */
function shapeOf({ text, letters, capital }: Word): number {
  const simple = shapes.findIndex((shape) => shape.test(text))
  if (simple >= 0) return simple + 2
  return letters ? (capital ? 20 : 21) : hashText(text)
}

/** What one word tells by itself; 0 is nothing. */
const wordReaders: Readonly<Record<string, (word: Word) => number>> = {
  word: ({ hash }) => hash,
  form: ({ text, capital }) => (capital ? hashText(text) : 0),
  shape: shapeOf,
  'last letter': (word) => tail(word, 1),
  'last 2 letters': (word) => tail(word, 2),
  'last 3 letters': (word) => tail(word, 3),
  'last 4 letters': (word) => tail(word, 4),
  'last 5 letters': (word) => tail(word, 5),
  'first letter': (word) => head(word, 1),
  'first 2 letters': (word) => head(word, 2),
  'first 3 letters': (word) => head(word, 3),
  'first 4 letters': (word) => head(word, 4),
  'last 3 letters and shape': (word) => combine(tail(word, 3), shapeOf(word)),
}

/** How far a word is seen from a token, on either side. */
export const speechReach = 2
/** What of a word is seen from a token before or behind it, by how far behind it the word stands. */
const seen: Readonly<Record<number, readonly string[]>> = {
  [-2]: ['word', 'last 3 letters', 'shape'],
  [-1]: ['word', 'last 2 letters', 'last 3 letters', 'shape'],
  0: Object.keys(wordReaders),
  1: ['word', 'form', 'last 2 letters', 'last 3 letters', 'last 4 letters', 'shape'],
  2: ['word', 'last 3 letters', 'shape'],
}

const decision = 'part of speech'
const offsets = Array.from({ length: 2 * speechReach + 1 }, (_, position) => position - speechReach)
const nameAt = (name: string, offset: number) => `${name} ${offset}`

const window = templates(
  decision,
  offsets.flatMap((offset) => seen[offset]!.map((name) => nameAt(name, offset))),
)
const byPosition = offsets.map((offset) =>
  seen[offset]!.map((name) => ({ id: window[nameAt(name, offset)]!, read: wordReaders[name]! })),
)

const standing = ['mode, shape', 'mode, word', 'mode, last letters', 'glued, shape', 'glued, last letters'] as const
const placed = [
  'before',
  'two before',
  'before, word',
  'before, last letters',
  'before, shape',
  'two before, word',
  'two before, last letters',
  'before that, word',
  'glued, before',
  'before, word after',
  'before, last letters after',
  'word, word after',
  'word, last letters after',
  'last letters, word after',
  'last letters, last letters after',
  'word before, word',
  'word before, word after',
  'words after',
  'words before',
  'three shapes',
] as const
const t = templates(decision, [...standing, ...placed])

export const speechModel: Learned = learned('part-of-speech', [window, t], speech)

function add(template: number, value: number, features: Features): void {
  if (value !== 0) features.add(template, value)
}

/** What a word by itself gives to a token; `offset` is how far behind the token it stands. */
export function wordFeatures(word: Word, offset: number, features: Features): void {
  for (const { id, read } of byPosition[offset + speechReach]!) add(id, read(word), features)
}

/** What a word gives by how it stands in its sentence. */
export function standFeatures({ shape, id, suffix }: SpeechWord, { mode, glued }: Stand, features: Features): void {
  add(t['mode, shape'], combine(mode, shape), features)
  add(t['mode, word'], combine(mode, id), features)
  add(t['mode, last letters'], combine(mode, suffix), features)
  add(t['glued, shape'], combine(glued, shape), features)
  add(t['glued, last letters'], combine(glued, suffix), features)
}

/** What a token gives with the words around it and the parts of speech before it. */
export const placeFeatures = (): FeatureRow => new FeatureRow(inOrder(t, placed))

export function readPlace(columns: SpeechColumns, row: number, features: FeatureRow): void {
  const { id, suffix, shape, glued, speech } = columns
  const beforeThat = id[row - 2]!
  const before = id[row - 1]!
  const word = id[row]!
  const after = id[row + 1]!
  const afterThat = id[row + 2]!
  const ending = suffix[row]!
  const endingAfter = suffix[row + 1]!
  const spokenBefore = speech[row - 1]!
  const spokenBeforeThat = speech[row - 2]!
  const two = combine(spokenBefore, spokenBeforeThat)
  const { values } = features
  values[0] = spokenBefore + 1 // before
  values[1] = two // two before
  values[2] = combine(spokenBefore, word) // before, word
  values[3] = combine(spokenBefore, ending) // before, last letters
  values[4] = combine(spokenBefore, shape[row]!) // before, shape
  values[5] = combine(two, word) // two before, word
  values[6] = combine(two, ending) // two before, last letters
  values[7] = combine(spokenBeforeThat, word) // before that, word
  values[8] = combine(glued[row]!, spokenBefore) // glued, before
  values[9] = combine(spokenBefore, after) // before, word after
  values[10] = combine(spokenBefore, endingAfter) // before, last letters after
  values[11] = combine(word, after) // word, word after
  values[12] = combine(word, endingAfter) // word, last letters after
  values[13] = combine(ending, after) // last letters, word after
  values[14] = combine(ending, endingAfter) // last letters, last letters after
  values[15] = combine(before, word) // word before, word
  values[16] = combine(before, after) // word before, word after
  values[17] = combine(after, afterThat) // words after
  values[18] = combine(before, beforeThat) // words before
  values[19] = combine(combine(shape[row - 1]!, shape[row]!), shape[row + 1]!) // three shapes
  features.hashTold()
}
