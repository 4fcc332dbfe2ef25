import { Features } from '../src/model/features.ts'
import { greatestWhole } from '../src/model/weights.ts'
import { Columns } from '../src/syntax/columns.ts'
import { Configuration, left, right, shift } from '../src/syntax/configuration.ts'
import { type Form, formOf, noForm } from '../src/syntax/forms.ts'
import {
  bestRelation,
  bestTransition,
  openParser,
  type PackedParser,
  type Tree as ParsedTree,
  parseInTurn,
  relationModel,
  type Sure,
  transitionModel,
} from '../src/syntax/parser.ts'
import { readAs } from '../src/syntax/read-as.ts'
import {
  firstRelationFeatures,
  moreRelationFeatures,
  readFirstRelation,
  readMoreRelation,
} from '../src/syntax/relation-features.ts'
import { relations } from '../src/syntax/relations.ts'
import {
  addPositionFeatures,
  findPositions,
  firstFeatures,
  moreFeatures,
  positions,
  readFirst,
  readMore,
} from '../src/syntax/transition-features.ts'
import { wordAt } from '../src/text/columns.ts'
import type { Sentence } from '../src/text/document.ts'
import type { Word } from '../src/text/word.ts'
import { AveragedPerceptron, Counts, pruned, RowNumbers } from './averaged.ts'
import { packRows } from './pack.ts'
import { packPairs } from './pack-pairs.ts'
import { randomFrom, shuffled } from './random.ts'
import { costsOf, lastDependents } from './syntax-oracle.ts'

/** A sentence with its Penn tags and its tree. */
export interface ParseExample {
  readonly sentence: Sentence
  readonly tags: ArrayLike<number>
  /** Heads without arcs that cross others, and those of the teacher. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
}

export interface ParserSettings {
  rarest: number
  /** Rounds with all features, and then with those that are kept. */
  rounds: number
  roundsPruned: number
  /** So many features of transitions and of relations, and weights of relations, are kept. */
  transitions: number
  relations: number
  weights: number
}

interface Known extends Form {
  /** Ids of the features at each position, as many at each. */
  readonly ids: Int32Array
}

const transitionCount = 3
/** How often learning goes where the parser would go, and not where it should. */
const exploring = 0.9

/** Learns a parser with the dynamic oracle: from what it does wrong it learns the best that is left (Goldberg and Nivre 2013). */
export function learnParser(
  examples: readonly ParseExample[],
  settings: ParserSettings,
  log: (line: string) => void,
): PackedParser {
  const walk = openWalk()
  const [seen, seenRelations] = [new Counts(), new Counts()]
  for (const example of examples) count(walk, example, seen, seenRelations)
  let transition = new AveragedPerceptron(new RowNumbers(seen.atLeast(settings.rarest)), transitionCount)
  let relation = new AveragedPerceptron(new RowNumbers(seenRelations.atLeast(settings.rarest)), relations.length)
  log(`${examples.length} sentences, ${transition.numbers.ids.length} and ${relation.numbers.ids.length} features`)
  const random = randomFrom(1)
  const learnRounds = (rounds: number, explore: boolean) => {
    for (let round = 1; round <= rounds; round++) {
      for (const example of shuffled(examples, random))
        learn(walk, example, transition, relation, explore || round > 1 ? random : undefined)
      log(`round ${round}: ${(process.cpuUsage().user / 1e6).toFixed(0)} s`)
    }
  }
  learnRounds(settings.rounds, false)
  transition = pruned(transition.numbers, transition.average(), transitionCount, settings.transitions)
  relation = pruned(relation.numbers, relation.average(), relations.length, settings.relations)
  learnRounds(settings.roundsPruned, true)
  const weights = {
    transitions: {
      templates: transitionModel.templates,
      ...packPairs(transition.numbers.ids, transition.average()),
    },
    relations: {
      templates: relationModel.templates,
      ...packRows(relation.numbers.ids, relation.average(), relations.length, settings.weights, greatestWhole),
    },
  }
  return { ...weights, sure: leastSure(weights, examples.slice(0, probes)) }
}

const probes = 1500
/** So large a share of the arcs must stay as all features have them. */
const alike = 0.998
const leads = Array.from({ length: 24 }, (_, i) => Math.round(500 * 1.25 ** i))

/** The least leads by which the first features may decide alone. */
function leastSure(weights: Omit<PackedParser, 'sure'>, examples: readonly ParseExample[]): Sure {
  const never = { transition: Number.MAX_SAFE_INTEGER, relation: Number.MAX_SAFE_INTEGER }
  const treesBy = (sure: Sure) => {
    const parse = openParser({ ...weights, sure })
    return examples.map(({ sentence, tags }) => parse(sentence, tags))
  }
  const whole = treesBy(never)
  const serves = (sure: Sure) => agreement(treesBy(sure), whole) >= alike
  const least = (of: keyof Sure) => leads.find((lead) => serves({ ...never, [of]: lead })) ?? never[of]
  return { transition: least('transition'), relation: least('relation') }
}

