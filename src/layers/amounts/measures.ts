import { oneOf } from '../../base/word-list.ts'
import {
  closeSymbols,
  currencies,
  currencyCodes,
  currencyLetters,
  currencySigns,
  currencySignsBehind,
  metreNouns,
  moneyNouns,
  percents,
  pictureLines,
  scaleWords,
  shares,
  smallNumbers,
  subunits,
  tens,
  unitNames,
  unitSymbols,
  weightNouns,
  weightVerbs,
  wonNames,
} from '../../english/amounts.ts'
import { phraseFinder } from '../../text/phrase-finder.ts'
import { wordTest } from '../../text/word.ts'
import { type ReadNumber, readNumber } from './numbers.ts'

/** What is counted: a currency, percent or a unit, and how many of it make one: of cents a hundred. */
export interface Measure {
  type: 'money' | 'percent' | 'quantity'
  unit: string
  parts: number
  source: string
  /** Codes of a currency's name by the countries that call their money so, where a country named before says whose. */
  heard?: ReadonlyMap<string, string>
}

export type Measured = Measure & { end: number }

const money = (unit: string, source: string, parts = 1): Measure => ({ type: 'money', unit, parts, source })
/** A unit of UCUM. */
export const quantity = (unit: string): Measure => ({ type: 'quantity', unit, parts: 1, source: 'amounts/unit' })
const each = <A, B>(table: ReadonlyMap<string, A>, make: (value: A) => B) =>
  [...table].map(([phrase, value]) => [phrase, make(value)] as const)

function* currencyPhrases(): Generator<readonly [string, Measure]> {
  for (const { names, code, of = {}, heard } of currencies) {
    const nations = Object.entries(of).flatMap(([own, words]) =>
      words.split(', ').map((nation) => [nation, own] as const),
    )
    const byNation = heard && new Map(nations)
    for (const name of names) {
      if (code || byNation)
        yield [name, { ...money(code ?? '', 'amounts/currency'), ...(byNation && { heard: byNation }) }]
      for (const [nation, own] of nations) yield [`${nation} ${name}`, money(own, 'amounts/currency')]
    }
  }
  for (const name of wonNames)
    for (const nation of ['', 'South Korean ', 'Korean ']) yield [`${nation}${name}`, money('KRW', 'amounts/currency')]
}

const hundredth = (code: string) => money(code, 'amounts/currency', 100)
const signBefore = phraseFinder(
  each(currencySigns, (code) => money(code, 'amounts/sign')),
  { exact: true },
)
const signBehind = phraseFinder(
  each(currencySignsBehind, (code) => money(code, 'amounts/sign')),
  { exact: true },
)
const codes = phraseFinder(
  [...currencyCodes].map((code) => [code, money(code === 'RMB' ? 'CNY' : code, 'amounts/code')] as const),
  { exact: true },
)
const moneyNames = phraseFinder(() => [...currencyPhrases(), ...each(subunits, hundredth)], { plural: true })
const percentNames = phraseFinder(
  each(percents, (parts): Measure => ({ type: 'percent', unit: '%', parts, source: 'amounts/percent' })),
  { plural: true },
)
const units = phraseFinder(each(unitNames, quantity), { plural: true })
const symbols = phraseFinder(each(unitSymbols, quantity), { exact: true })
const symbolsClose = phraseFinder(each(closeSymbols, quantity), { exact: true })

const numberWords = new Set([
  ...smallNumbers.keys(),
  ...tens.keys(),
  ...shares.map(([words]) => words.split(/[ -]/)[0]!),
])
const signParts = new Set([...currencySigns.keys()].map((sign) => /^\p{L}+|^\S/u.exec(sign)![0]))
const codeBefore = /^(\p{Lu}{3})\d/u
const letterBefore = /^(\p{Lu})\d/u
/** Whether an amount may begin with a word; most words of a text begin none. */
export const mayOpen = wordTest(
  ({ text, lower }) =>
    /^[\d½¼¾⅓⅔]/.test(text) ||
    numberWords.has(lower) ||
    signParts.has(text) ||
    currencyCodes.has(text) ||
    /^(?:Rs|Tk|Rp|RM|KSh)\d/.test(text) ||
    currencyCodes.has(codeBefore.exec(text)?.[1] ?? '') ||
    currencyLetters.has(letterBefore.exec(text)?.[1] ?? ''),
)

export const isArticle = wordTest(({ lower }) => lower === 'a' || lower === 'an')
const behindArticle = new Set([...scaleWords.keys(), ...shares.flatMap(([words]) => words.split(/[ -]/)), '-', '$'])
/** "A million", "a quarter of a million", "A$5": an article opens an amount before few words. */
export const mayFollowArticle = wordTest(({ lower }) => behindArticle.has(lower))

/** After the space at a place, where one is there. */
export const afterGap = (text: string, at: number): number => (/[ \u00a0\u202f]/.test(text[at] ?? '') ? at + 1 : at)

/** The sign, code or letter of a currency before a number. */
export function signFrom(text: string, at: number): Measured | null {
  const sign = signBefore(text, at) ?? gluedSign(text, at) ?? codes(text, at)
  if (sign) return { ...sign.value, end: sign.end }
  const code = codeBefore.exec(text.slice(at, at + 4))?.[1]
  if (code && currencyCodes.has(code)) return { ...money(code, 'amounts/code'), end: at + 3 }
  const letter = currencyLetters.get(text[at]!)
  // "N95" is a mask: only a large amount says so.
  const large = letter && /\d/.test(text[at + 1] ?? '') && readNumber(text, at + 1, true)
  return large && (large.scale >= 1e6 || /^\d+,\d{3}/.test(text.slice(at + 1, large.end)))
    ? { ...money(letter, 'amounts/sign'), end: at + 1 }
    : null
}

