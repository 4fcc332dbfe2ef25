import type { Lexeme } from './lexemes.ts'
import type { Fit } from './reading.ts'

/** Days, months and years of one list or range, each an expression: "September 7 and 8", "3-5 May", "2020-21". */
export function withCoordinates(fits: readonly Fit[], lexemes: readonly Lexeme[]): Fit[] {
  const all: Fit[] = []
  fits.forEach((fit, i) => {
    const next = fits[i + 1]
    const previous = all.at(-1)
    const { list } = fit.rule.traits
    if (list === 'month-day') all.push(...withDaysBehind(fit, next, lexemes))
    else if (list === 'day-month') all.push(...daysBefore(fit, previous, lexemes), fit)
    else if (list === 'year') all.push(fit, ...yearBehind(fit, lexemes))
    else all.push(fit)
  })
  return sharedYears(all, lexemes)
}

const isDay = (lexeme: Lexeme | undefined): lexeme is Lexeme =>
  lexeme !== undefined &&
  Number(lexeme.meaning) >= 1 &&
  Number(lexeme.meaning) <= 31 &&
  Number.isInteger(lexeme.meaning) &&
  /^\d/.test(lexeme.word)

/** The lexeme after a comma, dash, "and", "or", "to" … at `at`, or null. */
function behindJoint(lexemes: readonly Lexeme[], at: number): number | null {
  let i = at
  if (lexemes[i]?.word === ',') i++
  if (/^(?:and|or|to|through|until|till|-|–|—)$/.test(lexemes[i]?.word ?? '')) i++
  return i === at ? null : i
}

// "September 7 and 8 people": what follows a number may make it a count.
const countedBehind = (lexeme: Lexeme | undefined) =>
  lexeme !== undefined &&
  /^(?:people|men|women|other|others|more|new|percent|years?|months?|weeks?|days?|hours?|minutes?|of|[a-z]+(?:ers|ors|ies|ians)|:|%|\/)$/.test(
    lexeme.word,
  )

function withDaysBehind(fit: Fit, next: Fit | undefined, lexemes: readonly Lexeme[]): Fit[] {
  if (fit.groups.year !== undefined || fit.last - 1 !== fit.groups.day) return [fit]
  const more: Fit[] = []
  let last = fit.last - 1
  for (;;) {
    const at = behindJoint(lexemes, last + 1)
    const lexeme = at === null ? undefined : lexemes[at]
    if (at === null || !isDay(lexeme) || (next && next.first <= at) || countedBehind(lexemes[at + 1])) break
    if (Number(lexeme.meaning) <= Number(lexemes[last]!.meaning)) break
    more.push({
      ...fit,
      first: at,
      last: at + 1,
      start: lexeme.start,
      end: lexeme.end,
      groups: { ...fit.groups, day: at },
    })
    last = at
  }
  const comma = lexemes[last + 1]?.word === ',' ? last + 2 : last + 1
  const year = lexemes[comma]
  if (more.length === 0 || year === undefined || !/^(?:19|20)\d\d$/.test(year.word) || (next && next.first < comma))
    return [fit, ...more]
  // "May 3 and 4, 2024": the year after the list is that of all its days.
  const dated = [fit, ...more].map((day) => ({ ...day, groups: { ...day.groups, year: comma } }))
  const tail = dated.at(-1)!
  return [...dated.slice(0, -1), { ...tail, last: comma + 1, end: year.end }]
}

function daysBefore(fit: Fit, previous: Fit | undefined, lexemes: readonly Lexeme[]): Fit[] {
  const more: Fit[] = []
  if (fit.groups.day !== fit.first) return more
  let first = fit.first
  for (let joint = first - 1; joint > 0; joint = first - 1) {
    let at = joint
    if (/^(?:and|or|to|-|–|,)$/.test(lexemes[at]?.word ?? '')) at--
    if (lexemes[at]?.word === ',') at--
    const lexeme = lexemes[at]
    if (
      at === joint ||
      !isDay(lexeme) ||
      (previous && previous.last > at) ||
      Number(lexeme.meaning) >= Number(lexemes[first]!.meaning)
    )
      break
    more.unshift({
      ...fit,
      first: at,
      last: at + 1,
      start: lexeme.start,
      end: lexeme.end,
      groups: { ...fit.groups, day: at },
    })
    first = at
  }
  return more
}

function yearBehind(fit: Fit, lexemes: readonly Lexeme[]): Fit[] {
  const [hyphen, lexeme] = [lexemes[fit.last], lexemes[fit.last + 1]]
  if (!hyphen || !/^[-–/]$/.test(hyphen.word) || !lexeme || !/^\d\d$/.test(lexeme.word) || hyphen.start !== fit.end)
    return []
  const from = Number(lexemes[fit.groups.year!]!.meaning) % 100
  const gap = Number(lexeme.word) - from
  if (gap < 1 || gap > 40) return []
  const at = fit.last + 1
  return [
    {
      ...fit,
      first: at,
      last: at + 1,
      start: lexeme.start,
      end: lexeme.end,
      groups: { year: at, from: fit.groups.year },
    },
  ]
}

const mayLackYear = ({ rule: { traits } }: Fit): boolean => traits.list !== undefined && traits.list !== 'year'

/** "between January and March 2024", "May 3 and June 4, 2024": the year of the last is that of all. */
function sharedYears(fits: Fit[], lexemes: readonly Lexeme[]): Fit[] {
  for (let i = fits.length - 2; i >= 0; i--) {
    const [fit, next] = [fits[i]!, fits[i + 1]!]
    if (!mayLackYear(fit) || fit.groups.year !== undefined || !mayLackYear(next) || next.groups.year === undefined)
      continue
    if (next.groups.from !== undefined || behindJoint(lexemes, fit.last) !== next.first) continue
    fits[i] = {
      ...fit,
      groups: {
        ...fit.groups,
        year: next.groups.year,
        ...(fit.rule.traits.list === 'month' && { later: next.groups.month }),
      },
    }
  }
  return fits
}
