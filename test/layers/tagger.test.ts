import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOf, nameReader } from '../../src/layers/names/name-tokens.ts'
import { readDocument } from '../../src/text/read.ts'
import { inkFrom } from '../../src/text/scan.ts'

const nothing = { clusters: () => ({ fine: 0, coarse: 0 }), flags: () => 0, isPlace: () => false }
const read = nameReader(nothing)
const tokenize = (text: string) => {
  const tokens = read(readDocument(text))
  return tokens.sentences.map(({ first, last }) =>
    tokens.words.slice(first, last).map(({ text }, i) => ({
      text,
      start: tokens.starts[first + i]!,
      end: endOf(tokens, first + i),
    })),
  )
}

test.each([
  ['Lavrov’s visit', 'Lavrov ’s visit'],
  ["Moscow's U.S.-led talks.", "Moscow 's U.S. - led talks ."],
  ["Mary O'Rourke, aged 1,200.5", "Mary O'Rourke , aged 1,200.5"],
  ['John F. Kennedy', 'John F. Kennedy'],
  ['Mr. Blair left. He spoke.', 'Mr . Blair left . / He spoke .'],
  ['A headline\nA story begins', 'A headline / A story begins'],
  ['Ḥasan spoke', 'Ḥasan spoke'],
])('tokens: %s', (text, expected) => {
  const cut = tokenize(text).map((tokens) => tokens.map(({ text }) => text).join(' '))
  expect(cut.join(' / ')).toBe(expected)
})

test('tokens stand in order at their place, and leave out only what is blank', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      let rest = text
      let at = 0
      for (const { start, end } of tokenize(text).flat()) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
        at = end
      }
      expect(inkFrom(rest, 0)).toBe(rest.length)
    }),
  )
})
