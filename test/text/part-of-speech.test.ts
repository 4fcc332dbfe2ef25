import { expect, test } from 'vitest'
import * as packed from '../../src/data/part-of-speech.ts'
import { templates } from '../../src/data/part-of-speech.ts'
import { readDocument } from '../../src/text/read.ts'
import { openSpeechTagger } from '../../src/text/speech.ts'
import { openSpeechFeatures, placeTemplates, wordTemplates } from '../../src/text/speech-features.ts'
import { isHeldOut, readTexts } from '../../train/corpora.ts'
import { agreement, hashOfTemplates } from '../../train/speech-check.ts'
import { openTeacher } from '../../train/wink.ts'

test('the weights were learned with the features of this code', () => {
  expect(templates).toBe(hashOfTemplates())
})

const turned = <T>(table: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(table).reverse())
const { word, after, pair, around } = placeTemplates
const turnedPlaces = { around: turned(around), pair: turned(pair), after: turned(after), word: turned(word) }
const { 'word before, word': renamed, ...others } = around

test('a template is known by its name, and where it stands in its table tells nothing', () => {
  const hash = hashOfTemplates()
  expect(hashOfTemplates(openSpeechFeatures(turned(wordTemplates), turnedPlaces))).toBe(hash)
  const places = { ...placeTemplates, around: { ...others, 'word, word before': renamed } }
  expect(hashOfTemplates(openSpeechFeatures(wordTemplates, places))).not.toBe(hash)
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
