import { hashText } from '../../base/hash.ts'
import { questionWords } from '../../english/phrases.ts'
import { conjunction, Features, flag, templates } from '../../model/features.ts'
import { classOf, edges, tagId } from '../../text/chunks.ts'
import { hasTag, type Token } from '../../text/document.ts'
import { stemId } from '../../text/stem.ts'
import type { SentenceView } from './view.ts'

const sideOf = (end: number, other: number) => (end === other ? 1 : end < other ? 2 : 3)
const dateId = hashText('<date>')
/** So far up from its first word the head of a piece is sought. */
const highest = 12
const isConjunction = /^(?:and|or)$/
export const endTemplates = templates('topic end', [
  'bias',
  'rule',
  'rule & next',
  'rule & next tag',
  'aside',
  'next',
  'next tag',
  'next & after next',
  'next tag & tag after next',
  'next & tag after next',
  'last stem',
  'last stem & next',
  'supercluster of last & next',
  'last tag & next tag',
  'head & next',
  'supercluster of head & next',
  'head & next & tag after next',
  'kind',
  'kind & next',
  'kind & next tag',
  'kind & next tag & tag after next',
  'kind & verbs & next tag',
  'first & next',
  'prepositions',
  'prepositions & next',
  'preposition & next',
  'length',
  'rough length & next tag',
  'commas & next',
  'open quote',
  'open quote & next',
  'verbs',
  'before & next',
  'last name & next tag',
  'event at last & next',
  'event at next',
  'cluster of next',
  'supercluster after next & next',
  'ends in verb & next tag',
  'kind & one word & next tag',
  'separator & other determined',
  'separator & own length & other length',
  'separator & own tag & other tag',
  'separator & after other',
  'separator & other head',
  'separator & same supercluster & kind',
  'separator & after other & rough own length & other determined & kind',
  'separator & has preposition & kind & other tag',
  'separator & other name & own name',
  'separator & preposition & one word & other one word',
  'separator & other gerund & kind',
  'side of subtree',
  'side of subtree & next',
  'side of subtree & piece',
  'piece',
  'piece & next',
  'piece & stem of piece',
  'piece & stem of piece & governor',
  'piece & stem of piece & cluster of governor',
  'piece & stem of piece & class of governor',
  'piece & governor',
  'piece & kind & stem of piece',
  'piece & stem of piece & object',
  'piece & stem of piece & head tag',
  'piece & stem of piece & relation of topic',
  'piece & pieces before',
  'piece & tag of piece & next',
  'piece & tag of piece & head tag & determined',
  'piece & end of piece & next',
  'piece & stem of piece & what governs topic',
])
const t = endTemplates
const features = new Features()

