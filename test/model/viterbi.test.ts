import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameScheme } from '../../src/layers/names/labels.ts'
import { type LabelScheme, openViterbi } from '../../src/model/viterbi.ts'

const bracketed = {
  before: [
    [0, 3],
    [0, 3],
    [1, 2],
    [1, 2],
  ],
  ends: [0, 3],
}
const free = {
  before: [
    [0, 1, 2],
    [0, 1, 2],
    [0, 1, 2],
  ],
  ends: [2, 0],
}

const isLegal = ({ before, ends }: LabelScheme, labels: readonly number[]) =>
  labels.every((label, i) => before[label]!.includes(i === 0 ? 0 : labels[i - 1]!)) && ends.includes(labels.at(-1)!)

const sequences = (labelCount: number, length: number): number[][] =>
  length === 0
    ? [[]]
    : sequences(labelCount, length - 1).flatMap((labels) =>
        Array.from({ length: labelCount }, (_, label) => [...labels, label]),
      )

const totalOf = (labels: readonly number[], scores: Float32Array, transitions: Float32Array, labelCount: number) =>
  labels.reduce(
    (sum, label, i) =>
      sum + scores[i * labelCount + label]! + transitions[(i === 0 ? 0 : labels[i - 1]!) * labelCount + label]!,
    0,
  )

const numbers = (count: number) =>
  fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: count, maxLength: count })
    .map((list) => Float32Array.from(list))

test.each([
  ['names', nameScheme, 2],
  ['a begin, an inside and an end', bracketed, 4],
  ['any label after any', free, 5],
] as const)('of all legal labels none are better: %s', (_, scheme, most) => {
  const labelsBy = openViterbi(scheme)
  const labelCount = scheme.before.length
  const drawn = fc
    .integer({ min: 1, max: most })
    .chain((length) => fc.tuple(numbers(length * labelCount), numbers(labelCount ** 2)))
  fc.assert(
    fc.property(drawn, ([scores, transitions]) => {
      const length = scores.length / labelCount
      const labels = [...labelsBy(transitions)(scores, length)]
      expect(isLegal(scheme, labels)).toBe(true)
      const totals = sequences(labelCount, length)
        .filter((other) => isLegal(scheme, other))
        .map((other) => totalOf(other, scores, transitions, labelCount))
      expect(totalOf(labels, scores, transitions, labelCount)).toBe(Math.max(...totals))
    }),
    { numRuns: 50 },
  )
})

test('a label that is given stands, and the others are the best beside it', () => {
  const bestLabels = openViterbi(bracketed)(new Float32Array(16))
  const scores = new Float32Array(12).fill(0)
  scores[0] = 5
  expect([...bestLabels(scores, 3, Int8Array.of(-1, 2, -1))]).toEqual([1, 2, 3])
})

test.each([
  ['by less than a transition weighs', 3, [2, 2]],
  ['by more', 5, [0, 0]],
])('a label leads the others %s', (_, lead, labels) => {
  // The third label after itself.
  const transitions = Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 5)
  expect([...openViterbi(free)(transitions)(Float32Array.of(lead, 0, 0, 1, 0, 0), 2)]).toEqual(labels)
})

test('no tokens have no labels, and more than ever before have theirs', () => {
  const bestLabels = openViterbi(free)(new Float32Array(9))
  expect([...bestLabels(new Float32Array(0), 0)]).toEqual([])
  const scores = Float32Array.from({ length: 3000 }, (_, i) => (i % 3 === 2 ? 1 : 0))
  expect([...bestLabels(scores, 1000)]).toEqual(Array(1000).fill(2))
})
