import { type Span, SpanSet } from '../../base/span.ts'
import { notNames } from '../../english/heads-and-titles.ts'
import { beforeMonths, beforePeople, monthsAsGivenNames, monthsAsSurnames } from '../../english/names.ts'
import { tokensWhere } from '../../text/columns.ts'
import type { Document, Token } from '../../text/document.ts'
import { wordTest } from '../../text/word.ts'
import { isGivenName } from './alias.ts'
import type { NameMention } from './find-names.ts'
import { isTitleHead } from './person-titles.ts'
import { steps } from './steps.ts'

const confidence = 0.9
const isSurname = wordTest(({ text }) => monthsAsSurnames.has(text))
const isGiven = wordTest(({ text }) => monthsAsGivenNames.has(text))
const isNameOfMonth = wordTest((word) => isSurname(word) || isGiven(word))
const opensMonth = wordTest(({ normal }) => beforeMonths.has(normal) || /^\d/.test(normal))

/** "Theresa May", "Mrs May", "April Jones" with the months in their names; then "May", where the story knows who that is. */
export function peopleCalledLikeMonths(doc: Document, names: readonly NameMention[]): NameMention[] {
  const { text, tokens } = doc
  const months = monthsOf(doc)
  if (months.length === 0) return []
  const people = names.filter(({ type }) => type === 'person')
  const named = new SpanSet(people)
  const found = new SpanSet<NameMention>()
  const known = new Set<string>()
  const add = (span: Span, like?: NameMention) =>
    found.add({ type: 'person', foundBy: steps.month, confidence, ...(like?.title && { title: like.title }), ...span })
  for (const i of months) {
    const { start, end, word } = tokens[i]!
    const whole = named.at(start)
    const before = start > 1 && text[start - 1] === ' ' ? named.at(start - 2) : undefined
    const given = givenBefore(tokens, i)
    const after = text[end] === ' ' ? named.at(end + 1) : undefined
    if (whole && whole.end > whole.start + word.text.length) add({ start: whole.start, end: whole.end }, whole)
    else if (isSurname(word) && before && isOpen(text, before)) add({ start: before.start, end }, before)
    else if (isSurname(word) && given && !before) add({ start: given.start, end })
    else if (isGiven(word) && after && isGivenBefore(text, tokens, i, after)) add({ start, end: after.end })
    else if (isGiven(word) && isTitled(tokens, i) && isSurnameBehind(tokens, i)) add({ start, end: tokens[i + 1]!.end })
    else if (isGiven(word) && isSurnameBehind(tokens, i) && isPersonBeside(text, tokens, i))
      add({ start, end: tokens[i + 1]!.end })
    else if (isSurname(word) && isTitled(tokens, i)) add({ start, end })
    else continue
    if (found.at(start)!.end === end) known.add(word.text)
  }
  for (const i of months) {
    const { start, end, text: month } = tokens[i]!
    if (known.has(month) && !found.overlapping({ start, end }) && isSubject(tokens, i)) add({ start, end })
  }
  return found.sorted()
}

const monthsOf = (doc: Document): number[] =>
  tokensWhere(doc.columns, isNameOfMonth).filter((at) => !isDay(doc, at) || isAgedAndTitled(doc, at))

/** Whether a text has a word that may be a month or somebody. */
export const mayNamePeople = (doc: Document): boolean => monthsOf(doc).length > 0

/** "May 5", "May, 2019", "5 May", "May of that year". */
function isDay({ text, tokens }: Document, at: number): boolean {
  const { end } = tokens[at]!
  return (
    /^(?:,? \d| of (?:\d|that|this|last|next)|-)/.test(text.slice(end, end + 10)) ||
    /^\d/.test(tokens[at - 1]?.text ?? '')
  )
}

/** "Mr May, 61, of Luton". */
const isAgedAndTitled = ({ text, tokens }: Document, at: number): boolean =>
  isAged(text, tokens[at]!.end) && isTitled(tokens, at)

/** A name that wants a surname: "George S.", "Theresa". */
function isOpen(text: string, { start, end }: Span): boolean {
  const written = text.slice(start, end)
  return /\p{Lu}\.$/u.test(written) || isGivenName(written)
}

/** "Theresa" of "Theresa May", where the model sees no name. */
function givenBefore(tokens: readonly Token[], at: number): Token | undefined {
  const before = tokens[at - 1]
  const close = before?.end === tokens[at]!.start - 1
  return before && close && before.word.capital && isGivenName(before.text) ? before : undefined
}

/** "Mrs May", "Prime Minister May". */
function isTitled(tokens: readonly Token[], at: number): boolean {
  const stop = tokens[at - 1]?.text === '.' ? 2 : 1
  const title = tokens[at - stop]
  return title !== undefined && isTitleHead(title) && title.word.capital
}

/** "Senator August Pfluger", but not "President August Monday". */
function isSurnameBehind(tokens: readonly Token[], at: number): boolean {
  const [{ end }, next] = [tokens[at]!, tokens[at + 1]]
  return next !== undefined && next.start === end + 1 && surname.test(next.text) && !notNames.has(next.normal)
}

/** "Singer June Tabor", "as April Costa, 29": what the model passed over is a person by the noun before or the age after. */
function isPersonBeside(text: string, tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]!]
  if (isAged(text, next.end)) return true
  return (
    before !== undefined &&
    !opensMonth(before.word) &&
    isTitleLike(before) &&
    !/^ \p{Lu}/u.test(text.slice(next.end, next.end + 2))
  )
}

const isTitleLike = ({ word, tags }: Token): boolean =>
  word.letters && tags.includes('Noun') && !tags.includes('Pronoun')

const surname = /^\p{Lu}[\p{L}’'-]+$/u

/** "April Jones", but not "in April Jones left"; "to June Harlow, 58," is a person with an age. */
function isGivenBefore(
  text: string,
  tokens: readonly Token[],
  at: number,
  { title, start, end }: NameMention,
): boolean {
  const before = tokens[at - 1]
  if (title !== undefined || tokens[at + 1]!.start !== start) return false
  return !(before && opensMonth(before.word)) || isAged(text, end) || mayHavePerson(before!.normal, tokens[at - 2])
}

const isAged = (text: string, end: number): boolean => /^, \d\d[,.]/.test(text.slice(end, end + 5))

/** "Speak to June Harlow", but not "May to June Smith was away". */
const mayHavePerson = (preposition: string, before: Token | undefined): boolean =>
  beforePeople.has(preposition) && before !== undefined && !before.word.capital && !/^\d/.test(before.text)

/** "May said", "May's": who does something or owns something. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (next === undefined || (before && opensMonth(before.word))) return false
  return /^['’]s$/.test(next.text) || (next.word.letters && !next.word.capital && !opensMonth(next.word))
}
