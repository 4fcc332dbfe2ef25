import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import papa from 'papaparse'
import { afterAll, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import type * as Batch from '../../src/api/batch.ts'

const dist = new URL('../../dist/', import.meta.url)
// The built library: its workers are files of the package.
const { batchFile } = (await import(new URL('batch.js', dist).href)) as typeof Batch
const cli = new URL('cli.js', dist).pathname
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-corpora-'))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
/** A folder of its own with some files. */
function folderOf(files: Record<string, string | Buffer>): (name: string) => string {
  const own = join(folder, String(++made))
  mkdirSync(own)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(own, name)), { recursive: true })
    writeFileSync(join(own, name), content)
  }
  return (name) => join(own, name)
}

interface Read {
  id: string | number | null
  published: string | null
  names: string
}

/** What is read of a corpus: id, day, and who or what is named; of an error its message. */
async function read(path: string, options: Batch.BatchOptions = {}): Promise<Read[]> {
  const out = join(folder, `${++made}.ndjson`)
  await batchFile(path, out, { workers: 0, ...options })
  const records = readFileSync(out, 'utf8').split('\n').filter(Boolean)
  return records.map((line) => {
    const record = JSON.parse(line) as Batch.NdjsonRecord
    if ('error' in record) return { id: record.id, published: null, names: record.error.message }
    const { entities, locations, published } = record.story
    const named = [...entities, ...locations].map(({ name, mentions }) => ({ name, start: mentions[0]!.start }))
    const names = named.sort((a, b) => a.start - b.start).map(({ name }) => name)
    return { id: record.id, published, names: names.join(', ') }
  })
}

const visit = 'Sergey Lavrov will visit Dhaka on Thursday, diplomats told reporters on Sunday.'
const rss = (items: string, head = '') =>
  `${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>${items}</channel></rss>`
const atom = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${entries}</feed>`
const jsonFeed = (items: object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items })
const sitemap = (urls: string) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls}</urlset>`
const newsUrl = (title: string, day = '2023-08-30') =>
  `<url><loc>http://x/1</loc><image:image><image:loc>http://x/1.jpg</image:loc><image:title>Not this</image:title></image:image><news:news><news:publication_date>${day}</news:publication_date><news:title>${title}</news:title></news:news></url>`
const page = (text: string, head = '') =>
  `<html><head>${head}</head><body><article><p>${text}</p></article></body></html>`
const dated = '<meta name="date" content="2023-08-30">'
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const latin = (text: string) => Buffer.from(text, 'latin1')
const read1 = (id: string | null, published: string | null, names: string): Read => ({ id, published, names })

