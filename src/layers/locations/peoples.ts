import type { Span } from '../../base/span.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import { beforeTribal, tribal } from './lexicon.ts'

/** The Indians of America among the groups of a story: "Indian tribes", and whom else it calls so, if it does not name India. */
export function tribalAmong<Group extends Span>(doc: Document, groups: readonly Group[]): ReadonlySet<Group> {
  const indians = groups.filter(({ start, end }) => /^Indians?$/.test(doc.text.slice(start, end)))
  const told = indians.filter((group) => isTribal(doc, group))
  return new Set(told.length > 0 && !/(?<!\p{L})India(?!\p{L})/u.test(doc.text) ? indians : told)
}

function isTribal(doc: Document, { start, end }: Span): boolean {
  const first = tokenAt(doc, start)
  const before = doc.tokens[first - 1]?.normal ?? ''
  const after = doc.tokens[first + 1]
  return beforeTribal.has(before) || (after !== undefined && after.start === end + 1 && tribal.has(after.normal))
}
