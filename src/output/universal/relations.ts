import { isNominal } from './kinds.ts'
import type { Node } from './tree.ts'

/** Relations of ClearNLP that Universal Dependencies have under one name. */
const same: Readonly<Record<string, string>> = {
  ...{ ROOT: 'root', nsubj: 'nsubj', nsubjpass: 'nsubj:pass', csubj: 'csubj', csubjpass: 'csubj:pass', dobj: 'obj' },
  ...{ ccomp: 'ccomp', xcomp: 'xcomp', advcl: 'advcl', acl: 'acl', relcl: 'acl:relcl', appos: 'appos', conj: 'conj' },
  ...{ cc: 'cc', preconj: 'cc:preconj', det: 'det', predet: 'det:predet', poss: 'nmod:poss', case: 'case' },
  ...{ amod: 'amod', nummod: 'nummod', advmod: 'advmod', compound: 'compound', prt: 'compound:prt', mark: 'mark' },
  ...{ aux: 'aux', auxpass: 'aux:pass', expl: 'expl', intj: 'discourse', parataxis: 'parataxis', punct: 'punct' },
  ...{ dep: 'dep' },
}

/** Those that it has not, or splits by what they are. */
const near: Readonly<Record<string, (node: Node) => string>> = {
  neg: ({ pos }) => (pos === 'DET' ? 'det' : 'advmod'),
  aux: ({ pos }) => (pos === 'PART' ? 'mark' : 'aux'),
  advmod: ({ pos }) => (pos === 'SCONJ' ? 'mark' : 'advmod'),
  dative: () => 'iobj',
  attr: () => 'xcomp',
  acomp: () => 'xcomp',
  oprd: () => 'xcomp',
  nmod: () => 'nmod',
  quantmod: () => 'advmod',
  npadvmod: ({ parent }) => (parent && isNominal(parent) ? 'nmod:unmarked' : 'obl:unmarked'),
  prep: ({ parent }) => (parent && isNominal(parent) ? 'nmod' : 'obl'),
  pobj: () => 'obl',
  pcomp: () => 'advcl',
}

/** The relation of a node in Universal Dependencies. */
export function universalRelation(node: Node): string {
  if (!node.parent) return 'root'
  if (node.pos === 'PUNCT') return 'punct'
  return node.universal ?? near[node.label]?.(node) ?? same[node.label] ?? 'dep'
}

/** Whether a relation of ClearNLP can be told by that of Universal Dependencies. */
export const isToldBy = (relation: string, universal: string): boolean => same[relation] === universal
