import {
  ancestorsOf,
  descendantsOf,
  isText,
  labelsOf,
  type PageDocument,
  type PageElement,
  type PageNode,
  shortText,
} from './dom.ts'

/** A letter, with a quotation mark before it. */
const initial = /^["“‘']?\p{Lu}$/u

/**
 * Joins a first letter that stands in an element of its own to its word, so that it is not lost as a block of one
 * letter.
 */
export function joinDropCaps(document: PageDocument): void {
  for (const element of document.querySelectorAll('p, div, span, b, big, font, strong')) {
    const letter = shortText(element, 10)
    if (letter === null || !initial.test(letter)) continue
    const next = nextText(element)
    const text = next?.textContent ?? ''
    if (!next || !continues(element).test(text)) continue
    // "A man", "I saw" are two words where a space says so.
    next.textContent = letter + (/[AI]$/.test(letter) ? text.replace(/^\s+/, ' ') : text.trimStart())
    element.remove()
  }
}

/** How the text goes on after a letter that is a drop cap: in any way, if the page calls it one. */
function continues(element: PageElement): RegExp {
  if (/dropcap|drop cap|firstletter|first letter|firstcharacter|initial/.test(labelsOf(element).join(' ')))
    return /^\s*[\p{L}’']/u
  // Within a line it is joined as it stands.
  return /^(?:p|div)$/.test(element.localName) ? /^\p{Ll}/u : /^\b$/
}

/** The text that follows an element, where little but markup stands between. */
function nextText(element: PageElement): PageNode | null {
  let visited = 0
  for (const place of [element, ...ancestorsOf(element)].slice(0, 3))
    for (let next = place.nextSibling; next; next = next.nextSibling)
      for (const node of descendantsOf(next)) {
        if (++visited > 20) return null
        if (isText(node) && /\S/.test(node.textContent ?? '')) return node
      }
  return null
}
