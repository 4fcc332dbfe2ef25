import type { Story } from '../../base/story.ts'
import { type MentionOf, mentionsOf } from '../mentions.ts'
import { escapeHtml, escapeLine } from './escape.ts'
import { type Nested, nest } from './nest.ts'

/**
 * The text with its mentions marked, a `<p>` for each line that is not blank. Marks nest; where two cross, one comes in
 * pieces, all of them with the same `data-mention`. What begins a mention links to the card of the innermost one.
 */
export function drawText(story: Story<string>, text: string): string {
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => /\S/.test(line))
  const mentions = mentionsOf(story, text)
  let from = 0
  return lines
    .map(({ index, 0: line }) => {
      const end = index + line.length
      const here: Piece[] = []
      // Mentions are in order of their starts: those after this line are looked at with the next one.
      for (let i = from; i < mentions.length && mentions[i]!.start < end; i++) {
        const mention = mentions[i]!
        if (mention.end <= index) {
          if (i === from) from++
          continue
        }
        here.push({ mention, start: Math.max(mention.start, index), end: Math.min(mention.end, end) })
      }
      return `<p dir="auto">${drawSpan(text, index, end, nest(here))}</p>\n`
    })
    .join('')
}

interface Piece {
  mention: MentionOf
  start: number
  end: number
}

function drawSpan(
  text: string,
  start: number,
  end: number,
  children: readonly Nested<Piece>[],
  within?: Nested<Piece>,
) {
  let out = ''
  let at = start
  // The words of a mention that begin it are its link, unless another mention begins there too.
  const leaf = (to: number) => {
    const words = escapeHtml(text.slice(at, to))
    if (words === '') return
    out += within && at === within.start && begins(within) ? linkTo(within.of.mention, words) : words
  }
  for (const child of children) {
    leaf(child.start)
    out += drawMark(text, child)
    at = child.end
  }
  leaf(end)
  return out
}

const begins = ({ start, of }: Nested<Piece>) => start === of.mention.start

function drawMark(text: string, node: Nested<Piece>): string {
  const { layer, item, nth, type } = node.of.mention
  const attributes = `class="${layer} h${Math.min(node.height, 4)}" data-mention="${item.id}.${nth}" data-type="${escapeHtml(type)}"`
  return `<mark ${attributes}>${drawSpan(text, node.start, node.end, node.children, node)}</mark>`
}

const linkTo = ({ item, text, type }: MentionOf, words: string) =>
  `<a href="#${item.id}" aria-label="${escapeLine(text)}, ${escapeHtml(type)}">${words}</a>`
