import { isoDay, isoWeek, isoYear, parseDay, partsOf } from '../../../base/calendar.ts'
import { wordSet } from '../../../base/word-list.ts'
import { anchorDay, anchorYear, dayReading, inRange, monthReading, weekdayOn } from '../anchors.ts'
import { classes } from '../lexicon.ts'
import {
  type DateContext,
  type DateMatch,
  type DateReading,
  date,
  dateRule,
  groupMeaning,
  groupNumber,
  groupWord,
  set,
  time,
  twoDigits,
  wordBefore,
} from '../reading.ts'

const leads = wordSet(
  `in of last next since by until till early late this from mid through for during before after and to or between every
  each the past on year's`,
)
const surelyTemporal = wordSet('in last next since early late mid until till during every each this of -')
const temporal = wordSet('in of last next since by until early late this mid every each')

/** "May", "March" and names like "April Smith" are months where the words around say so. */
function isMonth(match: DateMatch, context: DateContext): boolean {
  const lexeme = context.lexemes[match.groups.month!]!
  if (match.groups.day !== undefined || match.groups.year !== undefined)
    return lexeme.capital || !/^(?:may|march|mar|sun|sat|dec)$/.test(lexeme.word)
  const lead = wordBefore(match, context)
  if (isNameOfMonth(match, context)) return false
  if (!lexeme.capital && /^(?:may|march|august|mar|jan|sept?|dec|apr|jun|jul|oct|nov|feb|aug)$/.test(lexeme.word))
    return false
  const stop = lexeme.end - lexeme.start > lexeme.word.length
  if (lexeme.word.length < 4 && lexeme.word !== 'may' && !stop) return false
  const led =
    leads.has(lead) ||
    (lead === '-' && wordBefore(match, context, 2) === 'mid') ||
    (lead === '' && context.lexemes[match.first - 1]?.code !== ' ')
  const next = context.lexemes[match.last]
  const name = next?.capital === true && next.code === ' ' && !temporal.has(lead)
  if (/^(?:may|march|sept)$/.test(lexeme.word) || lexeme.word.length < 4) return led && !name
  return !(name && /^(?:april|june|august)$/.test(lexeme.word))
}

/** "the March on Washington", "published by August House", and May where the story has a Theresa May. */
function isNameOfMonth(match: DateMatch, context: DateContext): boolean {
  const { lexemes, people } = context
  const { word } = lexemes[match.groups.month!]!
  const lead = wordBefore(match, context)
  const [next, after] = [lexemes[match.last], lexemes[match.last + 1]]
  if (word === 'march' && lead === 'the' && /^(?:on|for|of)$/.test(next?.word ?? '') && after?.capital) return true
  const names = next?.capital === true && next.code === ' ' && /^[a-z]/.test(next.word)
  if (
    names &&
    lead === 'by' &&
    /(?:ed|en|n)$/.test(wordBefore(match, context, 2)) &&
    /^(?:april|june|august)$/.test(word)
  )
    return true
  return people.has(word) && !surelyTemporal.has(lead)
}

export function yearOf(match: DateMatch, context: DateContext): number | null {
  const at = match.groups.year
  return at === undefined ? null : Number(context.lexemes[at]!.meaning)
}

export function relativeYear(which: string, match: DateMatch, context: DateContext): string {
  // "November of the previous year" counts from the publication, as "last year" does.
  if (which === 'that' || which === 'same') {
    const { year } = anchorYear(context, match)
    return year === null ? 'XXXX' : isoYear(year)
  }
  if (context.day === null) return 'XXXX'
  const by = which in classes.LAST! ? -1 : which in classes.NEXT! ? 1 : 0
  return isoYear(partsOf(context.day).year + by)
}

export const readDay = (match: DateMatch, context: DateContext): DateReading | 'none' | null =>
  isMonth(match, context)
    ? dayReading(
        groupNumber(match, 'month', context, 'MONTH'),
        groupNumber(match, 'day', context, 'ORDINAL'),
        yearOf(match, context),
        match,
        context,
      )
    : null

const weekdayLead = '(?:(?:this|last|next)? (?:coming|past)? (?:WEEKDAY | WEEKDAY_SHORT) ,?)?'
const which = '(?<which>last | next | past | coming | previous | preceding)'
/** "Following Tuesday's defeat" follows it; "the following Tuesday" is a day. */
const whichDay = `(?: (?:the)? ${which} (?:past | coming)? | (?:the)? this (?<which>past | coming) | (?:the)? (?<which>this) | the (?<which>following))`

