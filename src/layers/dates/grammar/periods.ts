import { isoCentury, isoYear, partsOf } from '../../../base/calendar.ts'
import { anchorYear, latestYear, quarterInFocus } from '../anchors.ts'
import { cues } from '../cues.ts'
import { classes, fullDecade } from '../lexicon.ts'
import {
  type DateContext,
  type DateMatch,
  type DateReading,
  date,
  dateRule,
  groupMeaning,
  groupNumber,
  groupWord,
  quarterValue,
  set,
  twoDigits,
  wordBefore,
} from '../reading.ts'
import { standsAsYear } from '../year-numbers.ts'

const yearOf = (match: DateMatch, context: DateContext): number | null => {
  const at = match.groups.year
  return at === undefined ? null : Number(context.lexemes[at]!.meaning)
}

/** The year that "this year's", "of last year" stands for. */
function relativeYear(match: DateMatch, context: DateContext): number | null {
  const word = groupWord(match, 'rel', context)
  if (word === '' || context.day === null) return null
  return partsOf(context.day).year + (word in classes.LAST! ? -1 : word in classes.NEXT! ? 1 : 0)
}

function ofYear(match: DateMatch, context: DateContext, part: string, firstMonth: number): DateReading | null {
  const written = yearOf(match, context) ?? relativeYear(match, context)
  if (written !== null) return date(`${isoYear(written)}-${part}`, 'written')
  const next = comingYear(match, context, part, firstMonth)
  if (next !== null) return date(`${isoYear(next)}-${part}`, 'tense')
  const latest = latestYear(firstMonth, context.day)
  return date(`${latest === null ? 'XXXX' : isoYear(latest)}-${part}`, latest === null ? 'symbolic' : 'latest')
}

/** "will cut rates in the first quarter": the year of the first such quarter or half that has not ended. */
function comingYear(match: DateMatch, context: DateContext, part: string, firstMonth: number): number | null {
  if (context.day === null || !/^[QH]/.test(part) || !/^(?:in|by|during|until)$/.test(wordBefore(match, context)))
    return null
  const { side, sure } = context.direction(match)
  if (side === 'past' || !sure) return null
  const { year, month } = partsOf(context.day)
  return month > firstMonth + (part.startsWith('Q') ? 2 : 5) ? year + 1 : year
}

function partOfYear(match: DateMatch, context: DateContext): DateReading | null {
  const word = groupWord(match, 'nth', context)
  const half = groupWord(match, 'unit', context).startsWith('half')
  if (half && (isOfOther(match, context) || isOfPlay(match, context))) return null
  const count = half ? 2 : 4
  const nth = word === 'last' || word === 'final' ? count : groupNumber(match, 'nth', context, 'ORDINAL')
  if (!(nth >= 1 && nth <= count)) return null
  return half ? ofYear(match, context, `H${nth}`, nth * 6 - 5) : ofYear(match, context, `Q${nth}`, nth * 3 - 2)
}

/** "the second half of November", "of the season": of something else than a year. */
function isOfOther({ last }: DateMatch, { lexemes }: DateContext): boolean {
  if (lexemes[last]?.word !== 'of' || lexemes[last - 1]!.word !== 'half') return false
  return !lexemes.slice(last + 1, last + 5).some(({ word }) => word === 'year' || word === 'fiscal')
}

/** "scored in the second half": no year is written, and players play beside it. */
function isOfPlay({ first, last, groups }: DateMatch, { lexemes }: DateContext): boolean {
  if (groups.year !== undefined || groups.rel !== undefined || lexemes[last - 1]!.word !== 'half') return false
  return lexemes.slice(Math.max(0, first - halfReach), last + halfReach).some(({ word }) => cues.inMatches.has(word))
}
const halfReach = 40

/** "the July-September period": a quarter, by its first and last month. */
function quarterOfMonths(match: DateMatch, context: DateContext): DateReading | null {
  const [from, to] = [groupNumber(match, 'from', context, 'MONTH'), groupNumber(match, 'to', context, 'MONTH')]
  if (from % 3 !== 1 || to !== from + 2) return null
  return ofYear(match, context, `Q${(from + 2) / 3}`, from)
}

/** The quarter in focus, else the last that had ended at publication. */
function reported(match: DateMatch, context: DateContext): { year: number; quarter: number; by: string } | null {
  const { lexemes, day } = context
  const [ended, month] = [lexemes[match.last]?.word ?? '', lexemes[match.last + 1]?.word ?? '']
  const focus = quarterInFocus(context, match)
  if (/^end(?:ed|ing)$/.test(ended) && Object.hasOwn(classes.MONTH!, month) && day !== null) {
    const last = Number(classes.MONTH![month])
    const now = partsOf(day)
    return { year: last <= now.month ? now.year : now.year - 1, quarter: Math.floor((last - 1) / 3), by: 'written' }
  }
  if (focus) return { ...focus, by: 'focus' }
  if (day === null) return null
  const now = partsOf(day)
  const quarter = Math.floor((now.month - 1) / 3) - 1
  return quarter < 0 ? { year: now.year - 1, quarter: 3, by: 'latest' } : { year: now.year, quarter, by: 'latest' }
}

