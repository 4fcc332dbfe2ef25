import {
  fractionTails,
  scaleAbbreviations,
  scaleAbbreviationsOfMoney,
  scaleWords,
  shares,
  smallNumbers,
  tens,
} from '../../english/amounts.ts'
import { phraseFinder } from '../../text/phrase-finder.ts'

/** A number that was read in a text: "1.2 million", "two and a half", "half a million". */
export interface ReadNumber {
  end: number
  amount: number
  /** What comes before the multiplier, and the multiplier: 1.2 and a million. */
  count: number
  scale: number
  /** Begins with digits. */
  digits: boolean
}

/** What was read up to `end`. */
interface Part {
  end: number
  value: number
}

/** The last form has a decimal comma. */
const digitsAt =
  /(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2}){1,3},\d{3}|\d{1,15})(?:\.\d{1,9})?(?!\d|[.,:]\d)|\.\d{1,9}(?!\d|[.,:]\d)|\d{1,6}(,)\d{1,2}(?!\d|[.,:]\d)/y
const wordAt = /\p{L}+/uy
const gap = /[ \u00a0\u202f-]?/y
const fractionAt = /[ \u00a0-]?(?:([½¼¾⅓⅔])|(?<=[ \u00a0-])([1-7])\/([2348])(?![\d/]))/y
const bareFractionAt = /([½¼¾⅓⅔])|([1-7])\/([2348])(?![\d/])/y
const vulgar: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }
const articles: ReadonlySet<string> = new Set(['a', 'an', 'one'])

/** How many words of a number are read at most, so that no text makes reading slow. */
const mostGroups = 6

function wordIn(text: string, at: number): { word: string; end: number } | null {
  wordAt.lastIndex = at
  const match = wordAt.exec(text)
  return match && { word: match[0].toLowerCase(), end: at + match[0].length }
}

function over(text: string, at: number): number {
  gap.lastIndex = at
  return at + gap.exec(text)![0].length
}

/** Whether words stand at a place, and end there. */
function standsAt(text: string, at: number, words: string): boolean {
  return (
    text.length >= at + words.length &&
    text.slice(at, at + words.length).toLowerCase() === words &&
    !/[\p{L}\p{N}]/u.test(text.slice(at + words.length, at + words.length + 1))
  )
}

function digitsFrom(text: string, at: number): Part | null {
  const whole = matched(digitsAt, text, at)
  const value = whole ? Number(whole[0].replace(/,/g, whole[1] ? '.' : '')) : 0
  const end = whole ? at + whole[0].length : at
  const fraction = matched(whole ? fractionAt : bareFractionAt, text, end)
  if (!whole && !fraction) return null
  if (!fraction || (whole && /[.]/.test(whole[0]))) return { end, value }
  const share = fraction[1] ? vulgar[fraction[1]]! : Number(fraction[2]) / Number(fraction[3])
  return { end: end + fraction[0].length, value: value + share }
}

function matched(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at
  return regex.exec(text)
}

/** "Twenty-five", "seven". */
function belowHundred(text: string, at: number): Part | null {
  const first = wordIn(text, at)
  if (!first) return null
  const small = smallNumbers.get(first.word)
  if (small !== undefined) return { end: first.end, value: small }
  const ten = tens.get(first.word)
  if (ten === undefined) return null
  const next = over(text, first.end)
  const second = next > first.end ? wordIn(text, next) : null
  const unit = second ? (smallNumbers.get(second.word) ?? 10) : 10
  return second && unit < 10 ? { end: second.end, value: ten + unit } : { end: first.end, value: ten }
}

/** "Three hundred and twenty", "one point five". */
function belowThousand(text: string, at: number): Part | null {
  const first = belowHundred(text, at)
  if (!first) return null
  const word = wordIn(text, over(text, first.end))
  if (word?.word === 'point') {
    const tenths = belowHundred(text, over(text, word.end))
    return tenths && tenths.value < 100
      ? { end: tenths.end, value: first.value + tenths.value / (tenths.value < 10 ? 10 : 100) }
      : first
  }
  if (word?.word !== 'hundred') return first
  const hundreds = { end: word.end, value: first.value * 100 }
  const rest = belowHundred(text, afterAnd(text, hundreds.end))
  return rest ? { end: rest.end, value: hundreds.value + rest.value } : hundreds
}

