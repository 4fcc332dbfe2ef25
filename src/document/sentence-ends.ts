import type { Token } from './document.ts'
import { type Word, wordFact } from './words.ts'

const abbreviations =
  /^(?:mr|mrs|ms|dr|st|gen|col|lt|sgt|sen|rep|gov|capt|rev|prof|jr|sr|maj|adm|no|vs|inc|corp|co|ltd|u\.s|jan|feb|aug|sept|oct|nov|dec)$/
const isAbbreviation = wordFact(({ lower }) => abbreviations.test(lower))
const closesQuote = (word: Word) => word.text.length === 1 && '"”’\')]'.includes(word.text)

/** Whether the sentence that begins with token `first` ends with the last token, before the blank from `from` to `to`. */
export function endsSentence(
  text: string,
  from: number,
  to: number,
  tokens: readonly Pick<Token, 'start' | 'end' | 'word'>[],
  first: number,
  wrapped: boolean,
): boolean {
  for (let at = from, lines = 0; at < to; at++) if (text.charCodeAt(at) === 10 && (++lines > 1 || !wrapped)) return true
  const last = tokens.length - 1
  let at = last
  while (at > first && closesQuote(tokens[at]!.word)) at--
  const stop = tokens[at]?.word.text
  if (stop === '?' || stop === '!') return true
  if (stop !== '.') return false
  const before = at > first ? tokens[at - 1] : undefined
  return !(before && at === last && before.end === tokens[at]!.start && isAbbreviation(before.word))
}

// Old wire stories are wrapped at 70 columns: where many lines begin in lower case, a line break is a space.
export function isWrapped(text: string): boolean {
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
