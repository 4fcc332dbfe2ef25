import type { PageDocument } from './dom.ts'

/** Takes out what asks for consent, which Readability keeps as a paragraph. */
export function removeConsent(document: PageDocument): void {
  const boxes = '[class*="cookie" i], [id*="cookie" i], [class*="consent" i], [id*="consent" i]'
  // An article may be about cookies, and some pages note on their outermost elements that consent was given.
  for (const box of document.querySelectorAll(boxes))
    if (!box.closest('article, main') && !box.querySelector('article, main, h1, body')) box.remove()
}
