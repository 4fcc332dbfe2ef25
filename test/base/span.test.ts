import { expect, test } from 'vitest'
import { inOrder, type Span, SpanSet } from '../../src/base/span.ts'

const spans = (written: string): Span[] =>
  written
    .split(' ')
    .filter(Boolean)
    .map((one) => one.split('-').map(Number))
    .map(([start, end]) => ({ start: start!, end: end! }))
const written = (list: readonly Span[]) => list.map(({ start, end }) => `${start}-${end}`).join(' ')

test.each([
  ['nothing', ['', ''], ''],
  ['what follows', ['1-2 3-4', '5-6'], '1-2 3-4 5-6'],
  ['what lies between', ['1-2 5-6', '3-4'], '1-2 3-4 5-6'],
  ['the longer first', ['1-2', '1-4'], '1-4 1-2'],
])('spans of some lists in order: %s', (_, lists, expected) => {
  expect(written(inOrder(...lists.map(spans)))).toBe(expected)
})

test('a set finds what is added after it was asked', () => {
  const set = new SpanSet(spans('1-5'))
  expect(set.overlapping({ start: 4, end: 9 })).toEqual({ start: 1, end: 5 })
  expect(set.at(200)).toBeUndefined()
  set.add({ start: 190, end: 300 })
  expect(set.at(200)).toEqual({ start: 190, end: 300 })
  expect(set.at(5)).toBeUndefined()
})
