import type { Span } from '../../base/span.ts'
import { wordSet } from '../../base/word-list.ts'
import type { Document } from '../../text/document.ts'

const actsLike = new Set(
  `has have had is was will would said says say seeks seek sought views view openly facing considers terms accuses accused wants want agreed agrees signed signs called calls urged
  urges warned warns denied denies rejected rejects announced condemned supports supported welcomed told asked claims claimed and conveyed grapples reveals needs hopes plans`.split(
    /\s+/,
  ),
)
const placed = wordSet(
  'in at to from near through around across outside inside into within via toward towards reach leave left visit visited visiting entering toured',
)
const between = wordSet('with by between against of and')

/** Whether a place name means the place or, by metonymy, its government and people ("Moscow views …", "relations with Bangladesh"). */
export function senseOf(
  doc: Document,
  span: Span,
  before: string | undefined,
  after: string | undefined,
): 'literal' | 'associative' {
  if (before && placed.has(before)) return 'literal'
  if (after && (actsLike.has(after) || after === "'s")) return 'associative'
  if (before && between.has(before)) return 'associative'
  return doc.text[span.start - 1] === '-' || doc.text[span.end] === '-' ? 'associative' : 'literal'
}
