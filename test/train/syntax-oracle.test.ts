import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Configuration, left, right, shift } from '../../src/syntax/configuration.ts'
import { parseInTurn } from '../../src/syntax/parser.ts'
import { costsOf, lastDependents, projective } from '../../train/syntax-oracle.ts'

/** Any tree without crossing arcs: the parser can build all of them. */
const projectiveTree = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 60, maxLength: 60 }))
  .map(([length, choices]) => {
    const configuration = new Configuration()
    let step = 0
    const choose = () => {
      const choice = choices[step++]! % 3
      return choice === right && !configuration.mayRight ? shift : choice
    }
    return Int32Array.from(parseInTurn(configuration, length, choose, () => 1).heads)
  })

const lossOf = (heads: Int32Array, found: readonly number[]) =>
  found.filter((head, token) => head !== heads[token]).length

test('transitions that cost nothing build the tree', () => {
  fc.assert(
    fc.property(projectiveTree, (heads) => {
      const configuration = new Configuration()
      const last = lastDependents(heads)
      const choose = () => {
        const costs = costsOf(configuration, heads, last)
        if (costs.shift === 0) return shift
        return costs.left === 0 ? left : right
      }
      expect([...parseInTurn(configuration, heads.length, choose, () => 1).heads]).toEqual([...heads])
    }),
  )
})

test('the costs of all transitions that are taken are the arcs that are lost', () => {
  fc.assert(
    fc.property(projectiveTree, fc.infiniteStream(fc.integer({ min: 0, max: 2 })), (heads, stream) => {
      const configuration = new Configuration()
      const last = lastDependents(heads)
      let lost = 0
      const choose = () => {
        const wanted = stream.next().value as number
        const transition = wanted === right && !configuration.mayRight ? left : wanted
        const costs = costsOf(configuration, heads, last)
        lost += [costs.shift, costs.left, costs.right][transition]!
        return transition
      }
      const { heads: found } = parseInTurn(configuration, heads.length, choose, () => 1)
      expect(lossOf(heads, found)).toBe(lost)
    }),
  )
})

test.each<[string, number[], number[]]>([
  ['a tree without crossing arcs stays', [1, 1, 1], [1, 1, 1]],
  ['an arc that crosses another is lifted', [2, 3, 2, 2], [2, 2, 2, 2]],
  ['one token', [0], [0]],
])('%s', (_, heads, expected) => {
  expect([...projective(Int32Array.from(heads))]).toEqual(expected)
})
