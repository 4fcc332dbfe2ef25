import { oneLine, type Span } from '../../base/span.ts'
import { datelineOf, townFromCapitals } from '../../text/dateline.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt, tokenFrom } from '../../text/position.ts'
import { fromCapitals } from './key.ts'
import {
  beforeMountains,
  cityBefore,
  cityParts,
  civicNouns,
  placed,
  settlementNouns,
  stateAfter,
  stateBefore,
} from './lexicon.ts'
import { type Glue, glueOf, longestTie } from './ties.ts'

/** A name in the text that stands for a place, as the gazetteer is asked for it, and what the words beside it say. */
export interface Toponym extends Span {
  name: string
  /** The town that a dateline opens with. */
  dateline: boolean
  /** "Washington state", "Washington police": which of the two the words beside a name mean. */
  cue: 'state' | 'city' | undefined
  /** What the words before it call it: "the town of Troy", "the suburb of Brooklyn", "University of Georgia", "on Mount Hood". */
  called: 'town' | 'part' | 'university' | 'mountain' | undefined
  /** What joins it to the next toponym: "Paris, Texas", "Paris (Texas)", "Texas and Ohio", "Paris in Texas". */
  glue: Glue
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
      called: calledAt(written, before, tokens[first - 2]?.normal ?? ''),
      glue: next && next.start - end <= longestTie ? glueOf(text.slice(end, next.start)) : undefined,
      placed: placed.has(before),
      closed: closes.test(text.slice(end, end + 3)),
    }
  })
}

const closes = /^(?:$|[.,;:)\n]|\s?[-–—]|\s\()/

function calledAt(written: string, before: string, noun: string): Toponym['called'] {
  if (/^M(?:oun)?t\.? /.test(written))
    return beforeMountains.has(before === 'of' ? noun : before) ? 'mountain' : undefined
  if (before !== 'of') return undefined
  return settlementNouns.has(noun) ? 'town' : cityParts.has(noun) ? 'part' : noun === 'university' ? noun : undefined
}

function cueAt(doc: Document, first: number, end: number): Toponym['cue'] {
  const { tokens } = doc
  const last = tokenFrom(doc, end)
  const after = tokens[last]?.start === end + 1 ? tokens[last]!.normal : ''
  const before = tokens[first - 1]?.normal ?? ''
  const lead = before === 'of' || before === 'from' ? `${tokens[first - 2]?.normal ?? ''} ${before}` : before
  if (stateAfter.has(after) || stateBefore.has(lead)) return 'state'
  return civicNouns.has(after) || cityBefore.has(lead) ? 'city' : undefined
}
