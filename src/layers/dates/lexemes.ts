import { type Day, isoYear, years } from '../../base/calendar.ts'
import type { Span } from '../../base/span.ts'
import type { Explicit } from './chrono.ts'
import { classes, fullYear, type Meaning, numberWords, spokenNumber } from './lexicon.ts'
import type { Vocabulary } from './pattern.ts'
import type { Stretch } from './scope.ts'

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

// A word, a number with what is glued to it, an apostrophe with what follows it, the border of a paragraph, a mark.
const scanner =
  /([A-Za-z\u00AA-\u1FFF\u2C00-\uFFFF][A-Za-z\u00AA-\u1FFF\u2C00-\uFFFF\d]*)|(\d+(?:[.,]\d+)*[A-Za-z]*)|(?<!['’])['’]([sS](?![A-Za-z])|\d\ds?(?![\dA-Za-z]))|(\n\s*\n)|\S/g

export const abbreviations = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec sun mon tue tues wed thu thur thurs fri sat'.split(' '),
)

/** Abbreviations in the names of feasts: "St. Patrick's Day". */
const inFeasts = new Set(['st', 'jr'])

/** What a paragraph ends with. */
const border = '\n\n'

/**
 * Every word, number and mark of some stretches of the text, in order; what chrono-node read is one lexeme, and what is
 * between two stretches is the border of a paragraph.
 */
export function readLexemes(
  text: string,
  stretches: readonly Stretch[],
  explicit: readonly Explicit[],
  day: Day | null,
  { codeOf }: Vocabulary,
): Lexeme[] {
  const lexemes: Lexeme[] = []
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
  let opens = false
  let next = 0
  for (const stretch of stretches) {
    if (stretch.start > 0) shaped(stretch.start, stretch.start, '', undefined, border)
    readStretch(stretch)
  }
  return lexemes

  function readStretch({ start, end: last, sentences }: Stretch): void {
    scanner.lastIndex = start
    let sentence = 0
    for (let match = scanner.exec(text); match && match.index < last; match = scanner.exec(text)) {
      const at = match.index
      for (; sentence < sentences.length && sentences[sentence]! <= at; sentence++) opens = true
      while (next < explicit.length && explicit[next]!.end <= at) next++
      const read = explicit[next]
      if (read && read.start <= at && at < read.end) {
        add(read.start, read.end, '', false, codeOf('', read.kind)).explicit = read
        scanner.lastIndex = read.end
        continue
      }
      const end = scanner.lastIndex
      if (match[1] !== undefined) scanner.lastIndex = readWord(text, at, end, match[1])
      else if (match[2] !== undefined) scanner.lastIndex = readNumber(text, at, end, match[2])
      else if (match[3] !== undefined) readApostrophe(at, end, match[3])
      else shaped(at, end, match[4] !== undefined ? '' : markClass(text, at), undefined, match[0])
    }
  }

  function readWord(text: string, start: number, wordEnd: number, written: string): number {
    const word = written.length > 20 ? '' : written.toLowerCase()
    const capital = written[0] !== word[0]
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
    const code = /^(?:[qh]\d|fy)/.test(word) ? codeClass(word, day) : null
    if (code) {
      shaped(start, wordEnd, code.classes, code.meaning)
      return wordEnd
    }
    const end = text[wordEnd] === '.' && (abbreviations.has(word) || inFeasts.has(word)) ? wordEnd + 1 : wordEnd
    add(start, end, word, capital, codeOf(word))
    return end
  }

  function readNumber(text: string, start: number, end: number, written: string): number {
    const shorthand = /^[1-4][qh]/i.test(written) ? wordAt(text, start) : ''
    const code = codeClass(shorthand.toLowerCase(), day)
    if (code) {
      shaped(start, start + shorthand.length, code.classes, code.meaning)
      return start + shorthand.length
    }
    // "May 17,2019": a year glued to its day.
    const glue = /^(\d{1,2}),(?:19|20)\d\d$/.exec(written)?.[1]
    if (glue !== undefined) return readNumber(text, start, start + glue.length, glue)
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

  function readApostrophe(start: number, end: number, written: string): void {
    if (/^s$/i.test(written)) shaped(start, end, '', undefined, "'s")
    else if (written.length === 3) shaped(start, end, written[1] === '0' ? 'DECADE' : '', written.slice(0, 2))
    else shaped(start, end, 'YEAR_SHORT', fullYear(Number(written), day))
  }
}

const shorthands = /\w{2,6}/y

/** The word at a position, of at most six letters: "1H24". */
function wordAt(text: string, at: number): string {
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

function markClass(text: string, at: number): string {
  const mark = text[at]!
  if (mark === ',') return 'COMMA'
  if (mark === '(') return 'OPEN'
  if (mark === ')') return 'CLOSE'
  if (mark === "'" || mark === '’') return 'APOSTROPHE'
  if (!'-–—'.includes(mark)) return ''
  return mark !== '—' && glued.test(text[at - 1] ?? ' ') && glued.test(text[at + 1] ?? ' ') ? 'HYPHEN' : 'DASH'
}
