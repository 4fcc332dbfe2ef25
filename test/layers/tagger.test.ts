import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featureId } from '../../src/base/hash.ts'
import { before, closed, labelCount } from '../../src/layers/names/labels.ts'
import { nameReader } from '../../src/layers/names/name-tokens.ts'
import { bestLabels } from '../../src/layers/names/viterbi.ts'
import { FeatureIds, openWeights } from '../../src/model/weights.ts'
import { readDocument } from '../../src/text/read.ts'
import { inkFrom } from '../../src/text/scan.ts'
import { packRows } from '../../train/pack.ts'

const nothing = { clusters: () => ({ fine: 0, coarse: 0 }), flags: () => 0, isPlace: () => false }
const read = nameReader(nothing)
const tokenize = (text: string) => read(readDocument(text))

test.each([
  ['Lavrov’s visit', 'Lavrov ’s visit'],
  ["Moscow's U.S.-led talks.", "Moscow 's U.S. - led talks ."],
  ["Mary O'Rourke, aged 1,200.5", "Mary O'Rourke , aged 1,200.5"],
  ['John F. Kennedy', 'John F. Kennedy'],
  ['Mr. Blair left. He spoke.', 'Mr . Blair left . / He spoke .'],
  ['A headline\nA story begins', 'A headline / A story begins'],
  ['Ḥasan spoke', 'Ḥasan spoke'],
])('tokens: %s', (text, expected) => {
  const cut = tokenize(text).map(({ tokens }) => tokens.map(({ word }) => word.text).join(' '))
  expect(cut.join(' / ')).toBe(expected)
})

test('tokens stand in order at their place, and leave out only what is blank', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      let rest = text
      let at = 0
      for (const { start, end } of tokenize(text).flatMap(({ tokens }) => tokens)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
        at = end
      }
      expect(inkFrom(rest, 0)).toBe(rest.length)
    }),
  )
})

const scoresOf = (count: number) =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: count * labelCount, maxLength: count * labelCount })
const legal = (labels: readonly number[]) =>
  labels.every((label, i) => (i === 0 ? before[label] === closed : before[label]!.includes(labels[i - 1]!))) &&
  closed.includes(labels.at(-1)!)

test('the labels are legal, and none are better', () => {
  const still = new Float32Array(labelCount ** 2)
  const total = (labels: ArrayLike<number>, scores: readonly number[]) =>
    Array.from(labels).reduce((sum, label, i) => sum + scores[i * labelCount + label]!, 0)
  fc.assert(
    fc.property(scoresOf(2), (scores) => {
      const labels = [...bestLabels(Float32Array.from(scores), 2, still)]
      expect(legal(labels)).toBe(true)
      for (let a = 0; a < labelCount; a++)
        for (let b = 0; b < labelCount; b++)
          if (legal([a, b])) expect(total([a, b], scores)).toBeLessThanOrEqual(total(labels, scores))
    }),
    { numRuns: 50 },
  )
})

test('a label that is given stands', () => {
  const labels = bestLabels(
    new Float32Array(3 * labelCount),
    3,
    new Float32Array(labelCount ** 2),
    Int8Array.of(-1, 4, -1),
  )
  expect(labels[1]).toBe(4)
})

test('packed weights come out as they went in, to 8 bits', () => {
  const weight = fc.tuple(
    fc.nat(labelCount - 1),
    fc.integer({ min: 1, max: 4000 }).map((n) => (n % 2 ? n : -n) / 100),
  )
  const rows = fc.uniqueArray(fc.tuple(fc.nat(1000), weight), { selector: ([id]) => id, minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(rows, (rows) => {
      const ids = rows.map(([id]) => featureId(0, id))
      if (new Set(ids).size < ids.length) return
      const weights = new Float32Array(ids.length * labelCount)
      for (const [i, [, [label, value]]] of rows.entries()) weights[i * labelCount + label] = value
      const add = openWeights(packRows(ids, weights, labelCount, 1e6))
      const greatest = Math.max(...weights.map(Math.abs))
      for (const [i, [, [label, value]]] of rows.entries()) {
        const scores = new Float32Array(labelCount)
        const features = new FeatureIds()
        features.add(0, rows[i]![0])
        add(features, scores, 0)
        // On a square-root scale the step grows with the weight.
        const step = Math.sqrt(Math.abs(value) * greatest) / 100 + greatest / 10_000
        expect(Math.abs(scores[label]! - value)).toBeLessThanOrEqual(step)
      }
    }),
    { numRuns: 50 },
  )
})
