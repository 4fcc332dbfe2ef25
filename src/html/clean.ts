import type { PageDocument, PageNode } from './dom.ts'

/** Browsers nest no deeper than this. */
const deepest = 512

/** Whether a page nests deeper than browsers do, which Readability takes a time for that grows with the square. */
export function isTooDeep(root: PageNode): boolean {
  let level: PageNode[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap(({ childNodes }) => [...childNodes])
  }
  return false
}

/** Takes out what asks for consent, which Readability keeps as a paragraph. */
export function removeConsent(document: PageDocument): void {
  const boxes = '[class*="cookie" i], [id*="cookie" i], [class*="consent" i], [id*="consent" i]'
  // An article may be about cookies, and some pages note on their outermost elements that consent was given.
  for (const box of document.querySelectorAll(boxes))
    if (!box.closest('article, main') && !box.querySelector('article, main, h1, body')) box.remove()
}
