import { oneLine, type Span } from '../../base/span.ts'
import { datelineOf, townFromCapitals } from '../../text/dateline.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt, tokenFrom } from '../../text/position.ts'
import { fromCapitals } from './key.ts'
import { cityBefore, civicNouns, placed, stateAfter, stateBefore } from './lexicon.ts'

/** A name in the text that stands for a place, as the gazetteer is asked for it, and what the words beside it say. */
export interface Toponym extends Span {
  name: string
  /** The town that a dateline opens with. */
  dateline: boolean
  /** "Washington state", "Washington police": which of the two the words beside a name mean. */
  cue: 'state' | 'city' | undefined
  /** What joins it to the next toponym: "Paris, Texas", "Paris (Texas)", "Texas and Ohio". */
  glue: 'comma' | 'bracket' | 'and' | undefined
  /** After a preposition: "in Kansas, Oklahoma", and not "Kansas, Oklahoma brace for storms". */
  placed: boolean
  /** Before a mark or the end of the text. */
  closed: boolean
}

/** The toponyms of a document at the given spans, which are in order. */
export function readToponyms(doc: Document, spans: readonly Span[]): Toponym[] {
  const { text, tokens } = doc
  const town = datelineOf(doc)
  return spans.map(({ start, end }, i) => {
    const written = oneLine(text.slice(start, end))
    const dateline = town?.start === start && town.end === end
    const next = spans[i + 1]
    const first = tokenAt(doc, start)
    const before = tokens[first - 1]?.normal ?? ''
    return {
      start,
      end,
      name: dateline ? townFromCapitals(written) : fromCapitals(written),
      dateline,
      cue: cueAt(doc, first, end),
      glue: next && glueOf(text.slice(end, Math.min(next.start, end + longestGlue))),
      placed: placed.has(before),
      closed: closes.test(text.slice(end, end + 3)),
    }
  })
}

const longestGlue = 8
const closes = /^(?:$|[.,;:)\n]|\s?[-–—]|\s\()/

function glueOf(between: string): Toponym['glue'] {
  // "Maiduguri Borno State": a comma is left out.
  if (/^,?\s+$/.test(between)) return 'comma'
  if (/^\s+\($/.test(between)) return 'bracket'
  return /^,?\s+(?:and|or|&)\s+$/.test(between) ? 'and' : undefined
}

function cueAt(doc: Document, first: number, end: number): Toponym['cue'] {
  const { tokens } = doc
  const last = tokenFrom(doc, end)
  const after = tokens[last]?.start === end + 1 ? tokens[last]!.normal : ''
  const before = tokens[first - 1]?.normal ?? ''
  const lead = before === 'of' ? `${tokens[first - 2]?.normal ?? ''} of` : before
  if (stateAfter.has(after) || stateBefore.has(lead)) return 'state'
  return civicNouns.has(after) || cityBefore.has(lead) ? 'city' : undefined
}
