import { oneLine } from '../../base/span.ts'
import { isElement, isText, type PageNode } from './dom.ts'

export const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const unread = new Set(
  'script style template noscript svg math iframe object video audio canvas button input select textarea head'.split(
    ' ',
  ),
)

/** The paragraphs of a page in order: blocks are paragraphs, cells of a row stand apart, white space is one space. */
export function blockTexts(root: PageNode): string[] {
  const paragraphs: string[] = []
  let line = ''
  const close = () => {
    const text = line.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n')
    // Two breaks in a row end a paragraph.
    for (const paragraph of text.split(/\n{2,}/)) if (paragraph.trim() !== '') paragraphs.push(paragraph.trim())
    line = ''
  }
  // No recursion: pages nest as deeply as their makers let them.
  const stack: (PageNode | 'close')[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'close') close()
    else if (isText(node)) line += oneLine(node.textContent ?? '')
    else {
      const name = isElement(node) ? node.localName : ''
      if (unread.has(name)) continue
      if (name === 'br') line += '\n'
      if (name === 'td' || name === 'th') line += ' '
      if (blocks.has(name)) {
        close()
        stack.push('close')
      }
      for (const child of [...node.childNodes].reverse()) stack.push(child)
    }
  }
  close()
  return paragraphs
}
