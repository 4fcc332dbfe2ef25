import { expect, test } from 'vitest'
import { pennTags } from '../../src/syntax/penn.ts'
import { relations } from '../../src/syntax/relations.ts'
import { openTrees } from '../../src/syntax/sentence-tree.ts'
import { readDocument } from '../../src/text/read.ts'

/** A tree as it is given: a head and a relation for each word. */
function treeOf(text: string, given: readonly (readonly [head: number, relation: string])[]) {
  const doc = readDocument(text)
  const sentence = doc.sentences[0]!
  const word = (at: number) => (at < 0 ? null : doc.tokens[at]!.text)
  const treeOf = openTrees(doc, () => ({
    heads: given.map(([head]) => head),
    relations: given.map(([, relation]) => relations.indexOf(relation)),
    tags: given.map(() => pennTags.indexOf('NN')),
  }))
  return { tree: treeOf(sentence), word }
}

const { tree, word } = treeOf('They did not discuss gas prices in Oslo and the ceasefire', [
  [3, 'nsubj'],
  [3, 'aux'],
  [3, 'neg'],
  [3, 'ROOT'],
  [5, 'compound'],
  [3, 'dobj'],
  [3, 'prep'],
  [6, 'pobj'],
  [5, 'cc'],
  [10, 'det'],
  [5, 'conj'],
])

test.each([
  ['the head of the phrase that a modifier begins', 4, 'prices'],
  ['of one that a determiner begins', 9, 'ceasefire'],
  ['of one that its head begins', 7, 'Oslo'],
])('%s', (_, at, head) => {
  expect(word(tree.headFrom(at))).toBe(head)
})

test.each([
  ['an object', 5, 'discuss', null],
  ['a coordinate, as the first', 10, 'discuss', null],
  ['what a preposition ties', 7, 'discuss', 'in'],
])('%s depends on its verb', (_, at, governor, preposition) => {
  const found = tree.governorOf(at)!
  expect([word(found.token), word(found.preposition)]).toEqual([governor, preposition])
})

test('the root depends on nothing', () => {
  expect(tree.governorOf(3)).toBeNull()
})

test.each([
  ['subject', 3, 'They'],
  ['negation', 3, 'not'],
  ['auxiliary', 3, 'did'],
  ['subject', 5, null],
] as const)('the %s of token %i', (role, at, found) => {
  expect(word(tree.dependent(at, role))).toBe(found)
})

test('a phrase ends with the last that hangs on it', () => {
  expect([5, 6, 7].map((at) => tree.endOf(at))).toEqual([11, 8, 8])
})

test.each([
  ['the nearest first, of two as near the one before', 3, ['neg', 'aux', 'nsubj', 'dobj', 'prep'], [2, 1, 5, 0, 6]],
  ['none in another relation', 3, ['pobj'], []],
  ['none of a word on which nothing hangs', 7, ['neg', 'det'], []],
  ['none beyond the sentence', 11, ['det'], []],
  ['none of no token', -1, ['nsubj'], []],
])('dependents: %s', (_, at, relations, found) => {
  expect(tree.children(at, new Set(relations))).toEqual(found)
  expect(tree.child(at, new Set(relations))).toBe(found[0] ?? -1)
})

test('a dependent is not sought farther than 30 words away', () => {
  const far = treeOf('a '.repeat(32).trim(), [...Array(31).fill([31, 'det']), [31, 'ROOT']] as [number, string][])
  expect(far.tree.children(31, new Set(['det']))).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i))
})
