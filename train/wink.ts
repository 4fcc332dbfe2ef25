import { createRequire } from 'node:module'
import type { WinkMethods } from 'wink-nlp'
import { wordAt } from '../src/text/columns.ts'
import type { Sentence } from '../src/text/document.ts'
import { inkFrom, invisible } from '../src/text/scan.ts'

const require = createRequire(import.meta.url)
const odd = new RegExp(String.raw`[^\S ]|[${invisible}]`, 'g')

/** Tells the parts of speech of a sentence's tokens by Universal Dependencies, null where none is known. */
export type Teacher = (sentence: Sentence) => (string | null)[]

/** wink-nlp as if it had read nothing: what it learned from texts before would change how it cuts and tags. */
export function openTeacher(): Teacher {
  // Opening its model a second time would read what the first left of it.
  for (const file of Object.keys(require.cache)) if (/[\\/]wink-(?:nlp|eng)/.test(file)) delete require.cache[file]
  const engine: WinkMethods = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
  return (sentence) => speechOf(sentence, engine)
}

/** Each token has the part of speech of the word that wink-nlp reads at its place. */
function speechOf({ text, columns, start, end, first, last }: Sentence, engine: WinkMethods): (string | null)[] {
  // wink-nlp counts only plain spaces; one for each code unit keeps offsets as they are.
  const own = text.slice(start, end).replace(odd, ' ')
  const found: (string | null)[] = Array(last - first).fill(null)
  let next = first
  let cursor = 0
  for (const [written, speech] of readWords(own, engine)) {
    const at = find(own, written, cursor)
    if (at < 0) continue
    cursor = at + written.length
    for (; next < last && columns.starts[next]! - start < cursor; next++)
      if (!wordAt(columns, next).punctuation && columns.ends[next]! - start > at) found[next - first] = speech
  }
  return found
}

function readWords(text: string, { its, readDoc }: WinkMethods): [text: string, speech: string][] {
  const words = readDoc(text).tokens()
  const texts = words.out(its.value as never) as unknown as string[]
  const parts = words.out(its.pos as never) as unknown as string[]
  return texts.map((word, i) => [word, parts[i] ?? 'X'])
}

// wink-nlp may normalise what it returns; what does not stand near the cursor is left out, never misplaced.
function find(text: string, word: string, cursor: number): number {
  const at = inkFrom(text, cursor)
  if (text.startsWith(word, at)) return at
  const near = text.slice(at, at + 400).indexOf(word)
  return near < 0 ? -1 : at + near
}
