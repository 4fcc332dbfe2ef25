import type { Provenance } from '../../base/provenance.ts'
import { inOrder, keepLongest, type Span, SpanSet, withinAnyOf } from '../../base/span.ts'
import { oneOf } from '../../base/word-list.ts'
import { degrees, facilityTails, groups, titleAbbreviations } from '../../english/heads-and-titles.ts'
import { facilityOpeners, namesLikeWords, notStormNames, selfNames, stormWords } from '../../english/names.ts'
import type { TreeOf } from '../../syntax/sentence-tree.ts'
import { tokensWhere } from '../../text/columns.ts'
import { type Document, hasTag, type Token } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import { inkBefore, inkFrom, invisible } from '../../text/scan.ts'
import { wordTest } from '../../text/word.ts'
import { isGivenName } from './alias.ts'
import { ships, statutes } from './edge-words.ts'
import { typedByStory, typedByWords } from './evidence.ts'
import { peopleCalledLikeMonths } from './months.ts'
import { firms, initialled, knownNames, wholeBodies, wholePerson, wholeSpeaker } from './name-borders.ts'
import { withHonours, withTitle } from './person-titles.ts'
import { asNamedInFull, joinParts, propagateNames } from './propagate.ts'
import { steps } from './steps.ts'
import { subtypeOf } from './subtype.ts'
import type { NameSpan, Tagger } from './tagger.ts'

/** A name in the text with its type; `location` names are resolved by the location layer. */
export interface NameMention extends Span {
  type: string
  foundBy: Provenance
  confidence: number
  /** The name by which a list knows what is mentioned. */
  name?: string
  /** The title before a person's name, as written. */
  title?: string | undefined
  /** Honours after it: "MBE". */
  honours?: readonly string[] | undefined
}

/** What names are found with. */
export interface NameResources {
  tag: Tagger
  treeOf: TreeOf
  /** Whether a place of some size is called so. */
  isPlace(name: string): boolean
}

/** The names of a story as the model finds them, with finer types by their words, and people with their titles. */
export function nameMentions(
  doc: Document,
  { tag, treeOf, isPlace }: NameResources,
  amounts: readonly Span[],
): NameMention[] {
  // "20 million Danish kroner" has no Danes.
  const isCounted = withinAnyOf(amounts)
  // "US$" is money; what the document passes over is no name.
  const tagged = tag(doc)
    .flatMap((name) => splitAtDash(doc.text, name))
    .flatMap((name) => splitAtTitle(doc.text, name, isPlace))
    .filter(({ start, end }) => end - start <= longestName && doc.text[end] !== '$')
    .flatMap((name) => splitAtOwner(doc.text, name))
    .filter((name) => !isSelfName(doc.text, name))
    .filter((name) => !isCounted(name) && !isDegree(doc.text, name) && !isCommonWord(doc, name))
  const demonyms = new Map(tagged.filter(({ type }) => type === 'group').map(({ start, end }) => [end, start]))
  const mentions = tagged.flatMap((name) => {
    const { start, end, confidence } = name
    const type = subtypeOf(doc.text, name)
    // With all that may be told later: V8 adds to a copy by spread many times as slowly as it copies.
    const mention = { start, end, confidence, type, foundBy: steps.model, title: undefined, honours: undefined }
    if (mention.type !== 'person') return [withTail(doc, withoutTitle(doc, mention))]
    const person = withTitle(doc, treeOf, mention, demonyms)
    return person ? [withHonours(doc, wholeSpeaker(doc, wholePerson(doc, person)))] : []
  })
  const byInitials = initialled(doc)
  // "A.J.", where the model sees no more of "A.J. Green".
  const begun = new Set(mentions.map(({ start }) => start))
  const claimed = keepLongest([
    ...mentions,
    ...byInitials.filter(({ start }) => begun.has(start)),
    ...firms(doc, mentions),
    ...knownNames(doc),
    ...ships(doc),
    ...statutes(doc),
    ...peopleCalledLikeMonths(doc, mentions).flatMap((person) => withTitle(doc, treeOf, person, demonyms) ?? []),
  ])
  const taken = new SpanSet(claimed)
  const unseen = [...tailed(doc), ...forums(doc), ...storms(doc), ...byInitials].filter(
    (one) => !taken.overlapping(one),
  )
  const sorted = inOrder(claimed, unseen)
  const whole = wholeBodies(doc, asNamedInFull(doc, joinParts(doc, sorted, isPlace)))
  const typed = typedByStory(
    doc,
    whole.map((name) => typedByWords(doc, treeOf, name)),
    isPlace,
  )
  return inOrder(typed, propagateNames(doc, typed, isPlace))
}

