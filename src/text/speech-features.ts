import { combine, hashText } from '../base/hash.ts'
import { type Features, templates } from '../model/features.ts'
import { type Learned, learned } from '../model/weights.ts'
import { speech } from './tags.ts'
import type { Word } from './word.ts'

/** A word type as the tagger of speech sees it. */
export interface SpeechWord {
  readonly id: number
  readonly suffix: number
  readonly shape: number
}

/** A token in its sentence, the words around it, and the parts of speech of those before it. */
export interface TokenPlace<W extends SpeechWord = SpeechWord> {
  word: W
  before: W
  beforeThat: W
  after: W
  afterThat: W
  /** Numbers of `speech`; `none` where the sentence begins. */
  speechBefore: number
  speechBeforeThat: number
  mode: number
  /** Whether no space stands before the token, behind it, or both. */
  glued: number
}

/** What capitals tell in a sentence. */
export const mode = { inside: 1, first: 2, titleCase: 3, capitals: 4 } as const
/** The part of speech of what stands before a sentence. */
export const noSpeech = 31

/** What stands beyond a sentence. */
export const edge: SpeechWord = { id: 1, suffix: 1, shape: 1 }

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

/** Templates of what one word tells by itself; 0 is nothing. */
export const wordTemplates: Readonly<Record<string, (word: Word) => number>> = {
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
/** Which of a word's templates are seen from a token before or behind it, by how far behind it the word stands. */
const seen: Readonly<Record<number, readonly string[]>> = {
  [-2]: ['word', 'last 3 letters', 'shape'],
  [-1]: ['word', 'last 2 letters', 'last 3 letters', 'shape'],
  1: ['word', 'form', 'last 2 letters', 'last 3 letters', 'last 4 letters', 'shape'],
  2: ['word', 'last 3 letters', 'shape'],
}

type Template = (place: TokenPlace) => number

/** Templates of a token in its place, by what they look at; 0 is nothing. */
export const placeTemplates = {
  /** The word, where it stands in its sentence, and the parts of speech before it. */
  word: {
    before: ({ speechBefore }) => speechBefore + 1,
    'two before': ({ speechBefore, speechBeforeThat }) => combine(speechBefore, speechBeforeThat),
    'before, word': ({ speechBefore, word }) => combine(speechBefore, word.id),
    'before, last letters': ({ speechBefore, word }) => combine(speechBefore, word.suffix),
    'before, shape': ({ speechBefore, word }) => combine(speechBefore, word.shape),
    'two before, word': (place) => combine(combine(place.speechBefore, place.speechBeforeThat), place.word.id),
    'two before, last letters': (place) =>
      combine(combine(place.speechBefore, place.speechBeforeThat), place.word.suffix),
    'before that, word': ({ speechBeforeThat, word }) => combine(speechBeforeThat, word.id),
    'mode, shape': (place) => combine(place.mode, place.word.shape),
    'mode, word': (place) => combine(place.mode, place.word.id),
    'mode, last letters': (place) => combine(place.mode, place.word.suffix),
    'glued, shape': ({ glued, word }) => combine(glued, word.shape),
    'glued, before': ({ glued, speechBefore }) => combine(glued, speechBefore),
    'glued, last letters': ({ glued, word }) => combine(glued, word.suffix),
  },
  /** The word after it, and the part of speech before it. */
  after: {
    'before, word after': ({ speechBefore, after }) => combine(speechBefore, after.id),
    'before, last letters after': ({ speechBefore, after }) => combine(speechBefore, after.suffix),
  },
  /** The word and the one after it. */
  pair: {
    'word, word after': ({ word, after }) => combine(word.id, after.id),
    'word, last letters after': ({ word, after }) => combine(word.id, after.suffix),
    'last letters, word after': ({ word, after }) => combine(word.suffix, after.id),
    'last letters, last letters after': ({ word, after }) => combine(word.suffix, after.suffix),
  },
  /** Any of the words around it. */
  around: {
    'word before, word': ({ before, word }) => combine(before.id, word.id),
    'word before, word after': ({ before, after }) => combine(before.id, after.id),
    'words after': ({ after, afterThat }) => combine(after.id, afterThat.id),
    'words before': ({ before, beforeThat }) => combine(before.id, beforeThat.id),
    'three shapes': ({ before, word, after }) => combine(combine(before.shape, word.shape), after.shape),
  },
} satisfies Record<string, Record<string, Template>>

/** What a group of templates looks at. */
export type Sight = keyof typeof placeTemplates
export const sights = Object.keys(placeTemplates) as Sight[]

/** Functions that add the features of a token to a list. */
export interface SpeechFeatures {
  model: Learned
  /** What a word by itself gives to a token; `offset` is how far behind the token it stands. */
  wordFeatures(word: Word, offset: number, features: Features): void
  /** What the token in its place gives by the templates of a group. */
  placeFeatures(place: TokenPlace, sight: Sight, features: Features): void
}

const decision = 'part of speech'

/** By other tables for tests: where a template stands in its table tells nothing. */
export function openSpeechFeatures(
  ofWords: Readonly<Record<string, (word: Word) => number>> = wordTemplates,
  ofPlaces: Readonly<Record<Sight, Readonly<Record<string, Template>>>> = placeTemplates,
): SpeechFeatures {
  const named = Object.keys(ofWords)
  const offsets = Array.from({ length: 2 * speechReach + 1 }, (_, position) => position - speechReach)
  const nameAt = (name: string, offset: number) => `${name} ${offset}`
  const seenAt = (offset: number) => seen[offset] ?? named
  const window = templates(
    decision,
    offsets.flatMap((offset) => seenAt(offset).map((name) => nameAt(name, offset))),
  )
  const byPosition = offsets.map((offset) =>
    seenAt(offset).map((name) => ({ id: window[nameAt(name, offset)]!, read: ofWords[name]! })),
  )
  const places = templates(
    decision,
    sights.flatMap((sight) => Object.keys(ofPlaces[sight])),
  )
  const group = (sight: Sight) => Object.entries(ofPlaces[sight]).map(([name, read]) => ({ id: places[name]!, read }))
  const bySight = { word: group('word'), after: group('after'), pair: group('pair'), around: group('around') }
  return {
    model: learned('part-of-speech', [window, places], speech),
    wordFeatures(word, offset, features) {
      for (const { id, read } of byPosition[offset + speechReach]!) {
        const value = read(word)
        if (value !== 0) features.add(id, value)
      }
    },
    placeFeatures(place, sight, features) {
      const templates = bySight[sight]
      for (let i = 0; i < templates.length; i++) {
        const { id, read } = templates[i]!
        const value = read(place)
        if (value !== 0) features.add(id, value)
      }
    },
  }
}

export const { model: speechModel, wordFeatures, placeFeatures } = openSpeechFeatures()
