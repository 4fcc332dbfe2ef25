import { hashText } from '../../base/hash.ts'
import { words } from '../../base/word-list.ts'

interface Clusters {
  fine: number
  coarse: number
}

/** What is known of a word before any text: by lists of ours, not by the model. */
export interface Lexicon {
  /** Fine and coarse cluster of a lower-case word, 0 where it has none. */
  clusters(word: string): Clusters
  /** Bits of `flag`; `written` is the word in the case that a name has. */
  flags(lower: string, written: string): number
  /** Whether several words are a place of the gazetteer. */
  isPlace(name: string): boolean
}

export const flag = {
  firstName: 1 << 0,
  place: 1 << 1,
  demonym: 1 << 2,
  title: 1 << 3,
  organizationHead: 1 << 4,
  facilityHead: 1 << 5,
  eventHead: 1 << 6,
  lawHead: 1 << 7,
  particle: 1 << 8,
  calendar: 1 << 9,
  organization: 1 << 10,
  notName: 1 << 11,
} as const

/** What a word tells of the name beside it: bits of `cues`. */
export const cue = {
  /** "in" or "at". */
  place: 1 << 0,
  article: 1 << 1,
  owner: 1 << 2,
  speech: 1 << 3,
} as const

const cueOf = new Map<string, number>()
for (const [bit, list] of [
  [cue.place, 'in at'],
  [cue.article, 'the'],
  [cue.owner, "'s ’s"],
  [cue.speech, 'said says told added warned insisted argued noted stressed urged denied'],
] as const)
  for (const word of words(list)) cueOf.set(word, bit)

/** A part of a word type as the tagger sees it. */
export interface NameWord {
  readonly text: string
  readonly lower: string
  readonly form: number
  readonly id: number
  readonly shape: number
  /** Has a letter; has an upper-case one, so that it may be part of a name; has no other. */
  readonly letters: boolean
  readonly capital: boolean
  readonly lowerCase: boolean
  readonly fine: number
  readonly coarse: number
  readonly flags: number
  readonly cues: number
  /** No other word has it. */
  readonly number: number
  /** How many code units behind the start of its token it begins, and how many it has. */
  readonly at: number
  readonly length: number
  /** The part after it. */
  readonly next: NameWord | undefined
}

/** How far a word is seen from a token, on either side. */
export const featureReach = 2

/** What stands beyond a sentence. */
export const edge: NameWord = {
  text: '',
  lower: '',
  form: 0,
  id: 1,
  shape: 2,
  letters: false,
  capital: false,
  lowerCase: false,
  fine: 4,
  coarse: 3,
  flags: 0,
  cues: 0,
  number: -1,
  at: 0,
  length: 0,
  next: undefined,
}

const shapes = [
  /^\p{Lu}\p{Ll}+$/u,
  /^\p{Lu}+$/u,
  /^\p{Ll}+$/u,
  /^\p{Lu}\.$/u,
  /^(?:\p{L}\.)+$/u,
  /^\d+$/,
  /^\d[\d.,:]*$/,
]

function shapeOf(text: string): number {
  const simple = shapes.findIndex((shape) => shape.test(text))
  if (simple >= 0 && simple !== 1) return simple + 1
  if (simple === 1) return text.length === 1 ? 20 : text.length < 5 ? 21 : 22
  let shape = ''
  for (const letter of text.slice(0, 12)) {
    const kind = /\p{Lu}/u.test(letter) ? 'X' : /\p{L}/u.test(letter) ? 'x' : /\d/.test(letter) ? '0' : letter
    if (!shape.endsWith(kind)) shape += kind
  }
  return hashText(shape)
}

let made = 0
const longestWord = 60

/** `shout` marks a word of a sentence in capitals, whose case says nothing. */
export function readNameWord(
  part: string,
  lexicon: Lexicon,
  shout: boolean,
  at = 0,
  next: NameWord | undefined = undefined,
): NameWord {
  const text = part.slice(0, longestWord)
  const lower = text.toLowerCase()
  const letters = /\p{L}/u.test(text)
  const titled = text[0]! + lower.slice(1)
  const written = shout ? titled : text
  const { fine, coarse } = lexicon.clusters(lower)
  // "LONDON" in a dateline is London.
  const loud = letters && lower.length > 3 && text === text.toUpperCase()
  return {
    text,
    lower,
    form: shout ? hashText(lower) ^ 1 : hashText(text),
    id: hashText(lower),
    shape: shout ? (letters ? 30 : 31) : shapeOf(text),
    letters,
    capital: /\p{Lu}/u.test(text),
    lowerCase: letters && text === lower,
    fine,
    coarse,
    flags: letters ? lexicon.flags(lower, written) | (loud ? lexicon.flags(lower, titled) : 0) : 0,
    cues: cueOf.get(lower) ?? 0,
    number: made++,
    at,
    length: part.length,
    next,
  }
}
