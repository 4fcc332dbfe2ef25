import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtml } from '../../src/api/html.ts'
import { extract } from '../../src/api/index.ts'
import { boundPage } from '../../src/run/html/bound.ts'
import { isoOf } from '../../src/run/html/day-text.ts'
import { parseLooseJson } from '../../src/run/html/loose-json.ts'

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
  ['Wed, 30 Aug 2023 10:05:00 GMT', '2023-08-30T10:05:00Z'],
  ['Wed, 30 Aug 2023 22:05:00 -0400', '2023-08-30T22:05:00-04:00'],
  ['Wed Aug 30 2023 22:05:00 GMT+0200 (CEST)', '2023-08-30T22:05:00+02:00'],
  ['2023-08-30T22:05:00-06:00[US/Central]', '2023-08-30T22:05:00-06:00'],
  ['August 30, 2023', '2023-08-30'],
  ['August 30, 2023 11:30 PM EST', '2023-08-30T23:30:00-05:00'],
  ['Wednesday, August 30, 2023, 12:05:00 AM', '2023-08-30T00:05:00'],
  ['30th of August, 2023', '2023-08-30'],
  ['30-Aug-2023', '2023-08-30'],
  ['Sept. 3, 2023', '2023-09-03'],
  ['2023/8/3', '2023-08-03'],
  ['Wed, 08/30/2023 - 17:57', '2023-08-30T17:57:00'],
  ['08/09/2023', '2023-08-09'],
  ['Fri 08/09/2023', '2023-09-08'],
  ['8.9.2023', '2023-09-08'],
  ['Published Aug 30, 2023 | Updated Sep 4, 2023', '2023-08-30'],
  ['Updated Sep 4, 2023. Published Aug 30, 2023', '2023-08-30'],
  ['Last updated: Sep 4, 2023', null],
  ['11:30 PM EST, Wed August 30, 2023', '2023-08-30'],
  ['2023-08-30T25:00:00', '2023-08-30'],
  ['2023-08-30T10:00:00+99:99', '2023-08-30'],
  ['Marchant 30, 2023', null],
  ['Call 1-800-08-2023', null],
  ['August 2023', null],
  ['August 30', null],
  ['30 August 20231', null],
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

const script = (text: string) => `<script type="application/ld+json">${text}</script>`
const byline = (markup: string) => ({ before: `<div class="meta">By Jane Doe ${markup}</div>` })

