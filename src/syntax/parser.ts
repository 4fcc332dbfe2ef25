import { Features } from '../model/features.ts'
import { openPairs, type PackedPairs } from '../model/pairs.ts'
import { learned, openWeights, type PackedWeights } from '../model/weights.ts'
import type { Sentence } from '../text/document.ts'
import { Columns } from './columns.ts'
import { Configuration, left, right, shift } from './configuration.ts'
import { FormSums } from './form-sums.ts'
import { type Form, noForm } from './forms.ts'
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

const width = positions.length

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

/**
 * A greedy parser: one linear decision a transition, one more for the relation of an arc. Twice as many transitions as
 * tokens, each in constant time: time is linear.
 */
export function openParser({ transitions, relations: relationWeights, sure }: PackedParser): Parser {
  const addPairs = openPairs(transitions, transitionModel)
  const addWeights = openWeights(relationWeights, relationModel)
  const features = new Features()
  const scores = new Float32Array(relations.length)
  const sums = new Int32Array(2)
  const at = new Int32Array(width)
  const columns = new Columns()
  const configuration = new Configuration()
  /** What each token of the sentence adds by itself at each position: to left in the high half, to right in the low one. */
  let alone = new Int32Array(0)
  const addAlone = (form: Form, own: Int32Array) => {
    for (let position = 0; position < width; position++) {
      features.clear()
      addPositionFeatures(form, position, features)
      sums.fill(0)
      addPairs(features, sums, 0)
      own[position] = (sums[0]! << 16) | (sums[1]! & 0xffff)
    }
  }
  const forms = new FormSums(width, addAlone)
  const none = new Int32Array(width)
  addAlone(noForm, none)

  function choose(): number {
    findPositions(configuration, at)
    let toLeft = 0
    let toRight = 0
    for (let position = 0; position < width; position++) {
      const own = alone[width * at[position]! + position]!
      toLeft += own >> 16
      toRight += (own << 16) >> 16
    }
    sums[0] = toLeft
    sums[1] = toRight
    features.clear()
    addFirstFeatures(columns, configuration, at, features)
    addPairs(features, sums, 0)
    if (leadOf(configuration, sums[0]!, sums[1]!) < sure.transition) {
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
    const clear = clearRelation(scores, sure.relation)
    if (clear !== root) return clear
    features.clear()
    addMoreRelationFeatures(columns, configuration, head, dependent, features)
    addWeights(features, scores, 0)
    return bestRelation(scores)
  }

  return ({ columns: { words, types }, first, last }, tags) => {
    const length = last - first
    columns.start(length)
    if (alone.length < width * (length + 1)) alone = new Int32Array(2 * width * (length + 1))
    for (let i = 0; i < length; i++) forms.read(words[types[first + i]!]!, tags[i]!, i, columns, alone)
    columns.set(length, noForm)
    alone.set(none, width * length)
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

/** The relation of highest score, where it is so far before each other one, else `root`, which no arc has. */
function clearRelation(scores: Float32Array, lead: number): number {
  let best = root + 1
  let most = scores[best]!
  let second = Number.NEGATIVE_INFINITY
  for (let relation = best + 1; relation < scores.length; relation++) {
    const score = scores[relation]!
    if (score <= second) continue
    if (score > most) {
      second = most
      most = score
      best = relation
    } else second = score
  }
  return most - second >= lead ? best : root
}

/** The relation of highest score. */
export const bestRelation = (scores: Float32Array): number => clearRelation(scores, 0)