test.each<[string, string, string | Buffer, Read[]]>([
  [
    'RSS with its full text, which goes before the teaser',
    'feed.xml',
    rss(
      `<item><title>Lavrov to visit</title><guid isPermaLink="false">g1</guid><link>http://x/1</link><pubDate>Tue, 05 Sep 2023 23:30:00 -0700</pubDate><description>Blair left.</description><content:encoded><![CDATA[<p>${visit}</p><script>Rice()</script>]]></content:encoded></item>`,
    ),
    [read1('g1', '2023-09-05T23:30:00-07:00', 'Sergey Lavrov, Dhaka')],
  ],
  [
    'RSS with teasers alone: markup, escaped, or none; days in other ways or none',
    'feed',
    rss(
      '<item><link>http://x/1</link><description>Rice &lt;b&gt;met&lt;/b&gt; Blair.</description><dc:date>2023-01-02</dc:date></item>' +
        '<item><description><![CDATA[Rice met Blair & left.]]></description><pubDate>some day</pubDate></item>' +
        '<item><title>Rice met &lt;i&gt;Blair&lt;/i&gt;</title><pubDate>Wed, 02 Oct 2002 13:00:00 GMT</pubDate></item>',
    ),
    [
      read1('http://x/1', '2023-01-02', 'Rice, Blair'),
      read1(null, null, 'Rice, Blair'),
      read1(null, '2002-10-02T13:00:00Z', 'Rice, Blair'),
    ],
  ],
  [
    'RSS in Latin 1',
    'a.rss',
    latin(
      rss(
        '<item><guid>1</guid><title>Rice left Zürich.</title></item>',
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n',
      ),
    ),
    [read1('1', null, 'Rice, Zürich')],
  ],
  [
    'RSS in UTF-16',
    'a.rss',
    utf16(
      rss('<item><guid>1</guid><title>Rice left Zürich.</title></item>', '<?xml version="1.0" encoding="utf-16"?>'),
    ),
    [read1('1', null, 'Rice, Zürich')],
  ],
  [
    'RSS that says UTF-16 and is UTF-8, behind a comment',
    'a.rss',
    rss(
      '<item><guid>1</guid><title>Rice left Zürich.</title></item>',
      '<?xml version="1.0" encoding="utf-16"?><!-- x > y -->',
    ),
    [read1('1', null, 'Rice, Zürich')],
  ],
  [
    'RSS 1.0',
    'a.rdf',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>t</title></channel><item rdf:about="http://x/1"><title>Rice met Blair</title><link>http://x/1</link><dc:date>2023-08-30T10:00+02:00</dc:date></item></rdf:RDF>',
    [read1('http://x/1', '2023-08-30T10:00:00+02:00', 'Rice, Blair')],
  ],
  [
    'Atom: published before updated, content before summary',
    'a.atom',
    atom(
      `<entry><id>i1</id><title type="html">Rice &amp;amp; Blair met</title><published>2023-08-30T10:00:00Z</published><updated>2023-09-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${visit}</p></div></content><summary>No.</summary></entry>` +
        '<entry><link href="http://x/2"/><title>Rice left</title><updated>2023-09-01</updated><summary type="text">She left Blair &lt;here&gt;.</summary></entry>',
    ),
    [
      read1('i1', '2023-08-30T10:00:00Z', 'Rice & Blair, Sergey Lavrov, Dhaka'),
      read1('http://x/2', '2023-09-01', 'Rice, Blair'),
    ],
  ],
  [
    'JSON Feed',
    'feed.json',
    jsonFeed([
      { id: 7, content_html: `<p>${visit}</p>`, date_published: '2023-08-30T10:00:00-07:00' },
      { id: 'b', content_text: 'Rice met Blair <here>.' },
      { id: 'c' },
    ]),
    [
      read1('7', '2023-08-30T10:00:00-07:00', 'Sergey Lavrov, Dhaka'),
      read1('b', null, 'Rice, Blair'),
      read1('c', null, 'the item has no text'),
    ],
  ],
  [
    'a sitemap of news, one of its entries without a headline',
    'sitemap.xml',
    sitemap(`${newsUrl('<![CDATA[Rice & Blair met]]>')}<url><loc>http://x/2</loc></url>`),
    [read1('http://x/1', '2023-08-30', 'Rice & Blair'), read1('http://x/2', null, 'the entry has no headline')],
  ],
  [
    'a sitemap of news in Latin 1 with a wrong day',
    'sitemap.xml',
    latin(`<?xml version="1.0" encoding="iso-8859-1"?>${sitemap(newsUrl('Rice left Zürich', 'soon'))}`),
    [read1('http://x/1', null, 'Rice, Zürich')],
  ],
  ['a feed with nothing in it', 'a.rss', rss(''), []],
  [
    'NDJSON with pages in place of texts',
    'a.ndjson',
    [
      JSON.stringify({ id: 1, html: page(visit, dated) }),
      JSON.stringify({ id: 2, html: page(visit, dated), published: '2023-01-01' }),
      JSON.stringify({ id: 3, html: '<p>Home</p>' }),
    ].join('\n'),
    [
      { id: 1, published: '2023-08-30', names: 'Sergey Lavrov, Dhaka' },
      { id: 2, published: '2023-01-01', names: 'Sergey Lavrov, Dhaka' },
      { id: 3, published: null, names: expect.stringMatching(/^the page has no article/) as unknown as string },
    ],
  ],
  [
    'NDJSON that names an XML element or a feed in a text',
    'a.ndjson',
    JSON.stringify({ id: 1, text: 'Rice wrote "version":"https://jsonfeed.org/version/1" and <rss>.' }),
    [{ id: 1, published: null, names: 'Rice' }],
  ],
  [
    'NDJSON with a line of bytes that are no text',
    'a.ndjson',
    '{"id":1,"text":"Rice met Blair."}\n\0\0\n{"id":2,"text":"Rice met Blair."}\n',
    [
      { id: 1, published: null, names: 'Rice, Blair' },
      read1(null, null, expect.stringMatching(/^not JSON/)),
      { id: 2, published: null, names: 'Rice, Blair' },
    ],
  ],
])('a corpus is %s', async (_, name, content, expected) => {
  expect(await read(folderOf({ [name]: content })(name))).toEqual(expected)
})

