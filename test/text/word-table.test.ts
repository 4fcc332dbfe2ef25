import { expect, test } from 'vitest'
import { WordTable } from '../../src/text/word-table.ts'

test('each of many words is found as it is written, while the table grows and forgets', () => {
  const table = new WordTable(3000, (text) => ({ text }))
  const words = Array.from({ length: 10_000 }, (_, i) => `word${i % 7000}`)
  expect(words.filter((word) => table.find(word).text !== word)).toEqual([])
})
