import { claims, disputes, questions, unreal } from '../../english/event-senses.ts'
import type { SentenceTree } from '../../syntax/sentence-tree.ts'
import type { Clause } from './clause.ts'

const auxiliaries = new Set(['aux'])
const negation = new Set(['neg'])
const markers = new Set(['mark'])
const qualities = new Set(['amod'])
const suppositions = /^(?:if|unless)$/
const untrue = /^(?:false|untrue|baseless|unfounded)$/
/** By these a clause says what is claimed: "reports that they met". */
const content = new Set(['acl', 'relcl', 'ccomp', 'appos'])
const most = 3

/** Whether an occasion is only thought of, or said not to be so: "could have met", "if they met", "denied that they met". */
export const isUnreal = ({ tree, head, verb, isVerb }: Clause): boolean =>
  verb >= 0 &&
  (isVerb
    ? isCounterfactual(tree, verb) || isSupposed(tree, verb) || isInverted(tree, verb) || isDisputed(tree, verb)
    : isRumour(tree, head) || isDisputed(tree, verb))

function isCounterfactual(tree: SentenceTree, verb: number): boolean {
  const words = tree.children(verb, auxiliaries).map(tree.word)
  return words.includes('have') && words.some((word) => unreal.has(word))
}

/** "If the two presidents met, the war could end"; what they will do "if they meet" may come. */
const isSupposed = (tree: SentenceTree, verb: number): boolean =>
  tree.tag(verb) === 'VBD' &&
  tree.relation(verb) === 'advcl' &&
  tree.children(verb, markers).some((at) => suppositions.test(tree.word(at)))

/** "Had they met, the war could have ended." */
function isInverted(tree: SentenceTree, verb: number): boolean {
  const had = tree.child(verb, auxiliaries)
  return tree.relation(verb) === 'advcl' && tree.word(had) === 'had' && had < tree.dependent(verb, 'subject')
}

/** "denied reports of a meeting", "asked about rumours of a visit". */
function isRumour(tree: SentenceTree, head: number): boolean {
  const preposition = tree.relation(head) === 'pobj' ? tree.parentOf(head) : -1
  const claim = preposition < 0 ? -1 : tree.parentOf(preposition)
  if (claim < 0 || !claims.has(tree.word(claim))) return false
  const above = tree.parentOf(claim)
  if (above < 0) return false
  const verb = tree.relation(claim) === 'pobj' ? tree.parentOf(above) : above
  return isDisputing(tree, verb) || (verb >= 0 && questions.has(tree.word(verb)))
}

/** "denied that they met", "dismissed reports that the king would visit". */
function isDisputed(tree: SentenceTree, verb: number): boolean {
  if (!content.has(tree.relation(verb))) return false
  const above = tree.parentOf(verb)
  if (above < 0) return false
  if (!claims.has(tree.word(above))) return tree.relation(verb) === 'ccomp' && isDisputing(tree, above)
  if (tree.children(above, qualities).some((at) => untrue.test(tree.word(at)))) return true
  for (let at = tree.parentOf(above), step = 0; at >= 0 && step < most; at = tree.parentOf(at), step++)
    if (tree.tag(at).startsWith('V')) return isDisputing(tree, at)
  return false
}

const isDisputing = (tree: SentenceTree, at: number): boolean =>
  disputes.has(tree.word(at)) && tree.child(at, negation) < 0