test('a folder is its pages and texts, in order, by their paths', async () => {
  const at = folderOf({
    'news/b.html': page(visit, dated),
    'news/b/c.txt': 'Rice met Blair.',
    'news/a.htm.gz': gzipSync(latin(page(`${visit} He left Zürich.`, '<meta charset="iso-8859-1">'))),
    'news/z.txt': latin('Rice left Zürich.'),
    'news/.hidden.txt': 'Rice left.',
    'news/notes.md': 'Rice left.',
  })
  symlinkSync(at('news/b.html'), at('news/link.html'))
  symlinkSync('nowhere', at('news/x.html'))
  symlinkSync('y.html', at('news/y.html'))
  expect(await read(at('news'))).toEqual([
    read1('a.htm.gz', null, 'Sergey Lavrov, Dhaka, Zürich'),
    read1('b/c.txt', null, 'Rice, Blair'),
    read1('b.html', '2023-08-30', 'Sergey Lavrov, Dhaka'),
    read1('link.html', '2023-08-30', 'Sergey Lavrov, Dhaka'),
    read1('x.html', null, 'x.html: there is no such file or folder'),
    read1('y.html', null, 'y.html: its links lead in a circle'),
    read1('z.txt', null, 'z.txt: expected text in UTF-8; convert it first, as by iconv -t UTF-8'),
  ])
})

const response = (id: string, body: string | Buffer, headers: Record<string, string>, status = '200 OK') =>
  WARCRecord.create(
    {
      ...{ url: `http://x/${id}`, date: '2023-09-01T00:00:00Z', type: 'response', warcVersion: 'WARC/1.1' },
      ...{ httpHeaders: headers, statusline: `HTTP/1.1 ${status}` },
    },
    [Buffer.from(body)],
  )
const html = { 'Content-Type': 'text/html' }

/** A WARC; records are read when they are written, so they are made anew. */
async function warcOf(gzip: boolean): Promise<Buffer> {
  const records = [
    WARCRecord.createWARCInfo({ filename: 'x' }, { software: 'test' }),
    response('1', page(visit, dated), { 'Content-Type': 'text/html; charset=utf-8' }),
    response('2.png', 'PNG', { 'Content-Type': 'image/png' }),
    response('3', page(visit), html, '404 Not Found'),
    response('4', latin(page(`${visit} He left Zürich.`)), { 'Content-Type': 'text/html; charset=iso-8859-1' }),
    response('5', gzipSync(page(visit)), { ...html, 'Content-Encoding': 'gzip' }),
    response('6', brotliCompressSync(page(visit)), { ...html, 'Content-Encoding': 'br' }),
    response('7', page(visit), { 'Content-Type': 'text/html; charset=klingon' }),
    response('8', page(visit), { 'Content-Type': 'application/xhtml+xml' }),
  ]
  const parts: Uint8Array[] = []
  for (const record of records) parts.push(await WARCSerializer.serialize(record, { gzip }))
  return Buffer.concat(parts)
}

test.each([
  ['crawl.warc', false],
  ['crawl.warc.gz', true],
])('an archive is the pages in it: %s', async (name, gzip) => {
  expect(await read(folderOf({ [name]: await warcOf(gzip) })(name))).toEqual([
    read1('http://x/1', '2023-08-30', 'Sergey Lavrov, Dhaka'),
    read1('http://x/4', null, 'Sergey Lavrov, Dhaka, Zürich'),
    read1('http://x/5', null, 'Sergey Lavrov, Dhaka'),
    read1('http://x/6', null, 'Sergey Lavrov, Dhaka'),
    read1('http://x/7', null, 'http://x/7: it names an encoding that is not known, "klingon"'),
    read1('http://x/8', null, 'Sergey Lavrov, Dhaka'),
  ])
})

