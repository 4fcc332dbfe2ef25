import type { Span } from '../../base/span.ts'
import { numberSet } from '../../base/word-list.ts'
import { titleHeads } from '../../english/heads-and-titles.ts'
import { pennTags } from '../../syntax/penn.ts'
import { relations } from '../../syntax/relations.ts'
import type { TreeOf } from '../../syntax/sentence-tree.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'

const roles = [...titleHeads].filter((word) => word.length > 4).join('|')
const roleAfter = new RegExp(
  `^, (?:an? |the |its |his |her |their )?((?:(?!and )[\\p{L}-]+ ){0,4}(?:${roles}))(?![\\p{L}-])`,
  'iu',
)
const longestRole = 100

/** "Hua Chunying, a ministry spokeswoman": the role that follows a name. */
export function roleAfterName(doc: Document, treeOf: TreeOf, { end: at }: Span): string | undefined {
  const { text } = doc
  const match = roleAfter.exec(text.slice(at, at + longestRole))
  if (!match) return undefined
  const end = at + match[0].length
  const role = { start: end - match[1]!.length, end }
  // "Stephenson, Hornets coach Steve Clifford": the role of the next name.
  if (/^ \p{Lu}/u.test(text.slice(end, end + 2)) || !stands(doc, treeOf, role)) return undefined
  return text.slice(role.start, role.end)
}

const nominal = numberSet('NN NNS NNP NNPS', pennTags)
const argument = numberSet('nsubj nsubjpass dobj pobj poss', relations)

/** Whether words are a noun with what belongs to it, and no part of a clause: "Abbas, who was president", "Bush, the president said". */
function stands(doc: Document, treeOf: TreeOf, { start, end }: Span): boolean {
  const last = tokenAt(doc, end - 1)
  const first = tokenAt(doc, start)
  const tree = treeOf(doc.tokens[last]!.sentence)
  let top = last
  for (let head = tree.headOf(top); head !== top && head >= first && head <= last; head = tree.headOf(top)) top = head
  return nominal.has(tree.tagOf(top)) && !argument.has(tree.relationOf(top))
}
