import { isPublished } from '../options.ts'
import type { PageDocument, PageElement } from './dom.ts'
import type { LinkedData } from './linked-data.ts'

/** Names of `meta` elements for the day of publication, the surest first. */
const names = [
  ...['article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date'],
  ...[
    'sailthru.date',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'publication-date',
    'pubdate',
  ],
  ...[
    'originalpublicationdate',
    'article.published',
    'cxenseparse:recs:publishtime',
    'dc.date.issued',
    'dcterms.issued',
  ],
  ...['dcterms.created', 'dcterms.date', 'dc.date', 'date'],
]

/** When a page says that it was published: JSON-LD, then `meta`, then microdata and `time` in the article. */
export function publishedOf(document: PageDocument, data: LinkedData): string | null {
  for (const value of candidates(document, data)) {
    const found = isoOf(value)
    if (found !== null) return found
  }
  return null
}

function* candidates(document: PageDocument, data: LinkedData): Iterable<string> {
  yield* data.published
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = nameOf(meta)
    if (name && !metas.has(name)) metas.set(name, meta.getAttribute('content') ?? '')
  }
  for (const name of names) yield metas.get(name) ?? ''
  for (const marked of document.querySelectorAll('[itemprop="datePublished"], time[pubdate]'))
    yield marked.getAttribute('datetime') ?? marked.getAttribute('content') ?? marked.textContent ?? ''
  // Not those in comments and lists of other stories.
  for (const time of document.querySelectorAll('article time[datetime], main time[datetime], header time[datetime]'))
    if (!time.closest('aside, nav, footer, [class*="comment" i], [class*="related" i]'))
      yield time.getAttribute('datetime') ?? ''
}

const nameOf = (meta: PageElement) =>
  ['property', 'name', 'itemprop']
    .map((key) => meta.getAttribute(key))
    .find(Boolean)
    ?.toLowerCase()

/** A day or instant in ISO 8601 out of the ways in which pages write one; null for what is none. */
export function isoOf(value: string): string | null {
  const iso = rewritten(value.trim())
  return iso !== null && isPublished(iso) ? iso : null
}

function rewritten(text: string): string | null {
  const written =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i.exec(
      text,
    )
  if (written) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = written
    const offset = /^(?:z|utc|gmt)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
    return `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:${second}${offset}`}`
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
  // "Wed, 30 Aug 2023 10:00:00 GMT", "August 30, 2023": words, a year, and nothing but a date.
  if (text.length > 60 || !/\p{L}/u.test(text) || !/\b\d{4}\b/.test(text)) return null
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) return null
  if (/(?:GMT|UTC|Z|[ECMP][SD]T|[+-]\d\d:?\d\d)(?:\s?\([^()]*\))?$/.test(text)) return instant.toISOString()
  // Without a zone it was read in that of this machine, and is written in it.
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`
}
