import { parseHTML } from 'linkedom'
import { NutgrafError } from '../../base/error.ts'
import { oneLine } from '../../base/span.ts'
import { readHtml } from './article.ts'
import { boundPage } from './bound.ts'
import type { PageNode } from './dom.ts'
import { blockTexts } from './text.ts'

/** The text of an article that comes without a page around it; of one that is too short for an article, all of it. */
export function readFragment(title: string, markup: string): string {
  const heading = title.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  try {
    return readHtml(`<title>${heading}</title><article><h1>${heading}</h1>${markup}</article>`).text
  } catch (error) {
    if (!(error instanceof NutgrafError && error.code === 'no-article')) throw error
  }
  return [title, ...paragraphsOf(markup)].filter((paragraph) => paragraph !== '').join('\n\n')
}

/** Whether a text has what only markup has, or seldom anything else. */
export const looksLikeMarkup = (text: string): boolean => /<[a-z/!]|&[a-z#]/i.test(text)

/** What may be markup, as a title in a feed, as one line of text. */
export const plainLine = (text: string): string =>
  oneLine(looksLikeMarkup(text) ? paragraphsOf(text).join(' ') : text).trim()

function paragraphsOf(markup: string): string[] {
  const bound = boundPage(markup)
  return bound ? blockTexts(parseHTML(bound.markup).document.body as unknown as PageNode) : []
}