/** "shelled overnight", not "the overnight train"; said of what has happened, it is the night before. */
function readOvernight(match: DateMatch, context: DateContext): DateReading | null {
  const next = context.lexemes[match.last]
  const describes = /^[a-z]/.test(next?.word ?? '') && !next!.opens && !afterAdverb.has(next!.word)
  if (describes || next?.word === ')' || isFigure(match, context)) return null
  if (match.groups.weekday !== undefined) {
    const { value, by } = weekdayOn(groupNumber(match, 'weekday', context, 'WEEKDAY'), '', match, context)
    return time(`${value}TNI`, by)
  }
  if (context.day === null) return time('XXXX-XX-XXTNI', 'symbolic')
  const ahead = context.direction(match).side === 'future'
  return time(`${isoDay(context.day - Number(!ahead))}TNI`, 'tense')
}

/** "the overnight", "almost overnight", "will not be solved overnight": no night is meant. */
function isFigure(match: DateMatch, context: DateContext): boolean {
  if (/^(?:the|an?|his|her|its|their|almost|literally|or|happen|change)$/.test(wordBefore(match, context))) return true
  return [2, 3, 4].some((by) => /^(?:not|cannot|can|never|t)$/.test(wordBefore(match, context, by)))
}

const afterAdverb = wordSet(
  `in on at by from to into over after before and or but as when while with for near through around across amid despite
  that which the a an his her their he she it they killing leaving wounding injuring`,
)

