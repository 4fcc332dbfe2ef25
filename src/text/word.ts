import { hashText } from '../base/hash.ts'
import { WordTable } from './word-table.ts'

/** A word type: what all tokens written alike share. Made once, kept while texts go on. */
export interface Word {
  readonly text: string
  readonly lower: string
  /** Lower case, curly quotes made straight: what words are looked up by. */
  readonly normal: string
  /** Hash of `normal`. */
  readonly hash: number
  /** Has a letter; has an upper-case one; has letters, and none but upper-case ones. */
  readonly letters: boolean
  readonly capital: boolean
  readonly allCaps: boolean
  readonly punctuation: boolean
  /** No other word has it: what tables of what is known of words are kept by. */
  readonly number: number
  /** What layers know of the word, by the slot of a {@link wordFact}. */
  readonly facts: unknown[]
  /** Which tests the word was put to, and which of them it meets, by the bit of a {@link wordTest}. */
  tested: number
  meets: number
  testedToo: number
  meetsToo: number
}

let slots = 0

/** A function of word types whose value is kept with the word. */
export function wordFact<T>(read: (word: Word) => T): (word: Word) => T {
  const slot = slots++
  return (word) => {
    const known = word.facts[slot]
    if (known !== undefined) return known as T
    const fact = read(word)
    word.facts[slot] = fact
    return fact
  }
}

/** As many bits as engines keep in a number within an object. */
const bits = 30
let tests = 0

/** A test of word types whose outcome is kept with the word itself: most are asked of each word of a text. */
export function wordTest(passes: (word: Word) => boolean): (word: Word) => boolean {
  const bit = 1 << (tests % bits)
  switch (Math.floor(tests++ / bits)) {
    case 0:
      return (word) => {
        if ((word.tested & bit) === 0) {
          if (passes(word)) word.meets |= bit
          word.tested |= bit
        }
        return (word.meets & bit) !== 0
      }
    case 1:
      return (word) => {
        if ((word.testedToo & bit) === 0) {
          if (passes(word)) word.meetsToo |= bit
          word.testedToo |= bit
        }
        return (word.meetsToo & bit) !== 0
      }
    default:
      return wordFact(passes)
  }
}

const table = new WordTable<Word>(8000, readWord)

/** The word type of a token's text. */
export const wordOf = (text: string): Word => table.find(text)

/** Numbers the word types of one text, each once, in the order in which `words` takes them. */
export const numberWords = (text: string, words: Word[]): ((start: number, end: number) => number) =>
  table.numberer(text, words)

const ascii = /^[\0-\x7f]*$/
const hasContent = /[\p{L}\p{N}$€£¥%&@#]/u

let made = 0

function readWord(text: string): Word {
  const lower = text.toLowerCase()
  const normal = /[’‘]/.test(lower) ? lower.replace(/[’‘]/g, "'") : lower
  const plain = ascii.test(text)
  const letters = plain ? /[a-z]/.test(lower) : /\p{L}/u.test(text)
  return {
    text,
    lower,
    normal,
    hash: hashText(normal),
    letters,
    capital: plain ? text !== lower : /\p{Lu}/u.test(text),
    allCaps: letters && text === text.toUpperCase(),
    punctuation: !(letters || hasContent.test(text) || normal === "'" || normal === "'s"),
    number: made++,
    facts: new Array<unknown>(slots),
    tested: 0,
    meets: 0,
    testedToo: 0,
    meetsToo: 0,
  }
}
