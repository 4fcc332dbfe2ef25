import { type Day, isoDay } from '../../base/calendar.ts'
import { keepLongest, type Span } from '../../base/span.ts'
import type { DateExpression } from '../../base/story.ts'
import type { Document } from '../../text/document.ts'
import { findExplicit } from './chrono.ts'
import { confidenceOf, usualConfidence } from './confidence.ts'
import { type Direction, directionOf } from './direction.ts'
import { openFocus, remember } from './focus.ts'
import { grammar } from './grammar/grammar.ts'
import { type Lexeme, readLexemes } from './lexemes.ts'
import { weak } from './lexicon.ts'
import { withCoordinates } from './lists.ts'
import { compileFits } from './matches.ts'
import { modifierForms } from './modifiers.ts'
import { openVocabulary, unknown } from './pattern.ts'
import { peopleAmong } from './people.ts'
import { publicationDay } from './publication.ts'
import type { Context, Match, Modifier, Reading, Rule } from './reading.ts'
import { nearestDay } from './resolve.ts'
import { timeSpans, timeTeller } from './scope.ts'
import { meaningOf } from './value.ts'

/** A day that a rule set names, where the text does: "Victory Day" is `XXXX-05-09`, under the rule set that says so. */
export interface NamedDay extends Span {
  value: string
  source: string
}

export type DateMention = Omit<DateExpression, 'id'>

/** A rule that fits a stretch of lexemes; what it means is read when all before it is known. */
export interface Fit extends Match {
  rule: Rule
  /** What it means by itself, whatever stands before. */
  sought: Reading | 'none'
  /** Its own lexemes and the modifier before them. */
  start: number
  end: number
  modifier?: Modifier | null
}

const patternsOf = (forms: readonly { pattern: string }[]) => forms.map(({ pattern }) => pattern)
const vocabulary = openVocabulary(patternsOf([...grammar, ...modifierForms]))
const ruleFits = compileFits(vocabulary, patternsOf(grammar))
const modifierFits = compileFits(vocabulary, patternsOf(modifierForms), '$')
const weakCodes = vocabulary.codesWithin(weak)
const tells = timeTeller(vocabulary, weakCodes)

export interface DateOptions {
  dayFirst?: boolean
  timeZone?: string
}

/**
 * Every temporal expression of the text with its TIMEX3 value (TimeML 1.2.1), resolved against the publication.
 * Lexemes are read, the grammar's rules fitted to them, the longest kept and read in order of the text.
 */
export function findDates(doc: Document, named: readonly NamedDay[] = [], options: DateOptions = {}): DateMention[] {
  const { text } = doc
  const context = readContext(doc, options)
  const { day, lexemes } = context
  const fits = keepLongest(findFits({ ...context, seeking: true })).filter(({ sought }) => sought !== 'none')
  const whole = withCoordinates(fits, lexemes).map((fit) => withModifier(fit, lexemes))
  const user = named.map((one) => namedDay(text, one, day))
  return keepLongest(
    [...whole.map((fit) => ({ start: fit.start, end: fit.end, fit })), ...user],
    ({ ranked }: Ranked) => ranked ?? 0,
  ).flatMap((found) => {
    if (!('fit' in found)) return [found.mention]
    const reading = found.fit.rule.read(found.fit, context)
    return reading === null || reading === 'none' ? [] : [mentionOf(text, found.fit, reading, context)]
  })
}

/** All that the grammar's rules fit, overlapping or not, each read for itself: what {@link findDates} chooses from. */
export function dateCandidates(doc: Document, options: DateOptions = {}): DateMention[] {
  const { text } = doc
  const context = { ...readContext(doc, options), seeking: true }
  return findFits(context).flatMap((fit) => {
    const reading = fit.rule.read(fit, context)
    return reading === null || reading === 'none' ? [] : [mentionOf(text, fit, reading, context)]
  })
}

function readContext(doc: Document, options: DateOptions): Context {
  const { text, published } = doc
  const day = published === null ? null : publicationDay(published, options.timeZone)
  const spans = timeSpans(doc, tells)
  const lexemes = readLexemes(text, spans, findExplicit(text, spans, day, options.dayFirst), day, vocabulary)
  return {
    day,
    lexemes,
    focus: openFocus(),
    people: peopleAmong(lexemes),
    seeking: false,
    direction: rememberDirections(lexemes),
  }
}

