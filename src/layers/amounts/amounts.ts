import type { Span } from '../../base/span.ts'
import { smallerUnits } from '../../english/amounts.ts'
import { tokensWhere, wordAt } from '../../text/columns.ts'
import type { Document } from '../../text/document.ts'
import {
  afterGap,
  areMetres,
  isArticle,
  type Measure,
  type Measured,
  mayFollowArticle,
  mayOpen,
  measureOf,
  quantity,
  signFrom,
} from './measures.ts'
import { type ReadNumber, readNumber } from './numbers.ts'

export interface Amount extends Span {
  type: Measure['type']
  value: { amount: number; unit: string }
  source: string
}

/** Money (ISO 4217), percent and quantities (UCUM) with their amounts, in order. */
export function findAmounts({ text, columns }: Document): Amount[] {
  const found: Amount[] = []
  let reached = 0
  for (const at of tokensWhere(columns, mayOpen)) {
    const start = columns.starts[at]!
    if (start < reached) continue
    // "A" is the commonest of these words, and counts nothing but before "million" or "half".
    if (isArticle(wordAt(columns, at)) && !mayFollowArticle(wordAt(columns, Math.min(at + 1, columns.length - 1))))
      continue
    const amounts = start - 1 === reached || isDetached(text, start) ? amountsFrom(text, start) : null
    if (!amounts) continue
    found.push(...amounts.found)
    reached = amounts.end
  }
  return found
}

/** "Covid-19", "1.5", "$5": an amount begins at none of the later parts. */
function isDetached(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  if (/[\p{L}\p{N}.,$€£]/u.test(before)) return false
  return !/[-/]/.test(before) || !/[\p{L}\p{N}]/u.test(text[at - 2] ?? ' ')
}

interface AmountReading {
  found: readonly Amount[]
  end: number
}

const readingOf = (...found: readonly [Amount, ...Amount[]]): AmountReading => ({ found, end: found.at(-1)!.end })

function amountsFrom(text: string, start: number): AmountReading | null {
  const sign = signFrom(text, start)
  const number = readNumber(text, sign ? afterGap(text, sign.end) : start, sign !== null)
  if (!number) return null
  return sign ? signedAmounts(text, start, sign, number) : measuredAmounts(text, start, number)
}

/** "$5 million", and both of "$1.2-1.4 billion" and "between $10 and $12 million". */
function signedAmounts(text: string, start: number, sign: Measured, number: ReadNumber): AmountReading {
  const first = amountOf(start, number.end, number.amount, sign)
  const link = linkBehind(text, start, number.end)
  const own = link && signFrom(text, link.end)
  const second = link && readNumber(text, own ? afterGap(text, own.end) : link.end, true)
  const same = own ? own.unit === sign.unit : second && (link?.close || second.scale > 1)
  if (!second || !same || (!own && measureOf(text, start, second))) return readingOf(first)
  const shared = number.scale === 1 && number.count <= second.count ? second.scale : 1
  return readingOf(
    amountOf(start, number.end, number.amount * shared, sign),
    amountOf(link.end, second.end, second.amount, sign),
  )
}

/** A number with what it counts after it, and the number before it that shares this: "15-20 dollars", "5 to 10 percent". */
function measuredAmounts(text: string, start: number, number: ReadNumber): AmountReading {
  const measure = measureOf(text, start, number)
  if (!measure && areMetres(text, number)) return readingOf(amountOf(start, number.end, number.count, quantity('m')))
  if (measure) return readingOf(withSmaller(text, start, number, measure))
  const link = linkBehind(text, start, number.end)
  const second = link && readNumber(text, link.end)
  const shared = second && measureOf(text, link.end, second)
  if (!shared || !(number.digits === second.digits)) return { found: [], end: number.end }
  const last = withSmaller(text, link.end, second, shared)
  // "500 million to 550 million euros".
  if (number.scale > 1 && number.amount <= second.amount)
    return readingOf(amountOf(start, number.end, number.amount, shared), last)
  if (number.count > second.count || number.scale > 1) return readingOf(last)
  return readingOf(amountOf(start, number.end, number.amount * second.scale, shared), last)
}

const amountOf = (start: number, end: number, amount: number, { type, unit, parts, source }: Measure): Amount => ({
  start,
  end,
  type,
  value: { amount: amount / parts, unit },
  source,
})

const rangeLink = /\s?[-–—]\s?(?=\p{Sc}|\d)|\s(?:to|or)\s/uy
const andLink = /\sand\s/y
const longestBefore = 12

/** What joins the two numbers of a range; "and" only after "between". */
function linkBehind(text: string, start: number, at: number): { end: number; close: boolean } | null {
  rangeLink.lastIndex = at
  const link = rangeLink.exec(text)
  if (link) return { end: at + link[0].length, close: /[-–—]/.test(link[0]) }
  andLink.lastIndex = at
  return andLink.test(text) && /(?:^|\s)between $/i.test(text.slice(Math.max(0, start - longestBefore), start))
    ? { end: andLink.lastIndex, close: false }
    : null
}

const smallerLink = /(?:,? (?:and )?)|(?=\d)|-/y

/** An amount with the smaller unit after it: "3 dollars 50 cents", "5ft 9in", "6-foot-2"; and degrees and percent below zero. */
function withSmaller(text: string, start: number, number: ReadNumber, measure: Measured): Amount {
  const amount = amountOf(start, measure.end, number.amount, measure)
  if (measure.unit === 'Cel' || measure.unit === '[degF]' || measure.unit === '%') return belowZero(text, amount)
  const smaller = measure.parts === 1 ? smallerPart(text, measure) : null
  return smaller
    ? { ...amount, end: smaller.end, value: { ...amount.value, amount: amount.value.amount + smaller.value } }
    : amount
}

function smallerPart(text: string, { unit, type, end }: Measured): { end: number; value: number } | null {
  smallerLink.lastIndex = end
  const link = smallerLink.exec(text)
  const at = end + (link?.[0].length ?? 0)
  const number = link && readNumber(text, at)
  if (!number || number.scale > 1) return null
  const next = measureOf(text, at, number)
  if (type === 'money')
    return next?.parts === 100 && number.amount < 100 && (next.unit === unit || next.unit === 'USD' || unit === 'EUR')
      ? { end: next.end, value: number.amount / 100 }
      : null
  const smaller = smallerUnits.get(unit)
  if (!smaller || number.amount >= smaller.parts) return null
  // After stones, pounds are no money.
  if (next && (next.unit === smaller.unit || unit === '[stone_av]'))
    return { end: next.end, value: number.amount / smaller.parts }
  // "6-foot-2".
  return link[0] === '-' && unit === '[ft_i]' ? { end: number.end, value: number.amount / smaller.parts } : null
}

const minus = /(?:^|[^\p{L}\p{N}%°])(minus |[-−])$/u

function belowZero(text: string, amount: Amount): Amount {
  const sign = minus.exec(text.slice(Math.max(0, amount.start - 8), amount.start))?.[1]
  if (!sign) return amount
  const { amount: degrees, unit } = amount.value
  return { ...amount, start: amount.start - sign.length, value: { amount: -degrees, unit } }
}
