import type { Document, Limit, Sentence, Token } from './document.ts'
import { cutLongLines, mask } from './mask.ts'
import { tagsOf } from './tags.ts'
import { type RawToken, readParagraph } from './wink.ts'

/** Tokens, sentences and part of speech of a text. Reads any string; what it can't read stands in `limits`. */
export function readDocument(text: string, about: { published?: string | null } = {}): Document {
  const { masked, limits } = mask(text)
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  for (const paragraph of paragraphs(cutLongLines(joinWrapped(masked), limits))) {
    let cursor = paragraph.start
    for (const raw of readParagraph(paragraph.text)) {
      const first = tokens.length
      for (const token of raw) {
        const start = find(masked, token.text, cursor)
        if (start < 0) continue
        cursor = start + token.text.length
        tokens.push(tokenAt(text, start, token))
      }
      if (tokens.length > first) sentences.push(sentenceOf(tokens, first))
    }
  }
  return { text, published: about.published ?? null, tokens, sentences, limits: limits.sort(byStart) }
}

const byStart = (a: Limit, b: Limit) => a.start - b.start

// Old wire stories are wrapped at 70 columns: where many lines begin in lower case, a single line break is a space.
function joinWrapped(text: string): string {
  const lines = text.match(/\n[^\n]/g)?.length ?? 0
  const lower = text.match(/\n[a-z]/g)?.length ?? 0
  return lines > 2 && lower / lines > 0.2 ? text.replace(/(?<=[^\n])\n(?=[^\n\s])/g, ' ') : text
}

function* paragraphs(text: string): Generator<{ start: number; text: string }> {
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) yield { start: match.index, text: match[0] }
}

// wink-nlp may normalise what it returns; a token that does not stand near the cursor is left out, never misplaced.
function find(text: string, token: string, cursor: number): number {
  let at = cursor
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 10) at++
  if (text.startsWith(token, at)) return at
  const near = text.slice(at, at + 400).indexOf(token)
  return near < 0 ? -1 : at + near
}

function tokenAt(text: string, start: number, raw: RawToken): Token {
  const end = start + raw.text.length
  const normal = raw.text.toLowerCase().replace(/[’‘]/g, "'")
  const punctuation = raw.partOfSpeech === 'PUNCT' || !/[\p{L}\p{N}$€£¥%&@#']/u.test(raw.text)
  return { start, end, text: text.slice(start, end), normal, tags: tagsOf(raw.partOfSpeech, normal), punctuation }
}

function sentenceOf(tokens: Token[], first: number): Sentence {
  const own = tokens.slice(first)
  const long = own.filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text))
  const capitals = long.length > 1 && long.every(({ text }) => text === text.toUpperCase())
  const titleCase =
    long.length > 2 && own.length < 25 && own.at(-1)!.text !== '.' && long.every(({ text }) => isHigh(text))
  return { start: tokens[first]!.start, end: tokens.at(-1)!.end, first, last: tokens.length, capitals, titleCase }
}

const minor = /^(?:with|from|over|into|since|after|amid|upon|than|that|until|about|under|during|between)$/i
const isHigh = (word: string) => /^\p{Lu}/u.test(word) || minor.test(word)
