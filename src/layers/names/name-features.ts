import { combine, hashText } from '../../base/hash.ts'
import { type Features, templates } from '../../model/features.ts'
import { type Learned, learned } from '../../model/weights.ts'
import { count, countsAt } from './context.ts'
import { types } from './labels.ts'
import type { NameSentence, NameTokens } from './name-tokens.ts'
import { edge, featureReach, type NameWord } from './name-words.ts'
import type { NameStory } from './stretches.ts'
import { mostOf, presentOf, totalOf, type Votes } from './votes.ts'

const head = ({ lower, letters }: NameWord, length: number) =>
  letters && lower.length >= length ? hashText(lower.slice(0, length)) : 0
const tail = ({ lower, letters }: NameWord, length: number) =>
  letters && lower.length >= length ? hashText(lower.slice(-length)) : 0

/** What a word tells by itself; 0 is nothing. */
const wordReaders = {
  word: ({ id }: NameWord) => id,
  form: ({ form }: NameWord) => form,
  shape: ({ shape }: NameWord) => shape,
  'coarse cluster': ({ coarse }: NameWord) => coarse,
  'fine cluster': ({ fine }: NameWord) => fine,
  'first letter': (word: NameWord) => head(word, 1),
  'first 2 letters': (word: NameWord) => head(word, 2),
  'first 3 letters': (word: NameWord) => head(word, 3),
  'first 4 letters': (word: NameWord) => head(word, 4),
  'last letter': (word: NameWord) => tail(word, 1),
  'last 2 letters': (word: NameWord) => tail(word, 2),
  'last 3 letters': (word: NameWord) => tail(word, 3),
  'last 4 letters': (word: NameWord) => tail(word, 4),
  'shape and flags': ({ shape, flags }: NameWord) => combine(shape, flags),
  'any word': () => 1,
}
type WordReader = keyof typeof wordReaders

const far: readonly WordReader[] = ['word', 'shape', 'coarse cluster', 'fine cluster']
const near: readonly WordReader[] = [...far, 'last 3 letters']
const own = Object.keys(wordReaders) as WordReader[]
/** What is read of a word, by how far after a token it stands. */
const readersAt: Readonly<Record<number, readonly WordReader[]>> = { [-2]: far, [-1]: near, 0: own, 1: near, 2: far }

const offsets = Array.from({ length: 2 * featureReach + 1 }, (_, place) => place - featureReach)
const nameAt = (name: string, offset: number) => `${name} ${offset}`
const windowTemplates = templates('names', [
  ...offsets.flatMap((offset) => readersAt[offset]!.map((name) => nameAt(name, offset))),
  ...[-1, 0, 1].map((offset) => nameAt('flag', offset)),
])
const byPlace = offsets.map((offset) => ({
  readers: readersAt[offset]!.map((name) => ({ id: windowTemplates[nameAt(name, offset)]!, read: wordReaders[name] })),
  flag: windowTemplates[nameAt('flag', offset)],
}))

/** Features of a token that a word of its window gives by itself; what they weigh is summed once for each word type. */
export function wordFeatures(word: NameWord, offset: number, features: Features): void {
  const { readers, flag } = byPlace[offset + featureReach]!
  for (const { id, read } of readers) {
    const value = read(word)
    if (value !== 0) features.add(id, value)
  }
  // Each flag is a value of its own.
  if (flag !== undefined) for (let rest = word.flags; rest !== 0; rest &= rest - 1) features.add(flag, rest & -rest)
}

/** The features of all words of a token's window. */
export function windowFeatures({ words }: NameTokens, row: number, features: Features): void {
  for (const offset of offsets) if (words[row + offset] !== edge) wordFeatures(words[row + offset]!, offset, features)
}

const pair = templates('names', [
  'word -1, word 0',
  'word 0, word 1',
  'word -1, word 1',
  'word -2, word -1',
  'word 1, word 2',
  'word -1, shape 0',
  'shape 0, word 1',
  'shapes -1 to 1',
  'flags -1 to 1',
  'cluster -1, shape 0',
  'shape 0, cluster 1',
  'cluster -1, shape 0, cluster 1',
  'cluster -1, cluster 0',
  'cluster 0, cluster 1',
  'mode, shape 0',
  'first word of sentence',
])
const run = templates('names', [
  'place in run, its length',
  'place in run, its first word',
  'place in run, its last word',
  'place in run, word before it',
  'place in run, word after it',
  'place in run, clusters around it',
  'place in run, flags of its first and last word',
  'place in toponym of several words',
])
const story = templates('names', [
  'in story: mode, lower case, capitals',
  'in story: first of run, last of run, alone here',
  'in story: titled, alone here',
  'in story: before a word of speech',
  'in story: after "in", after "the", before "\'s"',
  'in story: last word of what it is the acronym of',
  'in story: an acronym',
])
const vote = templates('names', [
  'in first reading: most, how many',
  'in first reading: types',
  'in first reading: most -1 to 1',
])

export const nameModel: Learned = learned('names', [windowTemplates, pair, run, story, vote], types)

/** What capitals tell in a sentence. */
const mode = { inside: 0, first: 1, titleCase: 2, capitals: 3 }

/** Features of a token that come of several words, of the sentence, or of the whole story. */
export function contextFeatures(story: NameStory, sentence: NameSentence, row: number, features: Features): void {
  const { id, shape, capital } = story.tokens
  const { allCaps, titleCase, first } = sentence
  const own = allCaps ? mode.capitals : titleCase ? mode.titleCase : row === first ? mode.first : mode.inside
  pairFeatures(story.tokens, row, features)
  features.add(pair['mode, shape 0'], combine(own, shape[row]!))
  if (own === mode.first) features.add(pair['first word of sentence'], id[row]!)
  if (capital[row] === 0) return
  runFeatures(story, sentence, row, features)
  storyFeatures(story, row, own, features)
}

