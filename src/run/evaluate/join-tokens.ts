import type { Span } from '../../base/span.ts'

export type PlacedToken = Span

interface Tokens {
  tokens: readonly string[]
  /** The sentence as it was, where that is known. */
  text?: string | undefined
}

/** What tokenizers write for signs, as the Penn Treebank does. */
const written: Readonly<Record<string, string>> = {
  ...{ '-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']', '-LCB-': '{', '-RCB-': '}', '``': '"', "''": '"' },
}

/**
 * Tokens put together as one writes: signs without a space before or after, a quotation mark by turns. Sentences follow
 * one another on a line; what ends without a full stop, as a headline or a row of a table, ends its line.
 */
export function joinTokens(sentences: readonly Tokens[]): { text: string; tokens: PlacedToken[][] } {
  let text = ''
  const tokens = sentences.map((sentence) => {
    if (text !== '') text += /[.!?"']$/.test(text) ? ' ' : '\n'
    const from = text.length
    const { text: joined, tokens } = placed(sentence) ?? join(sentence.tokens)
    text += joined
    return tokens.map(({ start, end }) => ({ start: from + start, end: from + end }))
  })
  return { text, tokens }
}

/** Tokens where they stand in the sentence as it was; undefined where one does not. */
function placed({ tokens, text }: Tokens): { text: string; tokens: PlacedToken[] } | undefined {
  if (text === undefined) return undefined
  const found: PlacedToken[] = []
  for (const token of tokens) {
    const start = text.indexOf(token, found.at(-1)?.end)
    if (start < 0) return undefined
    found.push({ start, end: start + token.length })
  }
  return { text, tokens: found }
}

/** Which quotation marks open, and which close; straight ones take turns. */
const quotes: Readonly<Record<string, 'open' | 'close'>> = {
  ...{ '``': 'open', '“': 'open', '‘': 'open', "''": 'close', '”': 'close', '’': 'close' },
}
const sticking = /^(?:[.,;:!?%)\]}]+|\.\.\.|['’](?:s|S|m|re|ve|ll|d|LL|RE|VE)|[nN]['’][tT])$/
/** What is left of "’s" where the apostrophe is a token of its own. */
const contracted = /^(?:s|S|t|m|re|ve|ll|d)$/

function join(raw: readonly string[]): { text: string; tokens: PlacedToken[] } {
  let text = ''
  let glued = true
  const open = new Set<string>()
  const tokens = raw.map((one) => {
    const token = written[one] ?? one
    const quote = quotes[one] ?? (/^["']$/.test(token) ? turn(token) : undefined)
    const sticks = quote === 'close' || sticking.test(token) || (contracted.test(token) && /\p{L}['’]$/u.test(text))
    if (!glued && !sticks) text += ' '
    const start = text.length
    text += token
    glued = quote === 'open' || /^[([{#]$|[$£€]$/.test(token)
    return { start, end: text.length }
  })
  return { text, tokens }

  /** An apostrophe after an s is that of a possessor. */
  function turn(mark: string): 'open' | 'close' {
    if (open.delete(mark)) return 'close'
    if (mark === "'" && /s$/i.test(text)) return 'close'
    open.add(mark)
    return 'open'
  }
}
