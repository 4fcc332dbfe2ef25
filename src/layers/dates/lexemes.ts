import { type Day, isoYear, years } from '../../base/calendar.ts'
import type { Span } from '../../base/span.ts'
import { tokenFlag, wordAt } from '../../text/columns.ts'
import type { Document } from '../../text/document.ts'
import { type Word, wordFact, wordTest } from '../../text/word.ts'
import type { Explicit } from './chrono.ts'
import { classes, fullYear, type Meaning, numberWords, spokenNumber } from './lexicon.ts'
import type { Stretch } from './scope.ts'
import { unknown, type Vocabulary } from './vocabulary.ts'

/** A word, number or mark of the text with the code of its classes, one character. */
export interface Lexeme extends Span {
  /** Lower case, straight quotes. */
  word: string
  /** How the text writes it begins with a capital. */
  capital: boolean
  /** It is the first of its sentence. */
  opens: boolean
  code: string
  meaning: Meaning | undefined
  /** A day or clock time that chrono-node read. */
  explicit: Explicit | undefined
}

/**
 * A token as dates read it. "G20" is a word, "3:30pm" two numbers and a mark; the day before a year that a comma glues to
 * it, "17,2019", stands alone.
 */
const split =
  /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*|\d{1,2}(?=,(?:19|20)\d\d(?![A-Za-z\d]|[.,]\d))|\d+(?:[.,]\d+)*[A-Za-z]*|['’][sS](?![A-Za-z])|\S/gu

export const abbreviations = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec sun mon tue tues wed thu thur thurs fri sat'.split(' '),
)

/** Abbreviations in the names of feasts: "St. Patrick's Day". */
const inFeasts = new Set(['st', 'jr'])

/** The word of what stands between two paragraphs. */
export const border = '\n\n'

/** A part of a word type as it is by itself; what is `plain` is so whatever stands beside it. */
interface Part {
  readonly kind: 'plain' | 'word' | 'number' | 'apostrophe' | 'dash'
  readonly written: string
  readonly length: number
  readonly word: string
  readonly capital: boolean
  readonly code: string
  /** How many code units behind the start of its token it begins. */
  readonly at: number
  /** The part after it. */
  readonly next: Part | undefined
}

const readParts = ({ text }: Word, vocabulary: Vocabulary): Part | undefined =>
  [...text.matchAll(split)].reduceRight<Part | undefined>(
    (next, { 0: written, index }) => readPart(written, index, next, vocabulary),
    undefined,
  )

