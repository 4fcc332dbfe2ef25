const list = (words: string) => words.split(' ')

const monthNames = list('january february march april may june july august september october november december')
const weekdayNames = list('sunday monday tuesday wednesday thursday friday saturday')
const ones = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const tens = list('twenty thirty forty fifty sixty seventy eighty ninety')
const ordinals = list('zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth')

/** 1 to 12, for a month's name or abbreviation with or without a full stop. */
export const monthOf = (word: string): number =>
  monthNames.findIndex((name) => name.startsWith(word.toLowerCase().replace('.', '').slice(0, 3))) + 1

/** 0 (Sunday) to 6. */
export const weekdayOf = (word: string): number =>
  weekdayNames.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3)))

export const months =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)'
export const weekdays = '(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day)'
export const units = '(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur)(?:y|ies|s)?'
const below20 = ones.slice(1).reverse().join('|')
export const number = `(?:\\d+(?:[.,]\\d+)?|(?:${tens.join('|')})(?:[- ](?:${ones.slice(1, 10).join('|')}))?|${below20}|an?|a couple of|half an?)`
export const ordinal = '(?:first|second|third|fourth|1st|2nd|3rd|4th)'

/** The amount of "12", "twenty-one", "a couple of", or null. */
export function amountOf(words: string): number | null {
  const text = words.toLowerCase().trim()
  if (/^\d/.test(text)) return Number(text.replace(/,(?=\d{3})/g, '').replace(',', '.'))
  if (text === 'a' || text === 'an') return 1
  if (text === 'a couple of') return 2
  if (text.startsWith('half')) return 0.5
  const [first = '', second] = text.split(/[- ]/)
  const ten = tens.indexOf(first)
  if (ten >= 0) return (ten + 2) * 10 + (second ? Math.max(0, ones.indexOf(second)) : 0)
  const one = ones.indexOf(first)
  return one < 0 ? null : one
}

export const ordinalOf = (word: string): number =>
  /^\d/.test(word) ? Number.parseInt(word, 10) : ordinals.indexOf(word.toLowerCase())

const unitCodes: Record<string, string> = {
  sec: 'TS',
  min: 'TM',
  hou: 'TH',
  day: 'D',
  wee: 'W',
  for: 'W',
  mon: 'M',
  qua: 'Q',
  yea: 'Y',
  dec: 'DE',
  cen: 'CE',
}

/** `D`, `W`, `M` … of a unit's name; times begin with `T`. */
export const unitOf = (word: string): string => unitCodes[word.toLowerCase().slice(0, 3)] ?? 'D'

/** The TIMEX3 duration of an amount (or `X`) and a unit: `P2D`, `PT12H`, `PXY`. */
export function durationOf(amount: number | 'X', word: string): string {
  const unit = unitOf(word)
  const count = amount !== 'X' && /^fort/i.test(word) ? amount * 2 : amount
  if (unit === 'Q' && count !== 'X') return `P${count * 3}M`
  if (count === 0.5 && unit === 'Y') return 'P6M'
  if (count === 0.5 && unit === 'TH') return 'PT30M'
  return unit.startsWith('T') ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`
}
