import type { Span } from '../../base/span.ts'
import {
  conclusions,
  lastings,
  negotiators,
  notVisitors,
  signedTexts,
  takings,
  treaties,
  wires,
} from '../../english/event-senses.ts'
import { wordClass } from '../../english/word-classes.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { SentenceTree } from '../../syntax/sentence-tree.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { Clause, ClauseOf, Kind } from './clause.ts'

/** Mentions that the tree of their sentence leaves standing: of an occasion, and not said not to be. */
export const standing = (mentions: readonly EventMention[], clauseOf: ClauseOf): EventMention[] =>
  mentions.filter((mention) => mention.user || isOccasion(clauseOf(mention)))

/** How each word that has other senses too is read; a word that is not here is what its rule says. */
const senses: readonly { words: RegExp; isOccasion(clause: Clause): boolean }[] = [
  { words: /^(?:met|meets?|meeting)$/, isOccasion: isMeeting },
  { words: /^talks?$/, isOccasion: isTalks },
  { words: /^(?:call(?:s|ed|ing)?|(?:tele)?phone[ds]?|rang)$/, isOccasion: isCall },
  { words: /^(?:spoke|speaks?|spoken|speaking|talked)$/, isOccasion: isConversation },
  {
    words: /^(?:receive[ds]?|receiving|host(?:s|ed|ing)?|welcom(?:e[ds]?|ing)|greet(?:s|ed)?)$/,
    isOccasion: isReception,
  },
  { words: /^(?:brief(?:s|ed)|inform(?:s|ed)?|summoned|summons)$/, isOccasion: isReception },
  {
    words:
      /^(?:arriv(?:e[ds]?|ing)|fl(?:ew|y|ies|ying)|head(?:s|ed|ing)?|visit(?:s|ed|ing)?|travel(?:s|l?ed|l?ing)?|lands?|landed|tour(?:s|ed|ing)?)$/,
    isOccasion: isJourney,
  },
  { words: /^(?:le(?:ft|aves?|aving)|depart(?:s|ed|ing)?)$/, isOccasion: isDeparture },
  { words: /^(?:signed|signs?|signing|inked)$/, isOccasion: isSigning },
  { words: /^negotiating$/, isOccasion: ({ tree, head }) => !negotiators.has(tree.word(head + 1)) },
  { words: /^(?:agreements?|deals?|accords?|pacts?|compromise|truce)$/, isOccasion: isConclusion },
]

function isOccasion(clause: Clause): boolean {
  const { tree, head, negated } = clause
  if (negated) return false
  const word = tree.word(head)
  return senses.find(({ words }) => words.test(word))?.isOccasion(clause) ?? true
}

const people: ReadonlySet<Kind> = new Set([
  'person',
  'group',
  'organization',
  'place',
  'somebody',
  'name',
  'number',
  'location',
])
const isSide = (kind: Kind) => people.has(kind)
const isLifeless = (kind: Kind) => kind === 'thing' || kind === 'it' || kind === 'date'

