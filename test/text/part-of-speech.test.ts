import { expect, test } from 'vitest'
import * as packed from '../../src/data/part-of-speech.ts'
import { Features } from '../../src/model/features.ts'
import { readDocument } from '../../src/text/read.ts'
import { decideInTurn, openSpeechTagger } from '../../src/text/speech.ts'
import {
  edge,
  openSpeechFeatures,
  placeTemplates,
  readSpeechWord,
  type SpeechFeatures,
  sights,
  speechReach,
  wordTemplates,
} from '../../src/text/speech-features.ts'
import { speech } from '../../src/text/tags.ts'
import { isHeldOut, readTexts } from '../../train/corpora.ts'
import { agreement } from '../../train/speech-check.ts'
import { openTeacher } from '../../train/wink.ts'
import { fingerprint } from '../support/fingerprint.ts'

test('weights that were learned with other features are refused', () => {
  expect(() => openSpeechTagger({ ...packed, templates: '0' })).toThrow('npm run train -- part-of-speech')
})

/** Sentences in which every template has a value. */
const probe = `Mr. Lavrov's five-day visit to the U.S. began on 5 May 2024, he said, "slowly".
TALKS ON TRADE WITH CHINA FAIL
Ministers Will Sign New Agreement on Trade
they agreed the 1,200.5 km 5th line isn't Ḥasan's`

function featuresOfProbe({ wordFeatures, placeFeatures }: SpeechFeatures = openSpeechFeatures()): Int32Array[] {
  const features = new Features()
  const { sentences, tokens } = readDocument(probe)
  for (const { word } of tokens)
    for (let offset = -speechReach; offset <= speechReach; offset++) wordFeatures(word, offset, features)
  for (const sentence of sentences)
    decideInTurn(sentence, readSpeechWord, edge, (place, at) => {
      for (const sight of sights) placeFeatures(place, sight, features)
      return at % speech.length
    })
  return [features.copy()]
}

const turned = <T>(table: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(table).reverse())
const { word, after, pair, around } = placeTemplates
const turnedPlaces = { around: turned(around), pair: turned(pair), after: turned(after), word: turned(word) }
const { 'word before, word': renamed, ...others } = around

// What changes this line wants weights that are learned anew: npm run train -- part-of-speech
const features = 'dc00dcdce0f8c3bd'

test('a template is known by its name, and where it stands in its table tells nothing', () => {
  const { model } = openSpeechFeatures()
  const other = openSpeechFeatures(turned(wordTemplates), turnedPlaces)
  expect([fingerprint(featuresOfProbe()), fingerprint(featuresOfProbe(other))]).toEqual([features, features])
  expect(other.model).toEqual(model)
  const places = { ...placeTemplates, around: { ...others, 'word, word before': renamed } }
  expect(openSpeechFeatures(wordTemplates, places).model).not.toEqual(model)
})

test('on texts that it has not seen it agrees with wink-nlp, its teacher, on 97 words of 100', () => {
  const held = readTexts().filter(isHeldOut)
  const some = held.filter((_, i) => i % 15 === 0).map(({ text }) => text)
  expect(agreement(some, openSpeechTagger(packed), openTeacher())).toBeGreaterThan(0.97)
})

const tagsIn = (text: string) =>
  readDocument(text)
    .tokens.filter(({ punctuation }) => !punctuation)
    .map(({ tags }) => tags.at(-1) ?? '-')
    .join(' ')

test.each([
  ['They signed two agreements.', 'Pronoun Verb Cardinal Plural'],
  ['The talks will begin.', 'Determiner Plural Auxiliary Verb'],
  ['He talks slowly.', 'Pronoun Verb Adverb'],
  ['They visit the old port.', 'Pronoun Verb Determiner Adjective Singular'],
  ['The visit to Dhaka ended.', 'Determiner Singular Preposition ProperNoun Verb'],
  ['He plans to discuss it.', 'Pronoun Verb Particle Verb Pronoun'],
  ['Their plans failed.', 'Pronoun Plural Verb'],
  [
    "The country's debt and Iran's oil",
    'Determiner Singular Possessive Singular Conjunction ProperNoun Possessive Singular',
  ],
])('%s', (text, expected) => {
  expect(tagsIn(text)).toBe(expected)
})

test('marks have no tags, and a sentence is tagged alike wherever it stands', () => {
  const sentence = 'The ministers, he said, "will meet".'
  expect(
    readDocument('He said: "No!" (They left.) …').tokens.filter((token) => token.punctuation && token.tags.length > 0),
  ).toEqual([])
  expect(tagsIn(`Talks failed. ${sentence} They left.`)).toContain(tagsIn(sentence))
})