const line = (id: number) => `${JSON.stringify({ id, text: `Rice met Blair in London for talk no. ${id}.` })}\n`
// {"id":1,"text":"Rice met Blair."} in two frames, as zstd writes them.
const frames = ['{"id":1,"text":"Rice met', ' Blair."}\n'].map((part) => zstdOf(part))

/** A frame of Zstandard with one block that is not packed (RFC 8878). */
function zstdOf(text: string): Buffer {
  const content = Buffer.from(text)
  const block = (content.length << 3) | 1
  return Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, content.length, block & 255, block >> 8, 0, ...content])
}

test.each<[string, string, Buffer, number[]]>([
  ['gzip', 'a.ndjson.gz', gzipSync(line(1) + line(2)), [1, 2]],
  ['gzip in several members', 'a.ndjson.gz', Buffer.concat([gzipSync(line(1)), gzipSync(line(2))]), [1, 2]],
  ['gzip without its name', 'a.ndjson', gzipSync(line(1)), [1]],
  ['Zstandard in several frames', 'a.ndjson.zst', Buffer.concat(frames), [1]],
  ['nothing', 'a.ndjson.gz', Buffer.from(''), []],
])('what is packed is unpacked: %s', async (_, name, content, ids) => {
  expect((await read(folderOf({ [name]: content })(name))).map(({ id }) => id)).toEqual(ids)
})

test.each<[string, string, string | Buffer, RegExp]>([
  ['no such file', 'none.ndjson', '', /there is no such file or folder; check its name$/],
  ['a folder without pages', 'empty', '', /none of its 1 files ends in \.html, \.htm or \.txt; give feeds/],
  [
    'a text',
    'a.txt',
    'Rice met Blair.',
    /first line is no JSON object: a corpus is .*; a text alone is read by nutgraf extract/,
  ],
  ['a table', 'a.csv', 'id,text\n1,Rice left.', /its first line is no JSON object/],
  ['a JSON array', 'a.json', '[{"id":1}]', /it is a JSON array; write one object a line, as by jq -c '\.\[\]'/],
  [
    'JSON over several lines',
    'a.json',
    '{\n  "id": 1\n}',
    /one JSON object over several lines; write one a line, as by jq -c \./,
  ],
  [
    'a page',
    'a.html',
    `<!DOCTYPE html>\n${page(visit)}`,
    /it is a page: read it by nutgraf extract, or give its folder/,
  ],
  ['other XML', 'a.xml', '<?xml version="1.0"?><nitf/>', /it is XML of another kind, <nitf>; a corpus is/],
  ['bytes', 'a.ndjson', Buffer.alloc(20), /it is no text in UTF-8/],
  ['NDJSON in UTF-16', 'a.ndjson', utf16('{"id":1}'), /it is no text in UTF-8/],
  [
    'a feed that breaks off within an item',
    'a.rss',
    rss('<item><title>Rice').slice(0, -20),
    /the feed can't be read \(.+\); get it again/,
  ],
  [
    'a feed that breaks off between items',
    'a.rss',
    '<rss><channel><item><title>A</title></item>',
    /the feed can't be read/,
  ],
  ['a feed that is none', 'a.rss', '<rss/>', /the feed can't be read/],
  ['a JSON feed that breaks off', 'a.json', jsonFeed([{ id: 1 }]).slice(0, -5), /the feed can't be read/],
  [
    'a sitemap without news',
    'a.xml',
    sitemap('<url><loc>http://x</loc></url>'),
    /addresses alone, and no headlines of news; give the pages/,
  ],
  ['an index of sitemaps', 'a.xml', '<sitemapindex/>', /it is an index of sitemaps; give those that it names/],
  [
    'a sitemap that breaks off',
    'a.xml',
    sitemap(newsUrl('Rice left')).slice(0, -30),
    /the sitemap can't be read \(.+\); get it again/,
  ],
  ['what is called an archive', 'a.warc', '{}', /its name ends in \.warc, and it is none/],
  [
    'an archive that breaks off',
    'a.warc',
    (await warcOf(false)).subarray(0, 700),
    /the archive can't be read on \(it breaks off within a record\)/,
  ],
  ['what is called gzip', 'a.ndjson.gz', line(1), /its name ends in \.gz, and it holds no gzip/],
  [
    'gzip that breaks off',
    'a.ndjson.gz',
    gzipSync(line(1)).subarray(0, 40),
    /its gzip is broken or breaks off \(unexpected end of file\)/,
  ],
  [
    'gzip that is broken',
    'a.ndjson.gz',
    Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 255, 255]),
    /its gzip is broken/,
  ],
  [
    'Zstandard that breaks off',
    'a.zst',
    frames[0]!.subarray(0, 20),
    /its zstd is broken or breaks off \(unexpected EOF\)/,
  ],
])('what can not be read is told, with what to do, and nothing is written: %s', async (_, name, content, message) => {
  const at = folderOf(name === 'none.ndjson' ? {} : name === 'empty' ? { 'empty/a.pdf': '' } : { [name]: content })
  const run = batchFile(at(name), at('out.ndjson'), { workers: 0 })
  await expect(run).rejects.toThrow(message)
  await expect(run).rejects.toMatchObject({ name: 'NutgrafError', code: 'invalid-input' })
  expect(readdirSync(at('.')).filter((file) => file.startsWith('out'))).toEqual([])
})

