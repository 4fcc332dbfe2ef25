import { personNouns, sideNouns } from '../../english/event-senses.ts'
import {
  type Construction,
  constructions,
  manners,
  onAgenda,
  opening,
  publicly,
  type Step,
} from '../../english/topic-constructions.ts'
import { wordClass } from '../../english/word-classes.ts'
import { isVerbTag } from '../../syntax/penn.ts'
import { relations } from '../../syntax/relations.ts'
import type { Governor, SentenceTree } from '../../syntax/sentence-tree.ts'
import { someToken } from '../../text/position.ts'
import { type Word, wordTest } from '../../text/word.ts'
import { isTreating } from './kept-off.ts'
import type { SentenceView } from './view.ts'

// "is" and "had" tell of nothing without "on the agenda", "talks".
const telling = new Set(constructions.flatMap(({ steps, beside }) => [...(beside ?? steps[0]!).word]))
const tells = wordTest(({ normal }) => telling.has(normal))
const isPublic = wordTest(({ normal }) => publicly.has(normal) || wordClass.get(normal) === 'press')
/** Constructions by the words of their first step. */
const byFirstWord = new Map<string, Construction[]>()
for (const one of constructions)
  for (const word of one.steps[0]!.word) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), one])
const none: readonly Construction[] = []
const conjuncts = new Set(['conj'])
const particles = new Set(['prt'])
const infinitives = new Set(['xcomp'])
const qualities = new Set(['acomp'])
const prepositions = new Set(['prep'])
const objects = new Set(['pobj'])
/** With these a verb says something of its object: "was considered to be", "urged them to". */
const complements = new Set(['xcomp', 'ccomp', 'oprd'])
const sharing = new Set(['conj', 'xcomp', 'advcl', 'ccomp'])
const receivers = new Set(['dobj', 'dative'])
const besides = new Set(['acomp', 'advmod', 'amod'])
const most = 5

/** Whether a word tells of a topic in a sentence that nothing else would tell of an agenda. */
export const opensAgenda = wordTest(({ normal }) => opening.has(normal))

/** What the tree says of a token: a topic begins, or what leads to one: "stressed the need to protect pilgrims". */
export type Told = 'topic' | 'lead' | undefined

/** Reads where the tree leaves little doubt: "Visa rules were discussed". */
export function constructionReader(view: SentenceView): (at: number) => Told {
  const { story, tree } = view
  const { named, idOf, besideOccasion, isPhraseEnd, occasions, doc } = story
  const isHere = mayTell(view)
  return (at) => (isHere ? toldAt(at) : undefined)

  function toldAt(at: number): Told {
    const head = tree.headFrom(at)
    // A date or an occasion is none.
    if (isPhraseEnd(doc.tokens[head]!) || occasions.overlapping(doc.tokens[head]!)) return undefined
    // "welcomed Lula": a person is none.
    if (named.overlapping(doc.tokens[head]!)?.type === 'person') return undefined
    if (isPutOnAgenda(tree, head)) return 'topic'
    const path = pathFrom(tree, head)
    if (isWhatItIsOf(path)) return 'lead'
    if (startingWith(head).some(({ steps }) => leads(tree, steps, path))) return 'lead'
    return startingWith(path[0]?.token ?? -1).some((one) => fits(one, head, path)) ? 'topic' : undefined
  }

  function startingWith(token: number): readonly Construction[] {
    return byFirstWord.get(tree.word(token)) ?? none
  }

  /** "The bridge is the subject of a lawsuit": what it is the subject of is none. */
  function isWhatItIsOf([of]: readonly Governor[]): boolean {
    if (!of || of.preposition < 0 || tree.word(of.preposition) !== 'of') return false
    return /^(?:subject|topic|focus|theme)$/.test(tree.word(of.token)) && tree.relation(of.token) === 'attr'
  }

  function fits(
    { steps, beside, of, particle, bySide, toSide }: Construction,
    head: number,
    path: readonly Governor[],
  ): boolean {
    const top = topOf(tree, steps, path)
    if (top < 0) return false
    const below = path[path.findIndex(({ token }) => token === top) - 1]?.token ?? head
    if (tree.children(top, complements).some((other) => other !== below)) return false
    // What was not discussed is kept off the agenda; what did not top it is nothing.
    if (tree.dependent(top, 'negation') >= 0 && !isTreating(tree.word(top))) return false
    if (toSide && !isSide(addressee(tree, top))) return false
    if (particle && tree.word(tree.child(top, particles)) !== particle) return false
    if (of && !of.has(tree.word(ofWhat(tree, tree.child(top, beside!.tie))))) return false
    return (!beside || hasBeside(tree, top, beside)) && (!bySide || isSide(subjectOf(tree, top)))
  }

  /** Whether somebody takes part in an occasion of the story. */
  function isSide(subject: number): boolean {
    if (subject < 0) return false
    const name = named.overlapping(doc.tokens[subject]!)
    if (name) return besideOccasion.has(idOf(name) ?? '')
    const word = tree.word(subject)
    return (
      /^(?:he|she|they|him|her|them|both|two)$/.test(word) ||
      sideNouns.has(word) ||
      (personNouns.has(word) && tree.tag(subject).startsWith('NN')) ||
      wordClass.get(word) === 'side'
    )
  }
}

/** Whether a sentence may tell of what was treated at an event: one is known by then, and nobody speaks to the public. */
function mayTell({ story: { doc, firstEvent }, sentence: { first, last, end }, tree }: SentenceView): boolean {
  if (firstEvent >= end) return false
  const has = (fits: (word: Word) => boolean) => someToken(first, last, (at) => fits(doc.tokens[at]!.word))
  if (!has(tells)) return false
  return !has(isPublic) || !someToken(first, last, (at) => isPublic(doc.tokens[at]!.word) && isAddressed(tree, at))
}