/** A "period" or "half" is a quarter where the text has spoken of one. */
const isOfQuarter = (match: DateMatch, context: DateContext): boolean =>
  groupWord(match, 'unit', context) === 'quarter' || quarterInFocus(context, match) !== null

/** "the year-earlier third quarter". */
function numberedYearAgo(match: DateMatch, context: DateContext): DateReading | null {
  const nth = groupNumber(match, 'nth', context, 'ORDINAL')
  if (!(nth >= 1 && nth <= 4) || context.day === null) return null
  return date(quarterValue(latestYear(nth * 3 - 2, context.day)! - 1, nth - 1), 'latest')
}

/** "the year-ago quarter". */
function reportedYearAgo(match: DateMatch, context: DateContext): DateReading | null {
  const last = reported(match, context)
  return last && date(quarterValue(last.year - 1, last.quarter), last.by)
}

/** "in the quarter", "the latest period". */
function reportedQuarter(match: DateMatch, context: DateContext): DateReading | null {
  const which = groupWord(match, 'which', context)
  if (groupWord(match, 'unit', context) === 'period' && (which === 'that' || which === 'the')) return null
  if (which === 'the' && !/^(?:in|for|during|of|from|by|through|throughout)$/.test(wordBefore(match, context)))
    return null
  const last = reported(match, context)
  const year = yearOf(match, context)
  return last && date(quarterValue(year ?? last.year - Number(match.groups.ago !== undefined), last.quarter), last.by)
}

const ofWhichYear =
  '(?: of the year | (?: (?:of | in)? ,? (?:the)? (?:fiscal)? (?: (?<year>YEAR | YEAR_SHORT | FISCAL_CODE) | (?<rel>this | last | next) (?:fiscal)? year)))?'
const firstMonth: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }
const inFall = /^(?:in|into|since|until|by|during|over)$/
const inSeason = /^(?:in|into|over|during|since|until|by|through|throughout|for|of|and|from)$/

/** "highs in the 90s": a temperature. */
const isDegrees = ({ first }: DateMatch, { lexemes }: DateContext): boolean =>
  lexemes.slice(Math.max(0, first - 6), first).some(({ word }) => degrees.test(word))
const degrees = /^(?:temperatures?|highs|lows|mercury|thermometers?)$/