function readPart(written: string, at: number, next: Part | undefined, { codeOf }: Vocabulary): Part {
  const { length } = written
  // One shape of object for all parts.
  const as = (kind: Part['kind'], word: string, capital: boolean, code: string): Part => ({
    kind,
    written,
    length,
    word,
    capital,
    code,
    at,
    next,
  })
  if (/^\d/.test(written)) return as('number', '', false, unknown)
  if (/^['’]s$/i.test(written)) return as('plain', "'s", false, codeOf("'s"))
  if (!/^[\p{L}\p{M}]/u.test(written)) {
    const kind = isHyphenOrDash(written) ? 'dash' : /^['’]$/.test(written) ? 'apostrophe' : 'plain'
    return as(kind, written, false, codeOf(written, markClasses[written]))
  }
  const word = written.length > longestWord ? '' : written.toLowerCase()
  const kind = numberWords.has(word) || word === 'a' || mayBeCode.test(word) || takesStop(word) ? 'word' : 'plain'
  return as(kind, word, written[0] !== word[0], codeOf(word))
}

const longestWord = 20
const mayBeCode = /^(?:[qh]\d|fy)/
const takesStop = (word: string) => abbreviations.has(word) || inFeasts.has(word)
const isHyphenOrDash = (mark: string) => mark === '-' || mark === '–'
const markClasses: Record<string, string> = {
  ...{ ',': 'COMMA', '(': 'OPEN', ')': 'CLOSE', "'": 'APOSTROPHE', '’': 'APOSTROPHE' },
  ...{ '-': 'DASH', '–': 'DASH', '—': 'DASH' },
}

/** Reads the lexemes of some stretches of a document. */
export type LexemeReader = (
  doc: Document,
  stretches: readonly Stretch[],
  explicit: readonly Explicit[],
  day: Day | null,
) => Lexeme[]

/**
 * Every word, number and mark of some stretches of the text, in order; what chrono-node read is one lexeme, and what is
 * between two stretches is the border of a paragraph.
 */
export function lexemeReader(vocabulary: Vocabulary): LexemeReader {
  const firstPart = wordFact((word) => readParts(word, vocabulary))
  const says = wordTest((word) => {
    const { kind, next, code, capital } = readParts(word, vocabulary)!
    return kind !== 'plain' || next !== undefined || code !== unknown || capital || word.lower.length > longestWord
  })
  return (doc, stretches, explicit, day) => readLexemes(doc, stretches, explicit, day, vocabulary, { says, firstPart })
}

interface WordReader {
  /** Whether a word is more than one in lower case that dates do not know: most are not, and are read without their parts. */
  says(word: Word): boolean
  firstPart(word: Word): Part | undefined
}

function readLexemes(
  { text, columns }: Document,
  stretches: readonly Stretch[],
  explicit: readonly Explicit[],
  day: Day | null,
  { codeOf }: Vocabulary,
  { says, firstPart }: WordReader,
): Lexeme[] {
  const { starts, flags } = columns
  const lexemes: Lexeme[] = []
  let opens = false
  // One shape of object for all lexemes: there are as many as words.
  const add = (start: number, end: number, word: string, capital: boolean, code: string): Lexeme => {
    const lexeme: Lexeme = { start, end, word, capital, opens, code, meaning: undefined, explicit: undefined }
    lexemes.push(lexeme)
    opens = false
    return lexeme
  }
  const shaped = (start: number, end: number, classes: string, meaning?: Meaning, word = ''): void => {
    add(start, end, word, false, codeOf(word, classes)).meaning = meaning
  }
  const addPart = (start: number, end: number, { word, capital, code }: Part) => add(start, end, word, capital, code)
  let next = 0
  for (const { first, last } of stretches) {
    const begin = starts[first]!
    if (begin > 0) shaped(begin, begin, '', undefined, border)
    readStretch(first, last)
  }
  return lexemes

  function readStretch(first: number, last: number): void {
    /** Where the lexeme before ends: it may take in tokens behind its own. */
    let reached = 0
    for (let token = first; token < last; token++) {
      const start = starts[token]!
      const flag = flags[token]!
      if (flag > tokenFlag.glued && token > first) readGap(start, flag)
      if ((flag & tokenFlag.opens) !== 0) opens = true
      if (start < reached && columns.ends[token]! <= reached) continue
      while (next < explicit.length && explicit[next]!.end <= start) next++
      const read = explicit[next]
      if (read && read.start <= start) {
        add(read.start, read.end, '', false, codeOf('', read.kind)).explicit = read
        reached = read.end
        continue
      }
      const word = wordAt(columns, token)
      if (!says(word) && start >= reached) {
        add(start, columns.ends[token]!, word.lower, false, unknown)
        reached = columns.ends[token]!
        continue
      }
      for (let part = firstPart(word); part; part = part.next)
        if (start + part.at >= reached) reached = readAt(start + part.at, part)
    }
  }

  function readGap(at: number, flag: number): void {
    if ((flag & tokenFlag.paragraph) !== 0) shaped(at, at, '', undefined, border)
    else if ((flag & tokenFlag.afterUnread) !== 0) shaped(at, at, '')
  }

  /** The end of the lexeme that begins with a part of a token. */
  function readAt(start: number, part: Part): number {
    const end = start + part.length
    switch (part.kind) {
      case 'plain':
        addPart(start, end, part)
        return end
      case 'word':
        return readWord(start, end, part)
      case 'number':
        return readNumber(start, end, part.written)
      case 'apostrophe':
        return readApostrophe(start, end, part)
      case 'dash':
        if (isHyphen(text, start)) shaped(start, end, 'HYPHEN', undefined, part.word)
        else addPart(start, end, part)
        return end
    }
  }

  function readWord(start: number, wordEnd: number, part: Part): number {
    const { word } = part
    const nth = numberWords.has(word) ? spokenNth(text, wordEnd, word) : null
    if (nth) {
      shaped(start, nth.end, nth.value <= 31 ? 'NTH ORDINAL' : 'ORDINAL', nth.value, text.slice(start, nth.end))
      return nth.end
    }
    const spoken = numberWords.has(word)
      ? readSpoken(text, start)
      : word === 'a' && articled.test(text.slice(wordEnd, wordEnd + 10))
        ? readSpoken(text, wordEnd + 1)
        : null
    if (spoken) {
      shaped(start, spoken.end, spoken.classes, spoken.value, spoken.words)
      return spoken.end
    }
    const code = mayBeCode.test(word) ? codeClass(word, day) : null
    if (code) {
      shaped(start, wordEnd, code.classes, code.meaning)
      return wordEnd
    }
    const end = text[wordEnd] === '.' && takesStop(word) ? wordEnd + 1 : wordEnd
    addPart(start, end, part)
    return end
  }

  function readNumber(start: number, end: number, written: string): number {
    const shorthand = /^[1-4][qh]/i.test(written) ? shorthandAt(text, start) : ''
    const code = codeClass(shorthand.toLowerCase(), day)
    if (code) {
      shaped(start, start + shorthand.length, code.classes, code.meaning)
      return start + shorthand.length
    }
    const [, digits = '', glued = ''] = /^(\d+(?:[.,]\d+)*)([A-Za-z]*)$/.exec(written) ?? []
    if (glued === '' && isDecadeWithApostrophe(text, start, end, digits)) {
      shaped(start, end + 2, 'DECADE', digits, written)
      return end + 2
    }
    const many = glued === '' && !'$€£¥#'.includes(text[start - 1] ?? ' ') ? millionsOf(text, end) : null
    if (many) {
      shaped(start, many.end, 'COUNT', Number(digits.replace(/,/g, '')) * many.factor, digits)
      return many.end
    }
    const counted = '$€£¥#'.includes(text[start - 1] ?? ' ') || quantity(text, end)
    if (glued !== '' || counted || digits.length > 12) {
      const ordinal = /^(?:st|nd|rd|th)$/i.test(glued) && /^\d{1,2}$/.test(digits) && Number(digits) > 0
      const decade = glued === 's' && /^(?:1\d|20)?\d0$/.test(digits)
      if (ordinal) shaped(start, end, Number(digits) <= 31 ? 'NTH ORDINAL' : 'ORDINAL', Number(digits), written)
      else if (decade) shaped(start, end, 'DECADE', digits, written)
      else shaped(start, end, '', undefined, written)
      return end
    }
    const value = Number(digits.replace(/,(?=\d{3}(?!\d))/g, ''))
    const fraction = fractionAfter(text, end)
    if (fraction) {
      shaped(start, end + fraction.length, 'COUNT', value + fraction.value, digits)
      return end + fraction.length
    }
    const plain = /^\d+$/.test(digits)
    const classes = !plain
      ? 'COUNT'
      : digits.length < 3 && value >= 1 && value <= 31
        ? `COUNT DAY${digits.length === 2 ? ' TWO_DIGITS' : ''}`
        : digits.length === 2
          ? 'COUNT TWO_DIGITS'
          : digits.length === 4 && value >= 1000 && value < 2100
            ? 'COUNT YEAR'
            : 'COUNT'
    shaped(start, end, Number.isFinite(value) ? classes : '', value, digits)
    return end
  }

  function readApostrophe(start: number, end: number, part: Part): number {
    shortYear.lastIndex = start
    const written = shortYear.exec(text)?.[1]
    if (written === undefined) {
      addPart(start, end, part)
      return end
    }
    if (written.length === 3)
      shaped(start, shortYear.lastIndex, written[1] === '0' ? 'DECADE' : '', written.slice(0, 2))
    else shaped(start, shortYear.lastIndex, 'YEAR_SHORT', fullYear(Number(written), day))
    return shortYear.lastIndex
  }
}

/** "'24", "the '90s". */
const shortYear = /(?<!['’])['’](\d\ds?)(?![\dA-Za-z])/y

const shorthands = /\w{2,6}/y

/** What is written at a position, of at most six letters and digits: "1H24". */
function shorthandAt(text: string, at: number): string {
  shorthands.lastIndex = at
  return shorthands.exec(text)?.[0] ?? ''
}

/** "the 70's" is a decade, "1970's best film" is a year's. */
const isDecadeWithApostrophe = (text: string, start: number, end: number, digits: string): boolean =>
  /^(?:(?:1\d|20)\d|[2-9])0$/.test(digits) &&
  /^['’]s(?!\w)/.test(text.slice(end, end + 3)) &&
  /\b(?:the|early|mid|late)[ -]$/i.test(text.slice(Math.max(0, start - 6), start))

/** "66 million years ago". */
const millions = /[ -](million|billion)(?=[ -](?:years?|days?|hours?|centuries)\b)/y

function millionsOf(text: string, at: number): { end: number; factor: number } | null {
  millions.lastIndex = at
  const match = millions.exec(text)
  return match && { end: millions.lastIndex, factor: match[1] === 'million' ? 1e6 : 1e9 }
}

const percent = /\s?(?:%|percent|per ?cent|pct|million|billion|trillion)/y

function quantity(text: string, end: number): boolean {
  percent.lastIndex = end
  return percent.test(text)
}

const units = /[-‑](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![A-Za-z-])/iy

/** "twenty-first", whose first word ends at `end`. */
function spokenNth(text: string, end: number, ten: string): { end: number; value: number } | null {
  const tens = numberWords.get(ten)!
  units.lastIndex = end
  const unit = tens >= 20 && tens < 100 ? units.exec(text)?.[1] : undefined
  return unit === undefined
    ? null
    : { end: units.lastIndex, value: tens + Number(classes.ORDINAL![unit.toLowerCase()]) }
}

/** "a hundred years". */
const articled = /^ (?:hundred|thousand|dozen)(?![A-Za-z])/i

const halves: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }
const fraction = /[ -](\d)\/([2-9])(?![\d/%])/y

function fractionAfter(text: string, end: number): { length: number; value: number } | null {
  const half = halves[text[end] ?? '']
  if (half !== undefined) return { length: 1, value: half }
  fraction.lastIndex = end
  const match = fraction.exec(text)
  return match ? { length: match[0].length, value: Number(match[1]) / Number(match[2]) } : null
}

const spokenWords = [...numberWords.keys()].sort((a, b) => b.length - a.length).join('|')
const spokenPhrase = new RegExp(`(?:${spokenWords})(?:(?:[ -]| and )(?:${spokenWords})){0,6}(?![A-Za-z])`, 'iy')

/** "nineteen ninety-six", "two hundred and fifty" from `start` on, the longest that is a number. */
function readSpoken(text: string, start: number) {
  spokenPhrase.lastIndex = start
  const phrase = spokenPhrase.exec(text)?.[0]
  if (phrase === undefined) return null
  const parts = [...phrase.matchAll(/[A-Za-z]+/g)]
  for (let count = parts.length; count > 0; count--) {
    const words = parts.slice(0, count).map(([word]) => word.toLowerCase())
    const last = parts[count - 1]!
    // "one and two" are two numbers, "two hundred and fifty" is one.
    const joined = words.every((word, i) => word !== 'and' || /^(?:hundred|thousand)$/.test(words[i - 1]!))
    const said = joined && last[0].toLowerCase() !== 'and' ? spokenNumber(words.filter((word) => word !== 'and')) : null
    if (!said) continue
    const year = said.value >= 1900 && said.value < 2100
    const classes = said.year ? 'YEAR' : year ? 'COUNT YEAR_SPOKEN' : 'COUNT'
    return { end: start + last.index + last[0].length, classes, value: said.value, words: words.join(' ') }
  }
  return null
}

/** "Q3", "3Q", "H1", "1H24", "FY25"; "Q32024" is none. */
function codeClass(word: string, day: Day | null): { classes: string; meaning: string } | null {
  const quarter = /^(?:([qh])([1-4])|([1-4])([qh])(\d\d|\d{4})?)$/.exec(word)
  const letter = quarter?.[1] ?? quarter?.[4]
  const number = quarter?.[2] ?? quarter?.[3]
  if (letter && !(letter === 'h' && Number(number) > 2)) {
    const part = `${letter.toUpperCase()}${number}`
    const year = quarter?.[5] === undefined ? null : yearOf(quarter[5], day)
    return { classes: 'QUARTER_CODE', meaning: year === null ? part : `${isoYear(year)}-${part}` }
  }
  const fiscal = /^fy(\d\d|\d{4})$/.exec(word)
  return fiscal && { classes: 'FISCAL_CODE', meaning: isoYear(yearOf(fiscal[1]!, day)) }
}

const yearOf = (digits: string, day: Day | null): number =>
  digits.length === 2 ? fullYear(Number(digits), day) : Math.max(Number(digits), years.first)

const glued = /[\p{L}\p{N}]/u

const isHyphen = (text: string, at: number): boolean =>
  glued.test(text[at - 1] ?? ' ') && glued.test(text[at + 1] ?? ' ')
