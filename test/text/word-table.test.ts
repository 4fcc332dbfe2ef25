import { expect, test } from 'vitest'
import { WordTable } from '../../src/text/word-table.ts'

const numbered = new WordTable(3000, (text) => ({ text }))

test('each of many words is found as it is written, while the table grows and forgets', () => {
  const table = new WordTable(3000, (text) => ({ text }))
  const words = Array.from({ length: 10_000 }, (_, i) => `word${i % 7000}`)
  expect(words.filter((word) => table.find(word).text !== word)).toEqual([])
})

test.each([
  ['each once, in their order', 'one two one', [0, 1, 0]],
  ['what the text before had', 'two three two', [0, 1, 0]],
  ['what begins alike', 'on one on ones one', [0, 1, 0, 2, 1]],
])('the words of a text are numbered: %s', (_, text, numbers) => {
  const words: { text: string }[] = []
  const numberOf = numbered.numberer(text, words)
  const found = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => numberOf(index, index + word.length))
  expect(found).toEqual(numbers)
  expect(found.map((number) => words[number]!.text).join(' ')).toBe(text)
})

test('nothing is a word as well', () => {
  expect(numbered.find('')).toBe(numbered.find(''))
})