/** "Rs500": letters that a number is glued to. */
function gluedSign(text: string, at: number): { end: number; value: Measure } | null {
  const letters = /^(?:\p{L}{2,3})(?=\d)/u.exec(text.slice(at, at + 4))?.[0]
  const code = letters && currencySigns.get(letters)
  return code ? { end: at + letters.length, value: money(code, 'amounts/sign') } : null
}

/** What a number counts, by the words after it. */
export function measureOf(text: string, start: number, number: ReadNumber): Measured | null {
  const close = number.end
  const glued = /[\p{L}%°º℃℉€£₽₺₴₫¢]/u.test(text[close] ?? '')
  if (glued && !number.digits) return null
  const at = glued ? close : /[ \u00a0\u202f-]/.test(text[close] ?? '') ? close + 1 : -1
  if (at < 0) return null
  return (
    percentOf(text, at) ??
    moneyOf(text, start, at, number) ??
    quantityOf(text, at, number) ??
    (glued ? gluedMeasure(text, start, number) : null)
  )
}

function percentOf(text: string, at: number): Measured | null {
  const read = percentNames(text, at)
  return read && { ...read.value, end: read.end }
}

function moneyOf(text: string, start: number, at: number, number: ReadNumber): Measured | null {
  const read = moneyNames(text, at) ?? codes(text, at) ?? signBehind(text, at)
  if (!read) return null
  const { value: measure, end } = read
  const written = text.slice(at, end)
  if (/^Cent$/.test(written) || (measure.unit === 'GBP' && isWeight(text, start, end, number))) return null
  // "They won three of the 5 won by others", "two real reasons".
  if (/^(?:won|real)$/.test(written) && !(number.digits && (number.scale > 1 || number.count >= 100))) return null
  const unit = measure.heard ? (heardBefore(text, start, measure.heard) ?? measure.unit) : measure.unit
  return unit ? { ...measure, unit, end } : null
}

function quantityOf(text: string, at: number, { digits }: ReadNumber): Measured | null {
  const read = units(text, at) ?? (digits ? symbols(text, at) : null)
  return read && { ...read.value, end: read.end }
}

const metresAfter = new RegExp(`^m[ -]${oneOf(metreNouns)}(?!\\p{L})`, 'u')

/** "A 100m sprint", "1.85m tall": metres that were read as a multiplier. */
export function areMetres(text: string, { end, scale }: ReadNumber): boolean {
  return scale === 1e6 && metresAfter.test(text.slice(end - 1, end + 20))
}

const gluedPence = /p(?![\p{L}\p{N}])/uy
const gluedPercent = /pc(?![\p{L}\p{N}])/uy

/** What letters close after digits say: "20p", "104F", "5pc", "a 100m sprint". */
function gluedMeasure(text: string, start: number, number: ReadNumber): Measured | null {
  const at = number.end
  const stands = (regex: RegExp, from: number) => {
    regex.lastIndex = from
    return regex.test(text)
  }
  if (stands(gluedPence, at) && !pictureLines.has(number.amount)) return { ...hundredth('GBP'), end: at + 1 }
  if (stands(gluedPercent, at)) return { ...percentNames('%', 0)!.value, end: at + 2 }
  const symbol = symbolsClose(text, at)
  // "5C" may be a telephone.
  if (symbol && (symbol.value.unit !== 'Cel' || number.amount >= 10 || text[start - 1] === '-'))
    return { ...symbol.value, end: symbol.end }
  return null
}

/** The country's money that a story speaks of: that of the country it has named last. */
function heardBefore(text: string, at: number, byNation: ReadonlyMap<string, string>): string | undefined {
  const before = text.slice(Math.max(0, at - farthestNation), at)
  let last = -1
  let unit: string | undefined
  for (const [nation, code] of byNation) {
    const found = before.lastIndexOf(nation)
    if (found > last) {
      last = found
      unit = code
    }
  }
  return unit
}

const farthestNation = 600

const weighs = new RegExp(
  `(?:^|[^\\p{L}])(?:${oneOf(weightVerbs)}|weight of)(?: (?:about|around|up|to|at|least|nearly|almost|over|some|only|just|more|less|than))* $`,
  'iu',
)
const weighed = new RegExp(
  `^(?:[ -](?:[\\p{Ll}-]+ )?${oneOf(weightNouns)}(?!\\p{L})| per square inch| \\([\\d.,]+ ?(?:kg|kilo))`,
  'u',
)
const ofWhat = /^ of (?:[\p{L}'’-]+ ){0,2}?([\p{L}]+)/u
const ofMoney = new RegExp(`^ of (?:the |its |their |his |her )?(?:[\\p{L}-]+ )?${oneOf(moneyNouns)}(?!\\p{L})`, 'iu')

/** Pounds that weigh something: "weighs 20 pounds", "50 pounds of explosives", "a 500-pound bomb". */
function isWeight(text: string, start: number, end: number, { scale }: ReadNumber): boolean {
  const after = text.slice(end, end + 40)
  if (ofWhat.test(after)) return !ofMoney.test(after)
  if (weighed.test(after)) return true
  return scale < 1e3 && weighs.test(text.slice(Math.max(0, start - 40), start))
}
