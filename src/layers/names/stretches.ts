import { readContext, type StoryContext } from './context.ts'
import type { NameSentence, NameToken } from './name-tokens.ts'
import type { Lexicon } from './name-words.ts'

/** Runs of capitals and places of several words in a sentence, told for each token. */
interface Layout {
  runStart: Int32Array
  runEnd: Int32Array
  /** 1 begins a place, 2 stands inside, 3 ends it. */
  place: Int32Array
}

/** Tokens of a sentence in which names may stand, with what the sentence and the story tell of them. */
export interface Stretch {
  sentence: NameSentence
  /** The first of its tokens in the sentence. */
  from: number
  tokens: readonly NameToken[]
  layout: Layout
  context: StoryContext
}

/** The stretches of a story: what has a capital, and the tokens at most `distance` from it. */
export function stretchesOf(
  text: string,
  sentences: readonly NameSentence[],
  lexicon: Lexicon,
  distance: number,
): Stretch[] {
  const context = readContext(sentences)
  const found: Stretch[] = []
  for (const sentence of sentences) {
    const { tokens } = sentence
    const active = activeTokens(tokens, distance)
    const layout = layoutOf(sentence, text, lexicon)
    for (let from = 0; from < tokens.length; from++) {
      if (!active[from]) continue
      let to = from
      while (to < tokens.length && active[to]) to++
      found.push({ sentence, from, tokens: tokens.slice(from, to), layout, context })
      from = to
    }
  }
  return found
}

/** Whether a token may be part of a name: it has a capital, or stands within `distance` tokens of one that has. */
function activeTokens(tokens: readonly NameToken[], distance: number): Uint8Array {
  const active = new Uint8Array(tokens.length)
  tokens.forEach(({ word }, i) => {
    if (!word.capital) return
    // "al-Qaida", "Covid-19": over a hyphen one more.
    const over = (at: number) => (at >= 0 && tokens[at]?.word.text === '-' ? Math.max(2, distance) : distance)
    const [before, after] = [over(i - 1), over(i + 1)]
    for (let j = Math.max(0, i - before); j <= Math.min(tokens.length - 1, i + after); j++) active[j] = 1
  })
  return active
}

function layoutOf({ tokens }: NameSentence, text: string, lexicon: Lexicon): Layout {
  const n = tokens.length
  const layout = { runStart: new Int32Array(n), runEnd: new Int32Array(n), place: new Int32Array(n) }
  for (let at = 0; at < n; ) {
    if (!tokens[at]!.word.capital) {
      layout.runStart[at] = at
      layout.runEnd[at] = at
      at++
      continue
    }
    let end = at + 1
    while (end < n && tokens[end]!.word.capital) end++
    for (let i = at; i < end; i++) {
      layout.runStart[i] = at
      layout.runEnd[i] = end
      for (let length = Math.min(4, end - i); length > 1; length--) {
        if (!lexicon.isPlace(text.slice(tokens[i]!.start, tokens[i + length - 1]!.end))) continue
        for (let j = 0; j < length; j++) layout.place[i + j] ||= j === 0 ? 1 : j === length - 1 ? 3 : 2
        break
      }
    }
    at = end
  }
  return layout
}