function afterAnd(text: string, at: number): number {
  const next = over(text, at)
  return standsAt(text, next, 'and') ? over(text, next + 3) : next
}

/** "A half" after "and", of one or of the multiplier. */
function fractionTail(text: string, at: number): Part | null {
  const next = over(text, at)
  if (next === at || !standsAt(text, next, 'and')) return null
  const from = over(text, next + 3)
  for (const [words, value] of fractionTails)
    if (standsAt(text, from, words)) return { end: from + words.length, value }
  return null
}

const readShare = phraseFinder(
  shares.flatMap(
    ([words, share]) =>
      [
        [words, share],
        [`${words}n`, share],
      ] as const,
  ),
)

/** The multipliers after a number: "million", "hundred thousand", "lakh crore"; of digits "m", "bn". */
function scaleFrom(text: string, at: number, digits: boolean, money: boolean): Part {
  let scale: Part = { end: at, value: 1 }
  for (let times = 0; times < 3; times++) {
    const next = over(text, scale.end)
    const word = wordIn(text, next)
    const value = word && scaleWords.get(word.word)
    if (!value || (next === scale.end && !digits)) break
    scale = { end: word.end, value: scale.value * value }
  }
  const next = over(text, at)
  const word = digits && scale.value === 1 && text[next - 1] !== '-' ? wordIn(text, next) : null
  const short =
    word && (scaleAbbreviations.get(word.word) ?? (money ? scaleAbbreviationsOfMoney.get(word.word) : undefined))
  // "5 b" is no number: letters stand close, but for those of two.
  return short && word && !/[\d²³]/.test(text[word.end] ?? '') && (next === at || word.word.length > 1 || money)
    ? { end: word.end, value: short }
    : scale
}

/**
 * The number that begins at a place of the text, in digits or words, with its multiplier. `money` says that the sign of
 * a currency comes before it.
 */
export function readNumber(text: string, at: number, money = false): ReadNumber | null {
  const share = readShare(text, at)
  if (share) {
    const scale = scaleFrom(text, share.end, false, false)
    return { end: scale.end, amount: share.value * scale.value, count: share.value, scale: scale.value, digits: false }
  }
  const inDigits = digitsFrom(text, at)
  const first = inDigits ?? belowThousand(text, at) ?? article(text, at)
  if (!first) return null
  const digits = inDigits !== null
  const half = fractionTail(text, first.end)
  const count = half ? { end: half.end, value: first.value + half.value } : first
  const scale = scaleFrom(text, count.end, digits, money)
  let { end } = scale
  let amount = count.value * scale.value
  if (standsAt(text, at, 'a') || standsAt(text, at, 'an')) if (scale.value === 1) return null
  const part = scale.value > 1 ? fractionTail(text, end) : null
  if (part)
    return { end: part.end, amount: amount + part.value * scale.value, count: count.value, scale: scale.value, digits }
  // "One billion three hundred million", "two thousand five hundred".
  let last = scale.value
  for (let groups = 0; last > 100 && groups < mostGroups; groups++) {
    const more = smallerGroup(text, end, last, digits)
    if (!more) break
    amount += more.value
    end = more.end
    last = more.last
  }
  return { end, amount, count: count.value, scale: scale.value, digits }
}

function article(text: string, at: number): Part | null {
  const first = wordIn(text, at)
  return first && articles.has(first.word) ? { end: first.end, value: 1 } : null
}

/** A group after a larger one, with its own multiplier; without one only words stand. */
function smallerGroup(text: string, at: number, below: number, digits: boolean): (Part & { last: number }) | null {
  const next = afterAnd(text, at)
  if (next === at || text[next - 1] === '-') return null
  const inDigits = digitsFrom(text, next)
  const group = inDigits ?? belowThousand(text, next)
  if (!group) return null
  const scale = scaleFrom(text, group.end, inDigits !== null, false)
  if (scale.value >= below || (scale.value === 1 && (inDigits || digits))) return null
  return { end: scale.end, value: group.value * scale.value, last: scale.value }
}
