import { numberSet } from '../base/word-list.ts'
import type { Document, Sentence } from '../text/document.ts'
import { pennTags } from './penn.ts'
import { relations as names } from './relations.ts'
import { openSyntax, type Syntax } from './syntax.ts'

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
  sentence: Sentence
  /** The head of a token; itself for the root. */
  headOf(token: number): number
  /** The head of a token, -1 for the root. */
  parentOf(token: number): number
  /** Number of its relation to the head, in `relations`. */
  relationOf(token: number): number
  /** The name of its relation, as spaCy's English models have it. */
  relation(token: number): string
  /** Its part of speech as a number in `pennTags`. */
  tagOf(token: number): number
  /** Its part of speech in the Penn Treebank. */
  tag(token: number): string
  /** A word in lower case; none beyond the text. */
  word(token: number): string
  /** The nearest dependent that stands in one of the relations, -1 where none does. */
  child(token: number, fits: ReadonlySet<string>): number
  children(token: number, fits: ReadonlySet<string>): number[]
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

/** The role of each relation, by its number. */
const roleOf = names.map((name) => (Object.keys(roles) as Role[]).find((role) => roles[role].split(' ').includes(name)))
/** What stands before a head inside its phrase. */
const inPhrase = numberSet(
  'det compound amod poss nummod nmod quantmod advmod npadvmod case predet preconj punct',
  names,
)
const underPreposition = numberSet('pobj pcomp', names)
const conjunct = names.indexOf('conj')

/** How far a dependent is looked for from its head: a head may have hundreds. */
const reach = 30

export type TreeOf = (sentence: Sentence) => SentenceTree

/** The trees of a story's sentences; each is made once, and parsed where something is asked of it. */
export function openTrees(doc: Document, syntax: Syntax = openSyntax()): TreeOf {
  const known = new Map<Sentence, SentenceTree>()
  return (sentence) => {
    const tree = known.get(sentence) ?? sentenceTree(doc, syntax, sentence)
    known.set(sentence, tree)
    return tree
  }
}

function sentenceTree({ tokens }: Document, syntax: Syntax, sentence: Sentence): SentenceTree {
  const { first, last } = sentence
  let known: ReturnType<typeof indexed> | undefined
  const own = () => {
    known ??= indexed(syntax(sentence))
    return known
  }
  const headOf = (token: number) => first + own().heads[token - first]!
  const relationOf = (token: number) => own().relations[token - first]!
  const relation = (token: number) => names[relationOf(token)]!
  const firstCoordinate = (token: number) => first + own().coordinates[token - first]!
  /** The dependents of a token that stand in one of the relations, as many as are wanted, the nearest first. */
  const dependentsOf = (token: number, fits: ReadonlySet<string>, most: number): number[] => {
    const found: number[] = []
    if (token < first || token >= last) return found
    const { before, after, next, relations } = own()
    const at = token - first
    let [left, right] = [before[at]!, after[at]!]
    while (left >= 0 || right >= 0) {
      const isLeft = left >= 0 && (right < 0 || at - left <= right - at)
      const nearest = isLeft ? left : right
      if (Math.abs(nearest - at) > reach) break
      if (fits.has(names[relations[nearest]!]!) && found.push(first + nearest) === most) break
      if (isLeft) left = next[left]!
      else right = next[right]!
    }
    return found
  }
  return {
    sentence,
    headOf,
    parentOf(token) {
      const head = headOf(token)
      return head === token ? -1 : head
    },
    relationOf,
    relation,
    tag: (token) => pennTags[own().tags[token - first]!]!,
    word: (token) => tokens[token]?.normal ?? '',
    child: (token, fits) => dependentsOf(token, fits, 1)[0] ?? -1,
    children: (token, fits) => dependentsOf(token, fits, last - first),
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
function indexed({ heads, relations, tags }: ReturnType<Syntax>) {
  const { length } = heads
  const none = () => new Array<number>(length).fill(-1)
  const [coordinates, phraseHeads, lasts] = [none(), none(), none()]
  // The nearest dependent on either side, and of each dependent the next one on its side.
  const [before, after, next] = [none(), none(), none()]
  const dependents: Record<Role, number[]> = { subject: none(), negation: none(), auxiliary: none() }
  for (let i = 0; i < length; i++) {
    const head = heads[i]!
    coordinates[i] = relations[i] === conjunct && head < i ? coordinates[head]! : i
    lasts[i] = i
    const role = roleOf[relations[i]!]
    if (role && dependents[role][head]! < 0) dependents[role][head] = i
    if (head > i) {
      next[i] = before[head]!
      before[head] = i
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    const head = heads[i]!
    phraseHeads[i] = head > i && inPhrase.has(relations[i]!) ? phraseHeads[head]! : i
    if (head < i) {
      lasts[head] = Math.max(lasts[head]!, lasts[i]!)
      next[i] = after[head]!
      after[head] = i
    }
  }
  return { before, after, next, heads, relations, tags, coordinates, phraseHeads, dependents, lasts }
}
