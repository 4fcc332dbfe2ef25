import type { Document } from '../document/document.ts'
import { wordFact } from '../document/words.ts'
import type { Span } from '../span.ts'

export interface Amount extends Span {
  type: 'money' | 'percent' | 'quantity'
  value: { amount: number; unit: string }
  source: string
}

const scale: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
}
const signs: Record<string, string> = {
  $: 'USD',
  US$: 'USD',
  'U.S.$': 'USD',
  A$: 'AUD',
  C$: 'CAD',
  HK$: 'HKD',
  NZ$: 'NZD',
  S$: 'SGD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  Rs: 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
}
const currencies: Record<string, string> = {
  dollar: 'USD',
  'us dollar': 'USD',
  'u.s. dollar': 'USD',
  euro: 'EUR',
  pound: 'GBP',
  'pounds sterling': 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rupee: 'INR',
  ruble: 'RUB',
  rouble: 'RUB',
  won: 'KRW',
  franc: 'CHF',
  'swiss franc': 'CHF',
  peso: 'MXN',
  real: 'BRL',
  lira: 'TRY',
  taka: 'BDT',
  shekel: 'ILS',
  rand: 'ZAR',
  krona: 'SEK',
  zloty: 'PLN',
  hryvnia: 'UAH',
  cent: 'USD',
}
// UCUM codes (https://ucum.org).
const quantities: Record<string, string> = {
  kilometer: 'km',
  kilometre: 'km',
  km: 'km',
  meter: 'm',
  metre: 'm',
  centimeter: 'cm',
  centimetre: 'cm',
  cm: 'cm',
  millimeter: 'mm',
  mile: '[mi_i]',
  foot: '[ft_i]',
  feet: '[ft_i]',
  inch: '[in_i]',
  inche: '[in_i]',
  yard: '[yd_i]',
  acre: '[acr_us]',
  hectare: 'har',
  ton: 't',
  tonne: 't',
  kilogram: 'kg',
  kilo: 'kg',
  kg: 'kg',
  gram: 'g',
  pound: '[lb_av]',
  ounce: '[oz_av]',
  liter: 'L',
  litre: 'L',
  gallon: '[gal_us]',
  barrel: '[bbl_us]',
  megawatt: 'MW',
  gigawatt: 'GW',
  kilowatt: 'kW',
  MW: 'MW',
  mph: '[mi_i]/h',
  kph: 'km/h',
  'square kilometer': 'km2',
  'square kilometre': 'km2',
  'square mile': '[smi_us]',
  'cubic meter': 'm3',
  'cubic metre': 'm3',
}
const number =
  '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,9})?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|half)(?=[ -]))'
const scales = '(?:[ -]?(hundred|thousand|million|billion|trillion|bn|mn|tn|k|m|b)(?![\\p{L}]))?'
const small: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  fifty: 50,
  'a hundred': 100,
  half: 0.5,
}
const keys = (table: Record<string, string>) =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replace(/[$.]/g, '\\$&'))
    .join('|')

const patterns = [
  // Of two as long the later wins: "20 million pounds" is money.
  {
    type: 'quantity',
    table: quantities,
    by: 'unit',
    notBehind: /[\p{L}\p{N}.,$€£]/u,
    regex: new RegExp(`${number}${scales}[ -]?(${keys(quantities)})s?(?![\\p{L}\\p{N}])`, 'iuy'),
  },
  {
    type: 'money',
    table: signs,
    by: 'sign',
    notBehind: /[\p{L}\p{N}$]/u,
    regex: new RegExp(`(${keys(signs)}) ?${number}${scales}`, 'iuy'),
  },
  {
    type: 'money',
    table: currencies,
    by: 'currency',
    notBehind: /[\p{L}\p{N}.,]/u,
    regex: new RegExp(`${number}${scales}[ -](${keys(currencies)})s?(?![\\p{L}])`, 'iuy'),
  },
  {
    type: 'percent',
    table: {},
    by: 'percent',
    notBehind: /[\p{L}\p{N}.,]/u,
    regex: new RegExp(`${number}${scales} ?-?(%|percent(?:age points?)?|per cent|pct)(?![\\p{L}])`, 'iuy'),
  },
] as const

const signParts = new Set([...Object.keys(signs), 'us', 'u.s.', 'a', 'c', 'hk', 'nz', 's', 'rs'])
const mayOpen = wordFact(
  ({ lower }) => /^(?:\d|rs\d)/.test(lower) || Object.hasOwn(small, lower) || signParts.has(lower),
)

/** Money (ISO 4217), percent and quantities (UCUM) with their amounts. */
export function findAmounts({ text, tokens }: Document): Amount[] {
  const found: Amount[] = []
  const reached = patterns.map(() => 0)
  for (const { start, word } of tokens) {
    if (!mayOpen(word)) continue
    for (const [i, pattern] of patterns.entries()) {
      const { regex, notBehind } = pattern
      regex.lastIndex = start
      const free = start >= reached[i]! && (start === 0 || !notBehind.test(text[start - 1]!))
      const match = free ? regex.exec(text) : null
      const amount = match && amountOf(match, pattern)
      if (match) reached[i] = start + match[0].length
      if (amount) found.push(amount)
    }
  }
  return found
}

function amountOf(match: RegExpExecArray, { type, table, by }: (typeof patterns)[number]): Amount | null {
  const [unit, digits, times] = by === 'sign' ? [match[1], match[2], match[3]] : [match[3], match[1], match[2]]
  const amount =
    (small[digits!.toLowerCase()] ?? Number(digits!.replace(/,/g, ''))) * (scale[times?.toLowerCase() ?? ''] ?? 1)
  const code = type === 'percent' ? '%' : lookUp(table, unit!)
  if (!code || !Number.isFinite(amount)) return null
  const { index } = match
  return { start: index, end: index + match[0].length, type, value: { amount, unit: code }, source: `amounts/${by}` }
}

const lookUp = (table: Readonly<Record<string, string>>, unit: string): string | undefined =>
  Object.hasOwn(table, unit)
    ? table[unit]
    : Object.hasOwn(table, unit.toLowerCase())
      ? table[unit.toLowerCase()]
      : table[unit.toUpperCase()]
