import type { Document, Token } from '../document/document.ts'
import { oneLine, type Span, SpanSet } from '../span.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceName } from './locations.ts'

const longestName = 4
/** What stands before a place, and what stands before one that is known well. */
const cue = new Set(['in', 'at', 'near', 'from', 'outside'])
const weakCue = new Set('to of around inside toward towards through across into for via beyond between'.split(' '))
const capitalized = /^\p{Lu}/u
/** "Ill.", "W.Va.": they stand behind a comma, before a noun, in a dateline. */
const abbreviation = /^(?:[A-Z][a-z]{1,4}|[A-Z]\.\s?[A-Z][a-z]?)\.$/

/**
 * Places that the tagger passed over: names of the gazetteer at capitalised words that no other name covers, behind a
 * preposition of place or before a comma and a state. A name that goes on with another capitalised word is another name.
 */
export function recogniseToponyms(doc: Document, names: readonly Span[], gazetteer: Gazetteer): PlaceName[] {
  const taken = new SpanSet(names)
  const found: PlaceName[] = []
  for (const sentence of doc.sentences) {
    if (sentence.capitals || sentence.titleCase) continue
    for (let i = sentence.first; i < sentence.last; i++) {
      const first = doc.tokens[i]!
      if (!capitalized.test(first.text) || taken.overlapping(first)) continue
      const length = lengthAt(doc, i, sentence.last, gazetteer, taken)
      if (length === 0) continue
      const last = doc.tokens[i + length - 1]!
      found.push({ start: first.start, end: last.end, type: 'location', source: 'gazetteer/cue', confidence: 0.8 })
      i += length - 1
    }
  }
  return found
}

/** How many tokens from `at` on are a place's name, with a cue that says so. */
function lengthAt(doc: Document, at: number, end: number, gazetteer: Gazetteer, taken: SpanSet<Span>): number {
  const { tokens, text } = doc
  let length = Math.min(longestName, end - at)
  for (let i = at; i < at + length; i++) if (taken.overlapping(tokens[i]!) || tokens[i]!.punctuation) length = i - at
  for (; length > 0; length--) {
    const last = tokens[at + length - 1]!
    if (!capitalized.test(last.text)) continue
    const name = oneLine(text.slice(tokens[at]!.start, last.end))
    const stop = tokens[at + length]
    if (stop?.text === '.' && stop.start === last.end && abbreviation.test(`${name}.`)) {
      if (gazetteer.byName(`${name}.`).length > 0)
        return gazetteer.isProminent(`${name}.`) && tokens[at + length + 1] !== undefined ? length + 1 : 0
    } else if (abbreviation.test(name) && gazetteer.byName(name).length > 0)
      return gazetteer.isProminent(name) && stop !== undefined ? length : 0
    if (gazetteer.byName(name).length === 0) continue
    return name.length > 3 && hasCue(tokens, at, length, gazetteer.isProminent(name)) ? length : 0
  }
  return 0
}

function hasCue(tokens: readonly Token[], at: number, length: number, known: boolean): boolean {
  const next = tokens[at + length]
  if (
    next &&
    (capitalized.test(next.text) || next.normal === "'s" || next.text === '-') &&
    next.start - tokens[at + length - 1]!.end <= 1
  )
    return false
  const lead = tokens[at - 1]?.normal ?? ''
  return cue.has(lead) || (known && (weakCue.has(lead) || (lead === 'the' && length > 1)))
}
