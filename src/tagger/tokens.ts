import type { Span } from '../span.ts'
import { type Lexicon, readWord, type Word } from './words.ts'

export interface NameToken extends Span {
  word: Word
}

/** A sentence as the tagger cuts it. */
export interface NameSentence {
  tokens: NameToken[]
  /** All letters are capitals. */
  shout: boolean
  /** A Headline in Title Case. */
  titleCase: boolean
}

const pattern =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]{2,})*|\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+|\S/gu
const abbreviations =
  /^(?:mr|mrs|ms|dr|st|gen|col|lt|sgt|sen|rep|gov|capt|rev|prof|jr|sr|maj|adm|no|vs|inc|corp|co|ltd|u\.s|jan|feb|aug|sept|oct|nov|dec)$/
const longestSentence = 400
const mostWords = 60_000

/** Cuts a text into tokens and sentences in one pass; keeps the words that it has seen, up to a limit. */
export function tokenizer(lexicon: Lexicon): (text: string) => NameSentence[] {
  let words = new Map<string, Word>()
  const wordOf = (text: string, shout: boolean): Word => {
    const key = shout ? `\0${text}` : text
    let word = words.get(key)
    if (!word) {
      if (words.size >= mostWords) words = new Map()
      word = readWord(text, lexicon, shout)
      words.set(key, word)
    }
    return word
  }

  return (text) => {
    const sentences: NameSentence[] = []
    const wrapped = isWrapped(text)
    let tokens: NameToken[] = []
    const close = () => {
      if (tokens.length > 0) sentences.push(sentenceOf(tokens, wordOf))
      tokens = []
    }
    let end = 0
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      if (tokens.length > 0 && start > end && breaks(text, end, start, tokens, wrapped)) close()
      if (tokens.length >= longestSentence) close()
      end = start + match[0].length
      tokens.push({ start, end, word: wordOf(match[0].length > 60 ? match[0].slice(0, 60) : match[0], false) })
    }
    close()
    return sentences
  }
}

function breaks(text: string, from: number, to: number, tokens: readonly NameToken[], wrapped: boolean): boolean {
  for (let at = from, lines = 0; at < to; at++) if (text.charCodeAt(at) === 10 && (++lines > 1 || !wrapped)) return true
  let at = tokens.length - 1
  while (at > 0 && /^["”’')\]]$/.test(tokens[at]!.word.text)) at--
  const stop = tokens[at]!.word.text
  if (stop === '?' || stop === '!') return true
  if (stop !== '.') return false
  const before = tokens[at - 1]
  return !(
    before &&
    at === tokens.length - 1 &&
    before.end === tokens[at]!.start &&
    abbreviations.test(before.word.lower)
  )
}

// Old wire stories are wrapped at 70 columns: where many lines begin in lower case, a line break is a space.
function isWrapped(text: string): boolean {
  let lines = 0
  let lower = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next === 10) continue
    lines++
    if (next >= 97 && next <= 122) lower++
  }
  return lines > 2 && lower / lines > 0.2
}

function sentenceOf(tokens: NameToken[], wordOf: (text: string, shout: boolean) => Word): NameSentence {
  let long = 0
  let upper = 0
  let high = 0
  for (const { word } of tokens) {
    if (word.lower.length < 4 || word.id === 0 || word.prefixes.length === 0) continue
    long++
    if (word.text === word.text.toUpperCase()) upper++
    if (word.capital) high++
  }
  const shout = long > 1 && upper === long
  return {
    tokens: shout ? tokens.map((token) => ({ ...token, word: wordOf(token.word.text, true) })) : tokens,
    shout,
    titleCase: !shout && long > 3 && high / long > 0.8 && tokens.length < 30 && tokens.at(-1)!.word.text !== '.',
  }
}
