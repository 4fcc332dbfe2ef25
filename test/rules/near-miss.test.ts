import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NutgrafError } from '../../src/api/index.ts'
import { overlaps } from '../../src/base/span.ts'
import { compilePattern } from '../../src/rules/compile.ts'
import type { Pattern } from '../../src/rules/compiled-pattern.ts'
import { matchAll, sentenceWords, type Words } from '../../src/rules/match.ts'
import { elementsAt, endsFrom, missAtHead, type NearMiss, nearestMiss } from '../../src/rules/near-miss.ts'
import { spanOf } from '../../src/text/position.ts'
import { readDocument } from '../../src/text/read.ts'
import { watchedWords } from '../support/watched-words.ts'
import { patterns, sentences } from './match-language.ts'

function wordsOf(sentence: string): Words {
  const doc = readDocument(sentence)
  return sentenceWords(doc, doc.sentences[0]!, [], () => [])
}

/** "the quiet | park: expected old": what fits, the word that does not, and what could have come. */
function shown(pattern: Pattern, words: Words, miss: NearMiss | null): string {
  if (!miss) return 'none'
  const { match, elements } = pattern.written
  const expected = elementsAt(pattern, words, miss).map((i) => match.slice(elements[i]!.start, elements[i]!.end))
  const texts = words.tokens.map(({ text }) => text)
  return `${texts.slice(miss.first, miss.at).join(' ')} | ${texts[miss.at] ?? ''}: ${expected.join(', ')}`
}

const nearest = (match: string, sentence: string) => {
  const [pattern, words] = [compilePattern(match, 'test'), wordsOf(sentence)]
  return shown(pattern, words, nearestMiss(pattern, words))
}

test.each([
  // The word that is another, and the sentence that ends too early.
  ['signed agreement on', 'they signed agreement with us', 'signed agreement | with: on'],
  ['signed agreement on', 'they signed agreement', 'signed agreement | : on'],
  // What is matched is no near miss, nor what fits no beginning.
  ['signed agreement', 'they signed agreement', 'none'],
  ['signed agreement', 'they left', 'none'],
  // All that could have come, the furthest in the pattern last.
  ['signed (an|the)? old? deal', 'they signed oil deals', 'signed | oil: (an|the)?, old?, deal'],
  ['visit to (paris|the city) on', 'a visit to rome', 'visit to | rome: paris, the'],
  // What may come again is not what is missing.
  ['old+ dog', 'the old old cat', 'old old | cat: dog'],
  ['oil{3} deal', 'oil oil deal', 'oil oil | deal: oil{3}'],
  // The deepest in the pattern, though another start got over more words.
  ['the .* were running', 'the old dog and the cat were sleeping', 'the old dog and the cat were | sleeping: running'],
  ['(a b c d|x y) z', 'a b c then x c', 'a b c | then: d'],
  ['(a b c d|x) z', 'a b c x y', 'x | y: z'],
  // Of two attempts the one that got further.
  ['took the old train', 'he took the bus and took the old car', 'took the old | car: train'],
  // Borders and words that must not be.
  ['^the dog', 'and the dog', 'none'],
  ['the dog$', 'the dog left', 'the dog | left: dog$'],
  ['took !a train', 'he took a train', 'took | a: !a'],
  ['{dog/Noun} /^ba/', 'the dogs slept', 'dogs | slept: /^ba/'],
  // A match elsewhere leaves the miss; one over it does not.
  ['took the train', 'he took the train and took the bus', 'took the | bus: train'],
  ['took .{0,6} train', 'he took the train', 'none'],
  ['(took|caught) the train', 'he took caught the train', 'took | caught: the'],
])('%s in "%s" stops: %s', (match, sentence, expected) => {
  expect(nearest(match, sentence)).toBe(expected)
})