export const periods = [
  dateRule(
    'quarter',
    `(?:the)? (?:fiscal)? -? (?<nth>ORDINAL | last | final) (?<unit>quarter | half) ${ofWhichYear}`,
    partOfYear,
  ),
  dateRule(
    'quarter-of-this',
    `(?:the)? (?:(?<year>YEAR) | (?<rel>this | last | next) year 's) (?:fiscal)? -? (?<nth>ORDINAL) -? (?<unit>quarter | half)`,
    partOfYear,
  ),
  dateRule(
    'quarter-of-months',
    `(?:the)? (?<from>MONTH) (?: - | DASH | to) (?<to>MONTH) -? (?: quarter | period | (?= (?<year>YEAR) (?: quarter | period))) ${ofWhichYear}`,
    quarterOfMonths,
  ),
  dateRule('quarter-adjective', '(?:fiscal -?)? (?<nth>ORDINAL) - (?<unit>quarter | half)', partOfYear),
  dateRule(
    'quarters',
    `(?:the)? (?<nth>ORDINAL) (?: (?= (?:and | or) ORDINAL quarters (?:of (?<year>YEAR))?) | quarters (?:of (?<year2>YEAR))?)`,
    (match, context) =>
      partOfYear({ ...match, groups: { ...match.groups, year: match.groups.year ?? match.groups.year2 } }, context),
  ),
  dateRule(
    'quarter-code',
    '(?:(?<code>QUARTER_CODE) (?: (?:of | in | - | ,)? (?: (?<year>YEAR | YEAR_SHORT | FISCAL_CODE) | (?<rel>last | this | next) year))? | (?<year2>YEAR) -? (?<code2>QUARTER_CODE))',
    (match, context) => {
      const { code, code2, year, year2 } = match.groups
      const part = String(context.lexemes[code ?? code2!]!.meaning)
      if (part.length > 2) return date(part, 'written')
      const first = part.startsWith('Q') ? Number(part[1]) * 3 - 2 : Number(part[1]) * 6 - 5
      return ofYear({ ...match, groups: { ...match.groups, year: year ?? year2 } }, context, part, first)
    },
  ),
  dateRule('quarter-number', '(?<unit>quarter) (?<nth>COUNT) (?: (?:of | ,)? (?<year>YEAR))?', (match, context) => {
    const nth = groupNumber(match, 'nth', context)
    if (!(nth >= 1 && nth <= 4) || !Number.isInteger(nth)) return null
    return ofYear(match, context, `Q${nth}`, nth * 3 - 2)
  }),
  dateRule(
    'year-ago-quarter',
    '(?:the)? (?:comparable)? (?: year - (?:ago | earlier) | corresponding | comparable) (?:fiscal)? (?<nth>ORDINAL)? -? (?<unit>quarter | half | period) (?:last year | a year (?:ago | earlier))?',
    (match, context) =>
      numberedYearAgo(match, context) ?? (isOfQuarter(match, context) ? reportedYearAgo(match, context) : null),
    {
      takes: 'amount',
      reckoned: true,
      alone: (match, context) => numberedYearAgo(match, context) ?? reportedYearAgo(match, context),
    },
  ),
  dateRule(
    'reported-quarter',
    '(?:the)? (?<which>the | latest | recent | that | (?<year>YEAR)) (?<unit>quarter | period) (?<ago>a year (?:ago | earlier))?',
    (match, context) => (isOfQuarter(match, context) ? reportedQuarter(match, context) : null),
    { alone: reportedQuarter },
  ),
  dateRule('period-of-year', 'the (?<year>YEAR) period', (match, context) =>
    date(isoYear(yearOf(match, context)!), 'written'),
  ),
  dateRule(
    'season',
    '(?:(?:the)? (?<season>SEASON) (?: of | ,)? (?<year>YEAR | YEAR_SHORT) | (?:the)? (?<rel>last | this | next | past | previous | coming | following) (?:past | coming)? (?<season2>SEASON))',
    (match, context) => {
      const at = match.groups.season ?? match.groups.season2!
      const { word } = context.lexemes[at]!
      const code = String(classes.SEASON![word])
      const next = context.lexemes[match.last]?.word ?? ''
      if (
        word === 'fall' &&
        groupWord(match, 'rel', context) === 'this' &&
        /^(?:in|of|to|from|below|short)$/.test(next)
      )
        return null
      const first = firstMonth[code]!
      // "The coming winter" is the first to begin; "next winter" may be that of the year after it.
      if (groupWord(match, 'rel', context) === 'coming' && context.day !== null) {
        const now = partsOf(context.day)
        return date(`${isoYear(now.month < first ? now.year : now.year + 1)}-${code}`, 'tense')
      }
      // In November "last summer" is this year's, which in September would be "this summer".
      if (groupWord(match, 'rel', context) === 'last' && context.day !== null) {
        const now = partsOf(context.day)
        return date(`${isoYear(now.month >= first + 5 ? now.year : now.year - 1)}-${code}`, 'publication')
      }
      return ofYear(match, context, code, first)
    },
  ),
  dateRule('season-bare', '(?:the)? (?:early | late | mid -?)? (?<season>SEASON)', (match, context) => {
    const word = groupWord(match, 'season', context)
    const lead = wordBefore(match, context)
    const article = context.lexemes[match.first]!.word === 'the'
    if (!inSeason.test(lead) || ((word === 'fall' || word === 'spring') && !(article && inFall.test(lead)))) return null
    if (context.lexemes[match.last - 1]!.capital || context.lexemes[match.last]?.capital) return null
    const code = String(classes.SEASON![word])
    const first = firstMonth[code]!
    const edge = context.lexemes[article ? match.first + 1 : match.first]!.word
    const modifier = ({ early: 'start', late: 'end', mid: 'mid' } as const)[edge]
    if (context.day !== null && context.direction(match).side === 'future') {
      const now = partsOf(context.day)
      return date(`${isoYear(now.month <= first + 2 ? now.year : now.year + 1)}-${code}`, 'tense', modifier)
    }
    const reading = ofYear(match, context, code, first)
    return reading && { ...reading, ...(modifier && { modifier }) }
  }),
  dateRule('seasons', '(?:every | each) (?<season>SEASON)', (match, context) =>
    set(`XXXX-${groupMeaning(match, 'season', 'SEASON', context)}`),
  ),
  dateRule('months', '(?:every | each) (?<month>MONTH)', (match, context) =>
    set(`XXXX-${twoDigits(groupNumber(match, 'month', context, 'MONTH'))}`),
  ),
  dateRule(
    'year',
    '(?:(?:the | calendar)? year)? (?<year>YEAR | YEAR_SHORT)',
    (match, context) => {
      const at = match.groups.year!
      if (match.groups.from !== undefined) {
        const century = Math.floor(Number(context.lexemes[match.groups.from]!.meaning) / 100)
        return date(isoYear(century * 100 + Number(context.lexemes[at]!.meaning)), 'written')
      }
      if (!standsAsYear(match, context)) return null
      return date(isoYear(yearOf(match, context)!), 'written')
    },
    { list: 'year', takes: 'number', dated: true },
  ),
  dateRule(
    'year-spoken',
    'the year (?<year>YEAR_SPOKEN)',
    (match, context) => date(isoYear(yearOf(match, context)!), 'written'),
    { dated: true },
  ),
  dateRule(
    'year-bc',
    '(?:(?<count>COUNT) (?<era>bc | bce | ad | ce) | (?<era2>ad) (?<count2>COUNT))',
    (match, context) => {
      const count = Number(context.lexemes[match.groups.count ?? match.groups.count2!]!.meaning)
      const era = context.lexemes[match.groups.era ?? match.groups.era2!]!
      if (!era.capital || !(count > 0 && count < 2100 && Number.isInteger(count))) return null
      return date(era.word.startsWith('b') ? `BC${String(count).padStart(4, '0')}` : isoYear(count), 'written')
    },
    { dated: true },
  ),
  dateRule(
    'fiscal-year',
    '(?:the)? (?<which>current | latest | last | next | this | previous | prior | coming)? (?:fiscal (?:year)? (?<year>YEAR | YEAR_SHORT) | (?<bare>fiscal) year | (?<code>FISCAL_CODE))',
    (match, context) => {
      const { code } = match.groups
      if (code !== undefined) return date(String(context.lexemes[code]!.meaning), 'written')
      const written = yearOf(match, context)
      if (written !== null) return date(isoYear(written), 'written')
      if (context.day === null) return null
      const which = groupWord(match, 'which', context)
      const by = which === 'latest' || which in classes.LAST! ? -1 : which in classes.NEXT! ? 1 : 0
      return date(isoYear(partsOf(context.day).year + by), 'publication')
    },
    { dated: true },
  ),
  dateRule('decade', '(?:the)? (?:(?<decade>DECADE) | (?<word>NINETIES))', (match, context) => {
    // "in his mid-40s": what comes before the edge and its hyphen.
    const hyphen = Number(wordBefore(match, context) === '-')
    const edged = /^(?:early|late|mid)$/.test(wordBefore(match, context, 1 + hyphen))
    const lead = wordBefore(match, context, edged ? 2 + hyphen : 1)
    if (/^(?:his|her|their|my|our|your|its|upper|lower|low|high)$/.test(lead) || isDegrees(match, context))
      return 'none'
    const article = context.lexemes[match.first]!.word === 'the'
    const { word } = match.groups
    const digits =
      word === undefined
        ? String(context.lexemes[match.groups.decade!]!.meaning)
        : String(groupNumber(match, 'word', context, 'NINETIES') * 10)
    const short = digits.length === 2
    const bare = short && context.lexemes[match.last - 1]!.word !== ''
    if (word !== undefined || bare) if (!article && !edged && lead !== '-') return null
    return date(short ? fullDecade(Number(digits), context.day) : digits.slice(0, 3), 'written')
  }),
  dateRule(
    'century',
    '(?:(?:the)? (?<nth>ORDINAL) -? (?:century | centuries) (?<era>bc | bce)? | (?<which>this | last | next) century | the (?<turn>ORDINAL) (?=(?:and | to) ORDINAL (?:century | centuries)))',
    (match, context) => {
      const which = groupWord(match, 'which', context)
      if (which !== '') {
        if (context.day === null) return null
        return date(
          isoCentury(partsOf(context.day).year + 100 * Number(classes.LAST![which] ?? classes.NEXT![which] ?? 0)),
          'publication',
        )
      }
      const nth =
        match.groups.nth === undefined
          ? groupNumber(match, 'turn', context, 'ORDINAL')
          : groupNumber(match, 'nth', context, 'ORDINAL')
      if (!(nth >= 1 && nth <= 30)) return null
      return date(match.groups.era === undefined ? twoDigits(nth - 1) : `BC${twoDigits(nth - 1)}`, 'written')
    },
  ),
  dateRule(
    'year-end',
    "(?:the)? (?: year -? end | year 's end)",
    (match, context) => {
      const { year, by } = anchorYear(context, match)
      return date(year === null ? 'XXXX' : isoYear(context.day === null ? year : partsOf(context.day).year), by, 'end')
    },
    { takes: 'number' },
  ),
]
