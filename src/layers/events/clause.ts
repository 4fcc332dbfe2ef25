import type { Span, SpanSet } from '../../base/span.ts'
import {
  holdings,
  nobody,
  notPeople,
  personEndings,
  personNouns,
  prospects,
  refusals,
  sequencing,
  sideNouns,
  undertakings,
} from '../../english/event-senses.ts'
import type { EventMention } from '../../rules/mentions.ts'
import { isVerbTag } from '../../syntax/penn.ts'
import type { SentenceTree, TreeOf } from '../../syntax/sentence-tree.ts'
import type { Named } from '../../text/chunks.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { NamedAndDated } from '../../text/sentence-context.ts'
import { readOnce } from './read-once.ts'

/** What a word can be for an occasion: a kind of name, or whether a noun is somebody. */
export type Kind = 'none' | 'somebody' | 'thing' | 'it' | 'number' | 'date' | 'name' | (string & {})

/** A mention of an event in the tree of its sentence. Tokens are those of the document, -1 for none. */
export interface Clause {
  tree: SentenceTree
  head: number
  isVerb: boolean
  /** The verb that governs it, itself where it is one. */
  verb: number
  /** Relations from its head up to the verb. */
  path: string
  /** Verbs that the verb is an infinitive or a clause of: "refused to", "is expected to". */
  above: readonly number[]
  auxiliaries: readonly string[]
  subject: number
  object: number
  /** What stands behind "with" or "to" at the verb, or "with", "between" at the noun. */
  company: number
  /** Whether it is said not to be: "will not meet", "no talks", "refused to meet". */
  negated: boolean
  /** The pronoun, or the noun that stands for somebody named before, by which somebody takes part: "he", "the two leaders". */
  anaphor: 'one' | 'many' | undefined
  kindOf(token: number): Kind
}

export type ClauseOf = (mention: EventMention) => Clause

const most = 5
const auxiliary = new Set(['aux', 'auxpass', 'neg'])
const subjects = new Set(['nsubj', 'nsubjpass', 'csubj'])
const objects = new Set(['dobj', 'dative'])
const prepositions = new Set(['prep', 'dative', 'agent'])
const prepositional = new Set(['pobj'])
const determiners = new Set(['det', 'neg'])
const particles = new Set(['prt'])
const settings = new Set(['at', 'during'])
/** By these a verb hangs on one that says whether it comes about. */
const dependent = new Set(['xcomp', 'pcomp', 'acl', 'prep'])
const sharing = new Set(['conj', 'xcomp', 'advcl'])
const companions = new Set(['with', 'between', 'to', 'among', 'alongside'])

export function clauseReader(doc: Document, treeOf: TreeOf, { named, dated }: NamedAndDated): ClauseOf {
  const { tokens } = doc
  return readOnce(read)

  function read(mention: EventMention): Clause {
    const tree = treeOf(mention.sentence)
    const head = headOf(tree, tokenAt(doc, mention.start), tokenAt(doc, mention.end))
    const isVerb = isVerbTag(tree.tag(head))
    const { verb, path, passed } = climb(tree, head)
    const above = verb < 0 ? [] : aboveOf(tree, verb)
    const verbs = [verb, ...above].filter((at) => at >= 0)
    const subject = verb < 0 ? -1 : subjectOf(tree, verb)
    const chain = [...passed, ...above]
    const company = companyOf(tree, isVerb ? verb : head)
    const object = verb < 0 ? -1 : tree.child(verb, objects)
    return {
      tree,
      head,
      isVerb,
      verb,
      path,
      above,
      auxiliaries: verbs.flatMap((at) => tree.children(at, auxiliary).filter((aux) => aux < at)).map(tree.word),
      subject,
      object,
      company,
      anaphor: anaphorOf(tree, [subject, company, object, tree.child(head, possessors)]),
      negated: isNegated(tree, { head, isVerb, verb, path, chain, above }),
      kindOf: (token) => kindOf(token, tree, named, dated),
    }
  }

  function kindOf(token: number, tree: SentenceTree, named: SpanSet<Named>, dated: SpanSet<Span>): Kind {
    if (token < 0 || token >= tokens.length) return 'none'
    const name = named.overlapping(tokens[token]!)
    if (name) return name.type
    if (dated.overlapping(tokens[token]!)) return 'date'
    const word = tree.word(token)
    if (word === 'it' || word === 'this' || word === 'that' || word === 'which') return 'it'
    if (isSomebody(word)) return 'somebody'
    // The next sentence has a tree of its own.
    if (token < tree.sentence.first || token >= tree.sentence.last) return 'thing'
    const tag = tree.tag(token)
    return tag === 'CD' ? 'number' : tag.startsWith('NNP') ? 'name' : 'thing'
  }
}

