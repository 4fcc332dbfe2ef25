import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Features } from '../../src/model/features.ts'
import { openWeights, openWholeWeights } from '../../src/model/weights.ts'
import { packRows } from '../../train/pack.ts'

const labelCount = 7
const learned = { model: 'test', templates: 'abc' }
const idOf = (value: number) => {
  const features = new Features()
  features.add(0, value)
  return features.ids[0]!
}

test('packed weights come out as they went in, to 8 bits', () => {
  const weight = fc.tuple(
    fc.nat(labelCount - 1),
    fc.integer({ min: 1, max: 4000 }).map((n) => (n % 2 ? n : -n) / 100),
  )
  const rows = fc.uniqueArray(fc.tuple(fc.nat(1000), weight), { selector: ([id]) => id, minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(rows, (rows) => {
      const ids = rows.map(([value]) => idOf(value))
      if (new Set(ids).size < ids.length) return
      const weights = new Float32Array(ids.length * labelCount)
      for (const [i, [, [label, value]]] of rows.entries()) weights[i * labelCount + label] = value
      const packed = packRows(ids, weights, labelCount, 1e6)
      const add = openWeights({ ...packed, templates: 'abc' }, learned)
      const greatest = Math.max(...weights.map(Math.abs))
      for (const [own, [label, value]] of rows) {
        const scores = new Float32Array(labelCount)
        const features = new Features()
        features.add(0, own)
        add(features, scores, 0)
        // On a square-root scale the step grows with the weight.
        const step = Math.sqrt(Math.abs(value) * greatest) / 100 + greatest / 10_000
        expect(Math.abs(scores[label]! - value)).toBeLessThanOrEqual(step)
      }
    }),
    { numRuns: 50 },
  )
})

test('weights are added for all labels of each feature, from one on, to what stands there', () => {
  const ids = [0, 1, 2].map(idOf)
  const packed = packRows(ids, Float32Array.of(16, -16, 0, 16, -16, 0), 2, 100)
  const add = openWeights({ ...packed, templates: 'abc' }, learned)
  const features = new Features()
  for (const value of [0, 1, 2, 3, 0]) features.add(0, value)
  const scores = new Float32Array([7, 100, 200, 7])
  add(features, scores, 1)
  expect([...scores]).toEqual([7, 116, 184, 7])
  add(features, scores, 1, 2)
  expect([...scores]).toEqual([7, 116, 168, 7])
})

test('features weigh together what they weigh one by one, however many and whichever have weights', () => {
  const ids = [...new Set(Array.from({ length: 900 }, (_, value) => idOf(3 * value)))]
  const weights = Float32Array.from({ length: 2 * ids.length }, (_, k) => ((k * 7) % 5) - 2)
  const packed = { ...packRows(ids, weights, 2, 1e6, 127 ** 2), templates: 'abc' }
  const addTogether = openWholeWeights(packed, learned)
  const addOne = openWholeWeights(packed, learned)
  fc.assert(
    fc.property(fc.array(fc.nat(2700), { maxLength: 1500, size: 'max' }), (values) => {
      const [features, one] = [new Features(), new Features()]
      const [together, inTurn] = [new Int32Array(2), new Int32Array(2)]
      for (const value of values) {
        features.add(0, value)
        one.clear()
        one.add(0, value)
        addOne(one, inTurn, 0)
      }
      addTogether(features, together, 0)
      expect([...together]).toEqual([...inTurn])
    }),
    { numRuns: 30 },
  )
})

test('weights that were learned with other templates are refused', () => {
  const packed = { ...packRows([1], Float32Array.of(1), 1, 100), templates: 'abd' }
  expect(() => openWeights(packed, learned)).toThrow(
    'the weights of test were learned with other features: npm run train -- test',
  )
})

test('weights that are whole numbers are squares of their codes, others are refused', () => {
  const packed = { ...packRows([3, 9], Float32Array.of(16, -4, 0, 1), 2, 100, 127 ** 2), templates: 'abc' }
  const features = new Features()
  features.ids.set([9, 3, 4])
  features.length = 3
  const scores = Int32Array.of(5, 0, 0)
  openWholeWeights(packed, learned)(features, scores, 1)
  expect([...scores]).toEqual([5, 127 ** 2, 32 ** 2 - 64 ** 2])
  expect(() => openWholeWeights({ ...packed, greatestWeight: 16 }, learned)).toThrow('no whole numbers')
  expect(() => openWholeWeights({ ...packed, templates: 'abd' }, learned)).toThrow('npm run train -- test')
})
