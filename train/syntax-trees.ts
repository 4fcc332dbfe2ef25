import type { Span } from '../src/base/span.ts'
import type { Sentence } from '../src/text/document.ts'
import { readDocument } from '../src/text/read.ts'
import { corpus, readRecords, type Text } from './corpora.ts'

/** A sentence of ours with the tree that a teacher gives to it. */
export interface Tree {
  sentence: Sentence
  /** Index of the head among the tokens of the sentence; a token that is its own head is the root. */
  heads: Int32Array
  relations: readonly string[]
  penn: readonly string[]
}

export interface TreeDocument {
  id: string
  trees: readonly Tree[]
  /** Sentences whose borders the teacher sees elsewhere. */
  torn: number
}

type TeacherToken = [start: number, end: number, tag: string, head: number, relation: string]

/** The trees of the texts of a corpus. */
export function readTrees(name: 'gmb' | 'gov'): TreeDocument[] {
  const texts = new Map(readRecords<Text>(corpus(name)).map(({ id, text }) => [id, text]))
  return readRecords<{ id: string; sentences: TeacherToken[][] }>(corpus(`trees-${name}`)).map(({ id, sentences }) => {
    const text = texts.get(id)
    if (text === undefined) throw new Error(`${name}: no text for the trees of ${id}`)
    return treesOf(id, text, sentences)
  })
}

function treesOf(id: string, text: string, parsed: TeacherToken[][]): TreeDocument {
  const trees: Tree[] = []
  let torn = 0
  let next = 0
  for (const sentence of readDocument(text).sentences) {
    while (next < parsed.length && parsed[next]!.at(-1)![1] <= sentence.start) next++
    const theirs = parsed[next]
    const inside = theirs && pieceOf(theirs, sentence)
    const tree = inside && treeOf(sentence, inside)
    if (tree && hasOneRoot(tree)) trees.push(tree)
    else torn++
  }
  return { id, trees, torn }
}

/** The tokens of a teacher's sentence that are ours, where they are a tree of their own and cover our sentence. */
function pieceOf(theirs: readonly TeacherToken[], { start, end }: Span): TeacherToken[] | undefined {
  if (theirs[0]![0] > start || theirs.at(-1)![1] < end) return undefined
  const first = theirs.findIndex((token) => token[1] > start)
  const piece = theirs.slice(first).filter((token) => token[0] < end)
  let roots = 0
  const moved = piece.map(([from, to, tag, head, relation], i): TeacherToken => {
    const own = head - first
    if (own !== i && own >= 0 && own < piece.length) return [from, to, tag, own, relation]
    roots++
    return [from, to, tag, i, 'ROOT']
  })
  return roots === 1 ? moved : undefined
}

const hasOneRoot = ({ heads }: Tree): boolean => heads.filter((head, token) => head === token).length === 1

const spansOf = ({ columns, first, last }: Sentence): Span[] =>
  Array.from({ length: last - first }, (_, i) => ({ start: columns.starts[first + i]!, end: columns.ends[first + i]! }))

/** A token that covers several of the teacher's takes the head of the one whose head lies outside. */
function treeOf(sentence: Sentence, theirs: readonly TeacherToken[]): Tree {
  const tokens = spansOf(sentence)
  const ownerOf = new Int32Array(theirs.length)
  const firstOf = new Int32Array(tokens.length).fill(-1)
  let at = 0
  theirs.forEach(([start, end], i) => {
    while (at + 1 < tokens.length && tokens[at]!.end <= start) at++
    ownerOf[i] = at
    for (let own = at; own < tokens.length && tokens[own]!.start < end; own++) if (firstOf[own]! < 0) firstOf[own] = i
  })
  const heads = new Int32Array(tokens.length)
  const relations: string[] = []
  const penn: string[] = []
  tokens.forEach((_, own) => {
    const first = firstOf[own]!
    if (ownerOf[first] !== own) {
      // A piece of one of the teacher's tokens hangs on the piece before it.
      heads[own] = own - 1
      relations.push('dep')
      penn.push('XX')
      return
    }
    let chosen = first
    for (let i = first; i < theirs.length && ownerOf[i] === own; i++) {
      const head = theirs[i]![3]
      if (head === i || ownerOf[head] !== own) {
        chosen = i
        break
      }
    }
    const [, , tag, head, relation] = theirs[chosen]!
    heads[own] = head === chosen ? own : ownerOf[head]!
    relations.push(relation)
    penn.push(tag)
  })
  return { sentence, heads, relations, penn }
}
