import { wordSet } from '../base/word-list.ts'
import { type Word, wordFact } from './word.ts'

/** Abbreviations that always come before a name, so that no sentence ends after them. */
const titles = wordSet(
  `mr mrs ms mx messrs mme mlle dr prof rev hon fr sr gen lt col maj capt cmdr cdr sgt cpl pvt adm brig gov sen rep reps
  sens pres supt insp det cllr amb atty st ste mt ft vs al approx`,
)
/** Those that a sentence may end with: it does where the next word opens one. */
const others = wordSet(
  `inc corp co ltd bros llc jr etc dept assn ave blvd rd univ jan feb mar apr jun jul aug sep sept oct nov dec mon tue
  tues wed thu thur thurs fri`,
)
/** States as news agencies shorten them, after a town's comma or a bracket: "Tampa, Fla., ". */
const states = wordSet(
  `ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex
  vt va wash wis wyo ont que alta`,
)
const sentenceOpeners = wordSet(
  `the a an he she it they we you i but and or so in on at by for from with as if when while after before since though
  although because until despite this that these those there here his her its their our my some many most several all no
  one two both another other such what who how why where however meanwhile also last next earlier later now then today
  yesterday tomorrow police officials`,
)
const abbreviationKind = wordFact(({ lower, capital }): 'title' | 'other' | 'state' | 'number' | 'none' =>
  titles.has(lower)
    ? 'title'
    : others.has(lower)
      ? 'other'
      : capital && states.has(lower)
        ? 'state'
        : lower === 'no' || lower === 'nos'
          ? 'number'
          : 'none',
)
const closesQuote = (word: Word) => word.text.length === 1 && '"”’\')]'.includes(word.text)

/** A sentence that is longer is cut: what has no end is a list or a table, and no time may grow with its length. */
export const longestSentence = { tokens: 400, characters: 4000 }

/** The tokens of a text as far as it is read. */
interface TokensRead {
  readonly length: number
  wordAt(token: number): Word
  /** Whether nothing stands between the token before and it. */
  isGlued(token: number): boolean
}

/** Whether the sentence that begins with token `first` ends with the last token, before the blank from `from` to `to`. */
export function endsSentence(
  text: string,
  from: number,
  to: number,
  tokens: TokensRead,
  first: number,
  wrapped: boolean,
): boolean {
  for (let at = from, lines = 0; at < to; at++) if (text.charCodeAt(at) === 10 && (++lines > 1 || !wrapped)) return true
  const last = tokens.length - 1
  let at = last
  while (at > first && closesQuote(tokens.wordAt(at))) at--
  const stop = tokens.wordAt(at).text
  if (stop === '?' || stop === '!') return true
  // "U.S.", "p.m." and initials are one token with their stop.
  if (stop !== '.') return at === last && stop.length > 2 && stop.endsWith('.') && opensSentence(text, to)
  if (at === first || at !== last || !tokens.isGlued(at)) return true
  switch (abbreviationKind(tokens.wordAt(at - 1))) {
    case 'title':
      return false
    case 'other':
      return opensSentence(text, to)
    case 'state':
      return at < 2 || !/^[,(-]$/.test(tokens.wordAt(at - 2).text) || opensSentence(text, to)
    case 'number':
      return !/\d/.test(text[to] ?? '')
    default:
      return true
  }
}

const wordFrom = /[A-Z][a-z]*(?![\w])/y

/** Whether the word at a position is one that opens sentences, and is written as one that does. */
function opensSentence(text: string, at: number): boolean {
  wordFrom.lastIndex = at
  const word = wordFrom.exec(text)?.[0]
  return word === undefined ? at >= text.length : sentenceOpeners.has(word.toLowerCase())
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
