import { begin, inside, last, type TaggedType, types, unit } from '../src/layers/names/labels.ts'
import { contextFeatures, voteFeatures, windowFeatures } from '../src/layers/names/name-features.ts'
import { endOf, nameReader } from '../src/layers/names/name-tokens.ts'
import type { Lexicon } from '../src/layers/names/name-words.ts'
import { type NameStory, readNameStory, type Stretch, stretchesOf } from '../src/layers/names/stretches.ts'
import type { Votes } from '../src/layers/names/votes.ts'
import { Features } from '../src/model/features.ts'
import { readDocument } from '../src/text/read.ts'
import type { Corpus, Gold } from './data.ts'

/** A stretch of tokens to label. */
export interface Example {
  doc: Gold
  story: NameStory
  stretch: Stretch
  /** Features of each token: ids when they are read, then numbers of rows. */
  features: Int32Array[]
  /** Features of the second reading, which a first one is without. */
  votes: Int32Array[]
  weight: number
}

const foldedTypes: Record<string, TaggedType> = {
  person: 'person',
  location: 'location',
  facility: 'location',
  organization: 'organization',
  group: 'group',
}

/** The stretches of a corpus, read a token further than the tagger does, so that it learns where names end. */
export function readExamples({ docs, weight }: Corpus, lexicon: Lexicon): Example[] {
  const read = nameReader(lexicon)
  return docs.flatMap((gold) => {
    const doc = readDocument(gold.text)
    const story = readNameStory(doc, read(doc), lexicon)
    return stretchesOf(story.tokens, 2).map((stretch): Example => {
      const features = rowsOf(stretch).map((row) =>
        collect((features) => {
          contextFeatures(story, stretch.sentence, row, features)
          windowFeatures(story.tokens, row, features)
        }),
      )
      return { doc: gold, story, stretch, features, votes: [], weight }
    })
  })
}

const rowsOf = ({ first, last }: Stretch): number[] => Array.from({ length: last - first }, (_, i) => first + i)

/** Ids of the features that a first reading of the story gives to each token. */
export const readVotes = ({ stretch }: Example, votes: Votes): Int32Array[] =>
  rowsOf(stretch).map((row) => collect((features) => voteFeatures(votes, row, features)))

const list = new Features()

/** Sorted, so that the order in which features are added tells nothing. */
function collect(add: (features: Features) => void): Int32Array {
  list.clear()
  add(list)
  return list.copy().sort()
}

/** Labels of tokens by the names of a gold document, -1 where masked; a token that a name cuts belongs to it. */
export function labelsOf(
  { story, stretch }: Pick<Example, 'story' | 'stretch'>,
  { entities, masked = [] }: Gold,
): Int8Array {
  const rows = rowsOf(stretch)
  const labels = new Int8Array(rows.length)
  const [starts, ends] = [rows.map((row) => story.tokens.starts[row]!), rows.map((row) => endOf(story.tokens, row))]
  const inSpan = (span: { start: number; end: number }) => {
    const first = ends.findIndex((end) => end > span.start)
    if (first < 0 || starts[first]! >= span.end) return null
    let end = first
    while (end < rows.length && starts[end]! < span.end) end++
    return [first, end] as const
  }
  const [from, to] = [starts[0]!, ends.at(-1)!]
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
