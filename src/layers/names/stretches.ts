import type { Document } from '../../text/document.ts'
import { readContext, type StoryContext } from './context.ts'
import { endOf, type NameSentence, type NameTokens } from './name-tokens.ts'
import type { Lexicon } from './name-words.ts'

/** Runs of capitals and places of several words, told for each token. */
interface Layout {
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** 1 begins a place, 2 stands inside, 3 ends it. */
  readonly place: Uint8Array
}

/** The tokens of a story with what the sentence and the story tell of them. */
export interface NameStory {
  readonly tokens: NameTokens
  readonly layout: Layout
  readonly context: StoryContext
}

export const readNameStory = ({ text }: Document, tokens: NameTokens, lexicon: Lexicon): NameStory => ({
  tokens,
  layout: layoutOf(tokens, text, lexicon),
  context: readContext(tokens),
})

/** Rows of tokens in which names may stand, `last` exclusive. */
export interface Stretch {
  readonly sentence: NameSentence
  readonly first: number
  readonly last: number
}

/** The stretches of a story: what has a capital, and the tokens at most `distance` from it. */
export function stretchesOf(tokens: NameTokens, distance: number): Stretch[] {
  const found: Stretch[] = []
  const active = activeTokens(tokens, distance)
  for (const sentence of tokens.sentences)
    for (let first = sentence.first; first < sentence.last; first++) {
      if (active[first] === 0) continue
      let last = first
      while (last < sentence.last && active[last] === 1) last++
      found.push({ sentence, first, last })
      first = last
    }
  return found
}

/** Whether a token may be part of a name: it has a capital, or stands within `distance` tokens of one that has. */
function activeTokens({ words, capital }: NameTokens, distance: number): Uint8Array {
  const active = new Uint8Array(capital.length)
  for (let row = 0; row < capital.length; row++) {
    if (capital[row] === 0) continue
    // "al-Qaida", "Covid-19": over a hyphen one more.
    const before = words[row - 1]!.text === '-' ? Math.max(2, distance) : distance
    const after = words[row + 1]!.text === '-' ? Math.max(2, distance) : distance
    active.fill(1, row - before, row + after + 1)
  }
  return active
}

const longestPlace = 4

function layoutOf(tokens: NameTokens, text: string, lexicon: Lexicon): Layout {
  const { sentences, capital, starts } = tokens
  const rows = capital.length
  const layout = { runStart: new Int32Array(rows), runEnd: new Int32Array(rows), place: new Uint8Array(rows) }
  for (const { first, last } of sentences)
    for (let at = first; at < last; at++) {
      if (capital[at] === 0) continue
      let end = at + 1
      while (end < last && capital[end] === 1) end++
      layout.runStart.fill(at, at, end)
      layout.runEnd.fill(end, at, end)
      for (let i = at; i < end; i++)
        for (let length = Math.min(longestPlace, end - i); length > 1; length--) {
          if (!lexicon.isPlace(text.slice(starts[i], endOf(tokens, i + length - 1)))) continue
          for (let j = 0; j < length; j++) layout.place[i + j] ||= j === 0 ? 1 : j === length - 1 ? 3 : 2
          break
        }
      at = end
    }
  return layout
}
