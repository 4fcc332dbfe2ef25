import type { Node } from './tree.ts'

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'DET', 'X'])
const subjects = new Set(['nsubj', 'nsubjpass', 'csubj', 'csubjpass', 'expl'])

/** A noun or what stands for one, and no predicate. */
export const isNominal = ({ pos, children }: Node): boolean =>
  nominal.has(pos) && !children.some(({ universal }) => universal === 'cop')

/** A verb, or a predicate with a subject of its own. */
export const isClause = ({ pos, children }: Node): boolean =>
  pos === 'VERB' || pos === 'AUX' || children.some(({ label, universal }) => subjects.has(label) || universal === 'cop')
