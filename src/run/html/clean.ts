import {
  ancestorsOf,
  descendantsOf,
  isElement,
  isText,
  labelsOf,
  type PageDocument,
  type PageElement,
  shortText,
} from './dom.ts'
import { boxLabels, endsWithPointer, isFurniture, isProse } from './furniture.ts'
import { blocks } from './text.ts'

/** Takes out what is no part of an article and is within it, and frees what is from links. */
export function clean(document: PageDocument): void {
  removeConsent(document)
  removeBoxes(document)
  removeListsOfStories(document)
  for (const line of document.querySelectorAll('p, div, li, h2, h3, h4, h5, h6, blockquote, center, section'))
    cleanLine(line)
}

/** Lists of other stories: each item is a headline that leads to one. */
function removeListsOfStories(document: PageDocument): void {
  for (const list of document.querySelectorAll('ul, ol')) {
    const items = [...list.childNodes].filter(isElement)
    if (items.length > 0 && items.length <= 20 && items.every(isStory)) list.remove()
  }
}

function isStory(item: PageElement): boolean {
  const text = shortText(item, longestLine)
  const [link] = item.querySelectorAll('a')
  return (
    text !== null && link !== undefined && isFurniture(text, (shortText(link, longestLine)?.length ?? 0) / text.length)
  )
}

/** What asks for consent, which Readability keeps as a paragraph. */
function removeConsent(document: PageDocument): void {
  const boxes = '[class*="cookie" i], [id*="cookie" i], [class*="consent" i], [id*="consent" i]'
  // An article may be about cookies, and some pages note on their outermost elements that consent was given.
  for (const box of document.querySelectorAll(boxes))
    if (![box, ...ancestorsOf(box)].some(isArticle) && !holdsArticle(box)) box.remove()
}

/** The longest box: a newsletter with what it is about, a list of five stories. */
const longestBox = 600

function removeBoxes(document: PageDocument): void {
  for (const caption of document.querySelectorAll('figcaption')) caption.remove()
  for (const box of document.querySelectorAll('[class], [id]')) {
    if (isArticle(box) || !labelsOf(box).some((label) => boxLabels.has(label))) continue
    if (shortText(box, longestBox) !== null && !holdsArticle(box)) box.remove()
  }
}

const isArticle = ({ localName }: PageElement) => localName === 'article' || localName === 'main'

function holdsArticle(box: PageElement): boolean {
  for (const node of descendantsOf(box))
    if (isElement(node) && /^(?:article|main|h1|body)$/.test(node.localName)) return true
  return false
}

/** A line of text; longer ones are prose. */
const longestLine = 400

function cleanLine(line: PageElement): void {
  const links: PageElement[] = []
  let parts = 0
  for (const node of descendantsOf(line)) {
    if (++parts > longestLine) return
    if (!isElement(node)) continue
    if (node !== line && blocks.has(node.localName)) return
    if (node.localName === 'a') links.push(node)
  }
  for (const link of links) removePointer(link)
  const text = shortText(line, longestLine)
  if (text === null || text === '') return
  const inLinks = links.reduce((sum, link) => sum + (shortText(link, longestLine)?.length ?? 0), 0)
  if (![line, ...links].some(isByline) && isFurniture(text, shareThatCounts(line, inLinks / text.length))) line.remove()
  // Readability takes a paragraph of links for a menu.
  else if (isProse(text)) for (const link of links) link.replaceWith(...link.childNodes)
}

/** Headings and items of lists may be links all over. */
const shareThatCounts = ({ localName }: PageElement, linked: number) =>
  localName === 'li' ? Math.min(linked, 0.8) : /^h\d$/.test(localName) ? 0 : linked

const isByline = (element: PageElement) =>
  element.getAttribute('rel') === 'author' ||
  /author/i.test(element.getAttribute('itemprop') ?? '') ||
  labelsOf(element).some((label) => label === 'byline' || label === 'author')

/** "… he said. (READ MORE: <a>Minister visits Cairo</a>)", and links in square brackets. */
function removePointer(link: PageElement): void {
  const [before, after] = [link.previousSibling, link.nextSibling]
  const text = before && isText(before) ? (before.textContent ?? '') : ''
  const tail = text.slice(-80)
  const found = endsWithPointer.exec(tail)
  if (!before || !found) return
  const opening = /[[(]/.exec(found[0])?.[0]
  const closing = after && isText(after) ? /^\s?[)\]]/.exec(after.textContent ?? '')?.[0] : undefined
  if (opening === '[' && closing === undefined) return
  before.textContent = text.slice(0, text.length - tail.length + found.index)
  if (after && opening && closing) after.textContent = (after.textContent ?? '').slice(closing.length)
  link.remove()
}
