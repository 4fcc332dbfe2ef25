import nlp from 'compromise'
import { expect, test } from 'vitest'
import { compilePattern } from '../../src/rules/compile.ts'
import { matchAll, sentenceWords } from '../../src/rules/match.ts'
import { readDocument } from '../../src/text/read.ts'
import { watchedWords } from '../support/watched-words.ts'
import { patterns, sentences } from './match-language.ts'

function matched(pattern: string, sentence: string): string[] {
  const doc = readDocument(sentence)
  return matchAll(
    compilePattern(pattern, 'test'),
    sentenceWords(doc, doc.sentences[0]!, [], () => []),
  ).map(({ start, end }) => sentence.slice(start, end))
}

const rows = patterns.flatMap((pattern) => sentences.map((sentence) => [pattern, sentence] as const))

test('the table has at least 300 rows', () => {
  expect(rows.length).toBeGreaterThanOrEqual(300)
})

test.each(rows)('%s in "%s" is what compromise matches', (pattern, sentence) => {
  expect(matched(pattern, sentence)).toEqual(nlp(sentence).match(pattern).out('array'))
})

test('where a repetition of compromise takes too much and fails, ours gives back', () => {
  expect(nlp('oil oil oil').match('oil+ oil').out('array')).toEqual(['oil oil'])
  expect(matched('oil+ oil', 'oil oil oil')).toEqual(['oil oil oil'])
})

test.each([
  ['(a|a)+ b', 'a'],
  ['a+ a+ a+ a+ a+ b', 'a'],
  ['.{0,400} .{0,400} .{0,400} b', 'a'],
  ['/(a+)+$/ b', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'],
])('no pattern is exponential: %s', (pattern, word) => {
  const compiled = compilePattern(pattern, 'test')
  const { words, looks } = watchedWords(Array(400).fill(word).join(' '))
  expect(matchAll(compiled, words)).toEqual([])
  expect(looks()).toBeLessThan(4 * compiled.steps.length * words.tokens.length)
})

test.each([
  ['be', 'Verb', ['be', 'am', 'are', 'is', 'was', 'were', 'been', 'being']],
  ['have', 'Verb', ['have', 'has', 'had', 'having']],
  ['write', 'Verb', ['write', 'writes', 'wrote', 'writing', 'written']],
  ['take', 'Verb', ['take', 'takes', 'took', 'taking', 'taken']],
  ['child', 'Noun', ['child', 'children']],
  ['crisis', 'Noun', ['crisis', 'crises']],
  ['city', 'Noun', ['city', 'cities']],
])('{%s/%s} is each of its forms', (root, partOfSpeech, forms) => {
  for (const form of forms) expect(matched(`{${root}/${partOfSpeech}}`, `x ${form}`), form).toEqual([form])
})
