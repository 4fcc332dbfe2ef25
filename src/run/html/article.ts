import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { checkText } from '../../api/options.ts'
import { NutgrafError } from '../../base/error.ts'
import { oneLine } from '../../base/span.ts'
import { boundPage } from './bound.ts'
import { clean } from './clean.ts'
import { keepDateline } from './dateline.ts'
import type { PageDocument, PageNode } from './dom.ts'
import { joinDropCaps } from './drop-cap.ts'
import { isFurniture } from './furniture.ts'
import { headingsOf, headlineOf, removeSiteHeadings, titlesOf } from './headline.ts'
import { readLinkedData } from './linked-data.ts'
import { publishedOf } from './published.ts'
import { blockTexts } from './text.ts'

/**
 * What a news page is about, without what stands around it.
 *
 * @example
 * import { type Article, readHtml } from 'nutgraf/html'
 *
 * const head = ({ title, published, byline }: Article) => [title, published, byline].join(' | ')
 * const page = `<title>Talks end</title><meta name="date" content="2023-08-30"><article><h1>Talks end</h1>
 * <p>Two days of talks between the foreign ministers of both countries ended in Dhaka on Friday.</p></article>`
 * console.log(head(readHtml(page))) // Talks end | 2023-08-30 |
 */
export interface Article {
  /** Its headline. */
  title: string | null
  /** Who wrote it, as the page says. */
  byline: string | null
  /** The name of the site, as the page says. */
  site: string | null
  /** BCP 47, as the page says. */
  language: string | null
  /** ISO 8601, as `published` of an extractor's options. */
  published: string | null
  /** Title and paragraphs, a blank line between them. Offsets of a story are into this text, not into the page. */
  text: string
}

/**
 * The article of a page: main text by Mozilla's Readability without pointers to other stories, captions and invitations,
 * the headline, the day of publication (JSON-LD, `meta`, microdata, what readers see, the address), the dateline kept at
 * the head of its paragraph. Time grows with the page, whatever is in it.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { readHtml } from 'nutgraf/html'
 *
 * const { text, published } = readHtml(`<title>Talks end</title><meta name="date" content="2023-08-30"><article>
 * <p>Two days of talks between the foreign ministers of both countries ended in Dhaka on Monday.</p></article>`)
 * console.log(extract(text, published === null ? {} : { published }).dates.at(-1)?.value) // 2023-08-28
 * @throws NutgrafError `no-article` for a page without one, `invalid-text` for what is no string
 */
export function readHtml(html: string): Article {
  checkText(html, 'readHtml')
  const page = boundPage(html)
  if (page === null) throw noArticle('its elements lie more than 512 deep within one another or are too many')
  const data = readLinkedData(page.linkedData)
  // Where the DOM's own types are known, theirs ask for more than is used here.
  const document = parseHTML(page.markup).document as unknown as PageDocument
  const published = publishedOf(document, data)
  removeSiteHeadings(document)
  const headings = headingsOf(document)
  const titles = [unmarked(data.headline ?? ''), ...titlesOf(document)].filter((title) => title !== '')
  clean(document)
  joinDropCaps(document)
  keepDateline(document)
  const found = read(document)
  const paragraphs = (found?.content ? blockTexts(found.content) : []).flatMap(withoutFurniture)
  // A page of links and buttons has no running text.
  if (!paragraphs.some((line) => line.length >= 60 && /[.!?…]["”’)\]]?$/.test(line)))
    throw noArticle('no paragraph of running text was found in it')
  const site = data.site ?? found?.siteName ?? null
  const title = headlineOf(headings, titles, site)
  const body = paragraphs.filter((paragraph, at) => at > 4 || (paragraph !== title && paragraph !== site)).join('\n\n')
  return {
    title,
    byline: data.byline ?? found?.byline ?? null,
    site,
    language: found?.lang ?? null,
    published,
    text: title === null ? body : `${title}\n\n${body}`,
  }
}

const plain = (text: string | null | undefined) => oneLine(text ?? '').trim()

/** A headline in JSON-LD may be written as in HTML. */
const unmarked = (text: string) =>
  /[&<]/.test(text) ? plain(parseHTML(boundPage(text)?.markup ?? '').document.body.textContent) : plain(text)

/** A paragraph without the lines that are no part of the article. */
function withoutFurniture(paragraph: string): string[] {
  const lines = paragraph.split('\n').filter((line) => !isFurniture(line))
  return lines.length === 0 ? [] : [lines.join('\n')]
}

const noArticle = (why: string) =>
  new NutgrafError(
    'no-article',
    'readHtml.html',
    `the page has no article: ${why}; give a page that holds its text without scripts, or the text itself`,
  )

/** Readability looks again, and less strictly, where it has found less; a news in brief is no longer than this. */
const charThreshold = 140

function read(document: PageDocument) {
  try {
    // The element itself, where Readability would write it as markup.
    const serializer = (element: unknown) => element as PageNode
    return new Readability(document as never, { charThreshold, disableJSONLD: true, serializer }).parse()
  } catch (error) {
    throw noArticle(`reading it failed (${error instanceof Error ? error.message : error})`)
  }
}
