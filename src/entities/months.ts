import type { Document, Token } from '../document/document.ts'
import { wordFact } from '../document/words.ts'
import { beforeMonths, monthsAsGivenNames, monthsAsSurnames } from '../english/names.ts'
import { type Span, SpanSet } from '../span.ts'
import { isGivenName } from './alias.ts'
import type { NameMention } from './mentions.ts'
import { isTitleHead } from './titles.ts'

/** The `source` of a person who is called like a month, and so no date. */
export const monthSource = 'names/month'
const confidence = 0.9
const isSurname = wordFact(({ text }) => monthsAsSurnames.has(text))
const isGiven = wordFact(({ text }) => monthsAsGivenNames.has(text))
const opensMonth = wordFact(({ normal }) => beforeMonths.has(normal) || /^\d/.test(normal))

/** "Theresa May", "Mrs May", "April Jones" with the months in their names; then "May", where the story knows who that is. */
export function peopleCalledLikeMonths(doc: Document, names: readonly NameMention[]): NameMention[] {
  const { text, tokens } = doc
  const months = tokens.flatMap(({ word }, i) => ((isSurname(word) || isGiven(word)) && !isDay(doc, i) ? [i] : []))
  if (months.length === 0) return []
  const people = names.filter(({ type }) => type === 'person')
  const named = new SpanSet(people)
  const found = new SpanSet<NameMention>()
  const known = new Set<string>()
  const add = (span: Span, like?: NameMention) =>
    found.add({ type: 'person', source: monthSource, confidence, ...(like?.title && { title: like.title }), ...span })
  for (const i of months) {
    const { start, end, word } = tokens[i]!
    const whole = named.at(start)
    const before = start > 1 && text[start - 1] === ' ' ? named.at(start - 2) : undefined
    const given = givenBefore(tokens, i)
    const after = text[end] === ' ' ? named.at(end + 1) : undefined
    if (whole && whole.end > whole.start + word.text.length) add({ start: whole.start, end: whole.end }, whole)
    else if (isSurname(word) && before && isOpen(text, before)) add({ start: before.start, end }, before)
    else if (isSurname(word) && given && !before) add({ start: given.start, end })
    else if (isGiven(word) && after && isGivenBefore(tokens, i, after)) add({ start, end: after.end })
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

/** "May 5", "May, 2019", "5 May", "May of that year". */
function isDay({ text, tokens }: Document, at: number): boolean {
  const { end } = tokens[at]!
  return (
    /^(?:,? \d| of (?:\d|that|this|last|next)|-)/.test(text.slice(end, end + 10)) ||
    /^\d/.test(tokens[at - 1]?.text ?? '')
  )
}

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

/** "April Jones", but not "in April Jones left". */
function isGivenBefore(tokens: readonly Token[], at: number, { title, start }: NameMention): boolean {
  const before = tokens[at - 1]
  return title === undefined && tokens[at + 1]!.start === start && !(before && opensMonth(before.word))
}

/** "May said", "May's": who does something or owns something. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (next === undefined || (before && opensMonth(before.word))) return false
  return /^['’]s$/.test(next.text) || (next.word.letters && !next.word.capital && !opensMonth(next.word))
}
