import { byPosition } from '../base/span.ts'
import { type Columns, ColumnWriter, tokenFlag, wordAt } from './columns.ts'
import { isDateline } from './dateline.ts'
import { Document, type Limit, Sentence } from './document.ts'
import { inkFrom, isBlank, tokenEnd } from './scan.ts'
import { endsSentence, isWrapped, longestSentence as longest } from './sentence-ends.ts'

/** What is longer is no word of a language: keys, encoded data, addresses. */
const longestRun = 200

/** Tokens and sentences of a text, in one pass. Reads any string; what is passed over stands in `limits`. */
export function readDocument(text: string, about: { published?: string | null } = {}): Document {
  const tokens = new ColumnWriter(text)
  /** The first token of each sentence. */
  const firsts: number[] = []
  const limits: Limit[] = []
  const wrapped = isWrapped(text)
  let first = 0
  const close = () => {
    firsts.push(first)
    first = tokens.length
  }
  let gap = 0
  let end = 0
  for (let run = inkFrom(text, 0); run < text.length; run = inkFrom(text, end)) {
    if (tokens.length > first)
      if (endsSentence(text, end, run, tokens, first, wrapped) || isDateline(text, tokens.startOf(first), end)) close()
      else if (tokens.length - first >= longest.tokens || end - tokens.startOf(first) > longest.characters) {
        const span = { start: tokens.startOf(first), end: tokens.endOf(tokens.length - 1) }
        limits.push({ ...span, code: 'long-sentence', message: cutMessage })
        close()
      }
    if (hasEmptyLine(text, end, run)) gap |= tokenFlag.paragraph
    const runEnd = endOfRun(text, run)
    if (runEnd - run > longestRun) {
      limits.push({ start: run, end: runEnd, code: 'long-token', message: runMessage(runEnd - run) })
      gap |= tokenFlag.afterUnread
      end = runEnd
      continue
    }
    let flags = tokens.length === first ? gap | tokenFlag.opens : gap
    for (let start = run; start < runEnd; start = end) {
      end = tokenEnd(text, start)
      tokens.add(start, end, flags)
      flags = tokenFlag.glued
    }
    gap = 0
  }
  if (tokens.length > first) close()
  const columns = tokens.columns()
  const sentences = firsts.map((first, i) => sentenceOf(text, columns, first, firsts[i + 1] ?? columns.length))
  return new Document(text, about.published ?? null, columns, sentences, limits.sort(byPosition))
}

const cutMessage = `a sentence of more than ${longest.tokens} words or ${longest.characters} characters is cut`
const runMessage = (length: number) => `${length} characters without a space are not read (limit ${longestRun})`

function endOfRun(text: string, from: number): number {
  let end = from + 1
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++
  return end
}

const newline = 10

function hasEmptyLine(text: string, from: number, to: number): boolean {
  let lines = 0
  for (let at = from; at < to && lines < 2; at++) if (text.charCodeAt(at) === newline) lines++
  return lines > 1
}

function sentenceOf(text: string, columns: Columns, first: number, last: number): Sentence {
  let [long, loud, high] = [0, 0, 0]
  for (let i = first; i < last; i++) {
    const word = wordAt(columns, i)
    if (!word.letters || word.lower.length < 4) continue
    long++
    if (word.allCaps) loud++
    if (word.capital) high++
  }
  const capitals = long > 1 && loud === long && !isDateline(text, columns.starts[first]!, columns.ends[last - 1]!)
  const stopped = wordAt(columns, last - 1).text === '.'
  const titleCase = !capitals && long > 3 && high / long > 0.8 && last - first < 30 && !stopped
  return new Sentence(text, columns, first, last, capitals, titleCase)
}
