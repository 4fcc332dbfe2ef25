import { relations as names } from '../../syntax/relations.ts'
import type { Syntax } from '../../syntax/syntax.ts'
import type { Sentence } from '../../text/document.ts'

/** What a token depends on. */
export interface Governor {
  token: number
  /** Number of the relation between them in `relations`. */
  relation: number
  /** The preposition that ties the two, -1 where none does. */
  preposition: number
}

/** The tree of a sentence by tokens of the document; the sentence is parsed when it is asked for the first time. */
export interface SentenceTree {
  /** The head of a token; itself for the root. */
  headOf(token: number): number
  /** Number of its relation to the head, in `relations`. */
  relationOf(token: number): number
  /** Its part of speech as a number in `pennTags`. */
  tagOf(token: number): number
  /** The head of the phrase that a token begins. */
  headFrom(token: number): number
  /** The token before which all that hangs on a token ends. */
  endOf(token: number): number
  /** The first of the coordinates that a token is one of. */
  firstCoordinate(token: number): number
  /** What the first of its coordinates depends on, over a preposition; null for the root. */
  governorOf(token: number): Governor | null
  /** The subject, the negation or the auxiliary of a token, -1 where it has none. */
  dependent(token: number, role: Role): number
}

const roles = {
  subject: 'nsubj nsubjpass csubj csubjpass',
  negation: 'neg',
  auxiliary: 'aux',
}
type Role = keyof typeof roles

const numbersOf = (list: string): ReadonlySet<number> => new Set(list.split(' ').map((name) => names.indexOf(name)))
const roleOf = new Map(
  Object.entries(roles).flatMap(([role, list]) => [...numbersOf(list)].map((number) => [number, role as Role])),
)
/** What stands before a head inside its phrase. */
const inPhrase = numbersOf('det compound amod poss nummod nmod quantmod advmod npadvmod case predet preconj punct')
const underPreposition = numbersOf('pobj pcomp')
const conjunct = names.indexOf('conj')

export function sentenceTree(syntax: Syntax, sentence: Sentence): SentenceTree {
  const { first } = sentence
  let known: ReturnType<typeof indexed> | undefined
  const own = () => {
    known ??= indexed(syntax(sentence))
    return known
  }
  const headOf = (token: number) => first + own().heads[token - first]!
  const relationOf = (token: number) => own().relations[token - first]!
  const firstCoordinate = (token: number) => first + own().coordinates[token - first]!
  return {
    headOf,
    relationOf,
    firstCoordinate,
    tagOf: (token) => own().tags[token - first]!,
    endOf: (token) => first + own().lasts[token - first]! + 1,
    headFrom: (token) => first + own().phraseHeads[token - first]!,
    governorOf(token) {
      const at = firstCoordinate(token)
      const head = headOf(at)
      if (head === at) return null
      const relation = relationOf(at)
      if (!underPreposition.has(relation)) return { token: head, relation, preposition: -1 }
      return { token: headOf(firstCoordinate(head)), relation, preposition: head }
    },
    dependent(token, role) {
      const at = own().dependents[role][token - first]!
      return at < 0 ? -1 : first + at
    },
  }
}

/** Reads once for all tokens what would take a walk for each. */
function indexed(tree: ReturnType<Syntax>) {
  const { heads, relations } = tree
  const { length } = heads
  const coordinates = new Int32Array(length)
  const phraseHeads = new Int32Array(length)
  const none = () => new Int32Array(length).fill(-1)
  const dependents: Record<Role, Int32Array> = { subject: none(), negation: none(), auxiliary: none() }
  for (let i = 0; i < length; i++) {
    const head = heads[i]!
    coordinates[i] = relations[i] === conjunct && head < i ? coordinates[head]! : i
    const role = roleOf.get(relations[i]!)
    if (role && dependents[role][head]! < 0) dependents[role][head] = i
  }
  const lasts = Int32Array.from(heads, (_, i) => i)
  for (let i = length - 1; i >= 0; i--) {
    const head = heads[i]!
    phraseHeads[i] = head > i && inPhrase.has(relations[i]!) ? phraseHeads[head]! : i
    if (head < i) lasts[head] = Math.max(lasts[head]!, lasts[i]!)
  }
  return { ...tree, coordinates, phraseHeads, dependents, lasts }
}
