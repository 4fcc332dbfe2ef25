import { type Day, isoDay } from '../../base/calendar.ts'
import { settle } from '../../base/precedence.ts'
import { type Provenance, sourceOf } from '../../base/provenance.ts'
import { inOrder, keepLongest, type Span } from '../../base/span.ts'
import type { DateExpression } from '../../base/story.ts'
import type { Document } from '../../text/document.ts'
import { nearestDay } from './anchors.ts'
import { findExplicit } from './chrono.ts'
import { confidenceOf, usualConfidence } from './confidence.ts'
import { type Direction, directionOf } from './direction.ts'
import { openFocus, remember } from './focus.ts'
import { grammar } from './grammar/grammar.ts'
import { type Lexeme, lexemeReader } from './lexemes.ts'
import { weak } from './lexicon.ts'
import { withCoordinates } from './lists.ts'
import { compileMatcher } from './matches.ts'
import { modifierForms } from './modifiers.ts'
import { peopleAmong } from './month-names.ts'
import { publicationDay } from './publication.ts'
import type { DateContext, DateReading, RuledMatch } from './reading.ts'
import { openTimeWords, timeSpans } from './scope.ts'
import { type CalendarValue, calendarValue } from './value.ts'
import { openVocabulary, unknown } from './vocabulary.ts'

/** A day that a rule set names, where the text does: "Victory Day" is `XXXX-05-09`, by the rule set that says so. */
export interface NamedDay extends Span {
  value: string
  foundBy: Provenance
}

export type DateMention = Omit<DateExpression, 'id'>

const patternsOf = (forms: readonly { pattern: string }[]) => forms.map(({ pattern }) => pattern)
const vocabulary = openVocabulary(patternsOf([...grammar, ...modifierForms]))
const matchRules = compileMatcher(vocabulary, patternsOf(grammar))
const matchModifiers = compileMatcher(vocabulary, patternsOf(modifierForms), '$')
const weakCodes = vocabulary.codesWithin(weak)
const isTimeWord = openTimeWords(vocabulary, weakCodes)
const readLexemes = lexemeReader(vocabulary)

export interface DateOptions {
  dayFirst?: boolean
  timeZone?: string
}

/** What the grammar's rules fit in a document, overlapping or not. */
export interface SoughtDates {
  readonly context: Omit<DateContext, 'focus'>
  readonly matches: readonly RuledMatch[]
}

/**
 * Every temporal expression of the text with its TIMEX3 value (TimeML 1.2.1), resolved against the publication.
 * Lexemes are read, the grammar's rules fitted to them, the longest kept and read in order of the text.
 */
export const findDates = (doc: Document, named: readonly NamedDay[] = [], options: DateOptions = {}): DateMention[] =>
  chooseDates(doc, seekDates(doc, options), named)

/** All that may be a date, each read by itself. */
export function seekDates(doc: Document, options: DateOptions = {}): SoughtDates {
  const context = readContext(doc, options)
  return { context, matches: findMatches({ ...context, focus: openFocus() }) }
}

/** The dates that hold, read with what the text spoke of before. */
export function chooseDates({ text }: Document, sought: SoughtDates, named: readonly NamedDay[]): DateMention[] {
  const context = { ...sought.context, focus: openFocus() }
  const { day, lexemes } = context
  const matches = keepLongest(sought.matches).filter(({ alone }) => alone !== 'none')
  const chosen = settle({
    userDates: named,
    dates: withCoordinates(matches, lexemes).map((ruled) => withModifier(ruled, lexemes)),
  })
  const dates = chosen.dates.flatMap((ruled) => {
    const reading = ruled.rule.read(ruled, context)
    return reading === null || reading === 'none' ? [] : [mentionOf(text, ruled, reading, context)]
  })
  return inOrder(
    chosen.userDates.map((one) => namedDay(text, one, day)),
    dates,
  )
}

/** What was sought as dates, for who asks what {@link chooseDates} chose from. */
export const dateCandidates = ({ text }: Document, { matches }: SoughtDates): DateMention[] =>
  matches.flatMap((ruled) => (ruled.alone === 'none' ? [] : [mention(text, ruled, ruled.alone)]))

function readContext(doc: Document, options: DateOptions): SoughtDates['context'] {
  const { published } = doc
  const day = published === null ? null : publicationDay(published, options.timeZone)
  const scope = timeSpans(doc, isTimeWord)
  const lexemes = readLexemes(doc, scope, findExplicit(doc, scope, day, options.dayFirst), day)
  return { day, lexemes, people: peopleAmong(lexemes), direction: rememberDirections(lexemes) }
}

/** Each stretch is asked about twice: once to know whether it is a date, once for its value. */
function rememberDirections(lexemes: readonly Lexeme[]): DateContext['direction'] {
  const known = new Map<number, Direction>()
  return ({ first, last }) => {
    const key = first * longestStretch + (last - first)
    const before = known.get(key)
    if (before) return before
    const direction = directionOf(lexemes, first, last)
    known.set(key, direction)
    return direction
  }
}

