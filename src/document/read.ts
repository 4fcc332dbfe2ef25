import { type Document, type Limit, type Sentence, Token } from './document.ts'
import { inkFrom, isBlank, tokenEnd } from './scan.ts'
import { type Word, wordFact, wordOf } from './words.ts'

/** wink-nlp is quadratic in the length of a token: 60,000 characters of `a-a-a…` take 20 s, 200 take nothing. */
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
      if (sentence && breaks(text, end, at, tokens, sentence, wrapped)) close()
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
      limits.push({ start: run, end, code: 'long-token', message: runMessage(end - run) })
      continue
    }
    sentence ??= { text, tokens, start: at, end, first: tokens.length, last: 0, capitals: false, titleCase: false }
    tokens.push(new Token(at, end, wordOf(text.slice(at, end)), sentence))
  }
  close()
  return { text, published: about.published ?? null, tokens, sentences, limits }
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

const abbreviations =
  /^(?:mr|mrs|ms|dr|st|gen|col|lt|sgt|sen|rep|gov|capt|rev|prof|jr|sr|maj|adm|no|vs|inc|corp|co|ltd|u\.s|jan|feb|aug|sept|oct|nov|dec)$/
const isAbbreviation = wordFact(({ lower }) => abbreviations.test(lower))
const closesQuote = (word: Word) => word.text.length === 1 && '"”’\')]'.includes(word.text)

/** Whether a sentence ends before the blank from `from` to `to`. */
function breaks(
  text: string,
  from: number,
  to: number,
  tokens: readonly Token[],
  { first }: Sentence,
  wrapped: boolean,
): boolean {
  for (let at = from, lines = 0; at < to; at++) if (text.charCodeAt(at) === 10 && (++lines > 1 || !wrapped)) return true
  const last = tokens.length - 1
  let at = last
  while (at > first && closesQuote(tokens[at]!.word)) at--
  const stop = tokens[at]?.text
  if (stop === '?' || stop === '!') return true
  if (stop !== '.') return false
  const before = at > first ? tokens[at - 1] : undefined
  return !(before && at === last && before.end === tokens[at]!.start && isAbbreviation(before.word))
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