/** Reads what says that a topic ends before a token: what it is so far, and what would come next. */
export function endReader(view: SentenceView): (first: number, end: number) => Features {
  const { sentence, story, phrases, coreEnd, isOpener, tree } = view
  const { doc, isPhraseEnd, named, occasions, superclusterId, clusterId } = story
  const { tokens } = doc
  const phraseEnds = new Map<number, number>()
  const at = (i: number): Token | undefined => (i < sentence.last ? tokens[i] : undefined)
  const wordId = (token: Token | undefined) =>
    token === undefined ? edges.after : isPhraseEnd(token) ? dateId : token.word.hash
  const tagOf = (token: Token | undefined) =>
    token === undefined ? edges.after : isPhraseEnd(token) ? dateId : tagId(token)
  const typeId = (token: Token | undefined) => {
    const type = token && named.overlapping(token)?.type
    return type === undefined ? 0 : hashText(type)
  }
  const occasionId = (token: Token | undefined) => {
    const type = token && occasions.overlapping(token)?.type
    return type === undefined ? 0 : hashText(type)
  }

  return (first, end) => {
    features.clear()
    const head = tokens[end - 1]!
    const next = at(end)
    let second = end + 1
    if (second < sentence.last && isOpener(second)) second++
    const after = at(second)
    const n = wordId(next)
    const nt = tagOf(next)
    const h = stemId(head)
    const an = typeId(after) || wordId(after)
    const aTag = typeId(after) || tagOf(after)

    const so = soFar(first, end)
    const rule = sideOf(end, phraseOf(first))
    const start = tokens[first]!
    const kind = questionWords.has(start.normal)
      ? start.word.hash
      : hasTag(start, 'Verb')
        ? 3 + flag(/ing$/.test(start.normal))
        : 1
    const core = tokens[so.core - 1] ?? start
    const main = stemId(core)
    const length = end - first

    features.add(t.bias, 0)
    features.add(t.rule, rule)
    features.add(t['rule & next'], conjunction(rule, n))
    features.add(t['rule & next tag'], conjunction(rule, nt))
    features.add(t.aside, flag(next?.text === ',' && phrases.resumes(end)))
    features.add(t.next, n)
    features.add(t['next tag'], nt)
    features.add(t['next & after next'], conjunction(n, an))
    features.add(t['next tag & tag after next'], conjunction(nt, aTag))
    features.add(t['next & tag after next'], conjunction(n, aTag))
    features.add(t['last stem'], h)
    features.add(t['last stem & next'], conjunction(h, n))
    features.add(t['supercluster of last & next'], conjunction(superclusterId(head), n))
    features.add(t['last tag & next tag'], conjunction(tagId(head), nt))
    features.add(t['head & next'], conjunction(main, n))
    features.add(t['supercluster of head & next'], conjunction(superclusterId(core), n))
    features.add(t['head & next & tag after next'], conjunction(main, n, aTag))
    features.add(t.kind, kind)
    features.add(t['kind & next'], conjunction(kind, n))
    features.add(t['kind & next tag'], conjunction(kind, nt))
    features.add(t['kind & next tag & tag after next'], conjunction(kind, nt, aTag))
    features.add(t['kind & verbs & next tag'], conjunction(kind, Math.min(3, so.verbs), nt))
    features.add(t['first & next'], conjunction(start.word.hash, n))
    features.add(t.prepositions, Math.min(4, so.prepositions))
    features.add(t['prepositions & next'], conjunction(Math.min(4, so.prepositions), n))
    features.add(t['preposition & next'], conjunction(so.preposition, n))
    features.add(t.length, Math.min(10, length))
    features.add(t['rough length & next tag'], conjunction(Math.min(30, length) >> 2, nt))
    features.add(t['commas & next'], conjunction(Math.min(3, so.commas), n))
    features.add(t['open quote'], so.quotes & 1)
    features.add(t['open quote & next'], conjunction(so.quotes & 1, n))
    features.add(t.verbs, Math.min(3, so.verbs))
    features.add(t['before & next'], conjunction(first > sentence.first ? stemId(tokens[first - 1]) : edges.before, n))
    features.add(t['last name & next tag'], conjunction(typeId(head), nt))
    features.add(t['event at last & next'], conjunction(occasionId(head), n))
    features.add(t['event at next'], occasionId(next))
    features.add(t['cluster of next'], clusterId(next))
    features.add(t['supercluster after next & next'], conjunction(superclusterId(after), n))
    features.add(t['ends in verb & next tag'], conjunction(flag(hasTag(head, 'Verb')), nt))
    features.add(t['kind & one word & next tag'], conjunction(kind, flag(length === 1), nt))
    attached(first, end, kind, so.prepositions)
    if (next && /^(?:and|or|,|;)$/.test(next.normal)) joint(first, end, kind, so.preposition, so.prepositions)
    return features
  }

  /** What would come next, as a piece of the tree: on what it hangs, and how. */
  function attached(first: number, end: number, kind: number, prepositions: number): void {
    const n = wordId(at(end))
    const head = tree.headFrom(first)
    const side = sideOf(end, tree.endOf(head))
    let start = end
    while (start < sentence.last && (tokens[start]!.punctuation || isConjunction.test(tokens[start]!.normal))) start++
    features.add(t['side of subtree'], side)
    features.add(t['side of subtree & next'], conjunction(side, n))
    if (start >= sentence.last) return
    let top = start
    for (let step = 0; step < highest && tree.headOf(top) >= end && tree.headOf(top) !== top; step++)
      top = tree.headOf(top)
    const governor = tree.headOf(top)
    const place = governor === top ? 0 : governor === head ? 1 : governor < first ? 2 : governor < end ? 3 : 4
    const piece = conjunction(place, tree.relationOf(top))
    const topStem = stemId(tokens[top])
    const over = tokens[governor]
    const object =
      top + 1 < sentence.last ? tree.headFrom(isOpener(top + 1) ? Math.min(top + 2, sentence.last - 1) : top + 1) : top
    const objectToken = tokens[object]!
    const objectKind = isPhraseEnd(objectToken)
      ? dateId
      : typeId(objectToken) || occasionId(objectToken) || classOf(objectToken)
    const headTag = tree.tagOf(head)
    const above = tree.governorOf(head)
    features.add(t['side of subtree & piece'], conjunction(side, piece))
    features.add(t.piece, piece)
    features.add(t['piece & next'], conjunction(piece, n))
    features.add(t['piece & stem of piece'], conjunction(piece, topStem))
    features.add(t['piece & stem of piece & governor'], conjunction(piece, topStem, stemId(over)))
    features.add(t['piece & stem of piece & cluster of governor'], conjunction(piece, topStem, superclusterId(over)))
    features.add(t['piece & stem of piece & class of governor'], conjunction(piece, topStem, classOf(over)))
    features.add(t['piece & governor'], conjunction(piece, stemId(over)))
    features.add(t['piece & kind & stem of piece'], conjunction(piece, kind, topStem))
    features.add(t['piece & stem of piece & object'], conjunction(piece, topStem, objectKind))
    features.add(t['piece & stem of piece & head tag'], conjunction(piece, topStem, headTag))
    features.add(t['piece & stem of piece & relation of topic'], conjunction(piece, topStem, tree.relationOf(head)))
    features.add(t['piece & pieces before'], conjunction(piece, Math.min(4, prepositions)))
    features.add(t['piece & tag of piece & next'], conjunction(piece, tree.tagOf(top), n))
    features.add(
      t['piece & tag of piece & head tag & determined'],
      conjunction(piece, tree.tagOf(top), headTag, flag(isOpener(start)), side),
    )
    features.add(t['piece & end of piece & next'], conjunction(piece, flag(tree.endOf(top) === tree.endOf(head)), n))
    features.add(
      t['piece & stem of piece & what governs topic'],
      conjunction(piece, topStem, above ? classOf(tokens[above.token]) : 0),
    )
  }

  /** The end of the first topic that begins at a token, by the rules of phrases. */
  function phraseOf(first: number): number {
    let end = phraseEnds.get(first)
    if (end === undefined) {
      end = phrases.topicsFrom(first, 1)[0]?.last ?? first
      phraseEnds.set(first, end)
    }
    return end
  }

  function soFar(first: number, end: number) {
    let [prepositions, preposition, commas, verbs, quotes, core] = [0, 0, 0, 0, 0, end]
    for (let i = first; i < end; i++) {
      const token = tokens[i]!
      if (hasTag(token, 'Preposition')) {
        if (prepositions++ === 0) core = i
        preposition = token.word.hash
      }
      if (token.text === ',') commas++
      else if (/^["“”]$/.test(token.text)) quotes++
      else if (hasTag(token, 'Verb')) verbs++
    }
    return { prepositions, preposition, commas, verbs, quotes, core }
  }

  /** "wheat and fertilizer imports", "migration and the wheat trade": what the coordinate after a separator is like. */
  function joint(first: number, end: number, kind: number, preposition: number, count: number): void {
    let other = end + 1
    const both = other < sentence.last && isConjunction.test(tokens[other]!.normal)
    if (both) other++
    const from = other
    while (other < sentence.last && isOpener(other)) other++
    const determined = flag(other > from)
    const stop = other < sentence.last ? coreEnd(other) : sentence.last
    let own = end
    while (
      own > first &&
      !hasTag(tokens[own - 1], 'Preposition') &&
      !tokens[own - 1]!.punctuation &&
      !isConjunction.test(tokens[own - 1]!.normal)
    )
      own--
    const separator = tokens[end]!.word.hash + flag(both)
    const ownToken = tokens[own]
    const [ownTag, otherTag] = [ownToken ? tagId(ownToken) : 0, tagOf(at(other))]
    const [ownLength, otherLength] = [end - own, stop - other]
    const following = at(stop)
    const afterOther = following?.punctuation ? wordId(following) : tagOf(following)
    const [ownHead, otherHead] = [tokens[end - 1], tokens[stop - 1]]
    features.add(t['separator & other determined'], conjunction(separator, determined))
    features.add(
      t['separator & own length & other length'],
      conjunction(separator, Math.min(4, ownLength), Math.min(4, otherLength)),
    )
    features.add(t['separator & own tag & other tag'], conjunction(separator, ownTag, otherTag))
    features.add(t['separator & after other'], conjunction(separator, afterOther))
    features.add(t['separator & other head'], conjunction(separator, stemId(otherHead)))
    features.add(
      t['separator & same supercluster & kind'],
      conjunction(separator, flag(superclusterId(otherHead) === superclusterId(ownHead)), kind),
    )
    features.add(
      t['separator & after other & rough own length & other determined & kind'],
      conjunction(separator, afterOther, Math.min(3, ownLength), determined, kind),
    )
    features.add(
      t['separator & has preposition & kind & other tag'],
      conjunction(separator, flag(count > 0), kind, otherTag),
    )
    features.add(t['separator & other name & own name'], conjunction(separator, typeId(at(other)), typeId(ownHead)))
    features.add(
      t['separator & preposition & one word & other one word'],
      conjunction(separator, preposition, Math.min(2, ownLength), Math.min(2, otherLength)),
    )
    features.add(
      t['separator & other gerund & kind'],
      conjunction(separator, flag(/ing$/.test(at(other)?.normal ?? '')), kind),
    )
  }
}