test.each([
  ['(tanker|freighter) [<vessel>sparta]', 'the tankers sparta left', ' | tankers: (tanker|freighter)'],
  ['{haggle} over prices', 'they argued over prices', ' | argued: {haggle}'],
  // The rest has to be there, and something of it.
  ['{haggle} over prices', 'they argued about prices', 'none'],
  ['prices', 'they argued', 'none'],
])('%s in "%s" lacks its first word: %s', (match, sentence, expected) => {
  const [pattern, words] = [compilePattern(match, 'test'), wordsOf(sentence)]
  expect(shown(pattern, words, missAtHead(pattern, words))).toBe(expected)
})

/** A near miss lies in pattern and sentence, and over no match. */
function checkMiss(pattern: Pattern, words: Words, miss: NearMiss | null): void {
  if (!miss) return
  const { tokens } = words
  expect(0 <= miss.first && miss.first < miss.at && miss.at <= tokens.length).toBe(true)
  const elements = elementsAt(pattern, words, miss)
  expect(elements.length).toBeGreaterThan(0)
  for (const element of elements) expect(pattern.written.elements[element]).toBeDefined()
  const span = spanOf(tokens, { first: miss.first, last: miss.at })
  expect(matchAll(pattern, words).some((match) => overlaps(match, span))).toBe(false)
}

/** The slow matcher ends first where the fast one ends, and nowhere where that finds nothing. */
function checkSame(pattern: Pattern, words: Words): void {
  let next = 0
  const ends = (at: number) => endsFrom(pattern, words, { step: 0, at })
  for (const { start, end } of matchAll(pattern, words)) {
    const first = words.tokens.findIndex((token) => token.start === start)
    const last = words.tokens.findIndex((token) => token.end === end) + 1
    for (let at = next; at < first; at++) expect(ends(at)).toEqual([])
    expect(ends(first)[0]).toBe(last)
    next = last
  }
  for (let at = next; at < words.tokens.length; at++) expect(ends(at)).toEqual([])
}

test.each(patterns)('the slow matcher is the fast one: %s', (match) => {
  const pattern = compilePattern(match, 'test')
  for (const sentence of sentences) {
    const words = wordsOf(sentence)
    checkSame(pattern, words)
    checkMiss(pattern, words, nearestMiss(pattern, words))
  }
})

test('the slow matcher is the fast one, whatever pattern and text', () => {
  const element = fc.constantFrom(
    ...[
      'a',
      'b',
      'a?',
      'b+',
      'a*',
      '.',
      '.*',
      '.?',
      '!a',
      '(a|b)',
      '(a b|b a)+',
      '(a|b c)?',
      'c{2}',
      'a{1,3}',
      '.{0,4}',
    ],
    ...['a$', '^b', '(a+ b|.)', '/^[ab]$/', '(a?|b) c', '[<topic>a+]', '[<who>b]', '#Noun'],
  )
  let matched = 0
  let missed = 0
  fc.assert(
    fc.property(
      fc.array(element, { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom('a', 'b', 'c', 'dog'), { minLength: 1, maxLength: 14 }),
      (parts, tokens) => {
        let pattern: Pattern
        try {
          pattern = compilePattern(parts.join(' '), 'test')
        } catch (error) {
          if (error instanceof NutgrafError) return
          throw error
        }
        const words = wordsOf(tokens.join(' '))
        checkSame(pattern, words)
        const miss = nearestMiss(pattern, words)
        checkMiss(pattern, words, miss)
        matched += matchAll(pattern, words).length
        missed += Number(miss !== null)
      },
    ),
    { numRuns: 1500 },
  )
  expect(Math.min(matched, missed)).toBeGreaterThan(100)
})

test.each([
  ['(a|a)+ b', 'a'],
  ['a+ a+ a+ a+ a+ b', 'a'],
  ['.{0,300} .{0,300} .{0,300} b', 'a'],
])('no pattern is exponential: %s', (match, word) => {
  const pattern = compilePattern(match, 'test')
  const { words, looks } = watchedWords(Array(400).fill(word).join(' '))
  nearestMiss(pattern, words)
  expect(looks()).toBeLessThan(20 * pattern.steps.length * words.tokens.length)
})