const longestName = 200

const dotted = /^\p{Lu}\p{L}*\.[\p{L}.]{1,6}$/u

/** "Dana Koval, M.S.": a degree and no name. */
function isDegree(text: string, { start, end }: Span): boolean {
  const written = text.slice(start, end)
  return text.slice(start - 2, start) === ', ' && dotted.test(written) && degrees.has(written.replaceAll('.', ''))
}

/** "Bill payments rose": a first name that is a word too, at the head of its sentence and before a noun. */
function isCommonWord(doc: Document, { start, end, type }: NameSpan): boolean {
  if (type !== 'person' || !namesLikeWords.has(doc.text.slice(start, end))) return false
  const token = doc.tokens[tokenAt(doc, start)]!
  const next = doc.tokens[token.at + 1]
  return (
    start === token.sentence.start &&
    next?.start === end + 1 &&
    next.word.letters &&
    !next.word.capital &&
    isOnlyNoun(next)
  )
}

const isOnlyNoun = (token: Token): boolean =>
  hasTag(token, 'Noun') && !hasTag(token, 'Verb') && !hasTag(token, 'Pronoun')

/** "Danielsville - Madison County" is two names: a dash between spaces joins none. */
function splitAtDash(text: string, name: NameSpan): NameSpan[] {
  const written = text.slice(name.start, name.end)
  if (!/[-–—]/.test(written)) return [name]
  const dash = dashBetween.exec(written)
  if (!dash) return [name]
  const end = inkBefore(text, name.start + dash.index, name.start)
  const start = inkFrom(text, name.start + dash.index + dash[0].length)
  return [
    ...(end > name.start ? [{ ...name, end }] : []),
    ...(start < name.end ? splitAtDash(text, { ...name, start }) : []),
  ]
}

/** "the Company": how a firm calls itself in its papers. */
const isSelfName = (text: string, { start, end }: NameSpan): boolean =>
  selfNames.has(text.slice(start, end)) && /^(?:[Tt]he|[Oo]ur) $/.test(text.slice(Math.max(0, start - 4), start))

/** "Rupert Murdoch's News Corp": the owner, by given name and surname, is no part of the name. */
function splitAtOwner(text: string, name: NameSpan): NameSpan[] {
  if (name.type !== 'organization') return [name]
  const owner = ownerBefore.exec(text.slice(name.start, name.end))
  if (!owner || !isGivenName(owner[2]!)) return [name]
  return [
    { ...name, type: 'person', end: name.start + owner[1]!.length },
    { ...name, start: name.start + owner[0].length },
  ]
}