test.each<[string, string, string, (at: (name: string) => string) => void]>([
  ['a page of the folder', 'news', 'news/a.html', () => undefined],
  ['a link to one', 'news', 'out', (at) => symlinkSync(at('news/a.html'), at('out'))],
  ['one by another name', 'news', 'out', (at) => linkSync(at('news/a.html'), at('out'))],
  ['what would be one', 'news', 'news/new.txt', () => undefined],
  ['a feed by a link', 'a.rss', 'out', (at) => symlinkSync(at('a.rss'), at('out'))],
  ['a feed by a link, as a table', 'a.rss', 'out.csv', (at) => linkSync(at('a.rss'), at('out.csv'))],
])('an output that is read is refused: %s', async (_, input, output, prepare) => {
  const at = folderOf({ 'news/a.html': page(visit), 'a.rss': rss('') })
  prepare(at)
  const run = batchFile(at(input), at(output), { workers: 0, force: true })
  await expect(run).rejects.toThrow(/it is the input too; give another/)
  expect(readFileSync(at('news/a.html'), 'utf8')).toBe(page(visit))
  expect(readFileSync(at('a.rss'), 'utf8')).toBe(rss(''))
})

const story = (id: number, text: string) => `${JSON.stringify({ id, published: '2023-08-30', text })}\n`
const corpus = `${story(1, 'The =HYPERLINK Corp. paid $5 million in Dhaka, Bangladesh.')}{broken\n${story(2, 'Rice left Paris on Friday.')}`

test('a table has a row for each mention, with line and story', async () => {
  const at = folderOf({ 'a.ndjson': corpus })
  await batchFile(at('a.ndjson'), at('out.csv'), { workers: 0 })
  const { data, errors } = papa.parse<Record<string, string>>(readFileSync(at('out.csv'), 'utf8').trimEnd(), {
    header: true,
  })
  expect(errors).toEqual([])
  const rows = data.map(({ line, story, published, text }) => [line, story, published, text].join())
  expect(rows).toContain('1,1,2023-08-30,Dhaka')
  expect(rows.slice(-3)).toEqual(['3,2,2023-08-30,Rice', '3,2,2023-08-30,Paris', '3,2,2023-08-30,Friday'])
  await batchFile(at('a.ndjson'), at('out.parquet'), { workers: 0 })
  const bytes = readFileSync(at('out.parquet'))
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  const objects = await parquetReadObjects({ file })
  expect(objects.map(({ line, story, published, text }) => [line, story, published, text].join())).toEqual(rows)
  expect(objects.find(({ type }) => type === 'money')).toMatchObject({ amount: 5e6, unit: 'USD', value: null })
  expect(objects.find(({ text }) => text === 'Friday')).toMatchObject({ value: '2023-08-25', amount: null, start: 19 })
  expect(objects.find(({ text }) => text === 'Dhaka')).toMatchObject({ lat: 23.71, country: 'BD', within: 'l2' })
})

