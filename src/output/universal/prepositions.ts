import { isClause, isNominal } from './kinds.ts'
import { hang, type Node, raise, upwards } from './tree.ts'

/** Relations by which a preposition hangs on what it modifies. */
const modifying = new Set(['prep', 'advmod', 'npadvmod', 'prt', 'dep', 'quantmod', 'amod'])

/** ClearNLP hangs a noun on its preposition, and that on the head; here the noun is above: `case` or, of a clause, `mark`. */
export function lowerPrepositions(nodes: readonly Node[]): void {
  for (const node of upwards(nodes)) {
    if (!isPreposition(node)) continue
    const complement = complementOf(node)
    if (complement) lower(node, complement)
    else if (node.label === 'prep') node.universal = strandedAs(node)
  }
}

const isPreposition = ({ label, children }: Node) =>
  label === 'prep' || label === 'agent' || children.some(({ label }) => label === 'pobj' || label === 'pcomp')

const complementOf = ({ at, children }: Node): Node | undefined =>
  children.find(({ label, pos }) => label === 'pobj' && pos !== 'PUNCT') ??
  children.find(({ label }) => label === 'pcomp') ??
  // "out of the house", "before and after the war": the noun has come up already.
  children.find((child) => child.at > at && child.label === 'prep' && !child.universal) ??
  children.find((child) => child.at > at && child.label === 'conj' && child.children.some(isCase)) ??
  // "describe it as poor"
  children.find((child) => child.at > at && child.label === 'amod')

const isCase = ({ universal }: Node) => universal === 'case'

function lower(node: Node, complement: Node): void {
  const { parent, label } = node
  const clause = complement.label === 'amod' || (complement.label === 'pcomp' && isClause(complement))
  const shared = complement.label === 'conj'
  raise(complement, node)
  node.universal = clause ? 'mark' : 'case'
  if (shared) joinPrepositions(node, complement)
  if (label === 'agent' || label === 'dative') complement.universal = label === 'agent' ? 'obl:agent' : 'obl'
  else if (modifying.has(label) && parent && !isPreposition(parent)) {
    const nominal = isNominal(parent)
    complement.universal = clause ? (nominal ? 'acl' : 'advcl') : nominal ? 'nmod' : 'obl'
  }
  if (modifying.has(label)) complement.label = 'prep'
}

/** In "before and after the war" the second preposition is a conjunct of the first. */
function joinPrepositions(first: Node, noun: Node): void {
  const second = noun.children.find((child) => child.at > first.at && isCase(child))
  if (!second) return
  second.universal = undefined
  second.label = 'conj'
  hang(second, first)
  for (const child of noun.children.filter(({ at, label }) => at > first.at && at < second.at && label === 'cc'))
    hang(child, first)
}

/** "the house he lives in": what stands alone takes the place of its noun. */
function strandedAs({ pos, parent }: Node): string {
  if (pos === 'ADV') return 'advmod'
  return parent && isNominal(parent) ? 'nmod' : 'obl'
}
