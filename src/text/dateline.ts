import type { Span } from '../base/span.ts'
import type { Document } from './document.ts'

/** A headline or two may come before it. */
const farthest = 1500
const longest = 120

/** "NEW YORK, Sept 7 (Reuters) -", "BEIRUT, Lebanon (AP) —", "McALLEN, Texas –": a town in capitals, an agency, a dash. */
const dateline =
  /^((?:Mc|St\. )?\p{Lu}{2}[\p{Lu}'’. -]{0,28})(?:, [\p{L}\d., ]{1,40})?(?: {1,3}\(\p{L}[^()\n]{1,40}\)(?: {0,3}(?:[–—]|--?(?=\s)))?| {0,3}[–—]| {1,3}--?(?=\s))/u

/** "CRICKET - ENGLAND BEAT PAKISTAN" is a headline: a story begins in lower case soon. */
const soon = 25

interface Dateline {
  town: Span
  end: number
  /** Capitals before a hyphen alone may shout: "BEST BURGERS EVER - very fast". */
  isSure: boolean
}

/** The dateline that begins at a position of a text. */
function datelineAt(text: string, start: number): Dateline | undefined {
  if (start > farthest) return
  const found = dateline.exec(text.slice(start, start + longest))
  if (!found) return
  const end = start + found[0].length
  if (!/\p{Ll}/u.test(text.slice(end, end + soon))) return
  const town = found[1]!.trimEnd()
  const isSure = /[,(–—]/.test(found[0].slice(town.length))
  return { town: { start, end: start + town.length }, end, isSure }
}

/** Where the town of the story's dateline is. */
export function datelineOf({ text, sentences }: Document): Span | undefined {
  for (const { start } of sentences) {
    if (start > farthest) return
    const found = datelineAt(text, start)
    if (found) return found.town
  }
  return
}

const dash = /[-–—]/

/** Whether a stretch is surely a dateline, from its town to its dash. */
export function isDateline(text: string, start: number, end: number): boolean {
  if (end - start > longest || !dash.test(text[end - 1]!)) return false
  const found = datelineAt(text, start)
  return found?.end === end && found.isSure
}

/** "McALLEN" is McAllen. */
export const townFromCapitals = (town: string): string =>
  town.replace(/\p{Lu}{2,}(?:['’]S\b)?/gu, (word) => word[0] + word.slice(1).toLowerCase())