test('places of a corpus are a sequence of GeoJSON texts, each known by its line', async () => {
  const at = folderOf({ 'a.ndjson': corpus })
  await batchFile(at('a.ndjson'), at('out.geojsons'), { workers: 0 })
  const [empty, ...texts] = readFileSync(at('out.geojsons'), 'utf8').split('\x1e')
  expect(empty).toBe('')
  expect(texts.every((text) => text.endsWith('}\n'))).toBe(true)
  const features = texts.map((text) => JSON.parse(text))
  expect(features.map(({ id, properties: { story, name, within } }) => [id, story, name, within])).toEqual([
    ['1/l1', '1', 'Dhaka', '1/l2'],
    ['1/l2', '1', 'Bangladesh', null],
    ['3/l1', '2', 'Paris', null],
  ])
})

test.each([
  ['a.parquet', {}, /^PAR1/],
  ['a.csv.gz', {}, /^.\x8b/],
  ['a.txt', { format: 'csv' }, /^line,story,published,layer,id/],
  ['a.csv', { format: 'ndjson' }, /^\{"line":1/],
] as const)('an output is written as it is called or asked for: %s %j', async (name, options, begins) => {
  const at = folderOf({ 'in.ndjson': corpus })
  await batchFile(at('in.ndjson'), at(name), { workers: 0, ...options })
  expect(readFileSync(at(name), 'latin1')).toMatch(begins)
  expect(readdirSync(at('.')).sort()).toEqual([name, 'in.ndjson'].sort())
})

test('a packed output or a table is gone on with, is not written over but by force, and appears when it is whole', async () => {
  const at = folderOf({ 'in.ndjson': Array.from({ length: 60 }, (_, i) => line(i)).join('') })
  const stop = new AbortController()
  const onProgress = ({ stories }: Batch.Progress) => stories === 5 && stop.abort(new Error('enough'))
  const out = at('out.ndjson.gz')
  await expect(batchFile(at('in.ndjson'), out, { workers: 0, signal: stop.signal, onProgress })).rejects.toThrow(
    'enough',
  )
  expect(existsSync(out)).toBe(false)
  const { stories, kept } = await batchFile(at('in.ndjson'), out, { workers: 0 })
  expect(kept).toBeGreaterThanOrEqual(5)
  expect(stories + kept).toBe(60)
  await batchFile(at('in.ndjson'), at('plain.ndjson'), { workers: 0 })
  expect(gunzipSync(readFileSync(out))).toEqual(readFileSync(at('plain.ndjson')))
  const before = readFileSync(out)
  await expect(batchFile(at('in.ndjson'), out, { workers: 0 })).rejects.toThrow(/it is there already.*--force/)
  expect(readFileSync(out)).toEqual(before)
  expect(await batchFile(at('in.ndjson'), out, { workers: 0, force: true })).toMatchObject({ stories: 60 })
})

const packsZstd = Number(process.versions.node.split('.')[0]) >= 23
test.skipIf(packsZstd)(
  'Zstandard is written where Node can, and otherwise it is said before anything is done',
  async () => {
    const at = folderOf({ 'in.ndjson': corpus })
    await expect(batchFile(at('in.ndjson'), at('out.zst'), { workers: 0 })).rejects.toThrow(
      /to write zstd, Node 22\.15 or newer is needed, and this is .*; give a name that ends in \.gz/,
    )
    expect(readdirSync(at('.'))).toEqual(['in.ndjson'])
  },
)

test('what holds for all stories holds where they say nothing else', async () => {
  const text = 'Talks end today; the next are on 07/09/2023.'
  const published = '2023-09-05T23:30:00Z'
  const at = folderOf({
    'in.ndjson': [
      { id: 1, text, published },
      { id: 2, text, published, timeZone: 'UTC', dayFirst: false },
    ]
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(''),
  })
  await batchFile(at('in.ndjson'), at('out'), { workers: 0, about: { timeZone: 'Asia/Dhaka', dayFirst: true } })
  const days = readFileSync(at('out'), 'utf8')
    .trim()
    .split('\n')
    .map((record) => JSON.parse(record).story.dates.map(({ value }: { value: string }) => value))
  expect(days).toEqual([
    ['2023-09-06', '2023-09-07'],
    ['2023-09-05', '2023-07-09'],
  ])
  for (const about of [{ timeZone: 'Mars' }, { home: 'Nowhere at all' }, { dayfirst: true }])
    await expect(batchFile(at('in.ndjson'), at('out'), { about } as never)).rejects.toThrow(
      /^batchFile\.about\.options/,
    )
})

interface Run {
  code: number
  out: string
  err: string
}

const run = (args: readonly string[], input: string | Buffer = '', cwd = folder): Promise<Run> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, 'batch', ...args], { cwd }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })

