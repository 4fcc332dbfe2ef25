import { combine, hashText } from '../base/hash.ts'
import { type Features, templates } from '../model/features.ts'
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

const t = templates(decision, [
  'mode, shape',
  'mode, word',
  'mode, last letters',
  'glued, shape',
  'glued, last letters',
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
] as const)

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

/** What a token gives with the parts of speech before it. */
export function historyFeatures(columns: SpeechColumns, row: number, features: Features): void {
  const [id, suffix] = [columns.id[row]!, columns.suffix[row]!]
  const [before, beforeThat] = [columns.speech[row - 1]!, columns.speech[row - 2]!]
  const two = combine(before, beforeThat)
  add(t.before, before + 1, features)
  add(t['two before'], two, features)
  add(t['before, word'], combine(before, id), features)
  add(t['before, last letters'], combine(before, suffix), features)
  add(t['before, shape'], combine(before, columns.shape[row]!), features)
  add(t['two before, word'], combine(two, id), features)
  add(t['two before, last letters'], combine(two, suffix), features)
  add(t['before that, word'], combine(beforeThat, id), features)
  add(t['glued, before'], combine(columns.glued[row]!, before), features)
}

/** What a token gives with the words around it. */
export function aroundFeatures(columns: SpeechColumns, row: number, features: Features): void {
  const { id, suffix, shape } = columns
  const [beforeThat, before, word, after, afterThat] = [
    id[row - 2]!,
    id[row - 1]!,
    id[row]!,
    id[row + 1]!,
    id[row + 2]!,
  ]
  const [ending, endingAfter] = [suffix[row]!, suffix[row + 1]!]
  const speechBefore = columns.speech[row - 1]!
  add(t['before, word after'], combine(speechBefore, after), features)
  add(t['before, last letters after'], combine(speechBefore, endingAfter), features)
  add(t['word, word after'], combine(word, after), features)
  add(t['word, last letters after'], combine(word, endingAfter), features)
  add(t['last letters, word after'], combine(ending, after), features)
  add(t['last letters, last letters after'], combine(ending, endingAfter), features)
  add(t['word before, word'], combine(before, word), features)
  add(t['word before, word after'], combine(before, after), features)
  add(t['words after'], combine(after, afterThat), features)
  add(t['words before'], combine(before, beforeThat), features)
  add(t['three shapes'], combine(combine(shape[row - 1]!, shape[row]!), shape[row + 1]!), features)
}
