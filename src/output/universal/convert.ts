import type { UniversalTag } from '../../base/syntax.ts'
import { raiseCurrencies } from './amounts.ts'
import { gatherConjuncts } from './coordination.ts'
import { lowerCopulas } from './copulas.ts'
import { joinExpressions } from './fixed.ts'
import { lowerPrepositions } from './prepositions.ts'
import { isToldBy, universalRelation } from './relations.ts'
import { type Node, plant, replant, upwards } from './tree.ts'
import type { Word } from './words.ts'

/** A word in the scheme of Universal Dependencies. */
export interface UniversalWord extends Word {
  /** As Universal Dependencies name it; `relation` as well. */
  pos: UniversalTag
  /** The relation of ClearNLP, where `relation` does not tell it. */
  clear: string | null
}

/** The tree of Universal Dependencies for a tree in the scheme of ClearNLP: content words are heads of what serves them. */
export function toUniversal(words: readonly Word[]): UniversalWord[] {
  const nodes = plant(words)
  settleAdverbials(nodes)
  lowerPrepositions(nodes)
  lowerCopulas(nodes)
  raiseCurrencies(nodes)
  gatherConjuncts(nodes)
  joinExpressions(nodes)
  freeServants(nodes)
  return nodes.map((node) => {
    const { form, lemma, tag, token, at, parent } = node
    const relation = universalRelation(node)
    const clear = isToldBy(node.relation, relation) ? null : node.relation
    return { form, lemma, pos: posOf(node, relation), tag, head: parent?.at ?? at, relation, token, clear }
  })
}

/** A noun used as an adverb is settled while its verb is still its head. */
function settleAdverbials(nodes: readonly Node[]): void {
  for (const node of nodes) if (node.label === 'npadvmod') node.universal = universalRelation(node)
}

const servants = new Set(['case', 'mark', 'cc', 'aux', 'aux:pass', 'cop', 'punct'])
const kept = new Set(['fixed', 'conj', 'cc', 'punct'])

/** What only serves a word has no dependents, but for some: they go to the word, however many serve in between. */
function freeServants(nodes: readonly Node[]): void {
  /** Where what hangs on a node goes, by whether those that serve keep it. */
  const homes = { kept: new Map<Node, Node>(), loose: new Map<Node, Node>() }
  for (const node of upwards(nodes).reverse()) {
    const relation = universalRelation(node)
    const { parent } = node
    const above = parent && servants.has(relation) ? parent : null
    homes.loose.set(node, above ? homes.loose.get(above)! : node)
    homes.kept.set(node, above && relation === 'punct' ? homes.kept.get(above)! : node)
  }
  replant(nodes, (node) => node.parent && homes[kept.has(universalRelation(node)) ? 'kept' : 'loose'].get(node.parent)!)
}

/** The part of speech that goes with a relation. */
function posOf({ pos, lemma }: Node, relation: string): UniversalTag {
  if (relation === 'cop') return 'AUX'
  if (relation === 'punct') return 'PUNCT'
  if (relation === 'mark' && pos === 'ADP') return 'SCONJ'
  if (relation === 'case' && pos === 'SCONJ') return 'ADP'
  const helps = relation === 'aux' || relation === 'aux:pass'
  return pos === 'AUX' && lemma === 'be' && !helps ? 'VERB' : pos
}
