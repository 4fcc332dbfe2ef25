import type { Found, Known } from '../../base/found.ts'
import { memoizeOf } from '../../base/memoize-of.ts'
import { beginningIn, covers, firstFrom, type Span } from '../../base/span.ts'
import { eventType } from '../../english/event-types.ts'
import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { SentenceTree } from '../../syntax/sentence-tree.ts'
import type { Document } from '../../text/document.ts'
import { openingOf } from '../../text/headline.ts'
import { tokenAt } from '../../text/position.ts'
import type { SentenceContext } from '../../text/sentence-context.ts'
import { stemId } from '../../text/stem.ts'
import { type Clause, type ClauseOf, headOf } from './clause.ts'
import { ancestors, pathBetween } from './tree-path.ts'

/** A name in the sentence of a mention. */
export interface Candidate extends Span {
  known: Known
  /** Its tokens, `last` exclusive, and those that its head hangs on, the head first; an antecedent is asked for neither. */
  first: number
  last: number
  ancestors: readonly number[]
  /** Named before its sentence, where the sentence says "he" or "the two leaders". */
  isAntecedent?: boolean
}

const most = 20
/** Names before the sentence that its pronouns may stand for. */
const mostAntecedents = 6
/** Names on each side of a mention that may take part: in a sentence of a hundred names, each mention would ask for all. */
const farthest = 20
// An occasion of many mentions has many neighbours: there, one has to be likelier to take part.
const least = (mentions: number) => 0.42 + 0.04 * Math.min(6, mentions - 1)
export const participantTemplates = templates('participant', [
  'type & kind',
  'rule',
  'rule & type',
  'rule & type & kind',
  'rule & side',
  'side & type & kind',
  'side & gap',
  'side & gap & kind',
  'side & rank',
  'side & rank & kind',
  'side & rank & type & kind',
  'side & verbs between & kind',
  'side & verbs between & type',
  'first & kind',
  'first & type & kind',
  'stem before',
  'stem before & kind',
  'stem before & type',
  'stem before & side',
  'stem before & side & type',
  'stem 2 before & stem before',
  'stem after',
  'stem after & side',
  'stem after & kind',
  'stem after & stem 2 after',
  'stem before & stem after',
  'stem before event & side & kind',
  'stem after event & side & kind',
  'stem after event & stem 2 after event & side & kind',
  'event & side & kind',
  'stems between & side',
  'classes between & side',
  'mentions & kind',
  'sentence & kind',
  'in first sentence & kind',
  'candidates',
  'person beside & kind',
  'person beside & kind & type & side',
  'path',
  'path & kind',
  'path & type',
  'path & head',
  'path & type & kind',
  'path & governing verb',
  'way down & kind',
  'way up & governing verb & type',
  'preposition & type & kind',
  'preposition & head',
  'anaphor & antecedent & kind',
  'anaphor & antecedent & kind & type',
  'anaphor & place & kind',
  'anaphor & place & kind & head',
  'anaphor & antecedents & place',
  'antecedent mentions & kind',
  'antecedent sentence & kind',
])
const features = new Features()
const actor = /^(?:person|organization|group)$/

