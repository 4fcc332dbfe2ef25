import { listOf } from '../base/list-of.ts'
import { type FeatureRow, Features } from '../model/features.ts'
import { openPairs, type PackedPairs } from '../model/pairs.ts'
import { learned, openWholeWeights, type PackedWeights } from '../model/weights.ts'
import type { Sentence } from '../text/document.ts'
import { Columns } from './columns.ts'
import { Configuration, left, right, shift } from './configuration.ts'
import { FormRows } from './form-rows.ts'
import type { Form } from './forms.ts'
import {
  firstRelationFeatures,
  moreRelationFeatures,
  readFirstRelation,
  readMoreRelation,
  relationTemplates,
} from './relation-features.ts'
import { relations, root } from './relations.ts'
import {
  addPositionFeatures,
  findPositions,
  firstFeatures,
  moreFeatures,
  positions,
  readFirst,
  readMore,
  transitionTemplates,
} from './transition-features.ts'

const width = positions.length

/** The heads and relations of the tokens of a sentence, from its first on. */
export interface Tree {
  /** Indexes of heads among the tokens of the sentence; the root is its own head. */
  readonly heads: readonly number[]
  /** Numbers of relations in `relations`. */
  readonly relations: readonly number[]
}

/** Gives the tree of a sentence whose tokens have these numbers in `pennTags`. */
export type Parser = (sentence: Sentence, tags: ArrayLike<number>) => Tree

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
  const addWeights = openWholeWeights(relationWeights, relationModel)
  const features = new Features()
  const [first, more] = [firstFeatures(), moreFeatures()]
  const [firstOfRelation, moreOfRelation] = [firstRelationFeatures(), moreRelationFeatures()]
  const scores = new Int32Array(relations.length)
  const sums = new Int32Array(2)
  const at = new Int32Array(width)
  const columns = new Columns()
  const configuration = new Configuration()
  /** What a form adds by itself at each position: to left in the high half, to right in the low one. */
  const forms = new FormRows(width, (form: Form, own: Int32Array, from: number) => {
    for (let position = 0; position < width; position++) {
      features.clear()
      addPositionFeatures(form, position, features)
      sums.fill(0)
      addPairs(features, sums, 0)
      own[from + position] = (sums[0]! << 16) | (sums[1]! & 0xffff)
    }
  })
  const own = forms.sums
  /** Where in `own` the numbers of each token of the sentence begin. */
  let ownFrom = new Int32Array(0)

  function choose(): number {
    findPositions(configuration, at)
    let toLeft = 0
    let toRight = 0
    for (let position = 0; position < width; position++) {
      const both = own[ownFrom[at[position]!]! + position]!
      toLeft += both >> 16
      toRight += (both << 16) >> 16
    }
    sums[0] = toLeft
    sums[1] = toRight
    readFirst(columns, configuration, at, first)
    addPairs(first, sums, 0)
    if (leadOf(configuration, sums[0]!, sums[1]!) < sure.transition) {
      readMore(columns, configuration, at, more)
      addPairs(more, sums, 0)
    }
    return bestTransition(configuration, sums[0]!, sums[1]!)
  }

  const addRelationWeights = (row: FeatureRow) => addWeights(row, scores, 0)

  function relationOf(head: number, dependent: number): number {
    readFirstRelation(columns, configuration, head, dependent, firstOfRelation)
    for (let relation = 0; relation < scores.length; relation++) scores[relation] = 0
    addRelationWeights(firstOfRelation)
    const clear = clearRelation(scores, sure.relation)
    if (clear !== root) return clear
    readMoreRelation(columns, configuration, head, dependent, moreOfRelation)
    addRelationWeights(moreOfRelation)
    return bestRelation(scores)
  }

  return ({ columns: { words, types }, first, last }, tags) => {
    const length = last - first
    columns.start(length)
    forms.start(length)
    if (ownFrom.length <= length) ownFrom = new Int32Array(2 * length + 64)
    for (let i = 0; i < length; i++) ownFrom[i] = width * forms.read(words[types[first + i]!]!, tags[i]!, i, columns)
    ownFrom[length] = width * forms.readNone(length, columns)
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
  return { heads: listOf(configuration.head, 0, length), relations: listOf(configuration.relation, 0, length) }
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

/** A number for each relation: whole ones, but while it is learned. */
type Scores = Int32Array | Float32Array

/** The relation of highest score, where it is so far before each other one, else `root`, which no arc has. */
function clearRelation(scores: Scores, lead: number): number {
  let best = root + 1
  let most = scores[best]!
  let second = -(2 ** 31)
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
export const bestRelation = (scores: Scores): number => clearRelation(scores, 0)
