import { expect, test } from 'vitest'
import * as packed from '../../src/data/tagger.ts'
import { openGazetteer } from '../../src/layers/locations/gazetteer.ts'
import { labelCount } from '../../src/layers/names/labels.ts'
import { contextFeatures, voteFeatures, windowFeatures } from '../../src/layers/names/name-features.ts'
import { openLexicon } from '../../src/layers/names/name-lexicon.ts'
import { openModel } from '../../src/layers/names/name-model.ts'
import { nameReader } from '../../src/layers/names/name-tokens.ts'
import { flag, type Lexicon } from '../../src/layers/names/name-words.ts'
import { readNameStory, stretchesOf } from '../../src/layers/names/stretches.ts'
import { Votes } from '../../src/layers/names/votes.ts'
import { Features } from '../../src/model/features.ts'
import { readDocument } from '../../src/text/read.ts'
import { fingerprint } from '../support/fingerprint.ts'

/** Sentences in which every template has a value. */
const probe = `MOSCOW, May 3 -- On Monday, President Vladimir Putin met a Russian minister in New York City; Putin said no to Putin's aide.
TALKS WITH THE WORLD TRADE ORGANIZATION FAIL
World Trade Organization Leaders Will Visit the Grand Hotel
Then the World Trade Organization opposed the Jones Act at the Tokyo Games; putin and Ludwig van Beethoven did not.
"The WTO," he told NATO, "is near the Coca-Cola Museum in Oslo."`

const gazetteer = openGazetteer()
const lexicon = openLexicon({
  isPlace: gazetteer.isProminent,
  isDemonym: (word) => gazetteer.byDemonym(word) !== undefined,
})

function featuresOf(text: string, known: Lexicon): Int32Array[] {
  const features = new Features()
  const doc = readDocument(text)
  const story = readNameStory(doc, nameReader(known)(doc), known)
  const votes = new Votes(story.context)
  const stretches = stretchesOf(story.tokens, 1)
  for (const { sentence, first, last } of stretches)
    votes.count(
      first,
      Array.from({ length: last - first }, (_, i) => (first - sentence.first + i) % labelCount),
    )
  return stretches.map(({ sentence, first, last }) => {
    features.clear()
    for (let row = first; row < last; row++) {
      contextFeatures(story, sentence, row, features)
      windowFeatures(story.tokens, row, features)
      voteFeatures(votes, row, features)
    }
    return features.copy()
  })
}

// What changes this line, as other features and other bits of flags do, wants weights that are learned anew:
// npm run train -- names
test('the features of a text are those with which the weights were learned', () => {
  expect(fingerprint(featuresOf(probe, lexicon))).toBe('5ede1134cbc0425f')
})

test.each([
  ['Vladimir', flag.firstName],
  ['Moscow', flag.place],
  ['Russian', flag.demonym],
  ['President', flag.title],
  ['Bank', flag.organizationHead],
  ['Hotel', flag.facilityHead],
  ['Games', flag.eventHead],
  ['Act', flag.lawHead],
  ['van', flag.particle],
  ['Monday', flag.calendar],
  ['NATO', flag.organization],
])('"%s" has its flag', (word, bit) => {
  expect(lexicon.flags(word.toLowerCase(), word) & bit).toBe(bit)
})

test('flags are bits of their own', () => {
  const bits = Object.values(flag)
  expect(new Set(bits).size).toBe(bits.length)
  for (const bit of bits) expect(bit & (bit - 1)).toBe(0)
})

test('weights that were learned with other features are refused', () => {
  expect(() => openModel({ ...packed, templates: '0' })).toThrow('npm run train -- names')
})
