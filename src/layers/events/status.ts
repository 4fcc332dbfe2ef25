import type { Event } from '../../base/story.ts'
import { callings, demands, postponements, prospects, putOff } from '../../english/event-senses.ts'
import { doneVerbs, eventType, pastVerbs } from '../../english/event-types.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import type { Clause } from './clause.ts'

/** What a verb of putting off says: with a day it is still planned, without one it is called off for now. */
export function postponed({ tree, verb, isVerb, path, kindOf }: Clause): 'planned' | 'cancelled' | undefined {
  if (isVerb || verb < 0 || !/^(?:compound )?(?:dobj|nsubjpass|nsubj) $/.test(path)) return undefined
  const word = tree.word(verb)
  if (!postponements.has(word)) return undefined
  const later = [verb, ...tree.children(verb, particles)]
    .flatMap((at) => tree.children(at, circumstances))
    .some(
      (at) =>
        kindOf(at) === 'date' ||
        (/^(?:to|until|till|for|by)$/.test(tree.word(at)) && kindOf(tree.child(at, timed)) === 'date'),
    )
  const isOff = putOff.has(word) || /^(?:off|back|indefinitely)$/.test(tree.word(tree.child(verb, particles)))
  return later ? 'planned' : isOff ? 'cancelled' : undefined
}

/** "the talks were called off", "scrapped plans to visit": the verb over an occasion, or over the plan of it, cancels it. */
export function isCalledOff({ tree, head, verb, above, path, isVerb }: Clause): boolean {
  const planned = planOfNoun.test(path) ? [...above, tree.parentOf(tree.parentOf(head))] : above
  const plan = planned.find((at) => prospects.has(tree.word(at)))
  const over = plan === undefined ? verb : tree.parentOf(plan)
  if (path === 'nsubj ' && /^(?:fell|falls|fallen|fall)$/.test(tree.word(verb)))
    return tree.word(verb + 1) === 'through'
  if (over < 0 || (plan === undefined && (isVerb || !governed.test(path)))) return false
  if (callings.has(tree.word(over))) return true
  return /^call(?:s|ed|ing)?$/.test(tree.word(over)) && tree.word(tree.child(over, particles)) === 'off'
}

/** "a plan for a meeting". */
const planOfNoun = /^pobj prep (?:dobj|nsubjpass) $/
const governed = /^(?:compound )?(?:dobj|nsubjpass) $/

const scheduled = /^(?:planned|scheduled|expected|foreseen|envisaged|envisioned|slated)$/
const passives = new Set(['auxpass'])
const qualities = new Set(['amod'])
/** "A meeting is also planned", "the planned meeting": it is still to come. */
export const isScheduled = ({ tree, head, verb, path, isVerb }: Clause): boolean =>
  !isVerb &&
  (tree.children(head, qualities).some((at) => /^(?:planned|scheduled|upcoming|forthcoming)$/.test(tree.word(at))) ||
    (path === 'nsubjpass ' &&
      scheduled.test(tree.word(verb)) &&
      /^(?:is|are)$/.test(tree.word(tree.child(verb, passives)))))

