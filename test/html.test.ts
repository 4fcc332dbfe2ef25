import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundPage } from '../src/html/bound.ts'
import { parseLooseJson } from '../src/html/loose-json.ts'
import { isoOf } from '../src/html/published.ts'
import { readHtml } from '../src/html.ts'
import { extract } from '../src/index.ts'

const paragraph =
  'Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, diplomats said, and will hold talks on trade.'
const more = 'The agenda of the talks, which officials have been preparing for months, includes a nuclear power plant.'

/** A page as newsrooms make them: navigation, an article, advertisements, comments. */
const page = ({ head = '', before = '', first = paragraph, article = '' } = {}) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Lavrov to visit Dhaka | The Example</title>${head}
<style>p { color: red }</style><script>document.write("<p>Paris</p>")</script></head>
<body><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie">We use cookies to improve your experience. <button>Accept all</button></div>
<article><h1>Lavrov to visit Dhaka</h1>${before}<p>${first}</p>
<p>${more}</p><p>&ldquo;We expect agreements &amp; memorandums,&rdquo; a diplomat said on Sunday<br>in <b>New</b> <i>Delhi</i>.</p>
<ul><li>The visit is the first since independence, and follows one that was called off.</li></ul>${article}</article>
<aside class="comments"><time datetime="2024-01-01">1 January</time> First!</aside>
<footer>Copyright The Example</footer></body></html>`

test('an article is its title and paragraphs, without what stands around it', () => {
  expect(readHtml(page()).text).toBe(
    [
      'Lavrov to visit Dhaka',
      paragraph,
      more,
      '“We expect agreements & memorandums,” a diplomat said on Sunday\nin New Delhi.',
      'The visit is the first since independence, and follows one that was called off.',
    ].join('\n\n'),
  )
})

test('a page that has no title has that of its heading', () => {
  const { title, text } = readHtml(
    `<article><h1>Lavrov to visit Dhaka</h1><p>${'Talks will be held there, it said. '.repeat(3)}</p></article>`,
  )
  expect([title, text.split('\n')[0]]).toEqual(['Lavrov to visit Dhaka', 'Lavrov to visit Dhaka'])
})

test('title, byline, site and language are what the page says', () => {
  const head = `<meta property="og:site_name" content="The Example"><meta name="author" content="Jane Doe">
    <meta property="og:title" content="Lavrov to visit Dhaka">`
  const { title, byline, site, language } = readHtml(page({ head }))
  expect({ title, byline, site, language }).toEqual({
    ...{ title: 'Lavrov to visit Dhaka', byline: 'Jane Doe', site: 'The Example', language: 'en-GB' },
  })
})

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

test.each([
  ['nothing', {}, null],
  ['JSON-LD', { head: ld({ '@type': 'NewsArticle', datePublished: '2023-08-30' }) }, '2023-08-30'],
  [
    'JSON-LD in a graph, the article before the site',
    {
      head: ld({
        '@graph': [
          { '@type': 'WebSite', datePublished: '2010-01-01' },
          { '@type': ['ReportageNewsArticle'], datePublished: '2023-08-30T10:00:00+03:00' },
        ],
      }),
    },
    '2023-08-30T10:00:00+03:00',
  ],
  [
    'JSON-LD that is broken, and a meta',
    {
      head: '<script type="application/ld+json">{"datePublished": }</script><meta property="article:published_time" content="2023-08-30T10:00:00Z">',
    },
    '2023-08-30T10:00:00Z',
  ],
  [
    'published before modified',
    {
      head: '<meta property="article:modified_time" content="2023-09-30"><meta name="Date" content="2023-08-30 10:00">',
    },
    '2023-08-30T10:00:00',
  ],
  ['microdata', { before: '<time itemprop="datePublished" datetime="2023-08-30">August 30</time>' }, '2023-08-30'],
  ['time in the article', { before: '<p><time datetime="2023-08-30">August 30</time></p>' }, '2023-08-30'],
  ['a time in comments', { article: '<div class="comments"><time datetime="2024-01-01">x</time></div>' }, null],
  ['a date that is none', { head: '<meta name="date" content="2023-02-31">' }, null],
] as const)('published by %s', (_, parts, expected) => {
  expect(readHtml(page(parts)).published).toBe(expected)
})

test.each([
  ['2023-08-30', '2023-08-30'],
  [' 20230830 ', '2023-08-30'],
  ['20230830T100500Z', '2023-08-30T10:05:00Z'],
  ['2023-08-30 10:05', '2023-08-30T10:05:00'],
  ['2023-08-30T10:05:06.123+0300', '2023-08-30T10:05:06+03:00'],
  ['2023-08-30 10:05:06 UTC', '2023-08-30T10:05:06Z'],
  ['Wed, 30 Aug 2023 10:05:00 GMT', '2023-08-30T10:05:00.000Z'],
  ['Wed, 30 Aug 2023 22:05:00 -0400', '2023-08-31T02:05:00.000Z'],
  ['August 30, 2023', '2023-08-30'],
  ['August 30, 2023 11:30 PM EST', '2023-08-31T04:30:00.000Z'],
  ['1693389900', '2023-08-30T10:05:00.000Z'],
  ['1693389900000', '2023-08-30T10:05:00.000Z'],
  ['yesterday', null],
  ['2023-13-01', null],
  ['May', null],
  ['Our 2023 review of the year in pictures, by our photographers', null],
  ['', null],
])('%j is %j', (value, expected) => {
  expect(isoOf(value)).toBe(expected)
})

test.each([
  ['plain', 'MOSCOW, August 30. /TASS/. '],
  ['its own class', '<span class="dateline">MOSCOW (AP) — </span>'],
  ['a class of several words', '<strong id="x" class="article__dateline-location">DHAKA, Bangladesh</strong> — '],
])('the dateline is kept: %s', (_, dateline) => {
  const { text } = readHtml(page({ first: `${dateline}${paragraph}` }))
  expect(text.split('\n\n')[1]).toBe(`${dateline.replace(/<[^>]+>/g, '')}${paragraph}`)
})

test('a dateline on a line of its own is kept, a line with the author is not', () => {
  const before = '<div class="dateline">MOSCOW —</div><div class="byline">By Jane Doe</div>'
  const { text, byline } = readHtml(page({ before }))
  expect(text.split('\n\n').slice(0, 3)).toEqual(['Lavrov to visit Dhaka', 'MOSCOW —', paragraph])
  expect(byline).toBe('By Jane Doe')
})

test.each([
  ['empty', ''],
  ['text without a page', 'Hello'],
  ['links', page().replace(/<article>.*<\/article>/s, '<div><a href="/a">World</a> <a href="/b">Sport</a></div>')],
  ['a form', '<html><body><form>Name <input> Password <input> <button>Sign in</button></form></body></html>'],
  ['a page made by a script', '<html><body><div id="app"></div><script src="app.js"></script></body></html>'],
  ['nested too deeply', `<html><body>${'<div>'.repeat(30_000)}`],
])('a page without an article says so: %s', (_, html) => {
  expect(() => readHtml(html)).toThrow(expect.objectContaining({ code: 'no-article' }))
  expect(() => readHtml(html)).toThrow(/the page has no article/)
})

test('an article about cookies is one', () => {
  const html = `<html class="consent-given"><body><article class="cookie-law"><p>${paragraph}</p><p>${more}</p></article></body></html>`
  expect(readHtml(html).text).toBe(`${paragraph}\n\n${more}`)
})

test('what is no string is refused', () => {
  expect(() => readHtml(null as never)).toThrow('readHtml.text: expected a string, got null')
})

test('markup that is shown as text stays text', () => {
  const { text } = readHtml(page({ first: `${paragraph} &lt;script&gt;alert(1)&lt;/script&gt;` }))
  expect(text).toContain('<script>alert(1)</script>')
  expect(text).not.toContain('Paris')
})

test('an extractor reads what the page gives', () => {
  const { text, published } = readHtml(page({ head: '<meta name="date" content="2023-08-30">' }))
  const { events, dates } = extract(text, { published: published! })
  expect(events[0]).toMatchObject({ name: 'visit to Dhaka', status: 'planned' })
  expect(dates[0]).toMatchObject({ text: 'September 7', value: '2023-09-07' })
})

test('any string gives an article or the error that there is none', () => {
  const markup = fc.constantFrom(
    ...'<p> </p> <div class="dateline"> <script> </script> <!-- --> <table><tr><td> <![CDATA[ ]]> &amp; <base href="x"> <svg> <template> <html> <body>'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(markup, fc.constant(paragraph), fc.string({ unit: 'binary' }))), (parts) => {
      try {
        expect(readHtml(parts.join('')).text.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toMatchObject({ code: 'no-article' })
      }
    }),
    { numRuns: 200 },
  )
})

/** How deep and how wide markup is. */
function extentOf(markup: string) {
  const open = [0]
  let [depth, width] = [0, 0]
  for (const [, end, name] of markup.matchAll(/<(\/?)(\w+)/g)) {
    if (end) width = Math.max(width, open.pop()!)
    else {
      open[open.length - 1]!++
      if (!['br', 'meta', 'img', 'link'].includes(name!)) open.push(0)
    }
    depth = Math.max(depth, open.length)
  }
  return { depth, width }
}

const many = 5000
const deep = (name: string, depth: number) => `<${name}>`.repeat(depth) + paragraph + `</${name}>`.repeat(depth)

test.each([
  ['div', deep('div', 400)],
  ['div one after the other', deep('div', 400).repeat(8)],
  ['div with text at each level', `${'<div>Talks, '.repeat(400)}${paragraph}`],
  ['span', deep('span', 400)],
  ['blockquote', deep('blockquote', 400)],
  ['ul and li', `${'<ul><li>'.repeat(200)}${paragraph}`],
  ['table', `${'<table><tr><td>'.repeat(100)}${paragraph}`],
  ['font', `${'<font>'.repeat(500)}${paragraph}`],
  ['time', `${'<time>'.repeat(400)}${paragraph}`],
  ['made-up elements', `${'<x-y>'.repeat(500)}${paragraph}`],
  ['paragraphs beside one another', `<p>${paragraph}</p>`.repeat(many)],
  ['div beside one another', `<div><p>${paragraph}</p></div>`.repeat(many)],
  ['lines', `<p>${paragraph}<br>`.repeat(many)],
  ['lines that are too deep', `${'<div>'.repeat(200)}<p>${`${paragraph}<br>`.repeat(many)}`],
  ['list', `<ul>${'<li>Talks'.repeat(many)}</ul><p>${paragraph}</p>`],
  ['table', `<table>${'<tr><td>Talks<td>Dhaka'.repeat(many)}</table><p>${paragraph}</p>`],
  ['bold in a paragraph', `<p>${paragraph}${'<b>Talks</b> '.repeat(many)}</p>`],
  ['time', `<p>${'<time datetime="x">Talks</time>'.repeat(many)}</p><p>${paragraph}</p>`],
  ['meta', `${'<meta name="date" content="soon">'.repeat(many)}<p>${paragraph}</p>`],
  ['comments', `${'<!-- -->'.repeat(many)}<p>${paragraph}</p>`],
  ['ends without starts', `${'</div></p></x>'.repeat(many)}<p>${paragraph}</p>`],
  ['a class of many words', `<p class="${'a '.repeat(200_000)}">${paragraph}</p>`],
  ['many attributes', `<p ${Array.from({ length: many }, (_, at) => `a${at}="1"`).join(' ')}>${paragraph}</p>`],
])('what is read of a page is neither deep nor wide, and nothing of it is lost: %s', (_, body) => {
  const { markup } = boundPage(`<article>${body}</article>`)!
  const { depth, width } = extentOf(markup)
  expect(depth).toBeLessThan(100)
  expect(width).toBeLessThan(2100)
  const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').match(/\w+/g)
  expect(wordsOf(markup)).toEqual(wordsOf(body))
  expect(markup.length).toBeLessThan(3 * body.length)
})

test.each([
  ['deep', '<div>'.repeat(600)],
  ['very deep', '<div>'.repeat(200_000)],
  ['unclosed time', '<time>'.repeat(200_000)],
  ['more elements than pages hold', `<p>${paragraph}</p>`.repeat(200_001)],
  ['formulas that are not closed', '<p><mi></p>'.repeat(20_000)],
])('a page beyond what browsers show is refused before it is built: %s', (_, body) => {
  expect(boundPage(`<article>${body}</article>`)).toBe(null)
  expect(() => readHtml(body)).toThrow(expect.objectContaining({ code: 'no-article' }))
})

const nested = (depth: number) => `${'['.repeat(depth)}"NewsArticle"${']'.repeat(depth)}`

test.each([
  ['deep type', `{"@type":${nested(20_000)},"datePublished":"2023-08-30"}`, '2023-08-30'],
  ['deep graph', `${'{"@graph":['.repeat(9000)}{"datePublished":"2023-08-30"}${']}'.repeat(9000)}`, '2023-08-30'],
  ['deep and cut off', `{"datePublished":"2023-08-30","x":${'['.repeat(20_000)}`, '2023-08-30'],
  ['long array', `[${'1,'.repeat(200_000)}{"datePublished":"2023-08-30"}]`, '2023-08-30'],
  ['references in a circle', '{"@id":"a","@graph":[{"@id":"a"}],"datePublished":"2023-08-30"}', '2023-08-30'],
  ['nothing', '', null],
  ['no object', 'null', null],
  ['lists in lists', '{"datePublished":[["2023-08-30"]]}', null],
])('JSON-LD of any shape is read: %s', (_, json, expected) => {
  const head = `<script type="application/ld+json">${json}</script>`
  expect(readHtml(page({ head })).published).toBe(expected)
})

test.each([
  ['{"a":"two\nlines"}', [{ a: 'two\nlines' }]],
  ['<!-- {"a":1} -->', [{ a: 1 }]],
  ['//<![CDATA[\n{"a":1}\n//]]>', [{ a: 1 }]],
  ['/*<![CDATA[*/ {"a":1} /*]]>*/', [{ a: 1 }]],
  ['{"a":[1,2,],}', [{ a: [1, 2] }]],
  ['{"a":1,,"b":2}', [{ a: 1, b: 2 }]],
  [`{'a':'it\\'s "so"'}`, [{ a: 'it\'s "so"' }]],
  ['{a: "http://x/y", // why\n b: true}', [{ a: 'http://x/y', b: true }]],
  ['{"a":1 /* why */ "b":2};', [{ a: 1, b: 2 }]],
  ['{"a":1}{"b":2}', [{ a: 1 }, { b: 2 }]],
  ['{"a":"C:\\x \\u0041 \\n"}', [{ a: 'C:x A \n' }]],
  ['{&quot;a&quot;:1}', { a: 1 }],
  ['\ufeff{"a":1}', { a: 1 }],
  ['{"headline":"He said "no"","datePublished":"2023-08-30"}', { datePublished: '2023-08-30' }],
  ['{"a":', undefined],
  ['', []],
])('%j is read as JSON', (text, expected) => {
  expect(parseLooseJson(text)).toEqual(expected)
})

