import type { Span } from '../../base/span.ts'
import { titleHeads } from '../../english/heads-and-titles.ts'
import { pennTags } from '../../syntax/penn.ts'
import { relations } from '../../syntax/relations.ts'
import type { Syntax } from '../../syntax/syntax.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'

const roles = [...titleHeads].filter((word) => word.length > 4).join('|')
const roleAfter = new RegExp(
  `^, (?:an? |the |its |his |her |their )?((?:(?!and )[\\p{L}-]+ ){0,4}(?:${roles}))(?![\\p{L}-])`,
  'iu',
)
const longestRole = 100

/** "Hua Chunying, a ministry spokeswoman": the role that follows a name. */
export function roleAfterName(doc: Document, syntax: Syntax, { end: at }: Span): string | undefined {
  const { text } = doc
  const match = roleAfter.exec(text.slice(at, at + longestRole))
  if (!match) return undefined
  const end = at + match[0].length
  const role = { start: end - match[1]!.length, end }
  // "Stephenson, Hornets coach Steve Clifford": the role of the next name.
  if (/^ \p{Lu}/u.test(text.slice(end, end + 2)) || !stands(doc, syntax, role)) return undefined
  return text.slice(role.start, role.end)
}

const list = (words: string, numbers: readonly string[]): ReadonlySet<number> =>
  new Set(words.split(' ').map((word) => numbers.indexOf(word)))
const nominal = list('NN NNS NNP NNPS', pennTags)
const argument = list('nsubj nsubjpass dobj pobj poss', relations)

/** Whether words are a noun with what belongs to it, and no part of a clause: "Abbas, who was president", "Bush, the president said". */
function stands(doc: Document, syntax: Syntax, { start, end }: Span): boolean {
  const last = tokenAt(doc, end - 1)
  const { sentence } = doc.tokens[last]!
  const { tags, heads, relations } = syntax(sentence)
  const first = tokenAt(doc, start) - sentence.first
  let top = last - sentence.first
  for (let head = heads[top]!; head !== top && head >= first && head <= last - sentence.first; head = heads[top]!)
    top = head
  return nominal.has(tags[top]!) && !argument.has(relations[top]!)
}
