import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createExtractor } from '../../src/api/index.ts'
import { mediaTopics } from '../../src/english/categories.ts'
import { categorizer } from '../../src/layers/topics/categories.ts'

const categoryOf = categorizer([], mediaTopics())

test.each([
  ['Rooppur nuclear power plant', 'nuclear power'],
  ['wheat exports', 'exports'],
  ['migration', 'migration of people'],
  ['resumption of six-party talks', 'diplomacy'],
  ["Iran's controversial nuclear programme", 'nuclear policy'],
  ['HIV/AIDS', 'aids'],
  // The head decides, not what is tied to it.
  ['aid to the government', 'foreign aid'],
  ['sanctions on oil', 'economic sanction'],
  // Nothing tells one.
  ['next move', undefined],
  ['', undefined],
])('%s: %s', (label, name) => {
  expect(categoryOf(label)?.name).toBe(name)
})

test('codes and names of the taxonomy are told once, every top concept among them', () => {
  const codes = mediaTopics().map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(mediaTopics().map(({ name }) => name)).size).toBe(codes.length)
  expect(codes.filter((code) => /^medtop:\d\d000000$/.test(code))).toHaveLength(17)
  expect(codes.length).toBeGreaterThanOrEqual(137)
})

test('topics that were set aside before the words were written have their category in seven of ten cases', () => {
  const rows = readFileSync(new URL('../../fixtures/topic-categories.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string, string])
  const right = (set: string) => {
    const own = rows.filter(([one]) => one === set)
    return own.filter(([, code, label]) => categoryOf(label)?.code === `medtop:${code}`).length / own.length
  }
  expect(rows.length).toBeGreaterThanOrEqual(200)
  expect(right('aside')).toBeGreaterThanOrEqual(0.7)
  expect(right('seen')).toBeGreaterThanOrEqual(0.75)
})

test("a user's category wins", () => {
  const { extract } = createExtractor({
    rules: [{ name: 'energy', categories: [{ code: 'x:1', name: 'atoms', words: ['reactors'] }] }],
  })
  expect(extract('They discussed nuclear reactors.').topics[0]?.category).toEqual({ code: 'x:1', name: 'atoms' })
})