/** Each stretch is asked about twice: once to know whether it is a date, once for its value. */
function rememberDirections(lexemes: readonly Lexeme[]): Context['direction'] {
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

interface Ranked extends Span {
  ranked?: number
}

function findFits(context: Context): Fit[] {
  const { lexemes } = context
  const fits: Fit[] = []
  for (const { first, codes } of stretches(lexemes))
    for (const fit of ruleFits(codes)) {
      const groups: Record<string, number> = {}
      for (const [name, at] of fit.groups) groups[name] = first + at
      const rule = grammar[fit.pattern]!
      const match = { first: first + fit.first, last: first + fit.last, groups }
      const sought = rule.read(match, context)
      if (sought === null) continue
      const { start } = lexemes[match.first]!
      fits.push({
        first: match.first,
        last: match.last,
        groups,
        rule,
        sought,
        start,
        end: lexemes[match.last - 1]!.end,
      })
    }
  return fits
}

/** Unbroken runs of known lexemes that hold a word of time. */
function* stretches(lexemes: readonly Lexeme[]): Generator<{ first: number; codes: string }> {
  for (let i = 0; i < lexemes.length; i++) {
    if (lexemes[i]!.code === unknown) continue
    const first = i
    let codes = ''
    let telling = false
    for (; i < lexemes.length && lexemes[i]!.code !== unknown && codes.length < longestStretch; i++) {
      codes += lexemes[i]!.code
      telling ||= !weakCodes.has(lexemes[i]!.code)
    }
    i--
    if (telling) yield { first, codes }
  }
}
// Real expressions are shorter; a list of a thousand dates is cut, so that no pattern sees a long string.
const longestStretch = 200

function withModifier(fit: Fit, lexemes: readonly Lexeme[]): Fit {
  let from = fit.first
  while (from > 0 && fit.first - from < 5 && lexemes[from - 1]!.code !== unknown) from--
  const codes = lexemes
    .slice(from, fit.first)
    .map(({ code }) => code)
    .join('')
  if (codes === '') return fit
  const { sought } = fit
  if (sought === 'none' || sought.value.endsWith('_REF')) return fit
  const { takes } = fit.rule.traits
  const amount = sought.type === 'duration' || sought.type === 'time' || takes === 'amount'
  const calendar = sought.type === 'date' || sought.type === 'time'
  const anchored = lexemes[fit.first]!.word === 'the' && sought.type === 'duration'
  let best: Fit = fit
  for (const { pattern, first } of modifierFits(codes)) {
    const { modifier, of } = modifierForms[pattern]!
    if (!(of === 'amount' ? amount || (modifier === 'approx' && takes === 'number') : calendar)) continue
    if (anchored && /more_than/.test(modifier ?? '')) continue
    const { start } = lexemes[from + first]!
    if (start < best.start) best = { ...fit, start, modifier }
  }
  return best
}

function namedDay(
  text: string,
  { start, end, value, source }: NamedDay,
  day: Day | null,
): Ranked & { mention: DateMention } {
  const written = day === null ? value : nearest(value, day)
  const mention: DateMention = {
    start,
    end,
    text: text.slice(start, end),
    confidence: 1,
    source,
    type: 'date',
    value: written,
    modifier: null,
    ...meaningOf(written, null),
  }
  return { start, end, ranked: 1, mention }
}

/** The yearly day `XXXX-05-09` that is nearest to the publication. */
function nearest(value: string, day: Day): string {
  const yearly = /^XXXX-(\d\d)-(\d\d)$/.exec(value)
  const near = yearly && nearestDay(Number(yearly[1]), Number(yearly[2]), day)
  return near === null ? value : isoDay(near)
}

function mentionOf(
  text: string,
  { rule, first, start, end, modifier: before, groups }: Fit,
  reading: Reading,
  context: Context,
): DateMention {
  const { type, value, by, interval, zone } = reading
  const modifier = before ?? reading.modifier ?? null
  const { dated, reckoned } = rule.traits
  const lead = context.lexemes[first - 1]?.word ?? ''
  if (!reckoned) remember(context.focus, value, start, { given: 'year' in groups || dated === true, lead })
  return {
    start,
    end,
    text: text.slice(start, end),
    confidence: confidenceOf[rule.id] ?? usualConfidence,
    source: `dates/${rule.id}${by ? `+${by}` : ''}`,
    type,
    value,
    modifier,
    ...(interval
      ? { edtf: `${isoDay(interval[0])}/${isoDay(interval[1])}`, from: isoDay(interval[0]), to: isoDay(interval[1]) }
      : meaningOf(value, modifier, zone)),
  }
}
