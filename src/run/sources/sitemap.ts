import { SaxesParser } from 'saxes'
import { NutgrafError } from '../../base/error.ts'
import { isoOf } from '../html/day-text.ts'
import { decodePage } from '../html/decode.ts'
import { bytesOf, tooLong } from './bytes.ts'
import type { Input } from './input.ts'
import { lineOf } from './kind.ts'

/** What a sitemap says of a page, by the local names of its elements. */
type Entry = Partial<Record<(typeof said)[number], string>>
const said = ['loc', 'title', 'publication_date'] as const

/** Sitemaps of news: a headline and a day for each page. */
export async function* readSitemap(input: Input): AsyncGenerator<Buffer> {
  const entries = await entriesOf(input)
  if (entries.length > 0 && entries.every(({ title }) => title === undefined))
    throw new NutgrafError(
      'invalid-input',
      input.path,
      'the sitemap has addresses alone, and no headlines of news; give the pages themselves, as a folder or a WARC',
    )
  for (const { loc, title, publication_date } of entries) {
    const published = isoOf(publication_date ?? '')
    const about = { ...(loc !== undefined && { id: loc }), ...(published !== null && { published }) }
    yield lineOf(
      title === undefined ? { ...about, unreadable: 'the entry has no headline' } : { ...about, text: title },
    )
  }
}

async function entriesOf(input: Input): Promise<Entry[]> {
  const bytes = await bytesOf(input.bytes())
  if (!bytes) throw new NutgrafError('invalid-input', input.path, tooLong)
  const entries: Entry[] = []
  let text = ''
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    text = ''
    if (localOf(name) === 'url') entries.push({})
  })
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (part) => {
      text += part
    })
  parser.on('closetag', ({ name }) => {
    const key = said.find((one) => one === localOf(name))
    const entry = entries.at(-1)
    const value = text.replace(/\s+/g, ' ').trim()
    // An image of the page has a title and an address, too.
    if (key && entry && value !== '' && !/^(?:image|video):/.test(name)) entry[key] ??= value
    text = ''
  })
  try {
    parser.write(decodePage(bytes, input.path).replace(/^\ufeff/, '')).close()
  } catch (error) {
    throw new NutgrafError(
      'invalid-input',
      input.path,
      `the sitemap can't be read (${(error as Error).message}); get it again, whole`,
    )
  }
  return entries
}

const localOf = (name: string) => name.slice(name.indexOf(':') + 1)
