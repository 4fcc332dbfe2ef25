import type { Document } from '../document/document.ts'
import type { Event } from '../story.ts'
import type { Trigger } from './agenda.ts'

const cancelWords = String.raw`cancel\w*|called off|calls? off|calling off|scrapped|aborted|postponed indefinitely`
const cancelledBefore = new RegExp(String.raw`\b(?:${cancelWords})(?: \S+){0,6} ?$`, 'i')
const cancelledAfter = new RegExp(
  String.raw`^[^.;]{0,120}?\b(?:was|were|been|is|are|being)(?: \w+ly)? (?:${cancelWords})`,
  'i',
)
const aheadBefore =
  /\b(?:will|would|scheduled|planned|plans?|planning|expected|upcoming|forthcoming|impending|coming|next|due|intends?|invited|preparing|prepares?|proposed|set|future)\b(?:\W+\w+){0,9}\W*$|\bto\b(?:\W+\w+){0,4}\W*$/i
const aheadAfter =
  /^\W*(?:will|would|is (?:scheduled|planned|expected|due|set)|are (?:scheduled|planned|expected|due|set)|to be held|scheduled|slated|due|planned|set|next)\b/i
const heldBefore =
  /\b(?:was|were|had|held|met|took|made|paid|ended|concluded|wrapped|began|opened|after|following|during|since|arrived|attended)\b(?:\W+\w+){0,6}\W*$/i
const definite = /\b(?:the|this|that|his|her|their|its|[\p{L}]+['’]s)(?:\W+(?!visit|meeting|talks)[\p{L}-]+){0,3}\W*$/iu
const earlier = /\b(?:previous|earlier|last|past|first)\W*$/i

const before = (doc: Document, { sentence, start }: Trigger) =>
  doc.text.slice(Math.max(sentence.start, start - 120), start)
const after = (doc: Document, { sentence, end }: Trigger) => doc.text.slice(end, Math.min(sentence.end, end + 140))

/** Whether the words around a mention say that the occasion was called off. */
export const isCancelled = (doc: Document, trigger: Trigger): boolean =>
  cancelledBefore.test(before(doc, trigger)) || cancelledAfter.test(after(doc, trigger))

/** Whether a mention is of an occasion told or known before: "the talks", "his visit". */
export const isDefinite = (doc: Document, trigger: Trigger): boolean => definite.test(before(doc, trigger))

const fresh = /\b(?:an?|another|other|separate)(?: (?!visit|meeting|talks)[\w-]+){0,3} *$/i
/** Whether a mention brings up an occasion that was not named before: "a meeting with A and an official meeting with B". */
export const isFresh = (doc: Document, trigger: Trigger): boolean => fresh.test(before(doc, trigger))

/** Whether a mention is set apart from the occasion at hand: "a previous visit". */
export const isPrevious = (doc: Document, trigger: Trigger): boolean =>
  earlier.test(before(doc, trigger).replace(/first$/i, ''))

const tail = String.raw`(?: of)?(?: (?:a|an|his|her|their|its|the))?(?: (?!after|following)[\p{L}\d-]+){0,4} *$`
/** "on a two-day visit", "during her trip". */
const stayingBefore = new RegExp(String.raw`\b(?:on|during|current)${tail}`, 'iu')
/** "opened a three-day meeting", "at the ongoing summit", "the second day of the talks". */
const begunBefore = new RegExp(
  String.raw`\b(?:beg(?:in|ins|an|un)|start(?:s|ed)?|opened|opens|kick(?:s|ed) off|resumed|resumes|launched|convenes?d?|ongoing|(?:is|are) (?:now |currently )?(?:holding|hosting|attending)|(?:first|second|third|final|last|opening) day|[a-z]+-day)${tail}`,
  'iu',
)
const runningAfter =
  /^[^.;,]{0,30}?\b(?:is|are) (?:under ?way|ongoing|being held|continuing)\b|^\W*(?:[A-Z]\w+ )?(?:opens?|opened|beg[ia]ns?|began|started|starts|got under ?way|resumed|resumes|continues)\b/
/** Right before a verb or a press conference: "is to be signed", "will hold a". */
const soon = /\b(?:will|would|to be|is to|are to|due|scheduled|planned|expected)\b(?:\W+\w+){0,4}\W*$/i
const over = /\b(?:end(?:ed|ing)|conclud\w+|wrap\w+|finish\w+|after|following|since)\b(?:\W+[\p{L}\d-]+){0,5}\W*$/iu

/** Whether an occasion goes on at publication: who has arrived is there, what has begun is not over. */
function isRunning(doc: Document, trigger: Trigger): boolean {
  const [left, right] = [before(doc, trigger), after(doc, trigger)]
  const word = doc.text.slice(trigger.start, trigger.end)
  if (trigger.type === 'visit' && /^(?:arrived|arrives|arriving)$/i.test(word)) return true
  if (over.test(left) || /\b(?:will|would|to|last|previous|earlier)\W+(?:\w+\W+)?$/i.test(left)) return false
  if (!/^(?:visit|meeting|summit)$/.test(trigger.type)) return false
  return runningAfter.test(right) || begunBefore.test(left) || (trigger.type === 'visit' && stayingBefore.test(left))
}

/** What the words around a mention say of its time; undefined where they say nothing. */
export function tenseOf(doc: Document, trigger: Trigger): Event['status'] | undefined {
  const left = before(doc, trigger)
  const word = doc.text.slice(trigger.start, trigger.end)
  if (/^(?:will|would)\b/i.test(word)) return 'planned'
  const did = /^(?:signed|inked|approved|adopted|passed|rejected|ratified|endorsed|telephoned|phoned)$/i.test(word)
  if ((did || trigger.type === 'statement') && !soon.test(left)) return 'held'
  if (isRunning(doc, trigger)) return 'ongoing'
  if (aheadBefore.test(left) || aheadAfter.test(after(doc, trigger))) return 'planned'
  if (
    heldBefore.test(left) ||
    /^(?:met|signed|visited|arrived|inked|voted|approved|adopted|passed|telephoned)$/i.test(word)
  )
    return 'held'
  return undefined
}
