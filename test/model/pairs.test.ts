import { expect, test } from 'vitest'
import { Features } from '../../src/model/features.ts'
import { bucketOf, openPairs } from '../../src/model/pairs.ts'
import { packPairs } from '../../train/pack-pairs.ts'

const model = { model: 'test', templates: 'abc' }
const other = (id: number, times: number) => id + times * (1 << 17)

/** What the weights of ids add to the two sums, ids being those of one example. */
function sumsOf(ids: number[], rows: number[], asked: number[]): number[] {
  const add = openPairs({ templates: 'abc', ...packPairs(ids, Float32Array.from(rows)) }, model)
  const features = new Features()
  features.ids.set(asked)
  features.length = asked.length
  const sums = new Int32Array(3)
  add(features, sums, 1)
  return [...sums]
}

test.each<[string, number[], number[], number[], number[]]>([
  ['the greatest weight is the greatest number', [7], [0, 4, -2], [7], [0, 1023, -522]],
  ['what is better than the first counts', [7], [-2, 2, -4], [7], [0, 1023, -522]],
  ['a feature that has no weight adds nothing', [7], [0, 4, -2], [8, other(7, 1), 0], [0, 0, 0]],
  ['weights of several features add up', [7, 9], [0, 4, 0, 0, 0, 4], [9, 7], [0, 1023, 1023]],
  ['two features may share a bucket', [7, other(7, 511)], [0, 4, 0, 0, 0, 4], [other(7, 511)], [0, 0, 1023]],
])('%s', (_, ids, rows, asked, expected) => {
  expect(sumsOf(ids, rows, asked)).toEqual(expected)
})

test('where a bucket is full the least weight is left out', () => {
  const ids = [other(7, 1), other(7, 2), other(7, 3)]
  const rows = [0, 4, 0, 0, 1, 0, 0, 3, 0]
  expect(new Set(ids.map(bucketOf)).size).toBe(1)
  expect(ids.map((id) => sumsOf(ids, rows, [id])[1]! > 0)).toEqual([true, false, true])
})

test('weights that were learned with other templates are not opened', () => {
  expect(() => openPairs({ templates: 'abd', features: 0, rows: '' }, model)).toThrow(
    'the weights of test were learned with other features: npm run train -- test',
  )
})