function agreement(trees: readonly ParsedTree[], others: readonly ParsedTree[]): number {
  let [all, same] = [0, 0]
  trees.forEach(({ heads, relations }, i) => {
    const other = others[i]!
    all += heads.length
    heads.forEach((head, token) => {
      if (head === other.heads[token] && relations[token] === other.relations[token]) same++
    })
  })
  return same / all
}

/** Counts the features on the way to the right tree. */
function count(walk: Walk, example: ParseExample, seen: Counts, seenRelations: Counts): void {
  walk(
    example,
    (features, forms, at, configuration) => {
      for (let position = 0; position < at.length; position++) {
        const { ids } = forms[at[position]!]!
        const size = ids.length / positions.length
        seen.add(ids.subarray(position * size, (position + 1) * size), size)
      }
      seen.add(features.ids, features.length)
      const { shift: toShift, left: toLeft, right: toRight } = costsOf(configuration, example.heads, lastOf(example))
      if (toLeft === 0) return left
      return configuration.mayRight && toRight <= toShift ? right : shift
    },
    (features, dependent) => {
      seenRelations.add(features.ids, features.length)
      return example.relations[dependent]!
    },
  )
}

function learn(
  walk: Walk,
  example: ParseExample,
  transition: AveragedPerceptron,
  relation: AveragedPerceptron,
  random: (() => number) | undefined,
): void {
  const last = lastOf(example)
  walk(
    example,
    (features, forms, at, configuration) => {
      transition.start()
      for (let position = 0; position < at.length; position++)
        transition.addPart(forms[at[position]!]!, position, at.length)
      transition.add(features.ids, features.length)
      const { scores } = transition
      const guess = bestTransition(configuration, scores[left]! - scores[shift]!, scores[right]! - scores[shift]!)
      const costs = costsOf(configuration, example.heads, last)
      const costOf = [costs.shift, costs.left, configuration.mayRight ? costs.right : Number.POSITIVE_INFINITY]
      const least = Math.min(...costOf)
      if (costOf[guess] === least) return guess
      let best = -1
      for (let other = 0; other < transitionCount; other++)
        if (costOf[other] === least && (best < 0 || scores[other]! > scores[best]!)) best = other
      transition.learn(best, guess)
      return random && random() < exploring ? guess : best
    },
    (features, dependent, head) => {
      relation.start()
      relation.add(features.ids, features.length)
      const guess = bestRelation(relation.scores)
      const right = example.relations[dependent]!
      if (example.heads[dependent] === head && guess !== right) relation.learn(right, guess)
      return guess
    },
  )
}

const lasts = new WeakMap<ParseExample, Int32Array>()
function lastOf(example: ParseExample): Int32Array {
  const known = lasts.get(example)
  if (known) return known
  const last = lastDependents(example.heads)
  lasts.set(example, last)
  return last
}

type Walk = (
  example: ParseExample,
  choose: (features: Features, forms: readonly Known[], at: Int32Array, configuration: Configuration) => number,
  relationOf: (features: Features, dependent: number, head: number) => number,
) => void

/** Reads a sentence as the parser does; what is chosen is told from outside. */
function openWalk(): Walk {
  const features = new Features()
  const [first, more] = [firstFeatures(), moreFeatures()]
  const [firstOfRelation, moreOfRelation] = [firstRelationFeatures(), moreRelationFeatures()]
  const configuration = new Configuration()
  const at = new Int32Array(positions.length)
  const known = new Map<string, Known>()
  const know = (form: Form): Known => {
    features.clear()
    for (let position = 0; position < positions.length; position++) addPositionFeatures(form, position, features)
    return { ...form, ids: features.copy() }
  }
  const knownOf = (word: Word, tag: number): Known => {
    const key = `${tag} ${word.normal}`
    const before = known.get(key)
    if (before) return before
    const made = know(formOf(readAs(word), tag))
    known.set(key, made)
    return made
  }
  const none = know(noForm)
  const columns = new Columns()
  const forms: Known[] = []
  return ({ sentence, tags }, choose, relationOf) => {
    const length = sentence.last - sentence.first
    columns.start(length)
    for (let i = 0; i <= length; i++) {
      const form = i < length ? knownOf(wordAt(sentence.columns, sentence.first + i), tags[i]!) : none
      forms[i] = form
      columns.set(i, form)
    }
    parseInTurn(
      configuration,
      length,
      () => {
        findPositions(configuration, at)
        readFirst(columns, configuration, at, first)
        readMore(columns, configuration, at, more)
        features.clear()
        features.take(first)
        features.take(more)
        return choose(features, forms, at, configuration)
      },
      (head, dependent) => {
        readFirstRelation(columns, configuration, head, dependent, firstOfRelation)
        readMoreRelation(columns, configuration, head, dependent, moreOfRelation)
        features.clear()
        features.take(firstOfRelation)
        features.take(moreOfRelation)
        return relationOf(features, dependent, head)
      },
    )
  }
}