const ownerBefore = /^((\p{Lu}\p{L}+) \p{Lu}[\p{L}-]+)['’]s (?=\p{Lu}\S* ?\p{Lu})/u

const dashBetween = new RegExp(String.raw`(?<=[\s${invisible}])[-–—]+(?=[\s${invisible}])`)

/** "Democratic Rep. Ann Roe": the title of the next name is no part of this one. */
function withoutTitle({ text }: Document, mention: NameMention): NameMention {
  if (mention.type !== 'organization' || !/^\.? \p{Lu}/u.test(text.slice(mention.end, mention.end + 3))) return mention
  const written = text.slice(mention.start, mention.end)
  const space = written.lastIndexOf(' ')
  if (space <= 0 || !titleAbbreviations.has(written.slice(space + 1).replace('.', ''))) return mention
  const before = written.slice(0, space)
  return { ...mention, end: mention.start + before.length, ...(peoples.has(before) && { type: 'group' }) }
}

/** "Illinois Sen. Ann Roe" is a place and a person: nobody's name goes on over a title. */
function splitAtTitle(text: string, name: NameSpan, isPlace: (name: string) => boolean): NameSpan[] {
  const written = name.type === 'person' ? text.slice(name.start, name.end) : ''
  const before = written.includes('. ') && innerTitle.exec(written)?.[1]
  if (!before) return [name]
  const rest = { ...name, start: name.start + before.length + 1 }
  return isPlace(before) ? [{ ...name, type: 'location', end: name.start + before.length }, rest] : [rest]
}

const innerTitle = new RegExp(`^(\\p{Lu}[\\p{L} -]*?) ${oneOf([...titleAbbreviations])}\\. \\p{Lu}`, 'u')

const peoples: ReadonlySet<string> = new Set(groups)

const longestTail = Math.max(...facilityTails.map((tail) => tail.length)) + 1
const tails = facilityTails.filter((tail) => tail.includes(' '))

/** "Rooppur nuclear power plant": what follows a name in lower case and makes a facility of it. */
function withTail({ text }: Document, mention: NameMention): NameMention {
  const after = text.slice(mention.end, mention.end + longestTail)
  const tail = after.startsWith(' ')
    ? tails.find((tail) => after.startsWith(tail, 1) && ends(text, mention.end + 1 + tail.length))
    : undefined
  return tail && mention.type !== 'group'
    ? { ...mention, type: 'facility', end: mention.end + tail.length + 1, foundBy: steps.facilityTail }
    : mention
}

const firstOfTail = new Set(tails.map((tail) => tail.split(' ')[0]!))
const opensTail = wordTest(({ text }) => firstOfTail.has(text))
const notInWord = /(?![\p{L}\p{M}\p{N}])/uy
const isCapitalised = wordTest(({ text }) => /^\p{Lu}\p{Ll}/u.test(text))

/** The facilities that their tail alone gives away: the capitalised words before it are their name. */
function tailed({ text, columns, tokens }: Document): NameMention[] {
  const found: NameMention[] = []
  for (const after of tokensWhere(columns, opensTail)) {
    const { start: index } = tokens[after]!
    const tail = tails.find((tail) => text.startsWith(tail, index) && ends(text, index + tail.length))
    if (!tail) continue
    let first = after
    while (first > 0 && tokens[first - 1]!.end === tokens[first]!.start - 1 && isCapitalised(tokens[first - 1]!.word))
      first--
    while (first < after && facilityOpeners.has(tokens[first]!.text)) first++
    if (first === after) continue
    const span = { start: tokens[first]!.start, end: index + tail.length }
    found.push({ ...span, type: 'facility', foundBy: steps.facilityTail, confidence: tailConfidence })
  }
  return found
}

function ends(text: string, at: number): boolean {
  notInWord.lastIndex = at
  return notInWord.test(text)
}

/** Less sure than a name that the model sees. */
const tailConfidence = 0.7

const isForum = wordTest(({ text }) => /^G(?:7|8|1[05]|20|24|77)$/.test(text))
const opensForum = wordTest((word) => word.text === 'G' || isForum(word))
const forumNumber = /^(?:7|8|1[05]|20|24|77)$/

/** "G7", "G-20": the groups of countries that are called by their number. */
function forums({ text, columns, tokens }: Document): NameMention[] {
  const found: NameMention[] = []
  for (const at of tokensWhere(columns, opensForum)) {
    const { start, end, word } = tokens[at]!
    const number = text[end] === '-' ? tokens[at + 2] : undefined
    const last = isForum(word) ? end : number?.start === end + 1 && forumNumber.test(number.text) ? number.end : 0
    if (last > 0 && text[start - 1] !== '-' && text[last] !== '-')
      found.push({ start, end: last, type: 'organization', foundBy: steps.forum, confidence: forumConfidence })
  }
  return found
}

const forumConfidence = 0.9

const opensStorm = wordTest(({ text }) => stormWords.includes(text))
const isStormName = wordTest(
  ({ text, normal }) => /^\p{Lu}\p{Ll}{2,}$/u.test(text) && !notStormNames.has(normal) && !stormWords.includes(text),
)

/** "Storm Babet", where the model passes it over. */
function storms({ columns, tokens }: Document): NameMention[] {
  const found: NameMention[] = []
  for (const at of tokensWhere(columns, opensStorm)) {
    const { start, end, sentence } = tokens[at]!
    const name = at + 1 < sentence.last ? tokens[at + 1]! : undefined
    if (sentence.allCaps || sentence.titleCase || name?.start !== end + 1 || !isStormName(name.word)) continue
    found.push({ start, end: name.end, type: 'event', foundBy: steps.storm, confidence: tailConfidence })
  }
  return found
}
