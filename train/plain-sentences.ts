import { hashText } from '../src/base/hash.ts'
import { wordSet } from '../src/base/word-list.ts'
import { isGlued, wordAt } from '../src/text/columns.ts'
import { readDocument } from '../src/text/read.ts'
import type { Tree } from './syntax-trees.ts'

/** A token of a tree, tied to those around it. */
interface Node {
  readonly at: number
  readonly text: string
  readonly glued: boolean
  readonly tag: string
  readonly relation: string
  head: Node | undefined
  readonly dependents: Node[]
}

/** Subject, helping verbs, verb and what it takes. */
interface Clause {
  subject: Node
  verb: Node
  predicate: readonly Node[]
}

const clausal = wordSet('ROOT ccomp conj advcl')
const subjects = wordSet('nsubj nsubjpass')
const helpers = wordSet('aux auxpass neg')
const complements = wordSet('dobj attr acomp oprd agent dative xcomp prt')
/** With these beside it a clause is not plain. */
const entangled = wordSet('expl csubj csubjpass ccomp parataxis preconj')
const finite = wordSet('VBD VBZ VBP MD')
const be = wordSet('am is are was were be been')
const relative = wordSet('WDT WP WP$ WRB')
/** What a light subject goes without. */
const heavy = wordSet('relcl acl appos')

const longestPart = 9
const longest = 22

/**
 * Clauses of a document as sentences of their own, with a full stop. Newswire has few sentences of less than ten words, and
 * many of those are headlines: without plain ones the parser takes "The new agreement failed." for one.
 */
export function plainSentences(trees: readonly Tree[]): Tree[] {
  const sentences = trees.map(nodesOf)
  const clauses = sentences.flatMap((nodes) => nodes.flatMap((node) => clauseOf(node) ?? []))
  const told = clauses.filter(({ verb, predicate }) => verb.tag === 'VBD' && predicate[0] === verb)
  const described = sentences.flat().filter(isDescribed)
  return [
    ...clauses.flatMap(asSentences),
    // What is described by a clause becomes the subject of what another sentence tells.
    ...described.flatMap((noun, i) => {
      const phrase = partOf(noun)
      const clause = told[(7 * i + 3) % Math.max(told.length, 1)]
      return phrase && clause ? treeOf([...phrase, ...clause.predicate], clause.verb, noun) : []
    }),
  ]
}

function nodesOf({ sentence: { columns, first }, heads, relations, penn }: Tree): Node[] {
  const nodes = relations.map((relation, at): Node => {
    const { text } = wordAt(columns, first + at)
    return {
      ...{ at, text, relation, tag: penn[at]!, glued: isGlued(columns, first + at) },
      ...{ head: undefined, dependents: [] },
    }
  })
  heads.forEach((head, at) => {
    if (head === at) return
    nodes[at]!.head = nodes[head]!
    nodes[head]!.dependents.push(nodes[at]!)
  })
  return nodes
}

const inOrder = (nodes: readonly Node[]) => [...nodes].sort((a, b) => a.at - b.at)

function clauseOf(verb: Node): Clause | undefined {
  const named = (names: ReadonlySet<string>) => verb.dependents.filter(({ relation }) => names.has(relation))
  const [subject, another] = named(subjects)
  if (!clausal.has(verb.relation) || !subject || another || named(entangled).length > 0) return undefined
  if (subject.at > verb.at || relative.has(subject.tag)) return undefined
  const before = inOrder(named(helpers))
  if (before.some(({ at }) => at < subject.at || at > verb.at)) return undefined
  if (!finite.has((before[0] ?? verb).tag)) return undefined
  const taken = named(complements).map((node) => partOf(node))
  if (taken.includes(undefined) || (taken.length === 0 && be.has(verb.text))) return undefined
  return { subject, verb, predicate: inOrder([...before, verb, ...taken.flatMap((part) => part!)]) }
}

const isDescribed = ({ tag, dependents }: Node): boolean =>
  /^NNS?$/.test(tag) && dependents.some(({ relation, tag }) => relation === 'relcl' && finite.has(tag))

