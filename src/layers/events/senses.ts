import type { Span } from '../../base/span.ts'
import {
  absences,
  athletes,
  callings,
  climbings,
  conclusions,
  judgings,
  lastings,
  mountains,
  negotiators,
  notVisitors,
  signedTexts,
  takings,
  treaties,
  treatings,
  wires,
} from '../../english/event-senses.ts'
import { wordClass } from '../../english/word-classes.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { SentenceTree } from '../../syntax/sentence-tree.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import { type Clause, type ClauseOf, headOf, type Kind } from './clause.ts'
import { isMatch } from './matches.ts'
import { isCalledOff, postponed } from './status.ts'
import { isUnreal } from './unreal.ts'

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
  { words: /^voted$/, isOccasion: ({ tree, head, object }) => !isPassive(tree, head) || object < 0 },
  { words: /^summits?$/, isOccasion: isSummit },
  {
    words: /^(?:confer(?:s|red)?|sat|sits?|sitting)$/,
    isOccasion: ({ company, kindOf, tree }) => isSide(kindOf(company)) && wordClass.get(tree.word(company)) !== 'press',
  },
  { words: /^(?:sent|sends?|sending)$/, isOccasion: ({ subject, kindOf }) => isSide(kindOf(subject)) },
  {
    words: /^due$/,
    isOccasion: ({ subject, kindOf, tree }) => isGoer(tree, subject, kindOf) && isSide(kindOf(subject)),
  },
  { words: /^negotiating$/, isOccasion: ({ tree, head }) => !negotiators.has(tree.word(head + 1)) },
  { words: /^(?:agreements?|deals?|accords?|pacts?|compromise|truce)$/, isOccasion: isConclusion },
]