const notDays =
  '10000-01-01 +010000-01-01 0000-00-00 2023-02-29 2023-13-01 2023-08-30T24:00:00 2023-08-30T10:60:00 2023-08-30T10:00:00+99:99 2023-08-30T10:00:00-24:00 99999999999999 9999999999999999'.split(
    ' ',
  )

test.each(
  [...notDays, 'Wed, 30 Aug 10000 10:00:00 GMT', 'August 30, 10000', '-1', 'NaN', 'Invalid Date'].flatMap((day) => [
    ['JSON-LD', day, page({ head: ld({ '@type': 'NewsArticle', datePublished: day }) })],
    ['meta', day, page({ head: `<meta name="date" content="${day}">` })],
    ['time', day, page({ before: `<time datetime="${day}">x</time>` })],
  ]),
)('a day that an extractor refuses is not given: %s %s', (_, __, html) => {
  expect(readHtml(html!).published).toBe(null)
})

test('what is given as published is taken by an extractor', () => {
  const part = fc.constantFrom(
    ...'2023 9999 10000 0000 -08 -30 -31 T10 :05 :60 .5 Z +03:00 +99:99 Aug GMT PM , 1'.split(' '),
    ' ',
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (parts) => {
      const published = isoOf(parts.join(''))
      if (published !== null) expect(extract('Talks began today.', { published }).published).toBe(published)
    }),
  )
})
