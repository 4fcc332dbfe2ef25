import type { Story } from '../src/api/index.ts'
import { drawCards } from '../src/output/page/cards.ts'
import { drawAgenda } from '../src/output/page/draw-agenda.ts'
import { drawMap } from '../src/output/page/map.ts'
import { drawWarnings } from '../src/output/page/page.ts'
import { sentencesOf } from '../src/output/page/quotes.ts'
import { drawText } from '../src/output/page/text.ts'
import { drawTimeline } from '../src/output/page/timeline.ts'
import { headOf, linesIn } from './head.ts'
import type { Drawn } from './protocol.ts'

/** What is seen first. The first piece of the text is that which is drawn before the whole is read. */
export function drawFirst(story: Story<string>, text: string): Drawn {
  const paragraphs = drawText(story, text).split(/(?=<p )/)
  const head = linesIn(headOf(text))
  return {
    warnings: packed([drawWarnings(story)]),
    agenda: packed(piecesOf(drawAgenda(story, sentencesOf(text)).split(/(?=<h3>)/))),
    marked: packed([paragraphs.slice(0, head).join(''), ...piecesOf(paragraphs.slice(head))]),
  }
}

export const drawLater = (story: Story<string>, text: string): Drawn => ({
  timeline: packed([drawTimeline(story, sentencesOf(text))]),
  map: packed(piecesOf(drawMap(story).split(/(?=<h3>)/))),
  cards: packed(piecesOf(drawCards(story).split(/(?=<h3>|<article )/))),
})

/** What of an answer is handed over, and not copied. */
export const buffersOf = (drawn: Drawn): ArrayBuffer[] =>
  Object.values(drawn).flatMap((pieces) => pieces.map(({ buffer }) => buffer))

const encoder = new TextEncoder()
const packed = (pieces: readonly string[]) => pieces.map((piece) => encoder.encode(piece))

/** Characters of HTML that a page takes in without a pause. */
const atOnce = 30_000

/** Parts put together into pieces. */
function piecesOf(parts: readonly string[]): string[] {
  const pieces: string[] = []
  for (const part of parts) {
    const last = pieces.length - 1
    if (last >= 0 && pieces[last]!.length + part.length <= atOnce) pieces[last] += part
    else pieces.push(part)
  }
  return pieces
}
