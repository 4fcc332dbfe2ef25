import {
  chambers,
  honours,
  portfolios,
  ranks,
  titleAbbreviations,
  titleHeads,
  titlesOfTwo,
  titleWords,
} from '../../english/heads-and-titles.ts'
import type { TreeOf } from '../../syntax/sentence-tree.ts'
import type { Document, Token } from '../../text/document.ts'
import { someToken, tokenAt } from '../../text/position.ts'
import { type Word, wordTest } from '../../text/word.ts'
import type { NameMention } from './find-names.ts'
import { roleAfterName } from './role-after.ts'

const bare = ({ text }: Word) => text.replace(/\.$/, '')
const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1)
const titleWord = wordTest((word) => titleWords.has(bare(word)) || ranks.has(word.text))
const headWord = wordTest((word) => titleHeads.has(bare(word)))
/** "prime minister" in lower case, and "Trade", "trade" before it. */
const roleWord = wordTest(({ text, capital }) => !capital && titleWords.has(capitalised(text)))
const roleHead = wordTest(
  ({ text, capital }) => !capital && text.length > 2 && titleHeads.has(capitalised(text)) && !kin.has(text),
)
/** "His sister Rachel" is no nun. */
const kin: ReadonlySet<string> = new Set(['father', 'sister', 'miss'])
const portfolioWord = wordTest(({ text }) => portfolios.has(capitalised(text)))
const linkWord = wordTest(({ normal, text }) => /^(?:of|for|the|and)$/.test(normal) || /^[.,&-]$/.test(text))
const isAbbreviation = wordTest((word) => titleAbbreviations.has(bare(word)))
const isChamber = wordTest(({ text }) => chambers.has(text))
const isTitle = ({ word }: Token) => titleWord(word)
/** "House Speaker", but not "White House press secretary". */
const opensOffice = (tokens: readonly Token[], at: number): boolean =>
  isChamber(tokens[at]!.word) && tokens[at + 1]!.word.capital && tokens[at - 1]?.text !== 'White'
/** "Det Con Amy Lowther", but not "Con Edison"; "Datuk Seri", "Tan Sri". */
const isTitleOfTwo = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - (tokens[at - 1]?.text === '.' ? 2 : 1)]
  const first = titlesOfTwo.get(tokens[at]!.text)
  if (first !== undefined) return before !== undefined && first.has(before.text)
  return tokens[at]!.text === 'Tan' && tokens[at + 1]?.text === 'Sri'
}
/** Whether a word is the head of a title: "Mrs", "Minister". */
export const isTitleHead = ({ word }: Token): boolean => headWord(word)
const isLink = ({ word }: Token) => linkWord(word)

const longestTitle = 80

/** A person without the title that the model took along, and with the title that comes before; null if only a title is left. */
export function withTitle(
  doc: Document,
  treeOf: TreeOf,
  mention: NameMention,
  demonyms: ReadonlyMap<number, number>,
): NameMention | null {
  const { tokens, text } = doc
  const first = tokenAt(doc, mention.start)
  if (tokens[first]?.start !== mention.start) return mention
  let name = first
  while (tokens[name] && tokens[name]!.end < mention.end && opensWithTitle(doc, first, name, mention.end)) name++
  const from = titleStart(doc, name, mention.end)
  const head = someToken(from, name, (at) => headsTitle(tokens[at]!.word))
  const start = tokens[name]!.start
  if (!head) {
    const role = roleAfterName(doc, treeOf, mention)
    if (first === name && role === undefined) return mention
    return { ...mention, start: first < name && from === name ? mention.start : start, title: role ?? mention.title }
  }
  const before = tokens[from - 1]
  const opens = before && demonyms.get(before.end)
  return { ...mention, start, title: text.slice(opens ?? tokens[from]!.start, tokens[name - 1]!.end) }
}

const headsTitle = wordTest(
  (word) => headWord(word) || roleHead(word) || isLadyOfState(word) || isSheikh(word) || word.text === 'Tan',
)

/** Whether a token at the head of a mention belongs to its title. */
function opensWithTitle({ tokens }: Document, first: number, at: number, end: number): boolean {
  const token = tokens[at]!
  if (token.text === '.' || token.text === '-') return at > first && isAbbreviation(tokens[at - 1]!.word)
  return isTitle(token) || isTitleOfTwo(tokens, at) || (isSheikh(token.word) && tokens[at + 1]!.end < end)
}

/** "Sheikh Hasina" is a name, "Sheikh Mohammed bin Rashid" has a title. */
const isSheikh = wordTest(({ text }) => /^Shei(?:kh|k|kha)$/.test(text))

