import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mark, unmark } from '../../src/base/brackets.ts'

test('unmark inverts mark', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '’', '\n', 'é') })
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(40), fc.nat(8))), (text, cuts) => {
      let from = 0
      const spans = []
      for (const [skip, length] of cuts) {
        const [start, end] = [from + skip, from + skip + length + 1]
        if (end > text.length) break
        spans.push({ start, end, name: 'person' })
        from = end
      }
      expect(unmark(mark(text, spans))).toEqual({ text, spans })
    }),
  )
})
