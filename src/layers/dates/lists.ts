import type { Lexeme } from './lexemes.ts'
import type { RuledMatch } from './reading.ts'

/** Days, months and years of one list or range, each an expression: "September 7 and 8", "3-5 May", "2020-21". */
export function withCoordinates(matches: readonly RuledMatch[], lexemes: readonly Lexeme[]): RuledMatch[] {
  const all: RuledMatch[] = []
  matches.forEach((match, i) => {
    const next = matches[i + 1]
    const previous = all.at(-1)
    const { list } = match.rule.traits
    if (list === 'month-day') all.push(...withDaysAfter(match, next, lexemes))
    else if (list === 'day-month') all.push(...daysBefore(match, previous, lexemes), match)
    else if (list === 'year') all.push(match, ...yearAfter(match, lexemes))
    else all.push(match)
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
function afterJoint(lexemes: readonly Lexeme[], at: number): number | null {
  let i = at
  if (lexemes[i]?.word === ',') i++
  if (/^(?:and|or|to|through|until|till|-|–|—)$/.test(lexemes[i]?.word ?? '')) i++
  return i === at ? null : i
}

// "September 7 and 8 people": what follows a number may make it a count.
const isCountedAfter = (lexeme: Lexeme | undefined) =>
  lexeme !== undefined &&
  /^(?:people|men|women|other|others|more|new|percent|years?|months?|weeks?|days?|hours?|minutes?|of|[a-z]+(?:ers|ors|ies|ians)|:|%|\/)$/.test(
    lexeme.word,
  )

/** A day of a list, read as one of its days is. */
const dayAt = (match: RuledMatch, at: number, { start, end }: Lexeme): RuledMatch => ({
  ...match,
  first: at,
  last: at + 1,
  start,
  end,
  groups: { ...match.groups, day: at },
})

function withDaysAfter(match: RuledMatch, next: RuledMatch | undefined, lexemes: readonly Lexeme[]): RuledMatch[] {
  if (match.groups.year !== undefined || match.last - 1 !== match.groups.day) return [match]
  const more: RuledMatch[] = []
  let last = match.last - 1
  for (;;) {
    const at = afterJoint(lexemes, last + 1)
    const lexeme = at === null ? undefined : lexemes[at]
    if (at === null || !isDay(lexeme) || (next && next.first <= at) || isCountedAfter(lexemes[at + 1])) break
    if (Number(lexeme.meaning) <= Number(lexemes[last]!.meaning)) break
    more.push(dayAt(match, at, lexeme))
    last = at
  }
  const comma = lexemes[last + 1]?.word === ',' ? last + 2 : last + 1
  const year = lexemes[comma]
  if (more.length === 0 || year === undefined || !/^(?:19|20)\d\d$/.test(year.word) || (next && next.first < comma))
    return [match, ...more]
  // "May 3 and 4, 2024": the year after the list is that of all its days.
  const dated = [match, ...more].map((day) => ({ ...day, groups: { ...day.groups, year: comma } }))
  const tail = dated.at(-1)!
  return [...dated.slice(0, -1), { ...tail, last: comma + 1, end: year.end }]
}

function daysBefore(match: RuledMatch, previous: RuledMatch | undefined, lexemes: readonly Lexeme[]): RuledMatch[] {
  const more: RuledMatch[] = []
  if (match.groups.day !== match.first) return more
  let first = match.first
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
    more.unshift(dayAt(match, at, lexeme))
    first = at
  }
  return more
}

function yearAfter(match: RuledMatch, lexemes: readonly Lexeme[]): RuledMatch[] {
  const [hyphen, lexeme] = [lexemes[match.last], lexemes[match.last + 1]]
  if (!hyphen || !/^[-–/]$/.test(hyphen.word) || !lexeme || !/^\d\d$/.test(lexeme.word) || hyphen.start !== match.end)
    return []
  const from = Number(lexemes[match.groups.year!]!.meaning) % 100
  const gap = Number(lexeme.word) - from
  if (gap < 1 || gap > 40) return []
  const at = match.last + 1
  return [
    {
      ...match,
      first: at,
      last: at + 1,
      start: lexeme.start,
      end: lexeme.end,
      groups: { year: at, from: match.groups.year },
    },
  ]
}

const mayLackYear = ({ rule: { traits } }: RuledMatch): boolean => traits.list !== undefined && traits.list !== 'year'

/** "between January and March 2024", "May 3 and June 4, 2024": the year of the last is that of all. */
function sharedYears(matches: RuledMatch[], lexemes: readonly Lexeme[]): RuledMatch[] {
  for (let i = matches.length - 2; i >= 0; i--) {
    const [match, next] = [matches[i]!, matches[i + 1]!]
    if (!mayLackYear(match) || match.groups.year !== undefined || !mayLackYear(next) || next.groups.year === undefined)
      continue
    if (next.groups.from !== undefined || afterJoint(lexemes, match.last) !== next.first) continue
    matches[i] = {
      ...match,
      groups: {
        ...match.groups,
        year: next.groups.year,
        ...(match.rule.traits.list === 'month' && { later: next.groups.month }),
      },
    }
  }
  return matches
}
