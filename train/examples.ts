import { readContext } from '../src/layers/names/context.ts'
import { begin, inside, last, type TaggedType, types, unit } from '../src/layers/names/labels.ts'
import { activeTokens, contextFeatures, layoutOf, reach, wordFeatures } from '../src/layers/names/name-features.ts'
import type { NameSentence, NameToken } from '../src/layers/names/name-tokens.ts'
import type { Lexicon, NameWord } from '../src/layers/names/name-words.ts'
import { Features } from '../src/model/features.ts'
import type { Gold } from './data.ts'

/** A stretch of tokens to label: their features, and the labels, -1 where masked. */
export interface Example {
  features: Int32Array[]
  /** Features of the second reading, which a first one is without. */
  votes: Int32Array[]
  labels: Int8Array
  weight: number
}

const foldedTypes: Record<string, TaggedType> = {
  person: 'person',
  location: 'location',
  facility: 'location',
  organization: 'organization',
  group: 'group',
}

/** The features of the active stretches of a text, and for each its tokens. */
export function stretches(
  text: string,
  sentences: readonly NameSentence[],
  lexicon: Lexicon,
  known: WeakMap<NameWord, Int32Array[]>,
): { tokens: readonly NameToken[]; features: Int32Array[] }[] {
  const context = readContext(sentences)
  const own = new Features()
  const found: { tokens: readonly NameToken[]; features: Int32Array[] }[] = []
  const featuresOf = (word: NameWord, offset: number) => {
    let all = known.get(word)
    if (!all) {
      all = []
      for (let o = -reach; o <= reach; o++) {
        own.clear()
        wordFeatures(word, o, own)
        all.push(own.copy())
      }
      known.set(word, all)
    }
    return all[offset + reach]!
  }
  for (const sentence of sentences) {
    const { tokens } = sentence
    // A token further than the tagger reads, so that it learns where names end.
    const active = activeTokens(tokens, 2)
    const layout = layoutOf(sentence, text, lexicon)
    for (let from = 0; from < tokens.length; ) {
      if (!active[from]) {
        from++
        continue
      }
      let to = from
      while (to < tokens.length && active[to]) to++
      const features: Int32Array[] = []
      for (let i = from; i < to; i++) {
        own.clear()
        contextFeatures(sentence, layout, i, context, own)
        const ids = [...own.copy()]
        for (let o = -reach; o <= reach; o++) {
          const other = tokens[i + o]
          if (other) ids.push(...featuresOf(other.word, o))
        }
        features.push(Int32Array.from(ids))
      }
      found.push({ tokens: tokens.slice(from, to), features })
      from = to
    }
  }
  return found
}

/** Labels of tokens by the names of a gold document; a token that a name cuts belongs to it. */
export function labelsOf(tokens: readonly NameToken[], { entities, masked = [] }: Gold): Int8Array {
  const labels = new Int8Array(tokens.length)
  const inSpan = (span: { start: number; end: number }) => {
    const first = tokens.findIndex(({ end }) => end > span.start)
    if (first < 0 || tokens[first]!.start >= span.end) return null
    let end = first
    while (end < tokens.length && tokens[end]!.start < span.end) end++
    return [first, end] as const
  }
  const from = tokens[0]!.start
  const to = tokens.at(-1)!.end
  const near = (span: { start: number; end: number }) => span.end > from && span.start < to
  for (const entity of entities.filter(near)) {
    const range = inSpan(entity)
    if (!range) continue
    const [first, end] = range
    const type = types.indexOf(foldedTypes[entity.type] ?? 'misc')
    if (end - first === 1) labels[first] = unit(type)
    else
      for (let i = first; i < end; i++)
        labels[i] = i === first ? begin(type) : i === end - 1 ? last(type) : inside(type)
  }
  for (const span of masked.filter(near)) {
    const range = inSpan(span)
    if (range) labels.fill(-1, range[0], range[1])
  }
  return labels
}
