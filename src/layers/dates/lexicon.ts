import { type Day, isoDecade, partsOf, years } from '../../base/calendar.ts'
import { words } from '../../base/word-list.ts'

/**
 * The words of time. Each class maps its words to what they stand for; a word may be in several
 * classes ("second" is an ordinal and a unit). Patterns name classes in capitals: `MONTH DAY`.
 */
export type Meaning = number | string

const numbered = (text: string, first = 0): Record<string, number> =>
  Object.fromEntries(words(text).map((word, i) => [word, first + i]))
const all = (text: string, meaning: Meaning): Record<string, Meaning> =>
  Object.fromEntries(words(text).map((word) => [word, meaning]))

const monthNames = 'january february march april may june july august september october november december'

const weekdayNames = words('sunday monday tuesday wednesday thursday friday saturday')

export const classes: Record<string, Record<string, Meaning>> = {
  MONTH: {
    ...numbered(monthNames, 1),
    ...{ jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12 },
  },
  WEEKDAY: numbered(weekdayNames.join(' ')),
  WEEKDAY_SHORT: { sun: 0, mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6 },
  WEEKDAYS: numbered(weekdayNames.map((name) => `${name}s`).join(' ')),
  UNIT: {
    ...{ second: 'TS', minute: 'TM', hour: 'TH', day: 'D', week: 'W', fortnight: 'F', month: 'M' },
    ...{ quarter: 'Q', year: 'Y', decade: 'DE', century: 'CE', millennium: 'ML' },
  },
  UNITS: {
    ...{ seconds: 'TS', minutes: 'TM', hours: 'TH', days: 'D', weeks: 'W', fortnights: 'F', months: 'M' },
    ...{ quarters: 'Q', years: 'Y', decades: 'DE', centuries: 'CE', millennia: 'ML' },
  },
  SEASON: { spring: 'SP', summer: 'SU', autumn: 'FA', fall: 'FA', winter: 'WI' },
  DAYPART: { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI' },
  DAYPARTS: { mornings: 'MO', afternoons: 'AF', evenings: 'EV', nights: 'NI' },
  TODAY: { today: 0, tomorrow: 1, yesterday: -1 },
  NOON: { noon: '12:00', midday: '12:00', midnight: '24:00' },
  ZONE: all('gmt utc z et est edt ct cst cdt mt mst mdt pt pst pdt bst cet cest eet eest msk ist jst', 0),
  ORDINAL: {
    ...numbered(
      `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
      sixteenth seventeenth eighteenth nineteenth twentieth`,
      1,
    ),
  },
  NINETIES: { twenties: 2, thirties: 3, forties: 4, fifties: 5, sixties: 6, seventies: 7, eighties: 8, nineties: 9 },
  // Direction of "last week", "the next day" from the day they count from.
  LAST: all('last past previous preceding prior', -1),
  NEXT: all('next coming upcoming following', 1),
  THIS: all('this current', 0),
  FEW: all('several few many some', 'X'),
  OFTEN: {
    ...{ hourly: 'PT1H', daily: 'P1D', nightly: 'P1D', weekly: 'P1W', fortnightly: 'P2W', monthly: 'P1M' },
    ...{
      annually: 'P1Y',
      yearly: 'P1Y',
      weekdays: 'XXXX-WXX-WD',
      weekends: 'XXXX-WXX-WE',
      weeknights: 'XXXX-WXX-WDTNI',
    },
  },
  LONG: { daylong: 'P1D', weeklong: 'P1W', monthlong: 'P1M', yearlong: 'P1Y' },
  NOW: all('now currently current presently nowadays', 'PRESENT_REF'),
  EDGE: {
    ...all('beginning start outset', 'start'),
    middle: 'mid',
    ...all('end close', 'end'),
  },
  EARLY: { early: 'start', mid: 'mid', late: 'end', earlier: 'before', later: 'after', sometime: 'none' },
}

/** Classes of numbers and marks, told by their shape, and of what chrono-node reads. */
export const shapes = [
  ...['COUNT', 'DAY', 'NTH', 'YEAR', 'YEAR_SHORT', 'YEAR_SPOKEN', 'TWO_DIGITS', 'DECADE'],
  ...['QUARTER_CODE', 'FISCAL_CODE', 'TIME', 'DATE', 'HYPHEN', 'DASH', 'COMMA', 'OPEN', 'CLOSE', 'APOSTROPHE'],
]

/** Classes and words that say no time by themselves: a stretch of nothing but these is not looked at. */
export const weak = new Set([
  ...['COUNT', 'DAY', 'ORDINAL', 'TWO_DIGITS', 'YEAR_SPOKEN', 'HYPHEN', 'DASH', 'COMMA', 'OPEN', 'CLOSE'],
  ...['APOSTROPHE', 'FEW', 'LAST', 'NEXT', 'THIS', 'EARLY', 'EDGE', 'ZONE'],
  ...words(
    `the a an of in on at and or to from by than more most less fewer about around over under up as no least some 's new st
    that same other another each every per half part one first last hence later earlier before after its his her their my
    your our couple few number additional straight full consecutive whole long just close well nearly almost roughly
    approximately ago so not very only even some for within during through until since back term short near possible soon
    old aged age what this next`,
  ),
])

const ones = numbered(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`,
)
const tens = Object.fromEntries(
  words('twenty thirty forty fifty sixty seventy eighty ninety').map((word, i) => [word, 20 + 10 * i]),
)
const powers: Record<string, number> = { hundred: 100, thousand: 1000, dozen: 12 }

/** The number words, for a scan of "nineteen ninety-six", "two hundred and fifty". */
export const numberWords = new Map(Object.entries({ ...ones, ...tens, ...powers }))

/** What number words say together, and whether they are a year spoken in two parts; null where they are no number. */
export function spokenNumber(words: readonly string[]): { value: number; year: boolean } | null {
  const year = spokenYear(words)
  if (year !== null) return { value: year, year: true }
  let total = 0
  let last: number | null = null
  for (const word of words) {
    const value = numberWords.get(word)!
    if (word in powers) total = Math.max(total, 1) * value
    else if (last === null || last >= 100 || (isTens(last) && isOnes(value))) total += value
    else return null
    last = value
  }
  return { value: total, year: false }
}

// "nineteen ninety-six", "twenty ten".
function spokenYear(words: readonly string[]): number | null {
  const [century = 0, ten = 0, one] = words.map((word) => numberWords.get(word)!)
  if (words.length < 2 || words.length > 3 || century < 11 || century > 20 || ten < 10 || ten > 99) return null
  if (one !== undefined && !(isTens(ten) && isOnes(one))) return null
  return century * 100 + ten + (one ?? 0)
}

const isTens = (n: number) => n >= 20 && n < 100 && n % 10 === 0
const isOnes = (n: number) => n > 0 && n < 10

/**
 * The year that two digits stand for: the latest that is not far ahead of the publication, or of 2030 where that is not
 * known, and in the calendar.
 */
export function fullYear(digits: number, day: Day | null): number {
  const latest = Math.min((day === null ? 2025 : partsOf(day).year) + 5, years.last)
  const year = latest - ((((latest - digits) % 100) + 100) % 100)
  return year < years.first ? year + 100 : year
}

/** The decade of two digits as TIMEX3 writes it: "90" is `199`, "20" is `202`. */
export const fullDecade = (digits: number, day: Day | null): string => isoDecade(fullYear(digits, day))
