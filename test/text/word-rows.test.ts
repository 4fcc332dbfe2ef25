import { expect, test } from 'vitest'
import { wordOf } from '../../src/text/word.ts'
import { WordRows } from '../../src/text/word-rows.ts'

/** Rows that tell what was read, and when. */
function openRows(roomBits: number) {
  const read: string[] = []
  const rows = new WordRows(roomBits, (word, use, row) => void read.push(`${row} ${word.text} ${use}`))
  return { rows, read }
}

test('a word has a row for each use, and is read once', () => {
  const { rows, read } = openRows(3)
  rows.start(6)
  const asked = ['talks', 'with', 'talks', 'Talks', 'talks'].map((text, i) =>
    rows.rowOf(wordOf(text), i === 4 ? 63 : 1),
  )
  expect(asked).toEqual([0, 1, 0, 2, 3])
  expect(read).toEqual(['0 talks 1', '1 with 1', '2 Talks 1', '3 talks 63'])
})

test('all is forgotten where a sentence may find no room, and not before', () => {
  const { rows, read } = openRows(3)
  const sentence = (...texts: string[]) => {
    rows.start(texts.length)
    return texts.map((text) => rows.rowOf(wordOf(text), 0))
  }
  expect(sentence('a', 'b', 'c', 'd')).toEqual([0, 1, 2, 3])
  expect(sentence('b', 'e', 'f', 'a')).toEqual([1, 4, 5, 0])
  expect(read.length).toBe(6)
  expect(sentence('a', 'b', 'g')).toEqual([0, 1, 2])
  expect(read.slice(6)).toEqual(['0 a 0', '1 b 0', '2 g 0'])
})
