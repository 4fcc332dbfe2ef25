import { keepLongest, type Span, SpanSet } from '../../base/span.ts'
import { oneOf } from '../../base/word-list.ts'
import { notNames, portfolios, titleWords } from '../../english/heads-and-titles.ts'
import { bodyHeads, knownPhrases, namesLikeVerbs, writtenForms } from '../../english/names.ts'
import { tokensWhere } from '../../text/columns.ts'
import type { Document, Token } from '../../text/document.ts'
import { phraseFinder } from '../../text/phrase-finder.ts'
import { tokenAt } from '../../text/position.ts'
import { wordTest } from '../../text/word.ts'
import { isGivenName } from './alias.ts'
import type { NameMention } from './find-names.ts'
import { steps } from './steps.ts'

const initials = wordTest(
  ({ text }) => /^(?:\p{Lu}\.){2,3}$/u.test(text) && !/^(?:U\.[SKN]|E\.U|D\.C|L\.A|A\.M|P\.M)\./.test(text),
)
const wordOfName = /^\p{Lu}[\p{L}’'-]+$/u
const particleOfAfrica = /^(?:wa|ole|arap)$/

/** A person's name with what the model left out at its ends: "O.J.", "Ngugi wa", the end of "Nyong'o". */
export function wholePerson(doc: Document, mention: NameMention): NameMention {
  const { tokens } = doc
  const first = tokenAt(doc, mention.start)
  const last = tokens[tokenAt(doc, mention.end - 1)]
  let { start, end } = mention
  if (last && last.end > end && /^['’][aeiou]$/.test(doc.text.slice(end, last.end))) end = last.end
  const before = tokens[first - 1]
  if (before && mention.title === undefined && isGivenAtHead(before, tokens[first]!)) start = before.start
  if (before && initials(before.word) && isBeside(before, start)) start = before.start
  const name = tokens[first - 2]
  if (before && name && particleOfAfrica.test(before.text) && wordOfName.test(name.text) && isBeside(before, start))
    start = name.start
  return start === mention.start && end === mention.end ? mention : { ...mention, start, end }
}

/** "ANNA TREVOR: Thank you": all that stands in capitals before the colon is the speaker. */
export function wholeSpeaker({ text }: Document, mention: NameMention): NameMention {
  if (text[mention.end] !== ' ' || !/^\p{Lu}{2}/u.test(text.slice(mention.start, mention.start + 2))) return mention
  const rest = restOfSpeaker.exec(text.slice(mention.end, mention.end + longestSpeaker))
  return rest && !/\p{Ll}/u.test(text.slice(mention.start, mention.end))
    ? { ...mention, end: mention.end + rest[1]!.length }
    : mention
}

const restOfSpeaker = /^((?: \p{Lu}[\p{Lu}'’.-]+){1,3}):/u
const longestSpeaker = 40

/** "Will Grant told the court": a first name that opens its sentence, and no question. */
function isGivenAtHead({ end, start, word, sentence }: Token, next: Token): boolean {
  return (
    start === sentence.start &&
    next.start === end + 1 &&
    !sentence.titleCase &&
    isGivenWord(word) &&
    sentence.text[sentence.end - 1] !== '?'
  )
}

const isGivenWord = wordTest(({ text, capital }) => capital && (isGivenName(text) || namesLikeVerbs.has(text)))

/** "J.K. Rowling": a capitalised word after initials, where the model sees nothing. */
export function initialled({ columns, tokens }: Document): NameMention[] {
  const found: NameMention[] = []
  for (const at of tokensWhere(columns, initials)) {
    const { start, end, sentence } = tokens[at]!
    const [surname, after] = [tokens[at + 1], tokens[at + 2]]
    if (sentence.titleCase || surname?.start !== end + 1 || !isNameWord(surname.word)) continue
    // "U.S. Steel Corp.", "A.J. Green-Smith": a longer name is another.
    if (after && after.start <= surname.end + 1 && /^[\p{Lu}-]/u.test(after.text)) continue
    found.push({ start, end: surname.end, type: 'person', foundBy: steps.initials, confidence: initialledConfidence })
  }
  return found
}

const initialledConfidence = 0.8

const isBeside = ({ end }: Token, start: number): boolean => start - end === 1

const legalForm = phraseFinder(
  writtenForms.map((form) => [form, form] as const),
  { exact: true },
)
const formWords = new Set(writtenForms.map((form) => /^[\p{L}]+/u.exec(form)![0]))
const mayBeForm = wordTest(({ text }) => formWords.has(text.split('.')[0]!) || formWords.has(text))
/** The names that a list knows whole, whatever the model makes of them: "Trinidad and Tobago". */
export function knownNames({ columns, text }: Document): NameMention[] {
  const found: NameMention[] = []
  let reached = 0
  for (const at of tokensWhere(columns, opensKnown)) {
    const start = columns.starts[at]!
    if (start < reached) continue
    const known = readKnown(text, start)
    if (!known) continue
    found.push({ start, end: known.end, type: known.value, foundBy: steps.list, confidence: listConfidence })
    reached = known.end
  }
  return found
}

const readKnown = phraseFinder(knownPhrases, { exact: true })
const firstOfKnown = new Set(knownPhrases.map(([phrase]) => /^[\p{L}]+/u.exec(phrase)![0]))
const opensKnown = wordTest(({ text }) => firstOfKnown.has(text))
const listConfidence = 0.97

export const isNameWord = wordTest(
  ({ text, normal }) => /^\p{Lu}/u.test(text) && !(notNames.has(normal) && text !== text.toUpperCase()),
)
const mostWords = 7

/** "SAP SE", "Robert Bosch GmbH & Co. KG", "Marks & Spencer": firms by their legal form, or by the sign between two names. */
export function firms(doc: Document, names: readonly NameMention[]): NameMention[] {
  const found: NameMention[] = []
  const named = new SpanSet(names)
  let reached = 0
  for (const at of tokensWhere(doc.columns, tellsOfFirm)) {
    const { word, sentence } = doc.tokens[at]!
    if (sentence.allCaps || at < reached) continue
    const from = Math.max(sentence.first, reached)
    const firm =
      (mayBeForm(word) && firmBefore(doc, from, at, named)) ||
      (word.text === '&' && !sentence.titleCase && partners(doc, from, at, sentence.last, named))
    if (!firm) continue
    found.push({ ...firm, type: 'organization', foundBy: steps.firm, confidence: firmConfidence })
    reached = tokenAt(doc, firm.end)
  }
  return found
}

const tellsOfFirm = wordTest((word) => word.text === '&' || mayBeForm(word))

const firmConfidence = 0.9

/** The capitalised words before a legal form, and the forms that follow it. */
function firmBefore({ tokens, text }: Document, first: number, at: number, named: SpanSet<NameMention>): Span | null {
  const behind = text[tokens[at]!.start - 2] === ',' ? at - 1 : at
  const start = runBefore(tokens, first, behind)
  if (start === null) return null
  const lastWord = tokens[behind - 1]!
  const end = behindForms(text, tokens[behind - 1]!.end)
  // "Texas AG Ken Paxton" has an attorney general.
  if (end <= tokens[at]!.start || /^ \p{Lu}/u.test(text.slice(end, end + 2))) return null
  // Where the model sees a name, it begins there.
  return { start: (named.overlapping(lastWord) ?? tokens[start]!).start, end }
}

/** Where the legal forms end that follow a name: "GmbH & Co. KG". */
function behindForms(text: string, at: number): number {
  let end = at
  for (;;) {
    const link = formLink.exec(text.slice(end, end + 3))
    const form = link && legalForm(text, end + link[0].length)
    if (!form) return end
    end = form.end
  }
}

const formLink = /^(?: & |,? )/

/** Where the capitalised words begin that end before a token; null where there are none. */
export function runBefore(tokens: readonly Token[], first: number, end: number): number | null {
  let start = end
  for (let at = end - 1; at >= first && end - at <= mostWords; at--) {
    const token = tokens[at]!
    const glued = token.text !== '-' || tokens[at + 1]?.start === token.end
    const joins =
      glued && /^(?:&|-|and|de)$/.test(token.text) && at > first && at < end - 1 && isNameWord(tokens[at - 1]!.word)
    if (!isNameWord(token.word) && !joins) break
    if (tokens[at + 1]!.start - token.end > 1) break
    if (!joins) start = at
  }
  return start < end ? start : null
}

/** "Marks & Spencer": the names on both sides of a sign that stands free; what the model calls otherwise is another thing. */
function partners(
  { tokens, text }: Document,
  first: number,
  at: number,
  last: number,
  named: SpanSet<NameMention>,
): Span | null {
  const sign = tokens[at]!
  const free = tokens[at - 1]?.end === sign.start - 1 && tokens[at + 1]?.start === sign.end + 1
  const start = free ? runBefore(tokens, first, at) : null
  let end = at + 1
  while (end < last && end - at <= 3 && isPartner(tokens[end]!) && tokens[end]!.start - tokens[end - 1]!.end <= 1) end++
  if (start === null || end === at + 1 || !tokens.slice(start, at).every(isPartner)) return null
  const whole = named.overlapping(sign)
  if (whole && whole.type !== 'organization' && end - start > 3) return null
  return { start: tokens[start]!.start, end: behindForms(text, tokens[end - 1]!.end) }
}

const isPartner = ({ word }: Token): boolean =>
  isNameWord(word) && !titleWords.has(word.text) && !/ing$/.test(word.text)

const department = new RegExp(`(?:^| )${oneOf(bodyHeads)} (?:of|for|on)(?: the)? `)
const isSubject = wordTest(({ text }) => portfolios.has(text))

/** "Department of Health, Education and Welfare": the list after the name of a body is part of it, where it is of subjects. */
export function wholeBodies(doc: Document, names: readonly NameMention[]): NameMention[] {
  const bodies = names.flatMap((name, i) => {
    if (doc.text[name.end] === ')') return wholeByAcronym(doc.text, name, names) ?? []
    const listed = name.type === 'organization' ? listedBefore(doc.text, name) : 0
    if (listed > 0) return [{ ...name, start: name.start - listed }]
    if (doc.text.startsWith('Church of ', name.end - 'Church'.length)) return schoolOfChurch(name, names[i + 1]) ?? []
    if (name.type !== 'organization' || !department.test(doc.text.slice(name.start, name.end))) return []
    const end = endOfSubjects(doc, tokenAt(doc, name.end))
    return end > name.end ? [{ ...name, end }] : []
  })
  return bodies.length === 0 ? [...names] : keepLongest([...names, ...bodies])
}

/** "the Foreign, Commonwealth & Development Office": how much of a list of subjects stands before the last of them. */
function listedBefore(text: string, { start, end }: Span): number {
  const own = text.slice(start, end)
  if (text[start - 2] !== ',' || !joins.test(own) || !endsInHead.test(own)) return 0
  return subjectsBefore.exec(text.slice(Math.max(0, start - longestLong), start))?.[1]?.length ?? 0
}

const joins = / (?:&|and) /
const endsInHead = new RegExp(` ${oneOf(bodyHeads)}$`)
const subjectsBefore = /(?<!\p{L})[Tt]he ((?:\p{Lu}\p{Ll}+, ){1,3})$/u
/** "St Peter's Church of England Primary School": one body, which the model has cut at its "of". */
const schoolOfChurch = (church: NameMention, next: NameMention | undefined): NameMention | undefined =>
  next?.type === 'organization' && next.start === church.end + ' of '.length
    ? { ...next, start: church.start }
    : undefined

/** "Islamic State of Iraq and Syria (ISIS)": the words whose initials an acronym in brackets has, where the model has a part of them. */
function wholeByAcronym(text: string, { start, end }: Span, names: readonly NameMention[]): NameMention | undefined {
  const short = text.slice(start, end)
  if (!/^\p{Lu}{3,8}$/u.test(short) || text.slice(start - 2, start) !== ' (') return undefined
  const from = Math.max(0, start - longestLong)
  const words = [...text.slice(from, start - 2).matchAll(/\S+/g)]
  let first = words.length
  for (let left = short; left !== ''; ) {
    const word = words[--first]?.[0]
    if (word === undefined || !(word.startsWith(left.at(-1)!) || insideLong.test(word))) return undefined
    if (word.startsWith(left.at(-1)!)) left = left.slice(0, -1)
  }
  const owner = /['’]s$/.test(text.slice(start - 4, start - 2)) ? 2 : 0
  const long = { start: from + words[first]!.index, end: start - 2 - owner }
  const part = names.find((one) => one.type === 'organization' && one.start === long.start && one.end < long.end)
  return part && { ...part, ...long }
}

const longestLong = 100
const insideLong = /^(?:of|and|the|for|in|on|&|\p{L}+,)$/u

/** Where a list of subjects ends that begins with the comma at a token: after its "and"; 0 where there is none. */
function endOfSubjects({ tokens }: Document, comma: number): number {
  if (tokens[comma]?.text !== ',') return 0
  for (let i = comma, items = 0; items < mostSubjects; items++) {
    const link = i
    if (tokens[i]?.text === ',') i++
    const and = /^(?:and|&)$/.test(tokens[i]?.text ?? '')
    if (and) i++
    const from = i
    while (tokens[i] && isSubject(tokens[i]!.word)) i++
    if (i === from || from === link) return 0
    // "Health, Education and Human Rights Watch" has an organization of its own.
    if (and) return tokens[i]?.word.capital ? 0 : tokens[i - 1]!.end
  }
  return 0
}

const mostSubjects = 8