/** Whether a noun or pronoun is of people or bodies, by lists and endings. */
function isSomebody(word: string): boolean {
  if (personNouns.has(word)) return true
  const singular = word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word
  return !notPeople.has(word) && singular.length > 4 && personEndings.some((ending) => singular.endsWith(ending))
}

const possessors = new Set(['poss'])
const definite = new Set(['det', 'nummod', 'predet'])
const one = new Set(['he', 'she', 'his', 'her', 'him'])
const many = new Set(['they', 'their', 'them', 'both', 'two'])

function anaphorOf(tree: SentenceTree, arguments_: readonly number[]): Clause['anaphor'] {
  const words = arguments_.map(tree.word)
  if (words.some((word) => many.has(word))) return 'many'
  const isMany = (at: number) => sideNouns.has(tree.word(at)) && tree.child(at, definite) >= 0
  if (arguments_.some((at) => at >= 0 && isMany(at))) return 'many'
  return words.some((word) => one.has(word)) ? 'one' : undefined
}

/** The token of a stretch whose head lies outside of it. */
export function headOf(tree: SentenceTree, first: number, end: number): number {
  for (let at = Math.max(first, end - 1); at > first; at--) {
    const head = tree.parentOf(at)
    if (head < first || head >= end) return at
  }
  return first
}

/** Up from a noun to the verb that governs it. */
function climb(tree: SentenceTree, head: number): { verb: number; path: string; passed: number[] } {
  let path = ''
  const passed: number[] = []
  for (let at = head, step = 0; at >= 0 && step < most; step++) {
    if (isVerbTag(tree.tag(at))) return { verb: at, path, passed }
    if (at !== head) passed.push(at)
    path += `${tree.relation(at)} `
    at = tree.parentOf(at)
  }
  return { verb: -1, path, passed }
}

function aboveOf(tree: SentenceTree, verb: number): number[] {
  const found: number[] = []
  for (let at = verb; found.length < most && hangsOnAnother(tree, at); ) {
    // "agreed to meet and hold": both are infinitives.
    const isConjunct = tree.relation(at) === 'conj'
    at = tree.parentOf(at)
    if (at < 0) break
    if (!isConjunct) found.push(at)
  }
  return found
}

/** "agreed to meet", "no plans for her to travel". */
const hangsOnAnother = (tree: SentenceTree, verb: number): boolean =>
  dependent.has(tree.relation(verb)) ||
  tree.relation(verb) === 'conj' ||
  (tree.relation(verb) === 'advcl' && tree.tag(verb) === 'VB' && prospects.has(tree.word(tree.parentOf(verb))))

function subjectOf(tree: SentenceTree, verb: number): number {
  for (let at = verb, step = 0; at >= 0 && step < most; step++) {
    const own = tree.child(at, subjects)
    if (own >= 0) {
      // "the envoy, who met": what the clause hangs on.
      const isRelative = tree.tag(own) === 'WP' || tree.tag(own) === 'WDT'
      return isRelative && tree.relation(at) === 'relcl' ? tree.parentOf(at) : own
    }
    const above = tree.parentOf(at)
    if (tree.relation(at) === 'acl') {
      // "has plans to visit": he who has them visits.
      if (tree.tag(at) !== 'VB' || !undertakings.has(tree.word(above))) return above
      at = above
      continue
    }
    if (!sharing.has(tree.relation(at)) && !(undertakings.has(tree.word(at)) && objects.has(tree.relation(at))))
      return -1
    at = above
  }
  return -1
}

