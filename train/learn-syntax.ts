import { hashText } from '../src/base/hash.ts'
import type { PackedWeights } from '../src/model/weights.ts'
import { openParser, type PackedParser } from '../src/syntax/parser.ts'
import { pennTags } from '../src/syntax/penn.ts'
import { openPennTagger, type PennTagger } from '../src/syntax/penn-tagger.ts'
import { relations, root } from '../src/syntax/relations.ts'
import type { Sentence } from '../src/text/document.ts'
import { speechOf } from '../src/text/tagging.ts'
import { learnParser, type ParseExample, type ParserSettings } from './learn-parser.ts'
import { learnPenn, type PennExample } from './learn-penn.ts'
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

export function readExamples(folder: string): Example[] {
  return ['gmb', 'gov'].flatMap((name) =>
    readTrees(folder, name).flatMap(({ id, trees }) => trees.map((tree) => exampleOf(`${name}/${id}`, tree))),
  )
}

function exampleOf(document: string, { sentence, heads, relations: named, penn }: Tree): Example {
  return {
    document,
    sentence,
    heads,
    speech: speechOf(sentence),
    tags: Int8Array.from(penn, (tag) => pennTags.indexOf(tag)),
    relations: Uint8Array.from(named, (relation, i) => (heads[i] === i ? root : numberOf(relation))),
  }
}

const numberOf = (relation: string): number => {
  const number = relations.indexOf(relation)
  return number > root ? number : relations.indexOf('dep')
}

const tagSettings = { rounds: 4, rarest: 3, most: 50000 }

export function learnSyntax(
  examples: readonly Example[],
  settings: ParserSettings,
  log: (line: string) => void,
): PackedSyntax {
  // The parser learns from tags such as it will see: those of a tagger that has not learned from the same document.
  const halves = [0, 1].map((half) => examples.filter(({ document }) => halfOf(document) === half))
  const taggers = halves.map((half) => openPennTagger(learnPenn(half, { ...tagSettings, rounds: 3 })))
  log(`tags of the halves: ${(process.cpuUsage().user / 1e6).toFixed(0)} s`)
  const tags = learnPenn(examples, tagSettings)
  log(`tags: ${(process.cpuUsage().user / 1e6).toFixed(0)} s`)
  const tagged = examples.map(
    ({ document, sentence, speech, heads, relations }): ParseExample => ({
      sentence,
      tags: taggers[1 - halfOf(document)]!(sentence, speech),
      heads: projective(heads),
      relations,
    }),
  )
  return { tags, ...learnParser(tagged, settings, log) }
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

export const sentencesOf = (examples: readonly Example[]): Sentence[] => examples.map(({ sentence }) => sentence)
