import { isoOf } from './day-text.ts'
import { ancestorsOf, type PageDocument, type PageElement } from './dom.ts'

/** "MOSCOW (AP) —", "NEW YORK, May 7 /PRNewswire/ --": what opens a report, not what stands above it. */
const opensReport = /[—–-]\s?$|\([A-Z][\w\s]{0,40}\)\s?$|\/\s?$|^\p{Lu}{3,}/u

/**
 * Readability takes an element with `dateline` in its class or id for a byline and removes it; one that opens the
 * report gets other names.
 */
export function keepDateline(document: PageDocument): void {
  for (const element of document.querySelectorAll('[class*="dateline" i], [id*="dateline" i]')) {
    if (!isInParagraph(element) && !isDateline((element.textContent ?? '').trim())) continue
    for (const name of ['class', 'id']) {
      const value = element.getAttribute(name)
      if (value !== null) element.setAttribute(name, value.replace(/dateline|byline|author/gi, 'report-head'))
    }
  }
}

const isInParagraph = (element: PageElement) =>
  [element, ...ancestorsOf(element)].some(({ localName }) => localName === 'p')

/** A day alone is none. */
const isDateline = (text: string) => opensReport.test(text) && (isoOf(text) === null || /[—–/-]\s?$/.test(text))
