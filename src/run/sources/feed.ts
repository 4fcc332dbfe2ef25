import { type AnyFeed, parseFeed } from 'feedsmith'
import { NutgrafError } from '../../base/error.ts'
import { isoOf } from '../html/day-text.ts'
import { decodePage } from '../html/decode.ts'
import { looksLikeMarkup, plainLine, readFragment } from '../html/fragment.ts'
import { bytesOf, tooLong } from './bytes.ts'
import type { Input } from './input.ts'
import { lineOf } from './kind.ts'

/** The items of RSS of all versions, Atom and JSON Feed. */
export async function* readFeed(input: Input): AsyncGenerator<Buffer> {
  for (const { ids, days, title, bodies } of await itemsOf(input)) {
    const id = ids.find(isFilled)
    const published = days.flatMap((day) => isoOf(day ?? '') ?? [])[0]
    const about = { ...(id !== undefined && { id }), ...(published !== undefined && { published }) }
    const text = textOf(
      plainLine(title ?? ''),
      bodies.find(({ text }) => isFilled(text)),
    )
    yield lineOf(text === '' ? { ...about, unreadable: 'the item has no text' } : { ...about, text })
  }
}

function textOf(headline: string, body: Body | undefined): string {
  if (body && isMarkup(body)) return readFragment(headline, body.text!)
  return [headline, body?.text?.trim()].filter(isFilled).join('\n\n')
}

const isFilled = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** What an item of any format has, the best first. */
interface Item {
  ids: (string | undefined)[]
  days: (string | undefined)[]
  title: string | undefined
  bodies: Body[]
}

interface Body {
  text: string | undefined
  /** Where it is not told, it is markup if it looks like it. */
  isMarkup?: boolean
}

const isMarkup = ({ text = '', isMarkup: told = looksLikeMarkup(text) }: Body) => told

async function itemsOf(input: Input): Promise<Item[]> {
  const bytes = await bytesOf(input.bytes())
  if (!bytes) throw new NutgrafError('invalid-input', input.path, tooLong)
  const text = decodePage(bytes, input.path).replace(/^\ufeff/, '')
  try {
    if (breaksOff(text)) throw new Error('it breaks off')
    return itemsIn(parseFeed(text))
  } catch (error) {
    const { message, cause } = error as Error
    const why = cause instanceof Error ? cause.message : message
    throw new NutgrafError('invalid-input', input.path, `the feed can't be read (${why}); get it again, whole`)
  }
}

/** The reader of feeds forgives an end that is missing, and with it the items that were there. */
const breaksOff = (text: string) =>
  !text.trimStart().startsWith('{') && !/<\/(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)\s{0,9}>/i.test(text.slice(-2000))

function itemsIn({ format, feed }: AnyFeed): Item[] {
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ guid, link, pubDate, title, description, content, dc, atom }) => ({
        ids: [guid?.value, link],
        days: [pubDate, dc?.dates?.[0], atom?.published, atom?.updated],
        title,
        bodies: [{ text: content?.encoded }, { text: description }],
      }))
    case 'rdf':
      return (feed.items ?? []).map(({ rdf, link, title, description, content, dc }) => ({
        ids: [rdf?.about, link],
        days: [dc?.dates?.[0]],
        title,
        bodies: [{ text: content?.encoded }, { text: description }],
      }))
    case 'atom':
      return (feed.entries ?? []).map(({ id, links, published, updated, title, content, summary }) => ({
        ids: [id, links?.[0]?.href],
        days: [published, updated],
        title: title?.value,
        bodies: [content, summary].map((body) => ({
          text: body?.value,
          isMarkup: /html/.test(body?.type ?? ''),
        })),
      }))
    case 'json':
      return (feed.items ?? []).map((item) => ({
        ids: [item.id, item.url],
        days: [item.date_published, item.date_modified],
        title: item.title,
        bodies: [
          { text: item.content_html, isMarkup: true },
          { text: item.content_text, isMarkup: false },
          { text: item.summary, isMarkup: false },
        ],
      }))
  }
}
