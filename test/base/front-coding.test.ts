import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontCoded } from '../../data/front-coded.ts'
import { openNames } from '../../src/base/front-coding.ts'

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
