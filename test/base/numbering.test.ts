import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Numbering } from '../../src/base/numbering.ts'

test('keys are numbered in the order in which they come first, and of an earlier turn nothing is left', () => {
  const numbering = new Numbering()
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 3000, size: 'max' }), (keys) => {
      numbering.clear()
      const first = [...new Set(keys)]
      for (const key of first) expect(numbering.find(key)).toBe(-1)
      expect(keys.map((key) => numbering.numberOf(key))).toEqual(keys.map((key) => first.indexOf(key)))
      expect(first.map((key) => numbering.find(key))).toEqual([...first.keys()])
      expect(numbering.length).toBe(first.length)
    }),
    { numRuns: 30 },
  )
})