const one = ['--workers', '0']
test.each<[string, string[], string | Buffer, number, RegExp, RegExp]>([
  ['records', ['-', ...one], line(1) + line(2), 0, /^\{"line":1,.*\n\{"line":2,.*\n$/, /^2 stories, 0 errors\n$/],
  [
    'a wrong line',
    ['-', ...one],
    `${line(1)}{broken\n`,
    1,
    /"line":2.*"invalid-json"/,
    /^-:2: not JSON.*\n1 story, 1 error\n$/,
  ],
  [
    'a feed that is packed',
    ['-', ...one],
    gzipSync(rss('<item><guid>a</guid><title>Rice left</title></item>')),
    0,
    /"id":"a"/,
    /1 story/,
  ],
  ['a table', ['-', '-f', 'csv', ...one], line(1), 0, /^line,story.*\r\n1,1,,entity/, /1 story/],
  ['nothing', ['-', ...one], '', 0, /^$/, /^0 stories/],
  ['a text', ['-', ...one], 'Rice left.', 1, /^$/, /standard input: its first line is no JSON object/],
  ['no output', ['in.ndjson', ...one], '', 2, /^$/, /say where records go: --out FILE/],
  ['no such format', ['-', '-f', 'xlsx'], '', 2, /^$/, /Allowed choices are ndjson, csv, geojsonseq, parquet/],
  ['no such zone', ['-', '--time-zone', 'Mars'], line(1), 2, /^$/, /expected an IANA time zone/],
  ['no such home', ['-', '--home', 'Nowhere at all'], line(1), 2, /^$/, /expected a place as/],
  ['no such rule', ['-', '--without', 'x/y', '--workers', '0'], line(1), 2, /^$/, /no rule is called "x\/y"/],
  [
    'no such folder',
    ['-', '--out', 'none/out'],
    line(1),
    1,
    /^$/,
    /none\/out: there is no such file or folder; make its folder first/,
  ],
])('from standard input: %s', async (_, args, input, code, out, err) => {
  const got = await run(args, input)
  expect(got).toEqual({ code, out: expect.stringMatching(out), err: expect.stringMatching(err) })
})

test('a reader that has seen enough ends the run in silence', () => {
  const at = folderOf({ 'in.ndjson': Array.from({ length: 300 }, (_, i) => line(i)).join('') })
  const command = `"${process.execPath}" "${cli}" batch in.ndjson --out - --workers 0 2>err | head -n 1`
  const out = execFileSync('sh', ['-c', command], { cwd: at('.'), encoding: 'utf8' })
  expect(out).toMatch(/^\{"line":1,.*\n$/)
  expect(readFileSync(at('err'), 'utf8')).toBe('')
})

test('what standard input gives bit by bit is read as what it is', async () => {
  for (const content of [gzipSync(line(1)), Buffer.from(line(1))]) {
    const child = spawn(process.execPath, [cli, 'batch', '-', ...one])
    const out = text(child.stdout)
    child.stdin.write(content.subarray(0, 1))
    await pause(1000)
    child.stdin.end(content.subarray(1))
    expect(await out).toMatch(/^\{"line":1,.*"story":/)
  }
})

test('a line that comes in parts is read before the next one comes', async () => {
  const child = spawn(process.execPath, [cli, 'batch', '-', ...one])
  child.stdin.write(line(1).slice(0, 20))
  await pause(1000)
  child.stdin.write(line(1).slice(20))
  const [record] = await once(child.stdout, 'data')
  expect(String(record)).toMatch(/^\{"line":1,.*"story":/)
  child.stdin.end()
})

test.each<[string, string, RegExp]>([
  ['standard output is full', 'batch in.ndjson --out - --workers 0 >/dev/full', /standard output: the disk is full\n$/],
  [
    'a table has no room',
    'batch in.ndjson --out - -f csv --workers 0 >/dev/full',
    /standard output: the disk is full\n$/,
  ],
  ['a folder is standard input', 'batch - --workers 0 <.', /standard input: it is a folder; give it by its name/],
])('where %s, it is told in a line', (_, args, said) => {
  const at = folderOf({ 'in.ndjson': line(1) })
  const command = `"${process.execPath}" "${cli}" ${args} 2>err; echo $?`
  expect(execFileSync('sh', ['-c', command], { cwd: at('.'), encoding: 'utf8' })).toBe('1\n')
  const err = readFileSync(at('err'), 'utf8')
  expect(err).toMatch(said)
  expect(err.split('\n')).toHaveLength(2)
})

test('a run is stopped while nobody takes what it gives', { timeout: 60_000 }, async () => {
  const at = folderOf({ 'in.ndjson': Array.from({ length: 300 }, (_, i) => line(i)).join('') })
  const child = spawn(process.execPath, [cli, 'batch', 'in.ndjson', '--out', '-', ...one], { cwd: at('.') })
  child.stdout.pause()
  // All that fits into the pipe has come.
  await once(child.stdout, 'readable')
  await pause(2000)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
  child.stdout.destroy()
})

test('a table that could not be written is no file, and is written of its records later', () => {
  const at = folderOf({ 'in.ndjson': Array.from({ length: 100 }, (_, i) => line(i)).join('') })
  const run = (limit: string, out: string) => {
    const command = `ulimit -f ${limit}; "${process.execPath}" "${cli}" batch in.ndjson --out ${out} --workers 0 2>err; echo $?`
    return execFileSync('bash', ['-c', command], { cwd: at('.'), encoding: 'utf8' })
  }
  execFileSync(process.execPath, [cli, 'batch', 'in.ndjson', '--out', 'all.ndjson', ...one], { cwd: at('.') })
  for (const out of ['out.csv', 'out.ndjson.gz', 'out.parquet']) {
    copyFileSync(at('all.ndjson'), at(`${out}.nutgraf-records`))
    expect(run('1', out)).toBe('1\n')
    expect(readFileSync(at('err'), 'utf8')).toMatch(/all records are in .*: run it again to write them\n$/)
    expect(readdirSync(at('.')).filter((name) => name.startsWith(out))).toEqual([`${out}.nutgraf-records`])
    expect(run('unlimited', out)).toBe('0\n')
    expect(readdirSync(at('.')).filter((name) => name.startsWith(out))).toEqual([out])
  }
})

test('standard output that is the input is refused', () => {
  const at = folderOf({ 'in.ndjson': line(1) })
  const command = `"${process.execPath}" "${cli}" batch in.ndjson --out - --workers 0 2>err >>in.ndjson; echo $?`
  execFileSync('sh', ['-c', command], { cwd: at('.') })
  expect(readFileSync(at('err'), 'utf8')).toMatch(/standard output: it is the input too/)
  expect(readFileSync(at('in.ndjson'), 'utf8')).toBe(line(1))
})

test('who stops a run is told the command that goes on', { timeout: 120_000 }, async () => {
  const at = folderOf({ "it's.ndjson": Array.from({ length: 2000 }, (_, i) => line(i)).join('') })
  const args = [cli, 'batch', "it's.ndjson", '--out', 'out.ndjson', '--workers', '1', '--home', 'Dublin, Ireland']
  const child = spawn(process.execPath, args, {
    cwd: at('.'),
    stdio: ['ignore', 'ignore', 'pipe'],
    // As if no npx had started it.
    env: { ...process.env, npm_command: '' },
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  while (!existsSync(at('out.ndjson'))) await pause(5)
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([null, 'SIGINT'])
  expect(said).toBe(
    "stopped; to go on: nutgraf batch 'it'\\''s.ndjson' --out out.ndjson --workers 1 --home 'Dublin, Ireland'\n",
  )
})
