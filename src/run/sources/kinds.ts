import type { Kind } from './kind.ts'
import { ndjson } from './ndjson.ts'

const saysJsonFeed = /"version"\s?:\s?"https?:\\?\/\\?\/jsonfeed\.org\b/

/** What a corpus may be, beside a folder: the first that an input is of. A new kind is a file, and a row here. */
export const kinds: readonly Kind[] = [
  {
    name: 'a WARC',
    is: ({ name, head }) => head.startsWith('WARC/') || name.endsWith('.warc'),
    wrong: ({ head }) =>
      head.startsWith('WARC/') ? undefined : 'its name ends in .warc, and it is none; give it the name of what it is',
    read: async () => (await import('./warc.ts')).readWarc,
  },
  {
    name: 'a feed',
    is: ({ head, root }) => /^(?:rss|feed|rdf)$/.test(root ?? '') || (head.startsWith('{') && saysJsonFeed.test(head)),
    read: async () => (await import('./feed.ts')).readFeed,
  },
  {
    name: 'a sitemap',
    is: ({ root }) => root === 'urlset' || root === 'sitemapindex',
    wrong: ({ root }) =>
      root === 'urlset' ? undefined : 'it is an index of sitemaps; give those that it names, one by one',
    read: async () => (await import('./sitemap.ts')).readSitemap,
  },
  ndjson,
]
