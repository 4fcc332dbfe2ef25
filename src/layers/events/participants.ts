import type { Found, Known } from '../../base/found.ts'
import { covers, firstFrom, type Span } from '../../base/span.ts'
import { FeatureList, flag, textId } from '../../model/feature-list.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { SentenceContext } from '../../text/sentence-context.ts'

/** A name in the sentence of a mention. */
export interface Candidate extends Span {
  known: Known
}

const most = 8
/** Names on each side of a mention that may take part: in a sentence of a hundred names, each mention would ask for all. */
const farthest = 16
// An occasion of many mentions has many neighbours: there, one has to be likelier to take part.
const least = (mentions: number) => 0.32 + 0.04 * Math.min(6, mentions - 1)
const base = 11000
const list = new FeatureList()
const actor = /^(?:person|organization|group)$/

/** Who may take part: people, bodies and groups, and places that act for their country. */
export function candidateFinder(
  { text }: Document,
  { entities, places }: Found,
  titled: readonly Known[],
): (mention: EventMention) => Candidate[] {
  const all = [...entities, ...titled, ...places]
    .flatMap((known) => known.mentions.map(({ start, end }) => ({ start, end, known })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    // A demonym is a group and a place.
    .filter((one, i, list) => one.start !== list[i - 1]?.start && !isAgency(text, one))
  const standing = new Set(places)
  const acts = ({ known }: Candidate) => actor.test(known.type) || standing.has(known)
  // A rule may give a role to anything.
  return ({ sentence, roles: { who } }) =>
    all
      .slice(firstFrom(all, sentence.start), firstFrom(all, sentence.end))
      .filter((one) => acts(one) || (who && covers(who, one)))
}

/** "HOUSTON (AP) —", "MOSCOW, August 30. /TASS/": who reports takes no part in what is reported. */
function isAgency(text: string, { start, end }: Span): boolean {
  const open = text[start - 1]
  if (open === '(') return /^\)\s?[-–—_]/.test(text.slice(end, end + 3))
  return open === '/' && text[end] === '/'
}

/** What says that a name of the sentence takes part in the occasion of a mention. */
export function participantFeatures(
  doc: Document,
  mention: EventMention,
  candidates: readonly Candidate[],
  at: number,
  ruled: readonly string[],
  { chunks, sentenceIndex }: SentenceContext,
): FeatureList {
  const { start, end, known } = candidates[at]!
  list.begin(base)
  const before = end <= mention.start
  const type = textId(mention.type)
  const kind = actor.test(known.type) ? textId(known.type) : textId('place')
  const [k, t] = [chunks.chunkAt(tokenAt(doc, start)), chunks.chunkAt(tokenAt(doc, mention.start))]
  const { all } = chunks
  const stem = chunks.stem
  const side = flag(before)
  const others = candidates.filter(({ start: other }) =>
    before ? other > start && other < mention.start : other < start && other > mention.start,
  ).length
  const rank = Math.min(4, others)
  const rule = flag(ruled.includes(known.id))
  const first = flag(at === 0)
  const gap = Math.min(8, Math.abs(k - t))
  let width = 1
  while (all[k + width]?.stem === stem(k) && width < 4 && all[k + width]!.first < tokenAt(doc, end)) width++
  const between = all.slice(Math.min(k, t) + 1, Math.max(k, t))
  const verbs = Math.min(3, between.filter(({ verb }) => verb).length)
  const [l1, l2, r1, r2] = [stem(k - 1), stem(k - 2), stem(k + width), stem(k + width + 1)]

  list.add(type, kind)
  list.add(rule)
  list.add(rule, type)
  list.add(rule, type, kind)
  list.add(rule, side)
  list.add(side, type, kind)
  list.add(side, gap)
  list.add(side, gap, kind)
  list.add(side, rank)
  list.add(side, rank, kind)
  list.add(side, rank, type, kind)
  list.add(side, verbs, kind)
  list.add(side, verbs, type)
  list.add(first, kind)
  list.add(first, type, kind)
  list.add(l1)
  list.add(l1, kind)
  list.add(l1, type)
  list.add(l1, side)
  list.add(l1, side, type)
  list.add(l2, l1)
  list.add(r1)
  list.add(r1, side)
  list.add(r1, kind)
  list.add(r1, r2)
  list.add(l1, r1)
  list.add(stem(t - 1), side, kind)
  list.add(stem(t + 1), side, kind)
  list.add(stem(t + 1), stem(t + 2), side, kind)
  list.add(stem(t), side, kind)
  list.each(
    between.map(({ stem }) => stem),
    side,
  )
  list.each(
    between.map(({ kind }) => kind),
    side,
  )
  list.add(Math.min(5, known.mentions.length), kind)
  list.add(Math.min(3, sentenceIndex), kind)
  list.add(flag((doc.sentences[0]?.end ?? 0) > (known.mentions[0]?.start ?? 0)), kind)
  list.add(Math.min(4, candidates.length))
  list.add(flag(candidates.some((other) => other.known.type === 'person')), kind)
  list.add(flag(candidates.some((other) => other.known.type === 'person')), kind, type, side)
  return list
}

/** Ids of who takes part, by the likeliest of their mentions, in sentenceIndex of the text. */
export function takingPart(
  mentions: readonly EventMention[],
  candidatesOf: (mention: EventMention) => Candidate[],
  likely: (mention: EventMention, candidates: readonly Candidate[], at: number) => number,
): string[] {
  const found = new Map<string, { start: number; likely: number }>()
  for (const mention of mentions) {
    const { who } = mention.roles
    const candidates = candidatesOf(mention)
    const here = firstFrom(candidates, mention.start)
    candidates.forEach(({ known, start, end }, at) => {
      const sure = who !== undefined && covers(who, { start, end })
      const far = at < here - farthest || at >= here + farthest
      const p = sure ? 1 : far ? 0 : likely(mention, candidates, at)
      if (p >= least(mentions.length) && p > (found.get(known.id)?.likely ?? 0))
        found.set(known.id, { start, likely: p })
    })
  }
  return [...found]
    .sort(([, a], [, b]) => b.likely - a.likely)
    .slice(0, most)
    .sort(([, a], [, b]) => a.start - b.start)
    .map(([id]) => id)
}