/** The index of the token with which the title before a name begins; that of the name where it has none. */
function titleStart(doc: Document, name: number, end: number): number {
  const { tokens } = doc
  const isTitled = (token: Token, at: number) =>
    isTitle(token) || isTitleOfTwo(tokens, at) || (isSheikh(token.word) && tokens[name]!.end < end)
  let from = officeBefore(tokens, name)
  for (let at = from - 1; at >= 0 && tokens[at]!.start >= tokens[name]!.start - longestTitle; at--) {
    const token = tokens[at]!
    if (token.text === '.') {
      // "He asked Peter King. Suh left": a sentence ends there.
      if (!isAbbreviation(tokens[at - 1]?.word ?? token.word)) break
    } else if (isTitled(token, at) || mayBeRole(tokens, at, from, name)) from = at
    else if (from < name && portfolioWord(token.word) && likeCase(token, at, tokens[from]!)) from = at
    else if (at === from - 1 && from < name && opensOffice(tokens, at)) from = at
    else if (!isLink(token) || at === name - 1) break
  }
  return secondOfTwo(doc, from, name) ?? from
}

/** "Archbishop of Canterbury Ann Roe": where an office of a place or body begins whose last word stands before a name; that of the name where there is none. */
function officeBefore(tokens: readonly Token[], name: number): number {
  const [head, of, last] = [tokens[name - 3], tokens[name - 2], tokens[name - 1]]
  const isOffice = head !== undefined && of?.text === 'of' && isTitleHead(head) && head.word.capital
  return isOffice && last!.word.capital && last!.end === tokens[name]!.start - 1 ? name - 3 : name
}

/** "Police chief" may open a sentence, "Trade minister" in the middle of one is two things. */
const likeCase = ({ word, sentence }: Token, at: number, next: Token) =>
  word.capital === next.word.capital || at === sentence.first

/** "Prime minister", "First lady": words of a title in lower case, close before a name or another of them. */
function mayBeRole(tokens: readonly Token[], at: number, from: number, name: number): boolean {
  const { word } = tokens[at]!
  if (at !== from - 1) return false
  if (from === name) return roleHead(word) || isLadyOfState(word)
  // "Police chief General Dutton" has one of his titles, "former President Bush" is one title.
  const opensOther = tokens[from]!.word.capital && roleHead(word)
  return (roleWord(word) && word.normal !== 'under' && !opensOther) || /^[Ff]irst$/.test(word.text)
}

const isLadyOfState = wordTest(({ text }) => /^(?:[Ll]ady|[Gg]entleman)$/.test(text))

/** "Between the Russian foreign minister and Prime Minister Sheikh Hasina" has two people: where the second title begins. */
function secondOfTwo({ tokens }: Document, from: number, name: number): number | undefined {
  let and = name - 1
  while (and > from && tokens[and]!.normal !== 'and') and--
  if (and <= from) return undefined
  let before = from - 1
  // A nation and an article may come before the first title.
  for (let words = 0; words < 3 && before >= 0 && tokens[before]!.normal !== 'between'; words++) before--
  return tokens[before]?.normal === 'between' ? and + 1 : undefined
}

const honourAfter = /^(?:,? )((?:\p{Lu}\.?){1,2}[\p{L}.]{1,5})(?![\p{L}\p{N}])/u
const juniorAfter = /^(?:, | )(?:Jr|Sr)(?:\.|(?!\p{L}))/u
const mostHonours = 3

/** A person with "Jr." as part of the name, and with the honours after it, "MBE" or "QC", out of it. */
export function withHonours({ text }: Document, mention: NameMention): NameMention {
  const inside = insideHonours(text, mention)
  let { end } = inside
  const junior = juniorAfter.exec(text.slice(end, end + 6))
  if (junior) end += junior[0].length
  const found: string[] = [...(inside.honours ?? [])]
  for (let at = end; found.length < mostHonours; ) {
    const honour = honourAfter.exec(text.slice(at, at + 12))
    const written = honour && [honour[1]!, honour[1]!.replace(/\.$/, '')].find((one) => honours.has(one))
    if (!written) break
    found.push(written)
    at += honour[0].length
  }
  if (end === inside.end && found.length === (inside.honours?.length ?? 0)) return inside
  return { ...inside, end, honours: found.length > 0 ? found : undefined }
}

/** "Margit Popp MBE" as the model took it. */
function insideHonours(text: string, mention: NameMention): NameMention {
  const written = text.slice(mention.start, mention.end)
  if (!honours.has(written.slice(written.lastIndexOf(' ') + 1))) return mention
  const words = written.split(' ')
  const found: string[] = []
  while (words.length > 2 && honours.has(words.at(-1)!)) found.unshift(words.pop()!)
  if (found.length === 0) return mention
  const end = mention.start + words.join(' ').replace(/,$/, '').length
  return { ...mention, end, honours: found }
}