/** A token with all below it, without what is left out; nothing where it is long or has marks in it. */
function partOf(top: Node, leave?: ReadonlySet<string>): Node[] | undefined {
  const part = [top]
  for (const { dependents } of part) for (const one of dependents) if (!leave?.has(one.relation)) part.push(one)
  const isPlain = part.every(({ relation, tag }) => relation !== 'punct' || tag === 'HYPH')
  return isPlain && part.length <= longestPart ? inOrder(part) : undefined
}

/** A clause in four of eight alone, in two with where or when it was, and always with a clause before it: "If it rains,". */
function asSentences({ subject, verb, predicate }: Clause): Tree[] {
  const light = partOf(subject, heavy)
  if (!light) return []
  const bare = [...light, ...predicate]
  const chance = (hashText(bare.map(({ text }) => text).join(' ')) >>> 3) % 8
  const place = verb.dependents.find(({ relation, at }) => relation === 'prep' && at > verb.at)
  const where = place && chance >= 4 && chance < 6 ? partOf(place) : undefined
  const opening = openingOf(verb)
  return [
    ...(chance < 4 ? treeOf(bare, verb, subject) : []),
    ...(where ? treeOf(inOrder([...bare, ...where]), verb, subject) : []),
    ...(opening ? treeOf([...opening, ...bare], verb, subject) : []),
  ]
}

/** An adverbial clause, wherever it stands, and a comma after it. */
function openingOf(verb: Node): Node[] | undefined {
  const clause = verb.dependents.find(({ relation }) => relation === 'advcl')
  const part = clause && partOf(clause)
  if (!part || part.length < 3 || !/^(?:mark|advmod)$/.test(part[0]!.relation)) return undefined
  const comma = { at: -1, text: ',', glued: true, tag: ',', relation: 'punct', head: verb, dependents: [] }
  return [...part, comma]
}

const contracted = new Map([
  ['will', "won't"],
  ['can', "can't"],
  ...'do does did is are was were has have had would could should'
    .split(' ')
    .map((word) => [word, `${word}n't`] as const),
])

/** The tokens as a sentence with a full stop, where it is read as so many. */
function treeOf(nodes: readonly Node[], verb: Node, subject: Node): Tree[] {
  if (nodes.length > longest || nodes.some(({ tag }) => tag === 'XX')) return []
  const texts = textsOf(nodes)
  const kept = nodes.filter((_, i) => texts[i] !== '')
  const at = new Map(kept.map((node, i) => [node, i]))
  const text = texts.map((word, i) => (i === 0 || word === '' || isJoined(nodes, i) ? word : ` ${word}`)).join('')
  const { sentences } = readDocument(`${text[0]!.toUpperCase()}${text.slice(1)}.`)
  const [sentence] = sentences
  if (sentences.length !== 1 || sentence!.last !== kept.length + 1) return []
  const root = at.get(verb)!
  const heads = kept.map((node) => (node === verb || node === subject ? root : at.get(node.head!)))
  if (heads.includes(undefined)) return []
  const relationOf = (node: Node) =>
    node === verb ? 'ROOT' : node === subject && !subjects.has(node.relation) ? 'nsubj' : node.relation
  return [
    {
      sentence: sentence!,
      heads: Int32Array.from([...heads.map((head) => head!), root]),
      relations: [...kept.map(relationOf), 'punct'],
      penn: [...kept.map(({ tag }) => tag), '.'],
    },
  ]
}

const isJoined = (nodes: readonly Node[], i: number): boolean =>
  nodes[i]!.glued && (nodes[i]!.at < 0 || nodes[i - 1]!.at === nodes[i]!.at - 1)

/** Whether a token has its capital from the place where it stood. */
const opens = ({ at, tag, text }: Node): boolean => at === 0 && !tag.startsWith('NNP') && text !== 'I'

/** How the tokens are written: "did not" is "didn't", and then nothing. */
function textsOf(nodes: readonly Node[]): string[] {
  const texts = nodes.map((node, i) => (i > 0 && opens(node) ? node.text.toLowerCase() : node.text))
  nodes.forEach(({ relation, dependents }, i) => {
    const joined =
      relation === 'neg' && texts[i] === 'not' && dependents.length === 0 && contracted.get(texts[i - 1] ?? '')
    if (!joined) return
    texts[i - 1] = joined
    texts[i] = ''
  })
  return texts
}
