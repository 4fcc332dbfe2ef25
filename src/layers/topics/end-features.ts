import { hashText } from '../../base/hash.ts'
import { questionWords } from '../../english/phrases.ts'
import { FeatureList, flag } from '../../model/feature-list.ts'
import { edges, tagId } from '../../text/chunks.ts'
import { hasTag, type Token } from '../../text/document.ts'
import { stemId } from '../../text/stem.ts'
import type { SentenceView } from './view.ts'

const sideOf = (end: number, other: number) => (end === other ? 1 : end < other ? 2 : 3)
const dateId = hashText('<date>')
const conjunction = /^(?:and|or)$/
const list = new FeatureList()

/** Reads what says that a topic ends before a token: what it is so far, and what would come next. */
export function endReader(view: SentenceView): (first: number, end: number) => FeatureList {
  const { sentence, story, phrases, coreEnd, isOpener } = view
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
    list.begin(3000)
    const head = tokens[end - 1]!
    const next = at(end)
    let behind = end + 1
    if (behind < sentence.last && isOpener(behind)) behind++
    const after = at(behind)
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

    list.add()
    list.add(rule)
    list.add(rule, n)
    list.add(rule, nt)
    list.add(flag(next?.text === ',' && phrases.resumes(end)))
    list.add(n)
    list.add(nt)
    list.add(n, an)
    list.add(nt, aTag)
    list.add(n, aTag)
    list.add(h)
    list.add(h, n)
    list.add(superclusterId(head), n)
    list.add(tagId(head), nt)
    list.add(main, n)
    list.add(superclusterId(core), n)
    list.add(main, n, aTag)
    list.add(kind)
    list.add(kind, n)
    list.add(kind, nt)
    list.add(kind, nt, aTag)
    list.add(kind, Math.min(3, so.verbs), nt)
    list.add(start.word.hash, n)
    list.add(Math.min(4, so.prepositions))
    list.add(Math.min(4, so.prepositions), n)
    list.add(so.preposition, n)
    list.add(Math.min(10, length))
    list.add(Math.min(30, length) >> 2, nt)
    list.add(Math.min(3, so.commas), n)
    list.add(so.quotes & 1)
    list.add(so.quotes & 1, n)
    list.add(Math.min(3, so.verbs))
    list.add(first > sentence.first ? stemId(tokens[first - 1]) : edges.before, n)
    list.add(typeId(head), nt)
    list.add(occasionId(head), n)
    list.add(occasionId(next))
    list.add(clusterId(next))
    list.add(superclusterId(after), n)
    list.add(flag(hasTag(head, 'Verb')), nt)
    list.add(kind, flag(length === 1), nt)
    if (next && /^(?:and|or|,|;)$/.test(next.normal)) joint(first, end, kind, so.preposition, so.prepositions)
    return list
  }

  /** The end of the first topic that begins at a token, by the rules of phrases. */
  function phraseOf(first: number): number {
    let end = phraseEnds.get(first)
    if (end === undefined) {
      end = phrases.topicsFrom(first)[0]?.last ?? first
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

  /** "wheat and fertilizer imports", "migration and the wheat trade": what the coordinate behind a separator is like. */
  function joint(first: number, end: number, kind: number, preposition: number, count: number): void {
    let other = end + 1
    const both = other < sentence.last && conjunction.test(tokens[other]!.normal)
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
      !conjunction.test(tokens[own - 1]!.normal)
    )
      own--
    const separator = tokens[end]!.word.hash + flag(both)
    const ownToken = tokens[own]
    const [ownTag, otherTag] = [ownToken ? tagId(ownToken) : 0, tagOf(at(other))]
    const [ownLength, otherLength] = [end - own, stop - other]
    const behind = at(stop)
    const behindId = behind?.punctuation ? wordId(behind) : tagOf(behind)
    const [ownHead, otherHead] = [tokens[end - 1], tokens[stop - 1]]
    list.add(separator, determined)
    list.add(separator, Math.min(4, ownLength), Math.min(4, otherLength))
    list.add(separator, ownTag, otherTag)
    list.add(separator, behindId)
    list.add(separator, stemId(otherHead))
    list.add(separator, flag(superclusterId(otherHead) === superclusterId(ownHead)), kind)
    list.add(separator, behindId, Math.min(3, ownLength), determined, kind)
    list.add(separator, flag(count > 0), kind, otherTag)
    list.add(separator, typeId(at(other)), typeId(ownHead))
    list.add(separator, preposition, Math.min(2, ownLength), Math.min(2, otherLength))
    list.add(separator, flag(/ing$/.test(at(other)?.normal ?? '')), kind)
  }
}
