import { expect, test } from 'vitest'
import * as packed from '../../src/data/part-of-speech.ts'
import { Features } from '../../src/model/features.ts'
import { readDocument } from '../../src/text/read.ts'
import { openSpeechTagger, type SpeechTagger } from '../../src/text/speech.ts'
import { SpeechColumns } from '../../src/text/speech-columns.ts'
import {
  placeFeatures,
  readPlace,
  readSpeechWord,
  speechReach,
  standFeatures,
  wordFeatures,
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

function featuresOfProbe(): Int32Array {
  const features = new Features()
  const place = placeFeatures()
  const columns = new SpeechColumns()
  const { sentences, tokens } = readDocument(probe)
  for (const { word } of tokens)
    for (let offset = -speechReach; offset <= speechReach; offset++) wordFeatures(word, offset, features)
  for (const sentence of sentences) {
    columns.start(sentence)
    const words = tokens.slice(sentence.first, sentence.last).map(({ word }) => readSpeechWord(word))
    words.forEach(({ id, suffix, shape }, i) => void columns.write(i + speechReach, id, suffix, shape))
    columns.decideInTurn(sentence, (row) => {
      const [mode, glued] = [columns.mode[row]!, columns.glued[row]!]
      standFeatures(words[row - speechReach]!, { mode, glued }, features)
      readPlace(columns, row, place)
      features.take(place)
      return (sentence.first + row - speechReach) % speech.length
    })
  }
  return features.copy()
}

// What changes this line wants weights that are learned anew: npm run train -- part-of-speech
test('the features of a text are those with which the weights were learned', () => {
  expect(fingerprint([featuresOfProbe()])).toBe('dc00dcdce0f8c3bd')
})

test('a sentence has its parts of speech whatever was tagged before it, more words than a tagger keeps among it', () => {
  const speechIn = (text: string, tag: SpeechTagger) =>
    readDocument(text).sentences.map((sentence) => [...tag(sentence)])
  const [once, again] = [openSpeechTagger(packed), openSpeechTagger(packed)]
  const first = speechIn(probe, once)
  speechIn(Array.from({ length: 5000 }, (_, i) => `The word-w${i}ed visits v${i}.`).join(' '), again)
  expect(speechIn(probe, again)).toEqual(first)
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