const present = /^(?:is|are|am|['’](?:s|re|m))$/
const presentHeads = /^(?:visiting|touring|meeting)$/
/** "is visiting Rome", "are meeting": it goes on, or on the day that is named. */
export const isPresent = ({ tree, head, isVerb, auxiliaries }: Clause): boolean =>
  isVerb && presentHeads.test(tree.word(head)) && auxiliaries.length === 1 && present.test(auxiliaries[0]!)

/** Whether an occasion is demanded or offered, so that it has not been held: "demanded a vote", "calls for talks". */
export function isDemanded({ tree, verb, path, isVerb }: Clause): boolean {
  if (isVerb || verb < 0) return false
  if (path === 'dobj ') return demands.has(tree.word(verb))
  return path === 'pobj prep ' && /^call(?:s|ed|ing)?$/.test(tree.word(verb)) && tree.word(verb + 1) === 'for'
}

const circumstances = new Set(['prep', 'npadvmod', 'advmod'])
const timed = new Set(['pobj', 'pcomp'])
const particles = new Set(['prt', 'advmod'])

const cancelWords = String.raw`cancel\w*|called off|calls? off|calling off|scrapped|aborted|postponed indefinitely`
const cancels = new RegExp(String.raw`\b(?:${cancelWords})$`, 'i')
const cancelledAfter = new RegExp(
  String.raw`^[^.;]{0,120}?\b(?:was|were|been|is|are|being)(?: \w+ly)? (?:${cancelWords})`,
  'i',
)
const ahead =
  /^(?:will|would|scheduled|planned|plans?|planning|expected|upcoming|forthcoming|impending|coming|next|due|intends?|invited|preparing|prepares?|proposed|set|future)$/i
const aheadAfter =
  /^\W*(?:will|would|is (?:scheduled|planned|expected|due|set)|are (?:scheduled|planned|expected|due|set)|to be held|scheduled|slated|due|planned|set|next)\b/i
const did =
  /^(?:was|were|had|held|met|took|made|paid|ended|concluded|wrapped|began|opened|after|following|during|since|arrived|attended)$/i
const definite = /^(?:the|this|that|his|her|their|its|.*['’]s)$/i
const occasion = /^(?:visit|meeting|talks)|\d/i
const earlier = /\b(?:previous|earlier|last|past|first)\W*$/i

const before = (doc: Document, { sentence, start }: EventMention) =>
  doc.text.slice(Math.max(sentence.start, start - 120), start)
const after = (doc: Document, { sentence, end }: EventMention) => doc.text.slice(end, Math.min(sentence.end, end + 140))

const wholeWords = (text: string) => text.match(/[\p{L}\d'’-]+/gu) ?? []

/** Whether a word that fits stands at the end, with at most so many after it, none of which fits `stop`. */
function trails(words: readonly string[], cue: RegExp, within: number, stop?: RegExp): boolean {
  for (let i = words.length - 1; i >= Math.max(0, words.length - 1 - within); i--) {
    if (cue.test(words[i]!)) return true
    if (stop?.test(words[i]!)) return false
  }
  return false
}

/** Few texts have a word of cancelling at all. */
const cancelHint = /cancel|call|scrap|abort|postpone/i

function isCancelledBefore(text: string): boolean {
  if (!cancelHint.test(text)) return false
  const words = text.trimEnd().split(' ').slice(-8)
  return words.some((_, i) => i >= words.length - 7 && cancels.test(words.slice(Math.max(0, i - 1), i + 1).join(' ')))
}

const isCancelledAfter = (text: string) => cancelHint.test(text) && cancelledAfter.test(text)

/** Whether the words contextOf a mention say that the occasion was called off. */
export const isCancelled = (doc: Document, mention: EventMention): boolean =>
  isCancelledBefore(before(doc, mention)) || isCancelledAfter(after(doc, mention))

/** Whether a mention is of an occasion told or known before: "the talks", "his visit". */
export const isDefinite = (doc: Document, mention: EventMention): boolean =>
  trails(wholeWords(before(doc, mention)), definite, 3, occasion)

const fresh = /\b(?:an?|another|other|separate)(?: (?!visit|meeting|talks)[\w-]+){0,3} *$/i
/** Whether a mention brings up an occasion that was not named before: "a meeting with A and an official meeting with B". */
export const isFresh = (doc: Document, mention: EventMention): boolean => fresh.test(before(doc, mention))

/** Whether a mention is set apart from the occasion at hand: "a previous visit". */
export const isPrevious = (doc: Document, mention: EventMention): boolean =>
  earlier.test(before(doc, mention).replace(/first$/i, ''))

const tail = String.raw`(?: of)?(?: (?:a|an|his|her|their|its|the))?(?: (?!after|following)[\p{L}\d-]+){0,4} *$`
/** "on a two-day visit", "during her trip". */
const stayingBefore = new RegExp(String.raw`\b(?:on|during|current)${tail}`, 'iu')
/** "opened a three-day meeting", "at the ongoing summit", "the second day of the talks". */
const begun = [
  'beg(?:in|ins|an|un)|start(?:s|ed)?|opened|opens|kick(?:s|ed) off|resumed|resumes|launched|convenes?d?|ongoing',
  '(?:is|are) (?:now |currently )?(?:holding|hosting|attending)',
  '(?:first|second|third|final|last|opening) day|[a-z]+-day',
].map((words) => new RegExp(String.raw`\b(?:${words})${tail}`, 'iu'))
const runningAfter =
  /^[^.;,]{0,30}?\b(?:is|are) (?:under ?way|ongoing|being held|continuing)\b|^\W*(?:[A-Z]\w+ )?(?:opens?|opened|beg[ia]ns?|began|started|starts|got under ?way|resumed|resumes|continues)\b/
/** Right before a verb or a press conference: "is to be signed", "will hold a". */
const soon = /\b(?:will|would|to be|is to|are to|due|scheduled|planned|expected)\b(?:\W+\w+){0,4}\W*$/i
const over = /^(?:end(?:ed|ing)|conclud\w+|wrap\w+|finish\w+|after|following|since)$/i

const arrival = /^(?:arrived|arrives|arriving)$/i

/** Whether an occasion goes on at publication: who has arrived is there, what has begun is not over. */
function isRunning(doc: Document, mention: EventMention): boolean {
  const [left, right] = [before(doc, mention), after(doc, mention)]
  const { isStay, lasts } = eventType(mention.type)
  if (isStay && arrival.test(doc.text.slice(mention.start, mention.end))) return true
  if (!lasts) return false
  if (trails(wholeWords(left), over, 5) || /\b(?:will|would|to|last|previous|earlier)\W+(?:\w+\W+)?$/i.test(left))
    return false
  return runningAfter.test(right) || begun.some((words) => words.test(left)) || (isStay && stayingBefore.test(left))
}

/** What the words contextOf a mention say of its time; undefined where they say nothing. */
export function tenseOf(doc: Document, mention: EventMention): Event['status'] | undefined {
  const left = before(doc, mention)
  const word = doc.text.slice(mention.start, mention.end).toLowerCase()
  if (/^(?:will|would)\b/.test(word)) return 'planned'
  if ((doneVerbs.has(word) || eventType(mention.type).heldIfReported) && !soon.test(left)) return 'held'
  if (isRunning(doc, mention)) return 'ongoing'
  const words = left.match(/\w+/g) ?? []
  if (trails(words, ahead, 9) || trails(words, /^to$/i, 4) || aheadAfter.test(after(doc, mention))) return 'planned'
  if (trails(words, did, 6) || pastVerbs.has(word)) return 'held'
  return undefined
}