function isOccasion(clause: Clause): boolean {
  const { tree, head, negated, kindOf } = clause
  if (negated || isUnreal(clause)) return false
  // "the house on Summit Street".
  if (streets.has(kindOf(head)) && tree.relation(head) === 'compound') return false
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
const streets: ReadonlySet<Kind> = new Set(['place', 'location', 'facility'])
const isSide = (kind: Kind) => people.has(kind)
const isLifeless = (kind: Kind) => kind === 'thing' || kind === 'it' || kind === 'date'

/** What stands behind the verb "talks". */
const talkManners = /^(?:tough|up|down|big|trash|shop|turkey|sense|straight|dirty|money|["'“‘”’`]+)$/

/** Rivers meet, a firm meets its targets, a bill is met with protests; ministers meet. */
function isMeeting(clause: Clause): boolean {
  const { isVerb, tree, head, subject, object, company, kindOf } = clause
  if (isMatch(clause)) return false
  if (!isVerb) return true
  // "cannot make ends meet".
  if (tree.word(head - 1) === 'ends') return false
  // "In Leeds he met his wife".
  if (/^(?:wife|husband)$/.test(tree.word(object)) && /^(?:his|her)$/.test(tree.word(tree.child(object, owners))))
    return false
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

const determiners = new Set(['det', 'poss', 'amod'])
const owners = new Set(['poss'])
const complements = new Set(['oprd', 'xcomp', 'ccomp'])
const particles = new Set(['prt'])
const coordinates = new Set(['conj', 'appos'])
/** How far from a verb its date or place is sought. */
const reach = 20

/** "called the minister", "a call with him"; not "called for talks", "called him a liar", "a call to action". */
function isCall(clause: Clause): boolean {
  const { isVerb, tree, head, subject, object, kindOf } = clause
  const next = tree.word(head + 1)
  if (isVerb && next === 'on') return isCallOn(clause)
  if (isPaid(clause)) return true
  if (!isVerb) {
    // "A columnist calls the summit a flop": a verb, whatever its tag.
    if (next !== 'with' && tree.child(head, calledThings) >= 0) return false
    // "a call on Sunday" is one, "a call on both sides to stop" is none.
    if (next === 'on') return kindOf(head + 2) === 'date'
    return (
      next !== 'for' && (next !== 'to' || isSide(kindOf(tree.child(tree.child(head, prepositions), prepositional))))
    )
  }
  if (!isSide(kindOf(object)) || isLifeless(kindOf(subject))) return false
  return tree.child(head, complements) < 0 && tree.child(head, particles) < 0 && next !== 'for'
}

/** "called on the president at his palace"; not "called on the president to resign". */
function isCallOn({ tree, head, subject, kindOf }: Clause): boolean {
  const host = tree.child(head + 1, prepositional)
  if (!persons.has(kindOf(host)) || isLifeless(kindOf(subject))) return false
  if (tree.child(head, complements) >= 0 || tree.child(head, asked) >= 0) return false
  for (let at = host + 1; at < Math.min(tree.sentence.last, host + reach); at++)
    if (tree.tag(at) === 'TO' || tree.word(at) === 'for') return false
  return true
}

const asked = new Set(['advcl'])

/** "paid a courtesy call on the emperor". */
const isPaid = ({ tree, head, verb, path, kindOf }: Clause): boolean =>
  path === 'dobj ' &&
  /^pa(?:ys?|id|ying)$/.test(tree.word(verb)) &&
  tree.word(head + 1) === 'on' &&
  kindOf(head + 2) !== 'date'

const calledThings = new Set(['dobj', 'ccomp'])
const prepositions = new Set(['prep'])
const prepositional = new Set(['pobj'])

/** The parser may hang it on whom one speaks to: "spoke to the emir by phone". */
const isWired = ({ tree, head, company }: Clause) =>
  (company < 0 ? [head] : [head, company])
    .flatMap((at) => tree.children(at, prepositions))
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
function isReception(clause: Clause): boolean {
  const { isVerb, tree, head, subject, object, kindOf } = clause
  if (!isVerb) return true
  if (isMatch(clause)) return false
  const [host, guest] = isPassive(tree, head) ? [agentOf(tree, head), subject] : [subject, object]
  const kind = kindOf(guest)
  return isSide(kind) && kind !== 'number' && !isLifeless(kindOf(host)) && wordClass.get(tree.word(guest)) !== 'press'
}

const passives = new Set(['auxpass', 'nsubjpass'])
const agents = new Set(['agent'])
const isPassive = (tree: SentenceTree, verb: number): boolean => tree.child(verb, passives) >= 0
/** Who does what is done: "was received by the emir". */
const agentOf = (tree: SentenceTree, verb: number): number => tree.child(tree.child(verb, agents), prepositional)

/** "the minister arrived"; not "the ship arrived", "police arrived". */
function isJourney(clause: Clause): boolean {
  const { isVerb, tree, head, subject, kindOf } = clause
  if (isMatch(clause)) return false
  if (!isVerb) return true
  // "the visiting minister".
  if (tree.relation(head) === 'amod') return false
  if (isPassive(tree, head)) return isGoer(tree, agentOf(tree, head), kindOf)
  // Where the tree has no subject, the noun before is one: "Aid trucks arrived".
  const goer =
    subject >= 0 ? subject : /^NNS?$/.test(head > tree.sentence.first ? tree.tag(head - 1) : '') ? head - 1 : -1
  return isGoer(tree, goer, kindOf)
}

const namedThings: ReadonlySet<Kind> = new Set(['event', 'product', 'work', 'law'])

/** Ministers visit; ships, police and hurricanes arrive. */
const isGoer = (tree: SentenceTree, goer: number, kindOf: Clause['kindOf']): boolean =>
  !isLifeless(kindOf(goer)) && !namedThings.has(kindOf(goer)) && !notVisitors.has(tree.word(goer))

/** Leaders hold a summit; climbers reach that of a mountain. */
function isSummit({ tree, head, verb, path, kindOf }: Clause): boolean {
  // "Summit will host a call": a firm is called so.
  const isLone = head === tree.sentence.first || !tree.tag(head - 1).startsWith('NNP')
  if (kindOf(head) === 'organization' && isLone && tree.child(head, determiners) < 0) return false
  if (path === 'dobj ' && climbings.has(tree.word(verb))) return false
  const of = tree.children(head, prepositions).find((at) => tree.word(at) === 'of')
  if (of === undefined) return true
  return ![1, 2, 3].some((ahead) => mountains.has(tree.word(of + ahead)))
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
function isSigning({ isVerb, tree, head, subject, object, kindOf }: Clause): boolean {
  // "a sign of recovery", "sign language".
  if (!isVerb && /^signs?$/.test(tree.word(head)))
    return tree.relation(head) !== 'compound' && tree.child(head, determiners) < 0 && tree.word(head + 1) !== 'of'
  if (!isVerb || object < 0) return true
  if (athletes.has(tree.word(subject))) return false
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
const conversing = /^(?:spoke|speaks?|spoken|talked)$/
const conferring = /^(?:confer(?:s|red)?|sat|sits?)$/
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

/** "The conversation lasted an hour". */
const isTimed = (clause: Clause): boolean =>
  lasts(clause) && /^(?:hours?|minutes?|days?)$/.test(clause.tree.word(clause.tree.child(clause.verb, measures)))

const measures = new Set(['dobj', 'npadvmod'])

/** "Talks are under way in Jeddah". */
const isUnderWay = ({ tree, verb, path }: Clause): boolean =>
  path === 'nsubj ' &&
  /^under-?way$/.test(tree.word(verb + 1) + (tree.word(verb + 1) === 'under' ? tree.word(verb + 2) : ''))

/** "In a phone call on Sunday, they discussed", "the talks in Hanoi focused on", "the war dominated the summit". */
const treats = ({ tree, verb, path, subject, kindOf }: Clause): boolean =>
  treatings.has(tree.word(verb)) &&
  (/^(?:nsubj|nsubjpass) $/.test(path) ||
    (path === 'dobj ' && kindOf(subject) === 'thing') ||
    (path === 'pobj prep ' && isSide(kindOf(subject))))

/** "The Minister of Foreign Affairs, Ana Silva, received": the parser may give such a verb no subject. */
const isNamedBefore = ({ tree, head, subject, kindOf }: Clause): boolean =>
  subject < 0 && tree.word(head - 1) === ',' && kindOf(head - 2) === 'person'

/** Whether the tree leaves little doubt: "Xi welcomed Lula to Beijing", "Putin and Macron met in Geneva on Monday". */
export function isSure(clause: Clause): boolean {
  const { tree, head, isVerb, subject, object, company, kindOf } = clause
  const word = tree.word(head)
  if (leaving.test(word) && leavesForPlace(clause)) return true
  if (isCalledOff(clause) || postponed(clause)) return true
  if (!isVerb && (takesPlace(clause) || isUnderWay(clause) || isPaid(clause) || isTimed(clause))) return true
  if (isVerb && /^call(?:s|ed)$/.test(word) && tree.word(head + 1) === 'on') return isCallOn(clause)
  if (!isVerb && (lasts(clause) || treats(clause)) && isDated(clause)) return true
  if (word === 'due' && isSide(kindOf(subject))) return true
  if (/^(?:visited|received|hosted|welcomed|greeted)$/.test(word) && isPassive(tree, head))
    return isSide(kindOf(agentOf(tree, head))) && isDated(clause)
  if (word === 'visiting' && isVerb) return kindOf(object) === 'place' || kindOf(object) === 'location'
  if (word === 'sent' || word === 'send') return isSide(kindOf(subject))
  if (!isVerb || !(isSide(kindOf(subject)) || isNamedBefore(clause))) return false
  if (conferring.test(word)) return isSide(kindOf(company))
  if (conversing.test(word) && isWired(clause)) return company >= 0 && !isLifeless(kindOf(company))
  if (signing.test(word)) return signs(tree, object, treaties) && isDated(clause)
  const isPlaced = tree
    .children(head, circumstances)
    .some((at) => placing.test(tree.word(at)) || kindOf(at) === 'date' || kindOf(at) === 'place')
  if (!isPlaced) return false
  if (leaving.test(word)) return isDeparture(clause)
  if (byTwo.test(word)) return isMeeting(clause)
  return firmly.test(word) && persons.has(kindOf(object))
}

/** Whether a name is of one who stays away from an occasion, or judges one of others: "skipped the summit". */
export function isOutside(
  doc: Document,
  { start, end }: Span,
  { tree, verb, isVerb, path, subject, company, head }: Clause,
): boolean {
  if (isVerb || verb < 0 || subject < 0 || !/^(?:pobj prep )?(?:dobj|nsubj) $/.test(path)) return false
  if (start < tree.sentence.start || start >= tree.sentence.end) return false
  const word = tree.word(verb)
  const isBetween = company > head && tree.word(tree.parentOf(company)) === 'between'
  const ofOthers = isBetween && (judgings.has(word) || callings.has(word))
  if (!ofOthers && !(path === 'dobj ' && absences.has(word))) return false
  return tree.firstCoordinate(headOf(tree, tokenAt(doc, start), tokenAt(doc, end))) === tree.firstCoordinate(subject)
}

/** Whether a name is one of those between whom the tree leaves no doubt that something takes place: "Kenya and Uganda signed". */
export function isParty(doc: Document, { start, end }: Span, clause: Clause): boolean {
  const { tree, head, subject, object, company } = clause
  const { sentence } = tree
  if (!clause.isVerb || start < sentence.start || start >= sentence.end || !isSure(clause)) return false
  const word = tree.word(head)
  const agent = isPassive(tree, head) ? agentOf(tree, head) : -1
  const isMutual = byTwo.test(word) || conferring.test(word) || firmly.test(word)
  // Who is visited takes no part.
  const parties = agent >= 0 && !isMutual ? [agent] : isMutual ? [subject, object, company, agent] : [subject]
  const name = tree.firstCoordinate(headOf(tree, tokenAt(doc, start), tokenAt(doc, end)))
  return parties.some((at) => at >= 0 && tree.firstCoordinate(at) === name)
}
