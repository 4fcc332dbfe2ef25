import { type Phrase, searchWords } from '../../../archive/words.ts'
import type { Span } from '../../../base/span.ts'
import { oneLine } from '../../../base/span.ts'

/** So much of a text is looked at; a snippet of what is found behind it is the text's beginning. */
const looked = 200_000
/** Letters of a snippet, about. */
const length = 200

/** The words about where a text has most of some phrases, what was found in brackets. */
export function snippetOf(text: string, phrases: readonly Phrase[]): string {
  const found = phrasesOf(text.slice(0, looked), phrases)
  const marks = densest(found)
  const middle = marks.length === 0 ? 0 : (marks[0]!.start + marks.at(-1)!.end) / 2
  const start = wordStart(text, Math.max(0, Math.min(middle - length / 2, marks[0]?.start ?? 0)))
  const end = wordEnd(text, Math.max(start + length, marks.at(-1)?.end ?? 0))
  let snippet = start > 0 ? '… ' : ''
  let at = start
  for (const mark of marks) {
    snippet += `${text.slice(at, mark.start)}[${text.slice(mark.start, mark.end)}]`
    at = mark.end
  }
  return oneLine(snippet + text.slice(at, end) + (end < text.length ? ' …' : '')).trim()
}

interface Found extends Span {
  phrase: number
}

/** Where phrases stand, none over another. */
function phrasesOf(text: string, phrases: readonly Phrase[]): Found[] {
  const words = [...searchWords(text)]
  const found: Found[] = []
  for (let at = 0; at < words.length; at++) {
    const phrase = phrases.findIndex((stems) => stems.every((stem, i) => words[at + i]?.stem === stem))
    if (phrase < 0) continue
    const last = at + phrases[phrase]!.length - 1
    found.push({ start: words[at]!.start, end: words[last]!.end, phrase })
    at = last
  }
  return found
}

/** Those of a stretch as long as a snippet that has most phrases, the first of such. */
function densest(found: readonly Found[]): readonly Found[] {
  let best: readonly Found[] = found.slice(0, 1)
  const kinds = (marks: readonly Found[]) => new Set(marks.map(({ phrase }) => phrase)).size
  let last = 0
  for (let first = 0; first < found.length; first++) {
    while (last < found.length && found[last]!.end - found[first]!.start <= length) last++
    const marks = found.slice(first, Math.max(last, first + 1))
    if (kinds(marks) > kinds(best) || (first === 0 && marks.length > best.length)) best = marks
  }
  return best
}

const isBlank = (text: string, at: number) => /\s/.test(text[at] ?? ' ')

/** The beginning of the word that an offset is in, and the end. */
function wordStart(text: string, offset: number): number {
  let at = Math.floor(offset)
  while (at > 0 && offset - at < 40 && !isBlank(text, at - 1)) at--
  return at
}

function wordEnd(text: string, offset: number): number {
  let at = Math.ceil(offset)
  while (at < text.length && at - offset < 40 && !isBlank(text, at)) at++
  return Math.min(at, text.length)
}
