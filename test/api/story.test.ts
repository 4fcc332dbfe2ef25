import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { check } from '../support/story-check.ts'

const pieces = [
  'Sergey Lavrov',
  'Russian Foreign Minister ',
  'will visit',
  'Dhaka',
  'talks on trade, security and migration',
  'September 7 and 8',
  ' ',
  '\n',
  '\n\n',
  '.',
  ', ',
  'U.S.',
  '$5 million',
  '12%',
  '\u00a0',
  '\u200b',
  '“',
  '”',
  '’s',
  '\ud800',
  '\udc00',
  '\0',
  '<p>',
  '&amp;',
  'Übermorgen',
  '上海',
  'مرحبا',
  'a-a-a-a',
  '1/1/1/1',
  '((((',
  '!?!?',
  'May',
  'the',
  'of',
  'and',
  'G20 summit',
  'Mr',
  'İ',
  'ﬁ',
  '👩‍👩‍👧',
  '\u202e',
  '2023-08-30',
  '__proto__',
  'constructor',
  'met',
  'in',
]
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(' ')),
)
const days = fc.constantFrom(undefined, '2023-08-30', '2024-02-29', '0001-01-01', '2023-08-30T10:00:00Z')

test('any string gives a valid story, and the same one again', () => {
  fc.assert(
    fc.property(hostile, days, (text, published) => {
      const about = published === undefined ? {} : { published }
      const story = extract(text, about)
      check(text, story)
      expect(extract(text, about)).toEqual(story)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['empty', ''],
  ['spaces', ' '.repeat(5000)],
  ['lone surrogates', '\ud800 Sergey Lavrov \udc00 visited Dhaka.'],
  ['NUL', 'Sergey\0Lavrov visited\0 Dhaka.'],
  ['HTML', '<p>Sergey Lavrov visited <b>Dhaka</b> on <i>Monday</i>.</p>'],
  ['Russian', 'Министр иностранных дел России Сергей Лавров посетит Дакку 7 и 8 сентября.'],
  ['Chinese', '俄罗斯外长拉夫罗夫将于9月7日访问达卡。'],
  ['a long token', 'a-'.repeat(30_000)],
  ['dates without a space', '1/1/'.repeat(30_000)],
  ['no sentence end', 'word '.repeat(30_000)],
  ['apart', `Sergey${' '.repeat(70_000)}Lavrov`],
])('a valid story: %s', (_, text) => {
  check(text, extract(text, { published: '2023-08-30' }))
})

test('a limit that is reached stands in warnings', () => {
  const { warnings } = extract(`Talks in Dhaka. ${'a-'.repeat(3000)} Sergey Lavrov spoke.`)
  expect(warnings).toEqual([
    { code: 'long-token', start: 16, end: 6016, message: '6000 characters without a space are not read (limit 200)' },
  ])
})
