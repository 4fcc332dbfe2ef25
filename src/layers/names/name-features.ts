import { combine, hashText } from '../../base/hash.ts'
import { type Features, templates } from '../../model/features.ts'
import { type Learned, learned } from '../../model/weights.ts'
import { types } from './labels.ts'
import type { NameToken } from './name-tokens.ts'
import type { NameWord } from './name-words.ts'
import type { Stretch } from './stretches.ts'
import { tallyOf, type Votes } from './votes.ts'

/** How far a word is seen from a token, on either side. */
export const featureReach = 2

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
export function windowFeatures(tokens: readonly NameToken[], i: number, features: Features): void {
  for (const offset of offsets) {
    const token = i + offset < 0 ? undefined : tokens[i + offset]
    if (token) wordFeatures(token.word, offset, features)
  }
}

/** What stands beyond a sentence. */
const edge: NameWord = {
  text: '',
  lower: '',
  form: 0,
  id: 1,
  shape: 2,
  letters: false,
  capital: false,
  lowerCase: false,
  fine: 4,
  coarse: 3,
  flags: 0,
  row: -1,
  turn: -1,
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
export function contextFeatures(stretch: Stretch, i: number, features: Features): void {
  const { tokens, allCaps, titleCase } = stretch.sentence
  // An index below 0 is a slow look-up.
  const at = (j: number): NameWord => (j >= 0 && j < tokens.length ? tokens[j]!.word : edge)
  const word = at(i)
  const own = allCaps ? mode.capitals : titleCase ? mode.titleCase : i === 0 ? mode.first : mode.inside
  pairFeatures(at(i - 2), at(i - 1), word, at(i + 1), at(i + 2), features)
  features.add(pair['mode, shape 0'], combine(own, word.shape))
  if (own === mode.first) features.add(pair['first word of sentence'], word.id)
  if (!word.capital) return
  runFeatures(stretch, i, at, features)
  storyFeatures(stretch, i, own, features)
}

function pairFeatures(
  beforeThat: NameWord,
  before: NameWord,
  word: NameWord,
  after: NameWord,
  afterThat: NameWord,
  features: Features,
): void {
  features.add(pair['word -1, word 0'], combine(before.id, word.id))
  features.add(pair['word 0, word 1'], combine(word.id, after.id))
  features.add(pair['word -1, word 1'], combine(before.id, after.id))
  features.add(pair['word -2, word -1'], combine(beforeThat.id, before.id))
  features.add(pair['word 1, word 2'], combine(after.id, afterThat.id))
  features.add(pair['word -1, shape 0'], combine(before.id, word.shape))
  features.add(pair['shape 0, word 1'], combine(word.shape, after.id))
  features.add(pair['shapes -1 to 1'], combine(combine(before.shape, word.shape), after.shape))
  features.add(pair['flags -1 to 1'], combine(before.flags, combine(word.flags, after.flags)))
  const leading = combine(before.coarse, word.shape)
  features.add(pair['cluster -1, shape 0'], leading)
  features.add(pair['shape 0, cluster 1'], combine(word.shape, after.coarse))
  features.add(pair['cluster -1, shape 0, cluster 1'], combine(leading, after.coarse))
  features.add(pair['cluster -1, cluster 0'], combine(before.coarse, word.coarse))
  features.add(pair['cluster 0, cluster 1'], combine(word.coarse, after.coarse))
}

/** Features of a token by the run of capitals that it stands in. */
function runFeatures({ sentence, layout }: Stretch, i: number, at: (j: number) => NameWord, features: Features): void {
  const [from, to] = [layout.runStart[i]!, layout.runEnd[i]!]
  if (!sentence.allCaps) {
    const place = (i === from ? 1 : 0) + (i === to - 1 ? 2 : 0)
    const [first, last, before, after] = [at(from), at(to - 1), at(from - 1), at(to)]
    features.add(run['place in run, its length'], combine(place, Math.min(5, to - from)))
    features.add(run['place in run, its first word'], combine(place, first.id))
    features.add(run['place in run, its last word'], combine(place, last.id))
    features.add(run['place in run, word before it'], combine(place, before.id))
    features.add(run['place in run, word after it'], combine(place, after.id))
    features.add(run['place in run, clusters around it'], combine(after.coarse, combine(place, before.coarse)))
    features.add(
      run['place in run, flags of its first and last word'],
      combine(place, combine(last.flags, first.flags)),
    )
  }
  if (layout.place[i]! > 0) features.add(run['place in toponym of several words'], layout.place[i]!)
}

const few = (count: number) => (count > 3 ? 2 : count > 0 ? 1 : 0)

/** Features of a token by what the whole story tells of its word. */
function storyFeatures({ sentence, layout, context }: Stretch, i: number, own: number, features: Features): void {
  const seen = context.get(sentence.tokens[i]!.word.id)
  if (!seen) return
  const alone = layout.runEnd[i]! - layout.runStart[i]! === 1 ? 1 : 0
  const many = (count: number) => (count * 4 > seen.capital ? 2 : count > 0 ? 1 : 0)
  const capitals = few(seen.capital)
  features.add(story['in story: mode, lower case, capitals'], combine(own, combine(few(seen.lower), capitals)))
  features.add(
    story['in story: first of run, last of run, alone here'],
    combine(few(seen.first), combine(few(seen.last), alone)),
  )
  if (seen.titled > 0) features.add(story['in story: titled, alone here'], alone)
  if (seen.speaks > 0) features.add(story['in story: before a word of speech'], 1)
  features.add(
    story['in story: after "in", after "the", before "\'s"'],
    combine(many(seen.placed), combine(many(seen.definite), combine(few(seen.owns), capitals))),
  )
  if (seen.acronymOf === 0) return
  features.add(story['in story: last word of what it is the acronym of'], seen.acronymOf)
  features.add(story['in story: an acronym'], 1)
}

const untold = 9

/** Features of the second reading: what the first one made of this word, and of its neighbours, all over the story. */
export function voteFeatures(tokens: readonly NameToken[], i: number, votes: Votes, features: Features): void {
  const own = tallyOf(tokens[i]!.word, votes)
  if (own === null) return
  const before = i > 0 ? tallyOf(tokens[i - 1]!.word, votes) : null
  const after = i + 1 < tokens.length ? tallyOf(tokens[i + 1]!.word, votes) : null
  features.add(vote['in first reading: most, how many'], combine(own.most, own.total))
  features.add(vote['in first reading: types'], own.present)
  features.add(
    vote['in first reading: most -1 to 1'],
    combine(own.most, combine(before?.most ?? untold, after?.most ?? untold)),
  )
}