/** Who may take part: people, bodies and groups, and places that act for their country. */
export function candidateFinder(
  doc: Document,
  { entities, places }: Found,
  titled: readonly Known[],
  clauseOf: ClauseOf,
): (mention: EventMention) => Candidate[] {
  const { sentences } = doc
  const all = [...entities, ...titled, ...places]
    .flatMap((known) =>
      known.mentions.map(({ start, end }) => ({ start, end, known, first: -1, last: -1, ancestors: [] })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    // A demonym is a group and a place.
    .filter((one, i, list) => one.start !== list[i - 1]?.start && !isAgency(doc.text, one))
  const standing = new Set(places)
  const acts = ({ known }: Candidate) => actor.test(known.type) || standing.has(known)
  // Each mention of a sentence asks for its names.
  const namedIn = memoizeOf((tree: SentenceTree) =>
    beginningIn(all, tree.sentence).map((one) => placedIn(doc, tree, one)),
  )
  return (mention) => {
    const { sentence, roles } = mention
    const { anaphor, tree } = clauseOf(mention)
    const here = firstFrom(all, sentence.start)
    // A rule may give a role to anything.
    const own = namedIn(tree).filter((one) => acts(one) || (roles.who && covers(roles.who, one)))
    if (!anaphor) return own
    const from = sentences[firstFrom(sentences, sentence.start) - 2]?.start ?? 0
    const antecedents = all
      .slice(Math.max(firstFrom(all, from), here - mostAntecedents), here)
      .filter((one) => acts(one) && !own.some(({ known }) => known.id === one.known.id))
    return [...antecedents.map((one) => ({ ...one, isAntecedent: true })), ...own]
  }
}

function placedIn(doc: Document, tree: SentenceTree, one: Candidate): Candidate {
  const [first, last] = [tokenAt(doc, one.start), tokenAt(doc, one.end)]
  return { ...one, first, last, ancestors: ancestors(tree, headOf(tree, first, last)) }
}

/** "HOUSTON (AP) —", "MOSCOW, August 30. /TASS/": who reports takes no part in what is reported. */
function isAgency(text: string, { start, end }: Span): boolean {
  const open = text[start - 1]
  if (open === '(') return /^\)\s?[-–—_]/.test(text.slice(end, end + 3))
  return open === '/' && text[end] === '/'
}

/** Whoever stands behind "flew to Paris to meet" is visited, and does not visit; who goes "with" somebody does. */
export function isHost(
  mention: EventMention,
  { start, known }: Candidate,
  { isVerb, subject, head, tree }: Clause,
): boolean {
  if (known.type !== 'person' || !isVerb || subject < 0 || start < mention.end) return false
  // "was visited by the king": who goes stands behind it.
  if (tree.relation(subject) === 'nsubjpass') return false
  if (eventType(mention.type).participants !== 'guest') return false
  return !tree.children(head, prepositions).some((at) => tree.word(at) === 'with' || tree.word(at) === 'alongside')
}

const prepositions = new Set(['prep'])

/** What says that a name of the sentence takes part in the occasion of a mention. */
export function participantFeatures(
  doc: Document,
  mention: EventMention,
  candidates: readonly Candidate[],
  at: number,
  ruled: readonly string[],
  { chunks, sentenceIndex }: SentenceContext,
  clause: Clause,
): Features {
  features.clear()
  if (candidates[at]!.isAntecedent) addAntecedentFeatures(doc, mention, candidates, at, clause)
  else addNeighbourFeatures(doc, mention, neighboursIn(candidates, clause), at, ruled, chunks, sentenceIndex, clause)
  return features
}

function addAntecedentFeatures(
  doc: Document,
  mention: EventMention,
  candidates: readonly Candidate[],
  at: number,
  { anaphor, head }: Clause,
): void {
  const t = participantTemplates
  const { known } = candidates[at]!
  const type = textId(mention.type)
  const kind = actor.test(known.type) ? textId(known.type) : textId('place')
  const stands = textId(anaphor)
  const before = candidates.filter(({ isAntecedent }) => isAntecedent)
  const place = conjunction(Math.min(3, at), Math.min(3, before.length - at))
  const sameKind = before.slice(at + 1).filter((other) => other.known.type === known.type).length
  const sentence =
    firstFrom(doc.sentences, mention.sentence.start) - firstFrom(doc.sentences, candidates[at]!.start + 1) + 1
  features.add(t['anaphor & antecedent & kind'], conjunction(stands, kind))
  features.add(t['anaphor & antecedent & kind & type'], conjunction(stands, kind, type))
  features.add(t['anaphor & place & kind'], conjunction(stands, Math.min(3, sameKind), kind))
  features.add(
    t['anaphor & place & kind & head'],
    conjunction(stands, Math.min(3, sameKind), kind, stemId(doc.tokens[head])),
  )
  features.add(t['anaphor & antecedents & place'], conjunction(stands, place))
  features.add(t['antecedent mentions & kind'], conjunction(stands, Math.min(5, known.mentions.length), kind))
  features.add(t['antecedent sentence & kind'], conjunction(stands, sentence, kind))
}

/** The names of a sentence behind its antecedents, which come first, and what each of them is asked for alike. */
interface Neighbours {
  candidates: readonly Candidate[]
  first: number
  hasPerson: boolean
  /** The way up from the mention. */
  ancestors: readonly number[]
}

let around: Neighbours | undefined

/** Each of a mention's candidates asks for them, one after the other. */
function neighboursIn(candidates: readonly Candidate[], { tree, head }: Clause): Neighbours {
  if (around?.candidates !== candidates) {
    const first = candidates.findIndex(({ isAntecedent }) => !isAntecedent)
    const hasPerson = candidates.some(({ isAntecedent, known }) => !isAntecedent && known.type === 'person')
    around = { candidates, first, hasPerson, ancestors: ancestors(tree, head) }
  }
  return around
}

function addNeighbourFeatures(
  doc: Document,
  mention: EventMention,
  neighbours: Neighbours,
  at: number,
  ruled: readonly string[],
  chunks: SentenceContext['chunks'],
  sentenceIndex: number,
  clause: Clause,
): void {
  const { candidates, first: firstNeighbour, hasPerson } = neighbours
  const candidate = candidates[at]!
  const { end, known } = candidate
  const before = end <= mention.start
  const type = textId(mention.type)
  const kind = actor.test(known.type) ? textId(known.type) : textId('place')
  const [k, t] = [chunks.chunkAt(candidate.first), chunks.chunkAt(tokenAt(doc, mention.start))]
  const { all } = chunks
  const stem = chunks.stem
  const side = flag(before)
  const others = before
    ? firstFrom(candidates, mention.start) - 1 - at
    : Math.max(0, at - firstFrom(candidates, mention.start + 1))
  const rank = Math.min(4, others)
  const rule = flag(ruled.includes(known.id))
  const first = flag(at === firstNeighbour)
  const gap = Math.min(8, Math.abs(k - t))
  let width = 1
  while (all[k + width]?.stem === stem(k) && width < 4 && all[k + width]!.first < candidate.last) width++
  const [from, to] = [Math.min(k, t) + 1, Math.max(k, t)]
  let verbs = 0
  for (let i = from; i < to && verbs < 3; i++) if (all[i]!.verb) verbs++
  const [l1, l2, r1, r2] = [stem(k - 1), stem(k - 2), stem(k + width), stem(k + width + 1)]

  features.add(participantTemplates['type & kind'], conjunction(type, kind))
  features.add(participantTemplates.rule, rule)
  features.add(participantTemplates['rule & type'], conjunction(rule, type))
  features.add(participantTemplates['rule & type & kind'], conjunction(rule, type, kind))
  features.add(participantTemplates['rule & side'], conjunction(rule, side))
  features.add(participantTemplates['side & type & kind'], conjunction(side, type, kind))
  features.add(participantTemplates['side & gap'], conjunction(side, gap))
  features.add(participantTemplates['side & gap & kind'], conjunction(side, gap, kind))
  features.add(participantTemplates['side & rank'], conjunction(side, rank))
  features.add(participantTemplates['side & rank & kind'], conjunction(side, rank, kind))
  features.add(participantTemplates['side & rank & type & kind'], conjunction(side, rank, type, kind))
  features.add(participantTemplates['side & verbs between & kind'], conjunction(side, verbs, kind))
  features.add(participantTemplates['side & verbs between & type'], conjunction(side, verbs, type))
  features.add(participantTemplates['first & kind'], conjunction(first, kind))
  features.add(participantTemplates['first & type & kind'], conjunction(first, type, kind))
  features.add(participantTemplates['stem before'], l1)
  features.add(participantTemplates['stem before & kind'], conjunction(l1, kind))
  features.add(participantTemplates['stem before & type'], conjunction(l1, type))
  features.add(participantTemplates['stem before & side'], conjunction(l1, side))
  features.add(participantTemplates['stem before & side & type'], conjunction(l1, side, type))
  features.add(participantTemplates['stem 2 before & stem before'], conjunction(l2, l1))
  features.add(participantTemplates['stem after'], r1)
  features.add(participantTemplates['stem after & side'], conjunction(r1, side))
  features.add(participantTemplates['stem after & kind'], conjunction(r1, kind))
  features.add(participantTemplates['stem after & stem 2 after'], conjunction(r1, r2))
  features.add(participantTemplates['stem before & stem after'], conjunction(l1, r1))
  features.add(participantTemplates['stem before event & side & kind'], conjunction(stem(t - 1), side, kind))
  features.add(participantTemplates['stem after event & side & kind'], conjunction(stem(t + 1), side, kind))
  features.add(
    participantTemplates['stem after event & stem 2 after event & side & kind'],
    conjunction(stem(t + 1), stem(t + 2), side, kind),
  )
  features.add(participantTemplates['event & side & kind'], conjunction(stem(t), side, kind))
  for (let i = from; i < to; i++)
    features.add(participantTemplates['stems between & side'], conjunction(all[i]!.stem, side))
  for (let i = from; i < to; i++)
    features.add(participantTemplates['classes between & side'], conjunction(all[i]!.kind, side))
  features.add(participantTemplates['mentions & kind'], conjunction(Math.min(5, known.mentions.length), kind))
  features.add(participantTemplates['sentence & kind'], conjunction(Math.min(3, sentenceIndex), kind))
  features.add(
    participantTemplates['in first sentence & kind'],
    conjunction(flag((openingOf(doc)?.end ?? 0) > (known.mentions[0]?.start ?? 0)), kind),
  )
  features.add(participantTemplates.candidates, Math.min(4, candidates.length - firstNeighbour))
  features.add(participantTemplates['person beside & kind'], conjunction(flag(hasPerson), kind))
  features.add(
    participantTemplates['person beside & kind & type & side'],
    conjunction(flag(hasPerson), kind, type, side),
  )
  addPathFeatures(doc, clause, neighbours.ancestors, candidate, type, kind)
}

/** How it hangs together with the occasion in the tree of the sentence. */
function addPathFeatures(
  doc: Document,
  { tree, head, verb }: Clause,
  wayUp: readonly number[],
  candidate: Candidate,
  type: number,
  kind: number,
): void {
  const t = participantTemplates
  const own = candidate.ancestors[0]!
  const { whole, up, down } = pathBetween(tree, candidate.ancestors, wayUp)
  const path = textId(whole)
  const event = stemId(doc.tokens[head])
  const governor = verb < 0 ? 0 : stemId(doc.tokens[verb])
  const preposition = tree.relation(own) === 'pobj' ? textId(tree.word(tree.parentOf(own))) : 0
  features.add(t.path, path)
  features.add(t['path & kind'], conjunction(path, kind))
  features.add(t['path & type'], conjunction(path, type))
  features.add(t['path & head'], conjunction(path, event))
  features.add(t['path & type & kind'], conjunction(path, type, kind))
  features.add(t['path & governing verb'], conjunction(path, governor))
  features.add(t['way down & kind'], conjunction(textId(down), kind))
  features.add(t['way up & governing verb & type'], conjunction(textId(up), governor, type))
  features.add(t['preposition & type & kind'], conjunction(preposition, type, kind))
  features.add(t['preposition & head'], conjunction(preposition, event))
}

/** Ids of who takes part, by the likeliest of their mentions, in sentenceIndex of the text. */
export function takingPart(
  doc: Document,
  mentions: readonly EventMention[],
  clauseOf: ClauseOf,
  candidatesOf: (mention: EventMention) => Candidate[],
  likely: (mention: EventMention, candidates: readonly Candidate[], at: number) => number,
): string[] {
  const found = new Map<string, { start: number; likely: number }>()
  for (const mention of mentions) {
    const { who } = mention.roles
    const candidates = candidatesOf(mention)
    const here = firstFrom(candidates, mention.start)
    const shares = candidates.map((_, at) =>
      at < here - farthest || at >= here + farthest ? 0 : likely(mention, candidates, at),
    )
    const { tree } = clauseOf(mention)
    for (const [from, to] of listsOf(doc.text, candidates)) {
      const list = candidates.slice(from, to)
      const own = shares.slice(from, to)
      const common = areCoordinates(tree, list) ? greatestOf(own) : list.length < leastListed ? 0 : meanOf(own)
      list.forEach(({ known, start, end }, i) => {
        const sure = who !== undefined && covers(who, { start, end })
        const p = sure ? 1 : Math.max(own[i]!, common)
        if (p >= least(mentions.length) && p > (found.get(known.id)?.likely ?? 0))
          found.set(known.id, { start, likely: p })
      })
    }
  }
  return [...found]
    .sort(([, a], [, b]) => b.likely - a.likely)
    .slice(0, most)
    .sort(([, a], [, b]) => a.start - b.start)
    .map(([id]) => id)
}

const leastListed = 3
const separator = /^[^\p{L}]{1,30}(?:and |& )?(?:(?:the |[A-Z][\p{L}.-]* ){0,6})$/u

/**
 * From where to where lists reach, a name alone being one: what holds for most of a list holds for all, and among
 * coordinates what holds for one.
 */
function listsOf(text: string, candidates: readonly Candidate[]): [from: number, to: number][] {
  const lists: [number, number][] = []
  for (let from = 0, to = 0; from < candidates.length; from = to) {
    to = from + 1
    while (to < candidates.length && isListed(text, candidates[to - 1]!, candidates[to]!)) to++
    lists.push([from, to])
  }
  return lists
}

const isListed = (text: string, a: Candidate, b: Candidate): boolean =>
  a.known.type === b.known.type &&
  a.isAntecedent === b.isAntecedent &&
  b.start - a.end < 80 &&
  separator.test(text.slice(a.end, b.start))

/** Whether the tree of the sentence has them as coordinates of one another. */
function areCoordinates(tree: SentenceTree, names: readonly Candidate[]): boolean {
  if (names.length < 2 || names[0]!.isAntecedent) return false
  const firstOf = ({ ancestors }: Candidate) => tree.firstCoordinate(ancestors[0]!)
  const first = firstOf(names[0]!)
  return names.every((name) => firstOf(name) === first)
}

const greatestOf = (shares: readonly number[]) => shares.reduce((most, share) => Math.max(most, share), 0)

const meanOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length