test.each([
  // JSON-LD as pages write it
  ['a comma too many', { head: script('{"@type":"NewsArticle","datePublished":"2023-08-30",}') }, '2023-08-30'],
  [
    'a line break in a string',
    { head: script('{"@type":"NewsArticle","name":"A\nB","datePublished":"2023-08-30"}') },
    '2023-08-30',
  ],
  [
    'a comment around it',
    { head: script('<!-- {"@type":"NewsArticle","datePublished":"2023-08-30"} -->') },
    '2023-08-30',
  ],
  [
    'CDATA around it',
    { head: script('//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2023-08-30"}\n//]]>') },
    '2023-08-30',
  ],
  ['single quotes', { head: script("{'@type':'NewsArticle','datePublished':'2023-08-30'}") }, '2023-08-30'],
  [
    'quotes that are not marked',
    { head: script('{"headline":"He said "no"","datePublished":"2023-08-30"}') },
    '2023-08-30',
  ],
  [
    'a type with a parameter',
    { head: script('{"datePublished":"2023-08-30"}').replace('ld+json', 'ld+json; charset=utf-8') },
    '2023-08-30',
  ],
  [
    'a type in capitals',
    { head: script('{"datePublished":"2023-08-30"}').replace('application/ld+json', 'APPLICATION/LD+JSON') },
    '2023-08-30',
  ],
  ['a script for people', { head: '<script>var x = {"datePublished":"2023-08-30"}</script>' }, null],
  [
    'an article behind its page, a video and breadcrumbs',
    {
      head:
        ld({ '@type': 'VideoObject', datePublished: '2019-01-01' }) +
        ld({ '@type': 'BreadcrumbList' }) +
        ld([
          { '@type': 'WebPage', datePublished: '2020-01-01' },
          { '@type': ['Thing', 'AnalysisNewsArticle'], datePublished: '2023-08-30' },
        ]),
    },
    '2023-08-30',
  ],
  [
    'an article of the page',
    { head: ld({ '@type': 'WebPage', mainEntity: { '@type': 'NewsArticle', datePublished: '2023-08-30' } }) },
    '2023-08-30',
  ],
  [
    'a live blog',
    {
      head: ld({
        '@type': 'LiveBlogPosting',
        datePublished: '2023-08-30',
        liveBlogUpdate: [{ '@type': 'BlogPosting', datePublished: '2023-08-31' }],
      }),
    },
    '2023-08-30',
  ],
  [
    'a type as an address',
    {
      head:
        ld({ '@type': 'http://schema.org/NewsArticle', datePublished: '2023-08-30' }) +
        ld({ '@type': 'Article', datePublished: '2020-01-01' }),
    },
    '2023-08-30',
  ],
  [
    'a list of other articles',
    { head: ld({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', datePublished: '2020-01-01' }] }) },
    null,
  ],
  [
    'a comment',
    { head: ld({ '@type': 'NewsArticle', comment: [{ '@type': 'Comment', datePublished: '2023-09-01' }] }) },
    null,
  ],
  [
    'the site before the meta',
    { head: `${ld({ '@type': 'WebSite', datePublished: '2010-01-01' })}<meta name="pubdate" content="2023-08-30">` },
    '2023-08-30',
  ],
  // Names of meta elements
  ...'published_at article_date_original rnews:datePublished prism.publicationDate dc.date DC.date.issued dcterms.created sailthru.date parsely-pub-date pubdate og:published_time article:published OriginalPublicationDate publish-date datePublished citation_publication_date date_published publication_date displaydate'
    .split(' ')
    .map((name) => [name, { head: `<meta name="${name}" content="2023-08-30">` }, '2023-08-30'] as const),
  ['a name as property', { head: '<meta property="rnews:datePublished" content="20230830">' }, '2023-08-30'],
  ['names in capitals', { head: '<META NAME="DC.DATE" CONTENT="2023-08-30">' }, '2023-08-30'],
  [
    'the surer name',
    { head: '<meta name="date" content="2020-01-01"><meta name="publish_date" content="2023-08-30">' },
    '2023-08-30',
  ],
  [
    'the second of a name',
    { head: '<meta name="date" content="today"><meta name="date" content="2023-08-30">' },
    '2023-08-30',
  ],
  ...'article:modified_time og:updated_time dcterms.modified lastmod revised article:expiration_time dc.date.modified date_updated viewport event-date'
    .split(' ')
    .map((name) => [name, { head: `<meta name="${name}" content="2023-08-30">` }, null] as const),
  ['a name that no table has', { head: '<meta name="x:articlePublishedOn" content="2023-08-30">' }, '2023-08-30'],
  ['such a name for what was modified', { head: '<meta name="x:publishModified" content="2023-08-30">' }, null],
  [
    'when the article was made',
    { head: ld({ '@type': 'NewsArticle', dateCreated: '2023-08-30', dateModified: '2023-09-01' }) },
    '2023-08-30',
  ],
  // RDFa, microdata, microformats
  [
    'RDFa',
    byline('<span property="datePublished" content="2023-08-30T10:00:00Z">Wednesday</span>'),
    '2023-08-30T10:00:00Z',
  ],
  [
    'RDFa with a prefix',
    byline('<span property="schema:datePublished" content="2023-08-30">Wednesday</span>'),
    '2023-08-30',
  ],
  ['RDFa of what was modified', byline('<span property="dateModified" content="2023-08-30">Wednesday</span>'), null],
  ['microdata as text', byline('<span itemprop="datePublished">30 August 2023</span>'), '2023-08-30'],
  [
    'microdata of two names',
    byline('<time itemprop="datePublished dateModified" datetime="2023-08-30"></time>'),
    '2023-08-30',
  ],
  [
    'microdata of a comment',
    {
      article:
        '<div itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2023-09-02"></time></div>',
    },
    null,
  ],
  [
    'a microformat',
    byline('<abbr class="published" title="2023-08-30T10:00:00+06:00">Wednesday</abbr>'),
    '2023-08-30T10:00:00+06:00',
  ],
  // What readers see
  ['time without datetime', byline('<time>August 30, 2023</time>'), '2023-08-30'],
  [
    'time by the headline',
    { before: '</article><div><time datetime="2023-08-30">Aug 30</time></div><article>' },
    '2023-08-30',
  ],
  ['class date', byline('<div class="date date--v2">30 August 2023</div>'), '2023-08-30'],
  [
    'class publishedDate',
    byline('<span class="publishedDate">Wed, 30 Aug 2023, 10:05 am</span>'),
    '2023-08-30T10:05:00',
  ],
  [
    'class byline-date in parts',
    byline('<p class="byline-date"><span>August</span> <span>30,</span> <span>2023</span></p>'),
    '2023-08-30',
  ],
  [
    'class and a time stamp',
    byline('<span class="timestamp" data-timestamp="1693389900">2 hours ago</span>'),
    '2023-08-30T10:05:00.000Z',
  ],
  ['day before month where English is so', byline('<span class="date">08/09/2023</span>'), '2023-09-08'],
  ['an update', byline('<time class="updated" datetime="2023-09-04">Sep 4</time>'), null],
  [
    'an update by what stands before it',
    byline('<span>Updated:</span> <time datetime="2023-09-04">Sep 4</time>'),
    null,
  ],
  [
    'published before updated',
    byline('<span class="date">Updated Sep 4, 2023, first published Aug 30, 2023</span>'),
    '2023-08-30',
  ],
  ['class update', byline('<span class="update">August 30, 2023</span>'), null],
  ['class candidate', { article: '<div class="candidate">August 30, 2023</div>' }, null],
  ['class event-date', byline('<span class="event-date">August 30, 2023</span>'), null],
  [
    'a day that the article tells of',
    { first: `${paragraph} The war began on <time datetime="1971-03-26">March 26, 1971</time>, and ended that year.` },
    null,
  ],
  ['other stories', { article: '<div class="related"><span class="date">August 30, 2023</span></div>' }, null],
  ['the footer', { article: '</article><footer><span class="date">August 30, 2023</span></footer><article>' }, null],
  ['a line with who wrote it', { before: '<p>By Jane Doe | August 30, 2023</p>' }, '2023-08-30'],
  ['a line that is a day', { before: '<small>Wednesday, 30 August 2023</small>' }, '2023-08-30'],
  ['a test id', byline('<span data-testid="timestamp">August 30, 2023</span>'), '2023-08-30'],
  ['a line that tells of another day', { before: '<p>The festival opens on September 30, 2023</p>' }, null],
  [
    'a line that begins with another day',
    { before: '<p>September 30, 2023 will be the first day of the festival</p>' },
    null,
  ],
  ['a line below the text', { article: '<p>By Jane Doe | August 30, 2023</p>' }, null],
  // The address
  ['the address', { head: '<link rel="canonical" href="https://x.example/world/2023/08/30/talks">' }, '2023-08-30'],
  [
    'the address with a month',
    { head: '<link rel="canonical" href="https://x.example/2023/aug/30/talks">' },
    '2023-08-30',
  ],
  [
    'the address in Open Graph',
    { head: '<meta property="og:url" content="https://x.example/talks-2023-08-30.html">' },
    '2023-08-30',
  ],
  [
    'the address last',
    {
      head: '<link rel="canonical" href="https://x.example/2023/08/31/talks">',
      ...byline('<time>August 30, 2023</time>'),
    },
    '2023-08-30',
  ],
  ['numbers in an address', { head: '<link rel="canonical" href="https://x.example/2023/0830/45678901">' }, null],
  // The day where the page is made
  [
    'an instant in UTC and with an offset',
    {
      head: ld({ '@type': 'NewsArticle', datePublished: '2023-08-31T03:30:00Z' }),
      ...byline('<time datetime="2023-08-30T23:30:00-04:00">x</time>'),
    },
    '2023-08-30T23:30:00-04:00',
  ],
  [
    'an instant in UTC and a day',
    {
      head: ld({ '@type': 'NewsArticle', datePublished: '2023-08-31T03:30:00Z' }),
      ...byline('<span class="date">August 30, 2023</span>'),
    },
    '2023-08-30',
  ],
  [
    'an instant in UTC and the text of its element',
    byline('<time datetime="2023-08-31T03:30:00Z">August 30, 2023 11:30 p.m.</time>'),
    '2023-08-30',
  ],
  [
    'an instant in UTC and its day',
    {
      head: ld({ '@type': 'NewsArticle', datePublished: '2023-08-31T03:30:00Z' }),
      ...byline('<span class="date">August 31, 2023</span>'),
    },
    '2023-08-31T03:30:00Z',
  ],
  [
    'an instant in UTC and another day',
    {
      head: ld({ '@type': 'NewsArticle', datePublished: '2023-08-31T03:30:00Z' }),
      ...byline('<span class="date">August 20, 2023</span>'),
    },
    '2023-08-31T03:30:00Z',
  ],
  [
    'an instant in UTC and an update',
    {
      head: ld({ '@type': 'NewsArticle', datePublished: '2023-08-31T03:30:00Z' }),
      ...byline('Updated <span class="date">September 1, 2023</span>'),
    },
    '2023-08-31T03:30:00Z',
  ],
] as const)('the day of publication: %s', (_, parts, expected) => {
  expect(readHtml(page(parts)).published).toBe(expected)
})

const linked = '<a href="/1">King of Jordan to visit Cairo next week for talks on gas</a>'

test.each([
  ['', `<p>READ MORE: ${linked}</p>`],
  ['', `<p><strong>Read also | ${linked}</strong></p>`],
  ['', `<h3>Related: ${linked}</h3>`],
  ['', `<p>${linked}</p>`],
  ['', `<p>[ ${linked} ]</p>`],
  ['', `<div>» ${linked}</div>`],
  ['', '<p>READ MORE: King of Jordan to visit Cairo next week</p>'],
  ['', '<p>See also: King of Jordan to visit Cairo next week</p>'],
  ['', '<p>RELATED STORIES</p>'],
  ['', `<p>READ MORE<br>${linked}</p>`],
  ['', `<p>Dig deeper: ${linked}</p>`],
  ['', `<p>More on Jordan: ${linked}</p>`],
  ['', `<ul><li>${linked}</li><li>${linked}</li></ul>`],
  ['', '<p>Image caption, The ministers in Dhaka</p>'],
  ['', '<p>The ministers in Dhaka [File: Jane Roe/Reuters]</p>'],
  ['', '<p>All content © The Example 2023</p>'],
  ['', '<p>Enter your email to be told of what is new</p>'],
  ['', `<div class="related-box"><h4>Other stories</h4><ul><li>${linked}</li></ul></div>`],
  ['', '<p>© 2023 Example Media Ltd</p>'],
  ['', '<p>Copyright 2023 The Example. All rights reserved. This material may not be published or redistributed.</p>'],
  ['', '<p><b>CLICK HERE TO GET THE EXAMPLE NEWS APP</b></p>'],
  ['', '<p>Download the Example News app for free.</p>'],
  ['', '<p>Sign up for our morning newsletter and have the news in your inbox.</p>'],
  ['', '<div class="newsletter-signup"><h3>The day in brief</h3><p>What matters, each morning at seven.</p></div>'],
  ['', '<p>Subscribe to our daily newsletter today.</p>'],
  ['', '<p>Follow us on Twitter and Facebook.</p>'],
  ['', '<p>Advertisement</p>'],
  ['', '<p>Story continues below</p>'],
  ['', '<figure><img src="a.jpg"><figcaption>The ministers in Dhaka. Jane Roe/AFP</figcaption></figure>'],
  ['', '<p class="wp-caption-text">The ministers in Dhaka on Sunday.</p>'],
  ['', '<p>Photo: Jane Roe/Reuters</p>'],
  ['', '<p>The ministers in Dhaka. (Photo by Jane Roe/AFP via Getty Images)</p>'],
  ['The talks ended on Friday.', `<p>The talks ended on Friday. <strong>READ MORE: ${linked}</strong></p>`],
  ['The talks ended on Friday.', `<p>The talks ended on Friday. (Read more: ${linked})</p>`],
  ['The talks ended on Friday.', `<p>The talks ended on Friday. [${linked}]</p>`],
  ['The talks ended on Friday.', '<p>The talks ended on Friday.<br>READ MORE: King of Jordan to visit Cairo</p>'],
  // Near misses
  ...[
    'Read more than 40 books on the talks, the minister told reporters on Friday.',
    'More: that is what the delegates asked for, and what they did not get on Friday.',
    'Related talks were held in Cairo.',
    'Watch prices rose by a tenth.',
    'The copyright law was changed in Dhaka.',
    'Copyright holders met in Dhaka.',
    'Copyright: the treaty says nothing of it.',
    'Join us on Friday, the ministry wrote on Telegram.',
    'Support for our work was broad, the ministry said.',
    'The picture was sold by Getty Images.',
    'He was shown a file photo.',
    'Analysis: the two want to be seen as one.',
    'Click rates fell by half, the company said.',
    'Download speeds in Dhaka rose.',
    'Sign up now or lose the loan, the fund told the ministry.',
    '“Follow us on this path,” the minister said.',
    'Subscribers to the service were told on Friday.',
    'Photographs of the talks were published on Friday.',
    'Advertisement revenue fell by half in Dhaka.',
    'The agency that photo editors at Getty Images work with said no.',
    'Get the deal done, he told the delegates.',
    'Share prices fell in Dhaka.',
  ].map((line) => [line, `<p>${line}</p>`] as const),
  ['A study in Nature said so on Friday.', '<p>A <a href="/n">study in Nature</a> said so on Friday.</p>'],
  ['The talks [in Dhaka] ended.', '<p>The talks [in <a href="/d">Dhaka</a>] ended.</p>'],
  [
    'What the two ministers want from the talks',
    `<h3><a href="#x">What the two ministers want from the talks</a></h3>`,
  ],
  [
    'On Thursday both deputies had said that they would not sign the treaty in its present form.',
    '<div><p><a href="/x"><strong>On Thursday both deputies had said that they would not sign the treaty in its present form.</strong></a></p></div>',
  ],
  [
    'Talks end in Dhaka\n\nAnother round is planned',
    '<ul><li>Talks end in Dhaka</li><li>Another round is planned</li></ul>',
  ],
  ['Turkey joined the talks.', '<p><span class="dropcap">T</span>urkey joined the talks.</p>'],
  ['Turkey joined the talks.', '<p><span class="drop-cap">T</span> urkey joined the talks.</p>'],
  [
    'Turkey joined the talks in Dhaka on Friday, its officials said.',
    '<div><div class="dropcap">T</div><p>urkey joined the talks in Dhaka on Friday, its officials said.</p></div>',
  ],
  [
    'Turkey joined the talks in Dhaka on Friday, its officials said.',
    '<div><div>T</div><p>urkey joined the talks in Dhaka on Friday, its officials said.</p></div>',
  ],
  ['“The talks are over,” he said.', '<p><span class="first-letter">“T</span>he talks are over,” he said.</p>'],
  ['A minister said so on Friday.', '<p><span class="dropcap">A</span> minister said so on Friday.</p>'],
  ['Plan B is ready.', '<p>Plan <b>B</b> is ready.</p>'],
] as const)('of a page, %j is read', (expected, article) => {
  const { text } = readHtml(page({ article }))
  const [, rest] = text.split('and follows one that was called off.')
  expect(rest!.trim()).toBe(expected)
})

const titled = (title: string, headings: string, site = '') =>
  `<html><head><title>${title}</title>${site && `<meta property="og:site_name" content="${site}">`}</head><body>${headings.includes('<article>') ? headings : `<article>${headings}`}<p>${paragraph}</p><p>${more}</p></article></body></html>`

test.each([
  ['Talks end in Dhaka', titled('Dhaka talks: live updates', '<h1>Talks end in Dhaka</h1>')],
  ['Talks end in Dhaka', titled('Talks end in Dhaka | The Example', '<h1>Talks end in Dhaka</h1>')],
  ['Talks end in Dhaka', titled('Talks end in Dhaka - The Example', '')],
  ['Talks end in Dhaka', titled('Talks end in Dhaka | World | The Example', '<h1>World</h1>')],
  ['Talks end in Dhaka', titled('Talks end in Dhaka', '<h1><a href="/">The Example of Dhaka</a></h1>')],
  [
    'Talks end in Dhaka',
    titled('Talks end in Dhaka', '<header><h1>The Example of Dhaka</h1></header><article>', 'The Example of Dhaka'),
  ],
  [
    'Talks end in Dhaka',
    titled('Example', '<nav><h1>The news of the day</h1></nav><article><h1>Talks end in Dhaka</h1>'),
  ],
  ['Ministers’ talks & a treaty', titled('Ministers&#8217; talks &amp; a treaty', '')],
  [
    'Ministers’ talks & a treaty',
    `${script('{"@type":"NewsArticle","headline":"Ministers&#8217; talks &amp; a treaty"}')}${titled('', '')}`,
  ],
  ['Talks end', titled('Talks end', '<h1>Talks end</h1>')],
  ['Talks end in Dhaka', titled('The Example: Talks end in Dhaka', '', 'The Example')],
  ['Talks end – but questions remain', titled('Talks end – but questions remain', '')],
])('the headline is %j', (expected, html) => {
  const { title, text } = readHtml(html)
  expect(title).toBe(expected)
  expect(text).toBe(`${expected}\n\n${paragraph}\n\n${more}`)
})

test.each([
  [
    'no body',
    `<html><head><title>Talks end in Dhaka</title></head><article><p>${paragraph}</p><p>${more}</p></article></html>`,
  ],
  ['no end of the head', `<html><head><title>Talks end in Dhaka</title><body><p>${paragraph}</p><p>${more}</p>`],
  ['no page', `<title>Talks end in Dhaka</title><p>${paragraph}</p><p>${more}</p>`],
  [
    'two bodies',
    `<html><body><title>Talks end in Dhaka</title><p>${paragraph}</p></body><body><p>${more}</p></body></html>`,
  ],
  ['breaks for paragraphs', `<title>Talks end in Dhaka</title><div>${paragraph}<br><br>${more}</div>`],
  ['breaks with space between', `<title>Talks end in Dhaka</title><td>${paragraph}<br />&nbsp;<br />${more}</td>`],
  ['breaks in a paragraph', `<title>Talks end in Dhaka</title><article><p>${paragraph}<br/><br/>${more}</p></article>`],
  [
    'a first paragraph as heading',
    `<title>Talks end in Dhaka</title><article><h2>${paragraph}</h2><p>${more}</p></article>`,
  ],
])('the paragraphs of a page with %s', (_, html) => {
  expect(readHtml(html).text).toBe(`Talks end in Dhaka\n\n${paragraph}\n\n${more}`)
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

const notDays = '10000-01-01 +010000-01-01 0000-00-00 2023-02-29 2023-13-01 99999999999999 9999999999999999'.split(' ')

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
