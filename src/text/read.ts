import { byPosition } from '../base/span.ts'
import { type Document, type Limit, type Sentence, Token } from './document.ts'
import { inkFrom, isBlank, tokenEnd } from './scan.ts'
import { endsSentence, isWrapped } from './sentence-ends.ts'
import { wordOf } from './words.ts'

/** What is longer is no word of a language: keys, encoded data, addresses. */
const longestRun = 200
const longest = { tokens: 400, characters: 4000 }

/** Tokens and sentences of a text, in one pass. Reads any string; what is passed over stands in `limits`. */
export function readDocument(text: string, about: { published?: string | null } = {}): Document {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const limits: Limit[] = []
  const wrapped = isWrapped(text)
  let sentence: Sentence | undefined
  const close = () => {
    if (sentence && tokens.length > sentence.first) sentences.push(closed(sentence))
    sentence = undefined
  }
  let run = 0
  let end = 0
  for (let at = inkFrom(text, 0); at < text.length; at = inkFrom(text, end)) {
    if (at > end) {
      run = at
      if (sentence && endsSentence(text, end, at, tokens, sentence.first, wrapped)) close()
      else if (
        sentence &&
        (tokens.length - sentence.first >= longest.tokens || end - sentence.start > longest.characters)
      ) {
        limits.push({ ...spanOf(sentence, tokens), code: 'long-sentence', message: cutMessage })
        close()
      }
    }
    end = tokenEnd(text, at)
    if (end - run > longestRun) {
      end = runEnd(text, end)
      while (tokens.length > 0 && tokens.at(-1)!.start >= run) tokens.pop()
      // Where nothing else was read of it, the sentence has not begun.
      if (sentence?.first === tokens.length) sentence = undefined
      limits.push({ start: run, end, code: 'long-token', message: runMessage(end - run) })
      continue
    }
    sentence ??= { text, tokens, start: at, end, first: tokens.length, last: 0, capitals: false, titleCase: false }
    tokens.push(new Token(at, end, wordOf(text.slice(at, end)), sentence))
  }
  close()
  return { text, published: about.published ?? null, tokens, sentences, limits: limits.sort(byPosition) }
}

const cutMessage = `a sentence of more than ${longest.tokens} words or ${longest.characters} characters is cut`
const runMessage = (length: number) => `${length} characters without a space are not read (limit ${longestRun})`

const spanOf = ({ first }: Sentence, tokens: readonly Token[]) => ({
  start: tokens[first]!.start,
  end: tokens.at(-1)!.end,
})

function runEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++
  return end
}

function closed(sentence: Sentence): Sentence {
  const { tokens, first } = sentence
  let [long, loud, high] = [0, 0, 0]
  for (let i = first; i < tokens.length; i++) {
    const { word } = tokens[i]!
    if (!word.letters || word.lower.length < 4) continue
    long++
    if (word.loud) loud++
    if (word.capital) high++
  }
  const last = tokens.at(-1)!
  sentence.start = tokens[first]!.start
  sentence.end = last.end
  sentence.last = tokens.length
  sentence.capitals = long > 1 && loud === long
  sentence.titleCase =
    !sentence.capitals && long > 3 && high / long > 0.8 && tokens.length - first < 30 && last.text !== '.'
  return sentence
}
