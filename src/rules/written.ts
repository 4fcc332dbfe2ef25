import type { Span } from '../base/span.ts'
import type { ParsedElement } from './compromise.ts'
import { endOfRegex } from './language.ts'

/**
 * Where each element that compromise read stands in the pattern as it was written, without the bracket of its group.
 * compromise keeps no offsets; null where its reading and ours do not come out even.
 */
export function placesOf(match: string, elements: readonly ParsedElement[]): ReadonlyMap<ParsedElement, Span> | null {
  const places = new Map<ParsedElement, Span>()
  const walk = (list: readonly ParsedElement[], blocks: readonly Span[]): boolean => {
    let next = 0
    for (let i = 0; i < list.length; ) {
      const block = blocks[next++]
      if (!block) return false
      const place = bare(match, block)
      const { choices } = list[i]!
      if (choices && !walk(choices.flat(), blocksIn(match, inside(match, place), /[\s|]/))) return false
      for (const last = i + partsOf(match.slice(place.start, place.end), list[i]!); i < last && i < list.length; i++)
        places.set(list[i]!, place)
    }
    return next === blocks.length
  }
  return walk(elements, blocksIn(match, { start: 0, end: match.length }, /\s/)) ? places : null
}

/** Stretches between borders; what stands in brackets or slashes holds together. */
function blocksIn(match: string, { start, end }: Span, border: RegExp): Span[] {
  const blocks: Span[] = []
  const open: string[] = []
  let from = -1
  for (let at = start; at < end; at++) {
    const sign = match[at]!
    if (open.length === 0 && border.test(sign)) {
      if (from >= 0) blocks.push({ start: from, end: at })
      from = -1
      continue
    }
    if (from < 0) from = at
    if (sign === '/' && open.at(-1) !== '{') at = Math.max(at, endOfRegex(match, at))
    else if (sign === '(' || sign === '{') open.push(sign)
    else if (sign === ')' || sign === '}') open.pop()
  }
  if (from >= 0) blocks.push({ start: from, end })
  return blocks
}

function bare(match: string, { start, end }: Span): Span {
  const block = match.slice(start, end)
  const lead = /^\^?\[<[^>]*>/.exec(block)?.[0].length ?? 0
  const close = /\][?+*$]*$/.exec(block)?.index ?? block.length
  return { start: start + lead, end: start + Math.max(lead, close) }
}

const inside = (match: string, { start, end }: Span): Span => ({
  start: match.indexOf('(', start) + 1,
  end: match.lastIndexOf(')', end - 1),
})

/** compromise reads "closed-door" as two elements, but "co-chair", whose "co" it knows as a prefix, as one. */
function partsOf(written: string, { word }: ParsedElement): number {
  if (word === undefined || !/[a-z0-9][-–—][a-z]/i.test(written) || /[-–—]/.test(word)) return 1
  return written.split(/[-–—]/).filter(Boolean).length
}
