import { firstFrom, type Span } from '../base/span.ts'
import type { Document, Sentence, Token } from '../text/document.ts'
import { spanOf } from '../text/position.ts'
import { partsOfSpeech } from '../text/tags.ts'
import { headsOf, type Pattern, type TestStep, type TokenTest } from './compiled-pattern.ts'

/** A span that a layer found, under the tag by which patterns call it: `#Person`, `#Date`, `#NounPhrase`. */
export interface TypedSpan extends Span {
  tag: string
}

/** The tag by which rules call a type: `#Vessel`. */
export const tagOf = (type: string) => type.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())

/** The words of one sentence, without punctuation, with the typed spans that begin at each. */
export interface Words {
  readonly tokens: readonly Token[]
  /** How many words a typed span of a tag has that begins at a word; 0 where none does. */
  spanLength(at: number, tag: string): number
  /** The tags of the typed spans that begin at a word. */
  tagsAt(at: number): string[]
}

export interface RuleMatch extends Span {
  groups: Record<string, Span>
}

/** Sentences, each with the spans that reach into it; spans in order of the text. */
export function* spansBySentence<S extends Span>(
  { sentences }: Document,
  spans: readonly S[],
): Generator<readonly [Sentence, readonly S[]]> {
  let from = 0
  for (const sentence of sentences) {
    while (from < spans.length && spans[from]!.end <= sentence.start) from++
    let to = from
    while (to < spans.length && spans[to]!.start < sentence.end) to++
    yield [sentence, spans.slice(from, to)]
  }
}

/**
 * Puts a sentence and the typed spans in it side by side. Its noun phrases are read when a pattern asks for one:
 * most patterns fail at a word before.
 */
export function sentenceWords(
  doc: Document,
  sentence: Sentence,
  spans: readonly TypedSpan[],
  nounPhrases: () => readonly Span[],
): Words {
  const tokens: Token[] = []
  for (let i = sentence.first; i < sentence.last; i++) if (!doc.tokens[i]!.punctuation) tokens.push(doc.tokens[i]!)
  // By tag: a sentence has spans of few, and most tests ask for another.
  const lengths = new Map<string, Map<number, number>>()
  const add = ({ start, end }: Span, tag: string) => {
    const first = firstFrom(tokens, start)
    if (tokens[first]?.start !== start) return
    let last = first
    while (last < tokens.length && tokens[last]!.start < end) last++
    const own = lengths.get(tag) ?? new Map<number, number>()
    lengths.set(tag, own.set(first, Math.max(own.get(first) ?? 0, last - first)))
  }
  for (const span of spans) add(span, span.tag)
  let phrases: readonly Span[] | undefined
  return {
    tokens,
    spanLength(at, tag) {
      if (tag === 'NounPhrase' && !phrases) {
        phrases = nounPhrases()
        for (const span of phrases) add(span, tag)
      }
      return lengths.get(tag)?.get(at) ?? 0
    },
    tagsAt: (at) => [...lengths].flatMap(([tag, own]) => (own.has(at) ? [tag] : [])),
  }
}

const headsOfPattern = new WeakMap<Pattern, readonly TestStep[]>()

/** All matches of a pattern in a sentence, leftmost first, none overlapping another. */
export function matchAll(pattern: Pattern, words: Words): RuleMatch[] {
  let heads = headsOfPattern.get(pattern)
  if (!heads) {
    heads = headsOf(pattern.steps) ?? []
    headsOfPattern.set(pattern, heads)
  }
  const found: RuleMatch[] = []
  let visited: Uint8Array | undefined
  for (let at = 0; at < words.tokens.length; ) {
    if (!mayBegin(heads, words, at)) {
      at++
      continue
    }
    visited ??= cleared(pattern.steps.length * (words.tokens.length + 1))
    const match = matchAt(pattern, words, at, visited)
    if (match) {
      found.push(match)
      while (at < words.tokens.length && words.tokens[at]!.start < match.end) at++
      // What the match went through at its end did not fail.
      visited.fill(0, at * pattern.steps.length, (at + 1) * pattern.steps.length)
    } else at++
  }
  return found
}

let room = new Uint8Array(4096)

/** So many zeros; the same array again where it is large enough, since one is needed for each pattern and sentence. */
function cleared(length: number): Uint8Array {
  if (room.length < length) room = new Uint8Array(2 * length)
  else room.fill(0, 0, length)
  return room
}

function mayBegin(heads: readonly TestStep[], words: Words, at: number): boolean {
  for (let i = 0; i < heads.length; i++) {
    if (wordsTaken(heads[i]!, words, at) > 0) return true
  }
  return false
}

/**
 * Backtracking that never visits a (step, word) pair twice: what failed once fails from every start. Linear in steps
 * × words, whatever the pattern (R. Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009).
 */
function matchAt({ steps }: Pattern, words: Words, from: number, visited: Uint8Array): RuleMatch | null {
  type Note = { group: string; at: number; open: boolean; before: Note | null }
  const threads: { step: number; at: number; notes: Note | null }[] = [{ step: 0, at: from, notes: null }]
  while (threads.length > 0) {
    const thread = threads.pop()!
    let { step, at, notes } = thread
    for (;;) {
      const mark = at * steps.length + step
      if (visited[mark]) break
      visited[mark] = 1
      const now = steps[step]!
      if (now.op === 'done') {
        return read(words.tokens, from, at, notes)
      }
      if (now.op === 'test') {
        const taken = wordsTaken(now, words, at)
        if (taken === 0) break
        at += taken
        step++
      } else if (now.op === 'fork') {
        threads.push({ step: now.second, at, notes })
        step = now.first
      } else if (now.op === 'jump') step = now.to
      else if (now.op === 'open' || now.op === 'close') {
        notes = { group: now.group, at, open: now.op === 'open', before: notes }
        step++
      } else {
        if (now.op === 'atStart' ? at !== 0 : at !== words.tokens.length) break
        step++
      }
    }
  }
  return null
}

/** How many words from one on a test takes; 0 where it does not fit. */
export function wordsTaken({ test, negative }: TestStep, words: Words, at: number): number {
  const length = lengthOf(test, words, at)
  return negative ? (length > 0 || at >= words.tokens.length ? 0 : 1) : length
}

function lengthOf(test: TokenTest, words: Words, at: number): number {
  const token = words.tokens[at]
  if (!token) return 0
  if (test.kind === 'any') return 1
  if (test.kind === 'word') return test.words.has(token.normal) ? 1 : 0
  if (test.kind === 'regex') return test.regex.test(token.normal) || test.regex.test(token.text) ? 1 : 0
  const { tag } = test
  // A word is tagged for a part of speech alone: no word by itself is a person.
  return words.spanLength(at, tag) || (partsOfSpeech.has(tag) && token.tags.includes(tag) ? 1 : 0)
}

function read(
  tokens: readonly Token[],
  from: number,
  to: number,
  notes: { group: string; at: number; open: boolean; before: unknown } | null,
): RuleMatch {
  const ends = new Map<string, number>()
  const groups: Record<string, Span> = {}
  for (let note = notes; note; note = note.before as typeof notes) {
    if (!note.open) ends.set(note.group, note.at)
    else if (!Object.hasOwn(groups, note.group)) {
      const last = ends.get(note.group) ?? note.at
      if (last > note.at) groups[note.group] = spanOf(tokens, { first: note.at, last })
    }
  }
  return { ...spanOf(tokens, { first: from, last: to }), groups }
}
