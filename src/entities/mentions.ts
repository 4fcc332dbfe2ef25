import type { Document, Token } from '../document/document.ts'
import { facilityTails, titleHeads, titleWords } from '../english/words.ts'
import { byPosition, type Span, SpanSet } from '../span.ts'
import type { NameSpan, Tagger } from '../tagger/tagger.ts'
import { finerType } from './finer.ts'
import { asNamedInFull, joinParts, repeated } from './repeats.ts'

/** A name in the text with its type; `location` names are resolved by the location layer. */
export interface NameMention extends Span {
  type: string
  source: string
  confidence: number
  /** The name by which a list knows what is mentioned. */
  name?: string
  /** The title before a person's name, as written. */
  title?: string
}

/** The names of a story as the model finds them, with finer types by their words, and people with their titles. */
export function nameMentions(doc: Document, tag: Tagger): NameMention[] {
  const at = new Map(doc.tokens.map((token, i) => [token.start, i]))
  // "US$" is money; what the document passes over is no name.
  const tagged = tag(doc)
    .flatMap((name) => splitAtDash(doc.text, name))
    .filter(({ start, end }) => end - start <= longestName && doc.text[end] !== '$')
  const demonyms = new Map(tagged.filter(({ type }) => type === 'group').map(({ start, end }) => [end, start]))
  const mentions = tagged.flatMap((name) => {
    const mention = { ...name, type: finerType(doc.text, name), source: 'names/model' }
    if (mention.type !== 'person') return [withTail(doc, mention)]
    const person = withTitle(doc, mention, at.get(mention.start), demonyms)
    return person ? [person] : []
  })
  const taken = new SpanSet(mentions)
  const unseen = [...tailed(doc, at), ...forums(doc)].filter((one) => !taken.overlapping(one))
  const sorted = [...mentions, ...unseen].sort(byPosition)
  const whole = asNamedInFull(doc, joinParts(doc, sorted))
  return [...whole, ...repeated(doc, whole)].sort(byPosition)
}

const longestName = 200

/** "Danielsville - Madison County" is two names: a dash between spaces joins none. */
function splitAtDash(text: string, name: NameSpan): NameSpan[] {
  const dash = /\s+[-–—]+\s+/.exec(text.slice(name.start, name.end))
  if (!dash) return [name]
  const at = name.start + dash.index
  const rest = { ...name, start: at + dash[0].length }
  return [...(at > name.start ? [{ ...name, end: at }] : []), ...splitAtDash(text, rest)]
}

const longestTail = Math.max(...facilityTails.map((tail) => tail.length)) + 1
const tails = facilityTails.filter((tail) => tail.includes(' '))

/** "Rooppur nuclear power plant": what follows a name in lower case and makes a facility of it. */
function withTail({ text }: Document, mention: NameMention): NameMention {
  const after = text.slice(mention.end, mention.end + longestTail)
  const tail = tails.find((tail) => after.startsWith(` ${tail}`) && !/^\w/.test(after.slice(tail.length + 1)))
  return tail && mention.type !== 'group'
    ? { ...mention, type: 'facility', end: mention.end + tail.length + 1, source: 'names/facility-tail' }
    : mention
}

const tailNearby = new RegExp(`(?<=\\p{L} )(?:${tails.join('|')})(?![\\p{L}\\d])`, 'gu')

/** The facilities that their tail alone gives away: the capitalised words before it are their name. */
function tailed({ text, tokens }: Document, at: ReadonlyMap<number, number>): NameMention[] {
  return [...text.matchAll(tailNearby)].flatMap(({ index, 0: tail }) => {
    const after = at.get(index)
    if (after === undefined) return []
    let first = after
    while (
      first > 0 &&
      tokens[first - 1]!.end === tokens[first]!.start - 1 &&
      /^\p{Lu}\p{Ll}/u.test(tokens[first - 1]!.text)
    )
      first--
    while (first < after && functionWord.test(tokens[first]!.text)) first++
    if (first === after) return []
    const span = { start: tokens[first]!.start, end: index + tail.length }
    return [{ ...span, type: 'facility', source: 'names/facility-tail', confidence: tailConfidence }]
  })
}

const functionWord =
  /^(?:The|A|An|This|That|Its|Their|Our|His|Her|In|At|On|Of|For|From|And|But|Two|One|Many|Some|Any|New)$/
/** Less sure than a name that the model sees. */
const tailConfidence = 0.7

/** "G7", "G-20": the groups of countries that are called by their number. */
const forums = ({ text }: Document): NameMention[] =>
  [...text.matchAll(/(?<![\p{L}\d-])G-?(?:7|8|1[05]|20|24|77)(?![\p{L}\d-])/gu)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    type: 'organization',
    source: 'names/forum',
    confidence: forumConfidence,
  }))

const forumConfidence = 0.9

const bare = ({ text }: Token) => text.replace(/\.$/, '')
const isTitle = (token: Token) => titleWords.has(bare(token))
const isLink = ({ normal, text }: Token) => /^(?:of|for|the|and)$/.test(normal) || /^[.,&-]$/.test(text)

const roles = [...titleHeads].filter((word) => word.length > 4).join('|')
const roleAfter = new RegExp(
  `^, (?:an? |the |its |his |her |their )?((?:[\\p{L}-]+ ){0,4}(?:${roles}))(?![\\p{L}-])`,
  'iu',
)

/** "Hua Chunying, a ministry spokeswoman": the role that stands behind a name. */
const apposition = (text: string, at: number) => roleAfter.exec(text.slice(at, at + 100))?.[1]

/** A person without the title that the model took along, and with the title that stands before; null if only a title is left. */
function withTitle(
  doc: Document,
  mention: NameMention,
  first: number | undefined,
  demonyms: ReadonlyMap<number, number>,
): NameMention | null {
  if (first === undefined) return mention
  const { tokens } = doc
  let name = first
  while (
    tokens[name] &&
    tokens[name]!.end < mention.end &&
    (isTitle(tokens[name]!) || (name > first && tokens[name]!.text === '.'))
  )
    name++
  let from = name
  for (let at = name - 1; at >= 0 && tokens[at]!.start >= tokens[name]!.start - 80; at--) {
    const token = tokens[at]!
    if (isTitle(token)) from = at
    else if (!isLink(token) || (at === name - 1 && token.text !== '.')) break
  }
  const head = tokens.slice(from, name).some((token) => titleHeads.has(bare(token)))
  const start = tokens[name]!.start
  if (!head) {
    const role = apposition(doc.text, mention.end)
    return { ...mention, start: first < name && from === name ? mention.start : start, ...(role && { title: role }) }
  }
  const before = tokens[from - 1]
  const opens = before && demonyms.get(before.end)
  const title = doc.text.slice(opens ?? tokens[from]!.start, tokens[name - 1]!.end)
  return { ...mention, start, title }
}