function companyOf(tree: SentenceTree, at: number): number {
  if (at < 0) return -1
  for (const preposition of tree.children(at, prepositions))
    if (companions.has(tree.word(preposition))) return tree.child(preposition, prepositional)
  return -1
}

/** Whether what a mention hangs on comes after or before it: "ahead of talks", "following the visit", "after meeting". */
export function isTiedInTime({ tree, head }: Clause): boolean {
  const relation = tree.relation(head)
  if (relation !== 'pobj' && relation !== 'pcomp') return false
  const preposition = tree.parentOf(head)
  // "ahead of", "prior to".
  return [preposition, preposition - 1].some((at) => sequencing.has(tree.word(at)))
}

interface Chain {
  head: number
  isVerb: boolean
  verb: number
  path: string
  chain: readonly number[]
  above: readonly number[]
}

/** Nouns stand in these relations to the verb by which they come about. */
const comesAbout = /^(?:conj )*(?:dobj|nsubj|nsubjpass|attr|pobj prep dobj|pobj prep (?:attr|nsubj)) $/

function isNegated(tree: SentenceTree, { head, isVerb, verb, path, chain, above }: Chain): boolean {
  const has = (at: number, words: ReadonlySet<string>) => words.has(tree.word(at))
  const saysNo = (at: number) => tree.children(at, determiners).some((one) => tree.word(one) === 'no')
  if (!isVerb && saysNo(head)) return true
  if (chain.some((at) => prospects.has(tree.word(at)) && (saysNo(at) || isDenied(tree, tree.parentOf(at))))) return true
  if (tree.relation(head) === 'pcomp' || tree.relation(head) === 'pobj')
    if (tree.word(tree.parentOf(head)) === 'without') return true
  // "refused to discuss the dam at the summit": what it is refused at takes place.
  if (!isVerb && tree.relation(head) === 'pobj' && settings.has(tree.word(tree.parentOf(head)))) return false
  if (above.some((at) => has(at, refusals) || isTurnedDown(tree, at))) return true
  if (verb < 0) return false
  const isOfNobody = [verb, ...above].some((at) => isNobody(tree, tree.child(at, subjects)))
  if (isOfNobody && (isVerb || (comesAbout.test(path) && has(verb, holdings)))) return true
  if (isVerb) return [verb, ...above.filter((at) => isVerbTag(tree.tag(at)))].some((at) => isDenied(tree, at))
  if (!comesAbout.test(path)) return false
  const isRefused = has(verb, refusals) && (!tree.word(verb).startsWith('rul') || tree.word(verb + 1) === 'out')
  if (isRefused && path.includes('dobj')) return true
  return has(verb, holdings) && [verb, ...above].some((at) => isDenied(tree, at))
}

const until = /^(?:until|till|unless|before)$/
const dependents = new Set(['prep', 'mark', 'advcl'])

/** "turned down an invitation to visit", "rejected an offer to meet". */
function isTurnedDown(tree: SentenceTree, noun: number): boolean {
  const verb = undertakings.has(tree.word(noun)) ? tree.parentOf(noun) : -1
  return verb >= 0 && (refusals.has(tree.word(verb)) || tree.word(tree.child(verb, particles)) === 'down')
}

/** "nobody", "neither side", "none of the leaders". */
const isNobody = (tree: SentenceTree, at: number): boolean =>
  at >= 0 && (nobody.has(tree.word(at)) || tree.children(at, determiners).some((one) => nobody.has(tree.word(one))))

/** "isn't", "won't", "cannot": the parser takes them for one word. */
const contracted = /n['’]t$|^cannot$/

const saysNot = (tree: SentenceTree, at: number): boolean =>
  tree.children(at, auxiliary).some((one) => tree.relation(one) === 'neg' || contracted.test(tree.word(one)))

/** "did not meet", "never met"; not "will not meet until Friday". */
const isDenied = (tree: SentenceTree, at: number): boolean =>
  at >= 0 &&
  (saysNot(tree, at) || contracted.test(tree.word(at))) &&
  !tree.children(at, dependents).some((one) => until.test(tree.word(one)))