function pairFeatures({ id, shape, coarse, flags }: NameTokens, row: number, features: Features): void {
  const [beforeThat, before, word, after, afterThat] = [
    id[row - 2]!,
    id[row - 1]!,
    id[row]!,
    id[row + 1]!,
    id[row + 2]!,
  ]
  const [shapeBefore, own, shapeAfter] = [shape[row - 1]!, shape[row]!, shape[row + 1]!]
  const [clusterBefore, cluster, clusterAfter] = [coarse[row - 1]!, coarse[row]!, coarse[row + 1]!]
  features.add(pair['word -1, word 0'], combine(before, word))
  features.add(pair['word 0, word 1'], combine(word, after))
  features.add(pair['word -1, word 1'], combine(before, after))
  features.add(pair['word -2, word -1'], combine(beforeThat, before))
  features.add(pair['word 1, word 2'], combine(after, afterThat))
  features.add(pair['word -1, shape 0'], combine(before, own))
  features.add(pair['shape 0, word 1'], combine(own, after))
  features.add(pair['shapes -1 to 1'], combine(combine(shapeBefore, own), shapeAfter))
  features.add(pair['flags -1 to 1'], combine(flags[row - 1]!, combine(flags[row]!, flags[row + 1]!)))
  const leading = combine(clusterBefore, own)
  features.add(pair['cluster -1, shape 0'], leading)
  features.add(pair['shape 0, cluster 1'], combine(own, clusterAfter))
  features.add(pair['cluster -1, shape 0, cluster 1'], combine(leading, clusterAfter))
  features.add(pair['cluster -1, cluster 0'], combine(clusterBefore, cluster))
  features.add(pair['cluster 0, cluster 1'], combine(cluster, clusterAfter))
}

/** Features of a token by the run of capitals that it stands in. */
function runFeatures({ tokens, layout }: NameStory, { allCaps }: NameSentence, row: number, features: Features): void {
  const { id, coarse, flags } = tokens
  const [first, end] = [layout.runStart[row]!, layout.runEnd[row]!]
  const last = end - 1
  if (!allCaps) {
    const place = (row === first ? 1 : 0) + (row === last ? 2 : 0)
    features.add(run['place in run, its length'], combine(place, Math.min(5, end - first)))
    features.add(run['place in run, its first word'], combine(place, id[first]!))
    features.add(run['place in run, its last word'], combine(place, id[last]!))
    features.add(run['place in run, word before it'], combine(place, id[first - 1]!))
    features.add(run['place in run, word after it'], combine(place, id[end]!))
    features.add(run['place in run, clusters around it'], combine(coarse[end]!, combine(place, coarse[first - 1]!)))
    features.add(
      run['place in run, flags of its first and last word'],
      combine(place, combine(flags[last]!, flags[first]!)),
    )
  }
  if (layout.place[row]! > 0) features.add(run['place in toponym of several words'], layout.place[row]!)
}

const few = (count: number) => (count > 3 ? 2 : count > 0 ? 1 : 0)
const many = (count: number, of: number) => (count * 4 > of ? 2 : count > 0 ? 1 : 0)

/** Features of a token by what the whole story tells of its word. */
function storyFeatures({ layout, context }: NameStory, row: number, own: number, features: Features): void {
  const { counts } = context
  const at = countsAt(context.numbers[row]!)
  if (counts[at + count.any] === 0) return
  const alone = layout.runEnd[row]! - layout.runStart[row]! === 1 ? 1 : 0
  const capital = counts[at + count.capital]!
  const capitals = few(capital)
  features.add(
    story['in story: mode, lower case, capitals'],
    combine(own, combine(few(counts[at + count.lower]!), capitals)),
  )
  features.add(
    story['in story: first of run, last of run, alone here'],
    combine(few(counts[at + count.first]!), combine(few(counts[at + count.last]!), alone)),
  )
  if (counts[at + count.titled]! > 0) features.add(story['in story: titled, alone here'], alone)
  if (counts[at + count.speaks]! > 0) features.add(story['in story: before a word of speech'], 1)
  features.add(
    story['in story: after "in", after "the", before "\'s"'],
    combine(
      many(counts[at + count.placed]!, capital),
      combine(many(counts[at + count.definite]!, capital), combine(few(counts[at + count.owns]!), capitals)),
    ),
  )
  const long = counts[at + count.acronymOf]!
  if (long === 0) return
  features.add(story['in story: last word of what it is the acronym of'], long)
  features.add(story['in story: an acronym'], 1)
}

const untold = 9

/** Features of the second reading: what the first one made of this word, and of its neighbours, all over the story. */
export function voteFeatures(votes: Votes, row: number, features: Features): void {
  const own = votes.tallyOf(row)
  if (own === 0) return
  const [before, after] = [votes.tallyOf(row - 1), votes.tallyOf(row + 1)]
  const around = combine(before === 0 ? untold : mostOf(before), after === 0 ? untold : mostOf(after))
  features.add(vote['in first reading: most, how many'], combine(mostOf(own), totalOf(own)))
  features.add(vote['in first reading: types'], presentOf(own))
  features.add(vote['in first reading: most -1 to 1'], combine(mostOf(own), around))
}