export const days = [
  dateRule(
    'month-day',
    `${weekdayLead} (?<month>MONTH) (?:the)? (?<day>DAY | NTH | ORDINAL) (?: ,? (?<year>YEAR | YEAR_SHORT))?`,
    readDay,
    { list: 'month-day', takes: 'number' },
  ),
  dateRule(
    'day-month',
    `${weekdayLead} (?:the)? (?:(?<day>DAY | NTH) (?:of)? | (?<day>ORDINAL) of) (?<month>MONTH) (?: ,? (?<year>YEAR | YEAR_SHORT))?`,
    readDay,
    { list: 'day-month', takes: 'number' },
  ),
  dateRule(
    'month',
    '(?<month>MONTH) (?: (?:, | of | in)? (?<year>YEAR | YEAR_SHORT))?',
    (match, context) => {
      if (!isMonth(match, context)) return null
      const month = groupNumber(match, 'month', context, 'MONTH')
      const year = yearOf(match, context)
      if (year === null) return monthReading(month, match, context)
      // "between November and March 2024": the year after is that of the later month.
      const later =
        match.groups.later === undefined ? month : Number(classes.MONTH![context.lexemes[match.groups.later]!.word])
      return date(`${isoYear(month > later ? year - 1 : year)}-${twoDigits(month)}`, 'written')
    },
    { list: 'month', takes: 'number' },
  ),
  dateRule(
    'month-of-year',
    '(?<month>MONTH) (?:of)? (?:the)? (?<which>LAST | NEXT | THIS | same | that) year',
    (match, context) =>
      date(
        `${relativeYear(groupWord(match, 'which', context), match, context)}-${twoDigits(groupNumber(match, 'month', context, 'MONTH'))}`,
        'publication',
      ),
    { dated: true },
  ),
  dateRule(
    'month-day-of-year',
    `(?: (?<month>MONTH) (?<day>DAY | NTH) | (?:the)? (?<day>DAY | NTH) (?:of)? (?<month>MONTH)) ,? (?:of | in)? (?:the)? (?<which>last | next | this | that | same) year`,
    (match, context) => {
      const year = Number(relativeYear(groupWord(match, 'which', context), match, context))
      return dayReading(
        groupNumber(match, 'month', context, 'MONTH'),
        groupNumber(match, 'day', context),
        Number.isNaN(year) ? null : year,
        match,
        context,
      )
    },
  ),
  dateRule(
    'which-month',
    `(?<which>last | next | this | past | coming) (?:past | coming)? (?<month>MONTH) (?<day>DAY)?`,
    (match, context) => {
      if (!context.lexemes[match.groups.month!]!.capital) return null
      const month = groupNumber(match, 'month', context, 'MONTH')
      const day = match.groups.day === undefined ? '' : `-${twoDigits(groupNumber(match, 'day', context))}`
      if (context.day === null) return date(`XXXX-${twoDigits(month)}${day}`, 'symbolic')
      const now = partsOf(context.day)
      const ahead = (month - now.month + 12) % 12
      const word = groupWord(match, 'which', context)
      // "last February" said in March is the year before's: this year's is "last month".
      const shift =
        word === 'last' || word === 'past'
          ? ahead >= 11 && day === '' && word === 'last'
            ? ahead - 24
            : ahead - 12 || -12
          : word === 'this'
            ? month - now.month
            : ahead || 12
      const value = `${isoYear(now.year + Math.floor((now.month - 1 + shift) / 12))}-${twoDigits(month)}${day}`
      return day !== '' && parseDay(value) === null ? 'none' : date(value, word)
    },
  ),
  dateRule(
    'weekday',
    `${whichDay}? (?<weekday>WEEKDAY) (?: (?<part>DAYPART) (?= ,? (?:on)? (?: (?<month>MONTH) (?<day>DAY | NTH) | (?<day>DAY | NTH) (?:of)? (?<month>MONTH)) (?: ,? (?<year>YEAR))?) | (?<part>DAYPART))?`,
    (match, context) => {
      const word = groupWord(match, 'which', context)
      if (context.lexemes[match.first]!.word === 'the' && word === 'this') return null
      // "Sunday night, June 7, 2015": the date after says which Sunday.
      const written = match.groups.month === undefined ? null : readDay(match, context)
      if (written !== null && written !== 'none' && parseDay(written.value) !== null)
        return time(`${written.value}T${groupMeaning(match, 'part', 'DAYPART', context)}`, written.by)
      const end = word === '' && match.last - match.first === 1 ? inRange(match.first, context) : null
      if (end !== null) return date(isoDay(end), 'range')
      const { value, by } = weekdayOn(groupNumber(match, 'weekday', context, 'WEEKDAY'), word, match, context)
      const part = groupMeaning(match, 'part', 'DAYPART', context)
      return part ? time(`${value}T${part}`, by) : date(value, by)
    },
  ),
  dateRule('weekday-short', '(?<weekday>WEEKDAY_SHORT)', (match, context) => {
    const lexeme = context.lexemes[match.first]!
    const stop = lexeme.end - lexeme.start > lexeme.word.length
    if (!lexeme.capital || !stop || /^(?:sun|sat|mon)$/.test(lexeme.word)) return null
    const { value, by } = weekdayOn(groupNumber(match, 'weekday', context, 'WEEKDAY_SHORT'), '', match, context)
    return date(value, by)
  }),
  dateRule('weekday-of-week', '(?<weekday>WEEKDAY) (?:of)? (?<which>last | next | this) week', (match, context) => {
    const weekday = groupNumber(match, 'weekday', context, 'WEEKDAY')
    if (context.day === null) return date(`XXXX-WXX-${weekday || 7}`, 'symbolic')
    const by = { last: -7, next: 7, this: 0 }[groupWord(match, 'which', context)] ?? 0
    const monday = context.day - ((partsOf(context.day).weekday + 6) % 7)
    return date(isoDay(monday + ((weekday + 6) % 7) + by), 'publication')
  }),
  dateRule(
    'weekdays',
    '(?:(?:every | each) (?:other | second)? (?<weekday>WEEKDAY) | (?<plural>WEEKDAYS))',
    (match, context) => {
      const weekday =
        match.groups.weekday === undefined
          ? groupNumber(match, 'plural', context, 'WEEKDAYS')
          : groupNumber(match, 'weekday', context, 'WEEKDAY')
      return set(`XXXX-WXX-${weekday || 7}`)
    },
  ),
  dateRule('weekday-nights', '(?<weekday>WEEKDAY) (?<part>DAYPARTS)', (match, context) =>
    set(
      `XXXX-WXX-${groupNumber(match, 'weekday', context, 'WEEKDAY') || 7}T${groupMeaning(match, 'part', 'DAYPARTS', context)}`,
    ),
  ),
  dateRule('today', '(?<day>TODAY) (?<part>DAYPART)?', (match, context) => {
    if (/^(?:usa|voa|russia)$/.test(wordBefore(match, context)) && context.lexemes[match.first]!.capital) return 'none'
    const by = groupNumber(match, 'day', context, 'TODAY')
    const part = groupMeaning(match, 'part', 'DAYPART', context)
    if (context.day === null) return date(by < 0 ? 'PAST_REF' : by > 0 ? 'FUTURE_REF' : 'PRESENT_REF', 'symbolic')
    const value = isoDay(context.day + by)
    return part ? time(`${value}T${part}`, 'publication') : date(value, 'publication')
  }),
  dateRule('day-beside', 'the day (?<side>before | after) (?<day>yesterday | tomorrow)', (match, context) => {
    const by = groupWord(match, 'day', context) === 'tomorrow' ? 2 : -2
    return date(context.day === null ? (by < 0 ? 'PAST_REF' : 'FUTURE_REF') : isoDay(context.day + by), 'publication')
  }),
  dateRule(
    'that-day',
    '(?:the | that)? (?<which>same | that | next | following | previous | preceding) (?:same | very)? (?<part>day | DAYPART)',
    (match, context) => {
      const word = groupWord(match, 'which', context)
      if (word !== 'that' && match.groups.which === match.first) return null
      const part = groupWord(match, 'part', context)
      const { day, by } = anchorDay(context, match)
      if (day === null) return null
      const shift = word in classes.LAST! ? -1 : word in classes.NEXT! ? 1 : 0
      const value = isoDay(day + shift)
      return part === 'day' ? date(value, by) : time(`${value}T${classes.DAYPART![part]}`, by)
    },
  ),
  dateRule('this-part', '(?:this (?<part>DAYPART) | (?<night>tonight) | last (?<last>night))', (match, context) => {
    const last = match.groups.last !== undefined
    const part = groupMeaning(match, 'part', 'DAYPART', context) ?? 'NI'
    return time(`${context.day === null ? 'XXXX-XX-XX' : isoDay(context.day - Number(last))}T${part}`, 'publication')
  }),
  dateRule(
    'part-of-day',
    '(?: the | mid -?) (?<part>morning | afternoon | evening) (?<today>TODAY)?',
    (match, context) => {
      const mid = context.lexemes[match.first]!.word === 'mid'
      if (!mid && !/^(?:in|during)$/.test(wordBefore(match, context))) return null
      const today = match.groups.today !== undefined && context.day !== null
      const { day, by } = today
        ? { day: context.day! + groupNumber(match, 'today', context, 'TODAY'), by: 'publication' }
        : anchorDay(context, match)
      const value = `${day === null ? 'XXXX-XX-XX' : isoDay(day)}T${groupMeaning(match, 'part', 'DAYPART', context)}`
      return { ...time(value, by), ...(mid && { modifier: 'mid' as const }) }
    },
  ),
  dateRule(
    'overnight',
    '(?: (?<weekday>WEEKDAY) overnight | overnight (?:,? (?:on)? (?<weekday>WEEKDAY))?)',
    readOvernight,
    { reckoned: true },
  ),
  dateRule(
    'weekend',
    '(?:the | this | last | next)? (?<which>the | this | last | next | past | coming) weekend',
    (match, context) => {
      const word = groupWord(match, 'which', context)
      if (context.day === null) return date('XXXX-WXX-WE', 'symbolic')
      const weekday = (partsOf(context.day).weekday + 6) % 7
      const back =
        word === 'last' || word === 'past'
          ? -7
          : word === 'next'
            ? 7
            : word === 'the' && weekday < 4 && context.direction(match).side === 'past'
              ? -7
              : 0
      return date(`${isoWeek(context.day + back)}-WE`, word === 'the' ? 'tense' : 'publication')
    },
  ),
  dateRule(
    'week-of',
    'the (?<unit>week | weekend) of (?: (?<month>MONTH) (?<day>DAY | NTH) | (?:the)? (?<day>DAY | NTH) (?:of)? (?<month>MONTH)) (?: ,? (?<year>YEAR))?',
    (match, context) => {
      const reading = readDay(match, context)
      const day = reading === null || reading === 'none' ? null : parseDay(reading.value)
      if (day === null) return reading === 'none' ? 'none' : null
      return date(`${isoWeek(day)}${groupWord(match, 'unit', context) === 'weekend' ? '-WE' : ''}`, 'nearest')
    },
  ),
  dateRule(
    'day-in',
    '(?<side>earlier | later | late | early) in the (?<unit>day | week | month | year)',
    (match, context) => {
      const modifier = ({ earlier: 'before', later: 'after', late: 'end', early: 'start' } as const)[
        groupWord(match, 'side', context)
      ]
      const unit = String(groupMeaning(match, 'unit', 'UNIT', context))
      const { day, by } = anchorDay(context, match)
      if (day === null) return null
      const value = { D: isoDay(day), W: isoWeek(day), M: isoDay(day).slice(0, 7), Y: isoDay(day).slice(0, 4) }[unit]!
      return date(value, by, modifier)
    },
  ),
]
