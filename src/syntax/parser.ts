import { Features } from '../model/features.ts'
import { openPairs, type PackedPairs } from '../model/pairs.ts'
import { learned, openWeights, type PackedWeights } from '../model/weights.ts'
import type { Sentence } from '../text/document.ts'
import { type Word, wordFact } from '../text/words.ts'
import { Columns, type Form } from './columns.ts'
import { Configuration, left, right, shift } from './configuration.ts'
import { formOf, noForm } from './forms.ts'
import { addFirstRelationFeatures, addMoreRelationFeatures, relationTemplates } from './relation-features.ts'
import { relations, root } from './relations.ts'
import {
  addFirstFeatures,
  addMoreFeatures,
  addPositionFeatures,
  findPositions,
  positions,
  transitionTemplates,
} from './transition-features.ts'

/** The heads and relations of the tokens of a sentence, from its first on. */
export interface Tree {
  /** Indexes of heads among the tokens of the sentence; the root is its own head. */
  readonly heads: Int32Array
  /** Numbers of relations in `relations`. */
  readonly relations: Uint8Array
}

/** Gives the tree of a sentence whose tokens have these numbers in `pennTags`. */
export type Parser = (sentence: Sentence, tags: Uint8Array) => Tree

export interface PackedParser {
  transitions: PackedPairs
  relations: PackedWeights
  /** Leads by which the first features alone decide on a transition and on a relation. */
  sure: Sure
}

export interface Sure {
  transition: number
  relation: number
}

export const transitionModel = learned('syntax', transitionTemplates)
export const relationModel = learned('syntax', relationTemplates, relations)

interface Weighed extends Form {
  /** What a token of this form by itself adds to the scores of left and right, at each position. */
  readonly sums: Int16Array
}

/**
 * A greedy parser: one linear decision a transition, one more for the relation of an arc. Twice as many transitions as
 * tokens, each in constant time: time is linear.
 */
export function openParser(packed: PackedParser): Parser {
  const addPairs = openPairs(packed.transitions, transitionModel)
  const addWeights = openWeights(packed.relations, relationModel)
  const features = new Features()
  const scores = new Float32Array(relations.length)
  const sums = new Int32Array(2)
  const at = new Int32Array(positions.length)
  const weigh = openMemo(addPairs, features)
  const columns = new Columns<Weighed>(weigh(undefined, 0))
  const configuration = new Configuration()

  function choose(): number {
    findPositions(configuration, at)
    let toLeft = 0
    let toRight = 0
    for (let position = 0; position < at.length; position++) {
      const own = columns.forms[at[position]!]!.sums
      toLeft += own[2 * position]!
      toRight += own[2 * position + 1]!
    }
    sums[0] = toLeft
    sums[1] = toRight
    features.clear()
    addFirstFeatures(columns, configuration, at, features)
    addPairs(features, sums, 0)
    if (leadOf(configuration, sums[0]!, sums[1]!) < packed.sure.transition) {
      features.clear()
      addMoreFeatures(columns, configuration, at, features)
      addPairs(features, sums, 0)
    }
    return bestTransition(configuration, sums[0]!, sums[1]!)
  }

  function relationOf(head: number, dependent: number): number {
    features.clear()
    addFirstRelationFeatures(columns, configuration, head, dependent, features)
    scores.fill(0)
    addWeights(features, scores, 0)
    const best = bestRelation(scores)
    if (leads(scores, best, packed.sure.relation)) return best
    features.clear()
    addMoreRelationFeatures(columns, configuration, head, dependent, features)
    addWeights(features, scores, 0)
    return bestRelation(scores)
  }

  return ({ tokens, first, last }, tags) => {
    const length = last - first
    columns.start(length)
    for (let i = 0; i < length; i++) columns.set(i, weigh(tokens[first + i]!.word, tags[i]!))
    return parseInTurn(configuration, length, choose, relationOf)
  }
}

/** Takes transitions to the end of a sentence. */
export function parseInTurn(
  configuration: Configuration,
  length: number,
  choose: () => number,
  relationOf: (head: number, dependent: number) => number,
): Tree {
  configuration.start(length)
  while (!configuration.finished) {
    const transition = configuration.only ?? choose()
    if (transition === shift) configuration.shift()
    else {
      const head = configuration.headBy(transition)
      configuration.attach(head, relationOf(head, configuration.onStack(0)))
    }
  }
  if (length > 0) configuration.crown(root)
  return { heads: configuration.head.slice(0, length), relations: configuration.relation.slice(0, length) }
}

/** The best of the transitions that may be taken; shift has nought. */
export function bestTransition(configuration: Configuration, toLeft: number, toRight: number): number {
  if (configuration.mayRight && toRight > 0 && toRight > toLeft) return right
  return toLeft > 0 ? left : shift
}

/** How far the best transition is before the second best. */
function leadOf(configuration: Configuration, toLeft: number, toRight: number): number {
  if (!configuration.mayRight) return Math.abs(toLeft)
  const best = Math.max(0, toLeft, toRight)
  const worst = Math.min(0, toLeft, toRight)
  return 2 * best + worst - toLeft - toRight
}

/** Whether the best relation is so far before each other one. */
function leads(scores: Float32Array, best: number, by: number): boolean {
  const limit = scores[best]! - by
  for (let relation = root + 1; relation < scores.length; relation++)
    if (scores[relation]! > limit && relation !== best) return false
  return true
}

/** The relation of highest score; `root` is none that an arc has. */
export function bestRelation(scores: Float32Array): number {
  let best = root + 1
  for (let relation = best + 1; relation < scores.length; relation++)
    if (scores[relation]! > scores[best]!) best = relation
  return best
}

function openMemo(addPairs: ReturnType<typeof openPairs>, features: Features) {
  const known = wordFact((_: Word): (Weighed | undefined)[] => [])
  const sums = new Int32Array(2 * positions.length)
  const make = (form: Form): Weighed => {
    sums.fill(0)
    for (let position = 0; position < positions.length; position++) {
      features.clear()
      addPositionFeatures(form, position, features)
      addPairs(features, sums, 2 * position)
    }
    return { ...form, sums: Int16Array.from(sums) }
  }
  const none = make(noForm)
  return (word: Word | undefined, tag: number): Weighed => {
    if (!word) return none
    const byTag = known(word)
    byTag[tag] ??= make(formOf(word, tag))
    return byTag[tag]!
  }
}