/** What stands behind the verb "talks". */
const talkManners = /^(?:tough|up|down|big|trash|shop|turkey|sense|straight|dirty|money|["'“‘”’`]+)$/

/** Rivers meet, a firm meets its targets, a bill is met with protests; ministers meet. */
function isMeeting({ isVerb, tree, head, subject, object, company, kindOf }: Clause): boolean {
  if (!isVerb) return true
  if (tree.relation(subject) === 'nsubjpass' && tree.parentOf(subject) === head) return isSide(kindOf(company))
  if (isLifeless(kindOf(object)) && kindOf(object) !== 'date') return false
  // A verb that was read as part of a name: "Supply must meet demand".
  if (tree.relation(head) === 'compound' && kindOf(tree.parentOf(head)) === 'thing') return false
  if (isLifeless(kindOf(company)) && tree.word(company) !== 'press' && company > head) return false
  return !isLifeless(kindOf(subject)) || isSide(kindOf(object)) || isSide(kindOf(company))
}

/** In "Coach talks tough" it is a verb, whatever the parser says of the headline. */
function isTalks({ isVerb, tree, head, kindOf }: Clause): boolean {
  const isSpeaker = head > tree.sentence.first && ['person', 'somebody', 'name'].includes(kindOf(head - 1))
  return !isVerb && !(isSpeaker && talkManners.test(tree.word(head + 1)))
}

const complements = new Set(['oprd', 'xcomp', 'ccomp'])
const particles = new Set(['prt'])
const coordinates = new Set(['conj', 'appos'])
/** How far from a verb its date or place is sought. */
const reach = 20

/** "called the minister", "a call with him"; not "called for talks", "called him a liar", "a call to action". */
function isCall({ isVerb, tree, head, subject, object, kindOf }: Clause): boolean {
  const next = tree.word(head + 1)
  if (!isVerb)
    return next !== 'for' && next !== 'to' && next !== 'on'
      ? true
      : isSide(kindOf(tree.child(tree.child(head, prepositions), prepositional))) && next === 'to'
  if (!isSide(kindOf(object)) || isLifeless(kindOf(subject))) return false
  return tree.child(head, complements) < 0 && tree.child(head, particles) < 0 && next !== 'for' && next !== 'on'
}

const prepositions = new Set(['prep'])
const prepositional = new Set(['pobj'])

const isWired = ({ tree, head }: Clause) =>
  tree
    .children(head, prepositions)
    .some(
      (at) => /^(?:by|on|over|via|through)$/.test(tree.word(at)) && wires.has(tree.word(tree.child(at, prepositional))),
    )

/** "spoke with the president", "spoke by phone"; not "spoke to reporters", "spoke at a rally". */
function isConversation(clause: Clause): boolean {
  const { tree, company, kindOf, isVerb } = clause
  if (!isVerb) return false
  if (isWired(clause)) return true
  const kind = kindOf(company)
  return (
    isSide(kind) &&
    kind !== 'number' &&
    wordClass.get(tree.word(company)) !== 'press' &&
    !/^(?:crowds?|supporters|voters|students|viewers|residents)$/.test(tree.word(company))
  )
}

/** "received the envoy", "welcomed Lula to Beijing"; not "received a letter", "welcomed the decision". */
function isReception({ isVerb, tree, subject, object, kindOf }: Clause): boolean {
  if (!isVerb) return true
  const guest = kindOf(object)
  return (
    isSide(guest) && guest !== 'number' && !isLifeless(kindOf(subject)) && wordClass.get(tree.word(object)) !== 'press'
  )
}

/** "the minister arrived"; not "the ship arrived", "police arrived". */
function isJourney({ isVerb, tree, head, subject, kindOf }: Clause): boolean {
  if (!isVerb) return true
  // Where the tree has no subject, the noun before is one: "Aid trucks arrived".
  const goer =
    subject >= 0 ? subject : /^NNS?$/.test(head > tree.sentence.first ? tree.tag(head - 1) : '') ? head - 1 : -1
  return !isLifeless(kindOf(goer)) && !notVisitors.has(tree.word(goer))
}

/** Who leaves visits where he goes: "left Paris for Rome". */
function isDeparture(clause: Clause): boolean {
  const { tree, head, kindOf } = clause
  if (leavesForPlace(clause)) return isJourney(clause)
  const goal = tree.children(head, prepositions).find((at) => tree.word(at) === 'for')
  return goal !== undefined && kindOf(tree.child(goal, prepositional)) === 'place' && isJourney(clause)
}

/** "reached a deal", "an agreement was signed"; an agreement that is only spoken of is none that is concluded here. */
function isConclusion({ tree, verb, head, path }: Clause): boolean {
  const own = tree.children(head, new Set(['acl', 'relcl'])).some((at) => conclusions.has(tree.word(at)))
  return own || (verb >= 0 && conclusions.has(tree.word(verb)) && /^(?:dobj|nsubjpass) $/.test(path))
}

/** "signed a treaty", "was signed"; not "signed a striker", "signed autographs". */
function isSigning({ isVerb, tree, object, kindOf }: Clause): boolean {
  if (!isVerb || object < 0) return true
  const kind = kindOf(object)
  if (kind === 'thing') return signs(tree, object, signedTexts)
  return kind !== 'person' && kind !== 'somebody'
}

/** Whether a noun, or one that stands beside it, is of some texts. */
const signs = (tree: SentenceTree, object: number, texts: ReadonlySet<string>): boolean =>
  [object, ...tree.children(object, coordinates), tree.child(tree.child(object, prepositions), prepositional)].some(
    (at) => texts.has(tree.word(at)),
  )

/** Whether a date or "in" a place stands behind a verb, whatever the tree ties it to. */
function isDated({ tree, head, kindOf }: Clause): boolean {
  const last = Math.min(tree.sentence.last, head + reach)
  for (let at = head + 1; at < last; at++) {
    const kind = kindOf(at)
    if (kind === 'date' || (kind === 'place' && placing.test(tree.word(at - 1)))) return true
  }
  return false
}

/** Verbs whose object is received or called, and verbs that need a subject only. */
const firmly = /^(?:called|calls|(?:tele)?phone[ds]|rang|receive[ds]|welcome[ds]|host(?:s|ed)|greet(?:s|ed)?)$/
const byTwo = /^(?:met|meets?)$/
const leaving = /^(?:left|leaves|departed|departs)$/
const signing = /^(?:signed|signs?|inked)$/
const placing = /^(?:to|in|at|on|for|here|today|yesterday)$/
const circumstances = new Set(['prep', 'advmod', 'npadvmod'])
const persons: ReadonlySet<Kind> = new Set(['person', 'somebody', 'name'])

/** "left Accra for Lagos": told by the words alone, since trees of short sentences err. */
function leavesForPlace({ tree, head, kindOf }: Clause): boolean {
  const goal = [1, 2, 3].map((ahead) => head + ahead).find((at) => tree.word(at) === 'for')
  return goal !== undefined && kindOf(goal + 1) === 'place'
}

/** "talks were held", "held talks", "the meeting began". */
const takesPlace = ({ tree, verb, path }: Clause): boolean =>
  /^(?:dobj|nsubjpass|nsubj) $/.test(path) && takings.has(tree.word(verb))

const lasts = ({ tree, verb, path }: Clause): boolean => path === 'nsubj ' && lastings.has(tree.word(verb))

/** Whether the tree leaves little doubt: "Xi welcomed Lula to Beijing", "Putin and Macron met in Geneva on Monday". */
export function isSure(clause: Clause): boolean {
  const { tree, head, isVerb, subject, object, kindOf } = clause
  const word = tree.word(head)
  if (leaving.test(word) && leavesForPlace(clause)) return true
  if (!isVerb && (takesPlace(clause) || (lasts(clause) && isDated(clause)))) return true
  if (!isVerb || !isSide(kindOf(subject))) return false
  if (signing.test(word)) return signs(tree, object, treaties) && isDated(clause)
  const isPlaced = tree
    .children(head, circumstances)
    .some((at) => placing.test(tree.word(at)) || kindOf(at) === 'date' || kindOf(at) === 'place')
  if (!isPlaced) return false
  if (leaving.test(word)) return isDeparture(clause)
  if (byTwo.test(word)) return isMeeting(clause)
  return firmly.test(word) && persons.has(kindOf(object))
}

/** Whether a name is the subject of a treaty's signing, or a coordinate of it: "Kenya and Uganda signed". */
export function isSigner(doc: Document, { start }: Span, clause: Clause): boolean {
  const { tree, head, subject } = clause
  const { sentence } = tree
  if (subject < 0 || start < sentence.start || start >= sentence.end || !signing.test(tree.word(head))) return false
  return isSure(clause) && tree.firstCoordinate(tree.headFrom(tokenAt(doc, start))) === tree.firstCoordinate(subject)
}