function findMatches(context: DateContext): RuledMatch[] {
  const { lexemes } = context
  const matches: RuledMatch[] = []
  for (const { first, codes } of stretches(lexemes))
    for (const ruled of matchRules(codes)) {
      const groups: Record<string, number> = {}
      for (const [name, at] of ruled.groups) groups[name] = first + at
      const rule = grammar[ruled.pattern]!
      const match = { first: first + ruled.first, last: first + ruled.last, groups }
      const alone = (rule.traits.alone ?? rule.read)(match, context)
      if (alone === null) continue
      const { start } = lexemes[match.first]!
      matches.push({
        first: match.first,
        last: match.last,
        groups,
        rule,
        alone,
        start,
        end: lexemes[match.last - 1]!.end,
      })
    }
  return matches
}

/** Unbroken runs of known lexemes that hold a word of time. */
function* stretches(lexemes: readonly Lexeme[]): Generator<{ first: number; codes: string }> {
  for (let i = 0; i < lexemes.length; i++) {
    if (lexemes[i]!.code === unknown) continue
    const first = i
    let codes = ''
    let hasTimeWord = false
    for (; i < lexemes.length && lexemes[i]!.code !== unknown && codes.length < longestStretch; i++) {
      codes += lexemes[i]!.code
      hasTimeWord ||= !weakCodes.has(lexemes[i]!.code)
    }
    i--
    if (hasTimeWord) yield { first, codes }
  }
}
// Real expressions are shorter; a list of a thousand dates is cut, so that no pattern sees a long string.
const longestStretch = 200

function withModifier(ruled: RuledMatch, lexemes: readonly Lexeme[]): RuledMatch {
  let from = ruled.first
  while (from > 0 && ruled.first - from < 5 && lexemes[from - 1]!.code !== unknown) from--
  const codes = lexemes
    .slice(from, ruled.first)
    .map(({ code }) => code)
    .join('')
  if (codes === '') return ruled
  const { alone } = ruled
  if (alone === 'none' || alone.value.endsWith('_REF')) return ruled
  const { takes } = ruled.rule.traits
  const amount = alone.type === 'duration' || alone.type === 'time' || takes === 'amount'
  const calendar = alone.type === 'date' || alone.type === 'time'
  const anchored = lexemes[ruled.first]!.word === 'the' && alone.type === 'duration'
  let best: RuledMatch = ruled
  for (const { pattern, first } of matchModifiers(codes)) {
    const { modifier, of } = modifierForms[pattern]!
    if (!(of === 'amount' ? amount || (modifier === 'approx' && takes === 'number') : calendar)) continue
    if (anchored && /more_than/.test(modifier ?? '')) continue
    const { start } = lexemes[from + first]!
    if (start < best.start) best = { ...ruled, start, modifier }
  }
  return best
}

function namedDay(text: string, { start, end, value, foundBy }: NamedDay, day: Day | null): DateMention {
  const written = day === null ? value : nearest(value, day)
  return {
    start,
    end,
    text: text.slice(start, end),
    confidence: 1,
    source: sourceOf(foundBy),
    type: 'date',
    value: written,
    modifier: null,
    ...calendarValue(written, null),
  }
}

/** The yearly day `XXXX-05-09` that is nearest to the publication. */
function nearest(value: string, day: Day): string {
  const yearly = /^XXXX-(\d\d)-(\d\d)$/.exec(value)
  const near = yearly && nearestDay(Number(yearly[1]), Number(yearly[2]), day)
  return near === null ? value : isoDay(near)
}

/** A fit as it is read in its text, which remembers what it spoke of. */
function mentionOf(
  text: string,
  ruled: RuledMatch,
  reading: DateReading,
  { focus, lexemes }: DateContext,
): DateMention {
  const { dated, reckoned } = ruled.rule.traits
  const lead = lexemes[ruled.first - 1]?.word ?? ''
  const given = 'year' in ruled.groups || dated === true
  if (!reckoned) remember(focus, reading.value, ruled.start, { given, lead })
  return mention(text, ruled, reading)
}

function mention(text: string, { rule, start, end, modifier: before }: RuledMatch, reading: DateReading): DateMention {
  const { type, value, by, interval, zone } = reading
  const modifier = before ?? reading.modifier ?? null
  const { edtf, from, to } = interval ? ofInterval(interval) : calendarValue(value, modifier, zone)
  // Field by field: V8 adds to a copy by spread many times as slowly.
  return {
    start,
    end,
    text: text.slice(start, end),
    confidence: confidenceOf[rule.id] ?? usualConfidence,
    source: `dates/${rule.id}${by ? `+${by}` : ''}`,
    type,
    value,
    modifier,
    edtf,
    from,
    to,
  }
}

function ofInterval([first, last]: readonly [Day, Day]): CalendarValue {
  const [from, to] = [isoDay(first), isoDay(last)]
  return { edtf: `${from}/${to}`, from, to }
}
