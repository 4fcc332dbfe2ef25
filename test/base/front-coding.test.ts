import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontCoded } from '../../data/front-coded.ts'
import { bytesOf, gapReader, openNames } from '../../src/base/front-coding.ts'
import { packGaps } from '../../train/gaps.ts'

const name = fc
  .array(fc.constantFrom('a', 'b', 'San ', "'", 'Ö', '京', '😀', 'Athens'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
const sorted = fc.array(name, { minLength: 1, maxLength: 200 }).map((names) => names.sort())

test('a front-coded list is looked up as it was', () => {
  fc.assert(
    fc.property(sorted, name, (names, other) => {
      const list = openNames(frontCoded(names))
      names.forEach((one, i) => {
        expect(list.at(i)).toBe(one)
      })
      for (const one of [...names, other]) {
        const first = names.indexOf(one)
        const last = names.lastIndexOf(one) + 1
        expect(list.find(one)).toEqual(first < 0 ? { first: 0, last: 0 } : { first, last })
      }
    }),
  )
})

test('a list that is in no order is refused', () => {
  expect(() => frontCoded(['b', 'a'])).toThrow('"a" stands behind "b"')
})

test('rising numbers come out of their differences as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0x7fffffff)), (numbers) => {
      numbers.sort((a, b) => a - b)
      const next = gapReader(packGaps(numbers))
      expect(numbers.map(() => next())).toEqual(numbers)
    }),
  )
})

test('bytes come out of base64 as they went in, with and without Buffer', () => {
  const { Buffer: kept } = globalThis
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = kept.from(bytes).toString('base64')
      expect([...bytesOf(text)]).toEqual([...bytes])
      try {
        globalThis.Buffer = undefined as never
        expect([...bytesOf(text)]).toEqual([...bytes])
      } finally {
        globalThis.Buffer = kept
      }
    }),
  )
})
