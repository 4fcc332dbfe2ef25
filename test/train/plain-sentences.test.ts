import { expect, test } from 'vitest'
import { readDocument } from '../../src/text/read.ts'
import { plainSentences } from '../../train/plain-sentences.ts'
import type { Tree } from '../../train/syntax-trees.ts'

/** A tree written as `word/tag:relation>head`, heads by their number from 1, 0 for the root. */
function treeFrom(written: string): Tree {
  const tokens = written.split(' ').map((token) => /^(.+)\/(.+):(.+)>(\d+)$/.exec(token)!)
  const text = tokens.map(([, word]) => word).join(' ')
  return {
    sentence: readDocument(text).sentences[0]!,
    heads: Int32Array.from(tokens, ([, , , , head], i) => (head === '0' ? i : Number(head) - 1)),
    relations: tokens.map(([, , , relation]) => relation!),
    penn: tokens.map(([, , tag]) => tag!),
  }
}

const rains =
  'They/PRP:nsubj>4 will/MD:aux>4 not/RB:neg>4 stay/VB:ROOT>0 if/IN:mark>7 it/PRP:nsubj>7 rains/VBZ:advcl>4 ./.:punct>4'
const described =
  'She/PRP:nsubj>2 met/VBD:ROOT>0 the/DT:det>4 man/NN:dobj>2 who/WP:nsubj>6 led/VBD:relcl>4 it/PRP:dobj>6 ./.:punct>2'

test.each([
  [rains, "If it rains, they won't stay.", "If mark rains, they nsubj stay, won't aux stay, rains advcl stay"],
  [described, 'The man who led it met the man who led it.', 'man nsubj met, led relcl man, met ROOT met'],
])('%s', (written, text, arcs) => {
  const plain = plainSentences([treeFrom(written)]).find(({ sentence }) => sentence.text === text)!
  const words = readDocument(text).tokens.map((token) => token.text)
  const found = words.map((word, i) => `${word} ${plain.relations[i]} ${words[plain.heads[i]!]}`)
  expect(found).toEqual(expect.arrayContaining(arcs.split(', ')))
})

test.each([
  [
    'a question',
    'Will/MD:aux>3 they/PRP:nsubj>3 stay/VB:ROOT>0 if/IN:mark>6 it/PRP:nsubj>6 rains/VBZ:advcl>3 ?/.:punct>3',
  ],
  [
    'one whose subject is a question word',
    'Who/WP:nsubj>2 left/VBD:ROOT>0 when/WRB:advmod>5 it/PRP:nsubj>5 rained/VBD:advcl>2 ?/.:punct>2',
  ],
])('%s is not told with the clause before it', (_, written) => {
  const texts = plainSentences([treeFrom(written)]).map(({ sentence }) => sentence.text)
  expect(texts.filter((text) => text.includes(','))).toEqual([])
})
