import { hashText } from '../src/base/hash.ts'
import type { PackedWeights } from '../src/model/weights.ts'
import { openParser, type PackedParser, relationModel, transitionModel } from '../src/syntax/parser.ts'
import { pennTags } from '../src/syntax/penn.ts'
import { openPennTagger, type PennTagger, pennModel } from '../src/syntax/penn-tagger.ts'
import { relations, root } from '../src/syntax/relations.ts'
import { dataFile } from './data-file.ts'
import { learnParser, type ParseExample, type ParserSettings } from './learn-parser.ts'
import { learnPenn, type PennExample } from './learn-penn.ts'
import { plainSentences } from './plain-sentences.ts'
import type { Log } from './recipe.ts'
import { projective } from './syntax-oracle.ts'
import { readTrees, type Tree } from './syntax-trees.ts'

export interface PackedSyntax extends PackedParser {
  tags: PackedWeights
}

/** A tenth of the documents, by their ids, is not learned from. */
export const isHeldOut = (id: string): boolean => (hashText(id) >>> 0) % 10 === 0

export interface Example extends PennExample {
  readonly document: string
  readonly heads: Int32Array
  readonly relations: Uint8Array
}

/** The sentences of the corpora, and plain ones that are made from them. */
export function readExamples(): { whole: Example[]; plain: Example[] } {
  const documents = (['gmb', 'gov'] as const).flatMap((name) =>
    readTrees(name).map(({ id, trees }) => ({ document: `${name}/${id}`, trees })),
  )
  const examplesOf = (treesOf: (trees: readonly Tree[]) => readonly Tree[]) =>
    documents.flatMap(({ document, trees }) => treesOf(trees).map((tree) => exampleOf(document, tree)))
  return { whole: examplesOf((trees) => trees), plain: examplesOf(plainSentences) }
}

function exampleOf(document: string, { sentence, heads, relations: named, penn }: Tree): Example {
  return {
    document,
    sentence,
    heads,
    speech: sentence.speech,
    tags: Int8Array.from(penn, (tag) => pennTags.indexOf(tag)),
    relations: Uint8Array.from(named, (relation, i) => (heads[i] === i ? root : numberOf(relation))),
  }
}

const numberOf = (relation: string): number => {
  const number = relations.indexOf(relation)
  return number > root ? number : relations.indexOf('dep')
}

const tagSettings = { rounds: 4, rarest: 3, most: 50_000 }
/** For the taggers of the halves, whose tags are learned from. */
const halfSettings = { rounds: 3, rarest: 3, most: 40_000 }
const parserSettings: ParserSettings = {
  rarest: 5,
  rounds: 3,
  roundsPruned: 3,
  transitions: 62_000,
  relations: 40_000,
  weights: 60_000,
}

export const hashOfSyntaxTemplates = (): string =>
  [pennModel, transitionModel, relationModel].map(({ templates }) => templates).join(' ')

/** The text of src/data/syntax.ts. `every` learns from each so manieth document alone: other weights, by the same steps. */
export function learnSyntaxFile(log: Log, every = 1): string {
  const { whole, plain } = readExamples()
  const isLearned = ({ document }: Example) => !isHeldOut(document) && (hashText(document) >>> 8) % every === 0
  const packed = learnSyntax([...whole, ...plain].filter(isLearned), parserSettings, log)
  const figuresOf = (examples: readonly Example[]) =>
    evaluate(
      packed,
      examples.filter(({ document }) => isHeldOut(document)),
    )
  for (const [name, value] of Object.entries(figuresOf(whole))) log.figure(name, value)
  const { UAS, LAS } = figuresOf(plain)
  log.figure('UAS of plain sentences', UAS)
  log.figure('LAS of plain sentences', LAS)
  return dataFile('syntax', { ...packed })
}

/** Learns tags, and a parser of what they are. */
export function learnSyntax(
  examples: readonly Example[],
  settings: ParserSettings,
  log: (line: string) => void,
): PackedSyntax {
  // The parser learns from tags such as it will see: those of a tagger that has not learned from the same document.
  const halves = [0, 1].map((half) => examples.filter(({ document }) => halfOf(document) === half))
  const taggers = halves.map((half) => openPennTagger(learnPenn(half, halfSettings)))
  const tagged = examples.map(
    ({ document, sentence, speech, heads, relations }): ParseExample => ({
      sentence,
      tags: taggers[1 - halfOf(document)]!(sentence, speech),
      heads: projective(heads),
      relations,
    }),
  )
  log(`${examples.length} sentences`)
  return { tags: learnPenn(examples, tagSettings), ...learnParser(tagged, settings, log) }
}

const halfOf = (document: string): number => (hashText(`half of ${document}`) >>> 4) & 1

export interface Figures {
  tokens: number
  tags: number
  UAS: number
  LAS: number
  'UAS with punctuation': number
  'LAS with punctuation': number
  roots: number
}

/** Shares of tokens in percent that have the teacher's tag, head, and head and relation. */
export function evaluate(
  packed: PackedSyntax,
  examples: readonly Example[],
  by?: Map<string, [number, number, number]>,
): Figures {
  const tagger: PennTagger = openPennTagger(packed.tags)
  const parse = openParser(packed)
  const punct = relations.indexOf('punct')
  const sum = { tokens: 0, words: 0, tags: 0, heads: 0, arcs: 0, wordHeads: 0, wordArcs: 0, roots: 0 }
  for (const { sentence, speech, tags, heads, relations: named } of examples) {
    const found = tagger(sentence, speech)
    const tree = parse(sentence, found)
    heads.forEach((head, i) => {
      const [sameHead, sameArc] = [tree.heads[i] === head, tree.heads[i] === head && tree.relations[i] === named[i]]
      sum.tokens++
      if (found[i] === tags[i]) sum.tags++
      if (sameHead) sum.heads++
      if (sameArc) sum.arcs++
      if (head === i && sameHead) sum.roots++
      const counted = by?.get(relations[named[i]!]!) ?? [0, 0, 0]
      counted[0]++
      if (sameHead) counted[1]++
      if (sameArc) counted[2]++
      by?.set(relations[named[i]!]!, counted)
      if (named[i] === punct) return
      sum.words++
      if (sameHead) sum.wordHeads++
      if (sameArc) sum.wordArcs++
    })
  }
  const share = (part: number, whole: number) => Math.round((10000 * part) / whole) / 100
  return {
    tokens: sum.tokens,
    tags: share(sum.tags, sum.tokens),
    UAS: share(sum.wordHeads, sum.words),
    LAS: share(sum.wordArcs, sum.words),
    'UAS with punctuation': share(sum.heads, sum.tokens),
    'LAS with punctuation': share(sum.arcs, sum.tokens),
    roots: share(sum.roots, examples.length),
  }
}
