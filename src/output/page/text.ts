import type { Story } from '../../base/story.ts'
import { type MentionOf, mentionsOf } from '../mentions.ts'
import { escapeHtml, escapeLine } from './escape.ts'
import { type Nested, nest } from './nest.ts'

/**
 * The text with its mentions marked, a `<p>` for each line that is not blank. Marks nest; where two cross, one comes in
 * pieces, all of them with the same `data-mention`. What begins a mention links to the card of the innermost one, or to where
 * `pathOf` says.
 */
export function drawText(story: Story<string>, text: string, pathOf: PathOf = cardOf): string {
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
      return `<p dir="auto">${drawSpan({ text, pathOf }, index, end, nest(here))}</p>\n`
    })
    .join('')
}

interface Piece {
  mention: MentionOf
  start: number
  end: number
}

/** Where what begins a mention leads, if it leads anywhere. */
type PathOf = (mention: MentionOf) => string | undefined

const cardOf: PathOf = ({ item }) => `#${item.id}`

interface Linked {
  text: string
  pathOf: PathOf
}

function drawSpan(
  linked: Linked,
  start: number,
  end: number,
  children: readonly Nested<Piece>[],
  within?: Nested<Piece>,
) {
  const { text, pathOf } = linked
  let out = ''
  let at = start
  // The words of a mention that begin it are its link, unless another mention begins there too.
  const leaf = (to: number) => {
    const words = escapeHtml(text.slice(at, to))
    if (words === '') return
    out +=
      within && at === within.start && begins(within)
        ? linkTo(pathOf(within.of.mention), within.of.mention, words)
        : words
  }
  for (const child of children) {
    leaf(child.start)
    out += drawMark(linked, child)
    at = child.end
  }
  leaf(end)
  return out
}

const begins = ({ start, of }: Nested<Piece>) => start === of.mention.start

function drawMark(linked: Linked, node: Nested<Piece>): string {
  const { layer, item, nth, type } = node.of.mention
  const attributes = `class="${layer} h${Math.min(node.height, 4)}" data-mention="${item.id}.${nth}" data-type="${escapeHtml(type)}"`
  return `<mark ${attributes}>${drawSpan(linked, node.start, node.end, node.children, node)}</mark>`
}

const linkTo = (path: string | undefined, { text, type }: MentionOf, words: string) =>
  path === undefined
    ? words
    : `<a href="${escapeHtml(path)}" aria-label="${escapeLine(text)}, ${escapeHtml(type)}">${words}</a>`
