import { type Node, raise, upwards } from './tree.ts'

const helping = new Set(['aux', 'auxpass'])
/** Adverbs that can be all that is said of somebody: "He is here." */
const places = new Set('here there away abroad home back out off up down over outside inside ahead'.split(' '))

/** ClearNLP takes "be" for the head of its predicate; here the predicate is above, and "be" its `cop`. */
export function lowerCopulas(nodes: readonly Node[]): void {
  for (const node of upwards(nodes)) {
    if (node.lemma !== 'be' || helping.has(node.label)) continue
    const predicate = predicateOf(node)
    if (!predicate) continue
    if (isExistential(node)) {
      // "There is a problem": the problem is what is there.
      predicate.universal = 'nsubj'
      continue
    }
    raise(predicate, node)
    node.universal = 'cop'
  }
}

const isExistential = ({ children }: Node) => children.some(({ label, tag }) => label === 'expl' && tag === 'EX')

function predicateOf(be: Node): Node | undefined {
  const { at, children } = be
  const said = children.filter(({ label }) => label === 'attr' || label === 'acomp')
  const named = said.find((child) => child.at > at) ?? said[0]
  if (named || isExistential(be)) return named
  const after = children.filter((child) => child.at > at)
  return (
    after.find(({ label, universal }) => label === 'prep' && universal === 'obl') ??
    after.find(({ label, form }) => label === 'advmod' && places.has(form.toLowerCase()))
  )
}