/** "told reporters", "in a speech"; not "the arrest of journalists". */
function isAddressed(tree: SentenceTree, at: number): boolean {
  const governor = tree.governorOf(at)
  if (!governor) return true
  const { preposition, token } = governor
  return preposition < 0 ? isVerbTag(tree.tag(token)) : tree.word(preposition) !== 'of'
}

/** What governs a head, nearest first. */
function pathFrom(tree: SentenceTree, head: number): Governor[] {
  const path: Governor[] = []
  for (let at = listHead(tree, head); path.length < most; at = listHead(tree, path.at(-1)!.token)) {
    const governor = governorOf(tree, at)
    if (!governor) break
    path.push(governor)
  }
  return path
}

const [object, active, passive] = ['dobj', 'nsubj', 'nsubjpass'].map((name) => relations.indexOf(name)) as [
  number,
  number,
  number,
]

/** What governs a token, as one reads it. */
function governorOf(tree: SentenceTree, at: number): Governor | null {
  const governor = tree.governorOf(at)
  if (!governor) return null
  const { token, relation, preposition } = governor
  // "discussed in detail the plan", "discussed on Monday in Rome the plan": the parser may hang it on the preposition.
  if (preposition >= 0 && tree.children(preposition, objects).some((other) => other < at))
    return { token, relation: object, preposition: -1 }
  // "talked at length about the plan".
  const holder = preposition < 0 ? -1 : tree.headOf(token)
  if (manners.has(tree.word(token)) && tree.relation(token) === 'pobj')
    return { token: tree.headOf(holder), relation, preposition }
  if (relation !== active && relation !== passive) return governor
  // "is expected to be discussed", "is likely to top the agenda".
  const quality = tree.child(token, qualities)
  const deed = tree.child(quality < 0 ? token : quality, infinitives)
  return deed < 0 ? governor : { token: deed, relation: tree.tag(deed) === 'VBN' ? passive : active, preposition: -1 }
}

/** The first coordinate of a list. The parser takes the second one of "controls, exchanges and prices" for an apposition. */
function listHead(tree: SentenceTree, head: number): number {
  let at = tree.firstCoordinate(head)
  for (let step = 0; step < most && tree.relation(at) === 'appos' && tree.child(at, conjuncts) >= 0; step++)
    at = tree.firstCoordinate(tree.headOf(at))
  return at
}

/** The last word of a construction that a path has, -1 where it is another one. */
function topOf(tree: SentenceTree, steps: readonly Step[], path: readonly Governor[]): number {
  let at = 0
  for (const [i, step] of steps.entries()) {
    // "the need to rescue miners and the importance of the link": the parser may hang the second noun within the first.
    if (i > 0) at = Math.max(at, 1 + path.findLastIndex(({ token }) => steps[i - 1]!.word.has(tree.word(token))))
    const governor = path[at++]
    if (!governor || !leadsTo(tree, step, governor)) return -1
  }
  return path[at - 1]!.token
}

/** Whether the first word of a construction is what an attitude is told by: the need that is stressed. */
function leads(tree: SentenceTree, [noun, verb]: readonly Step[], path: readonly Governor[]): boolean {
  if (!verb) return false
  const governor = path[1 + path.findLastIndex(({ token }) => noun!.word.has(tree.word(token)))]
  return governor !== undefined && leadsTo(tree, verb, governor)
}

const leadsTo = (tree: SentenceTree, { tie, word }: Step, { token, relation, preposition }: Governor): boolean =>
  word.has(tree.word(token)) && tie.has(preposition < 0 ? relations[relation]! : tree.word(preposition))

/** Whether a verb has a word for an object or behind a preposition, be it an adjective's: "is high on the agenda". */
function hasBeside(tree: SentenceTree, verb: number, { tie, word }: Step): boolean {
  if (word.has(tree.word(tree.child(verb, tie)))) return true
  const holders = [verb, ...tree.children(verb, besides)]
  return holders
    .flatMap((holder) => tree.children(holder, prepositions))
    .some((at) => tie.has(tree.word(at)) && word.has(tree.word(behind(tree, at))))
}

/** "with border security high on the agenda". */
function isPutOnAgenda(tree: SentenceTree, head: number): boolean {
  const first = tree.firstCoordinate(head)
  if (tree.relation(first) !== 'pobj' || tree.word(tree.headOf(first)) !== 'with') return false
  return [first, ...tree.children(first, conjuncts)].some((at) => hasBeside(tree, at, onAgenda))
}

/** What a noun is of: the meeting in "the subject of the meeting". */
function ofWhat(tree: SentenceTree, noun: number): number {
  const of = tree.children(noun, prepositions).find((at) => tree.word(at) === 'of')
  return of === undefined ? -1 : tree.child(of, objects)
}

/** Whom one urges, asks, calls on. */
function addressee(tree: SentenceTree, verb: number): number {
  const own = tree.child(verb, receivers)
  return own >= 0 ? own : tree.child(tree.child(verb, prepositions), objects)
}

/** The noun behind a preposition: the agenda in "at the top of the agenda". */
function behind(tree: SentenceTree, preposition: number): number {
  const noun = tree.child(preposition, objects)
  return tree.word(noun) === 'top' ? tree.child(tree.child(noun, prepositions), objects) : noun
}

/** The subject of a verb or of the one that it goes on from: "called him and pressed for". */
function subjectOf(tree: SentenceTree, verb: number): number {
  for (let at = verb, step = 0; at >= 0 && step < most; step++) {
    const subject = tree.dependent(at, 'subject')
    if (subject >= 0) return subject
    if (!sharing.has(tree.relation(at))) return -1
    at = tree.parentOf(at)
  }
  return -1
}
