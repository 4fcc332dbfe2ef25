import { reports } from '../../english/event-senses.ts'
import {
  calendarNouns,
  lightHeads,
  phraseOpeners,
  questionWords,
  takesCompany,
  takesInfinitive,
} from '../../english/phrases.ts'
import { wordClass } from '../../english/word-classes.ts'
import { isVerbTag } from '../../syntax/penn.ts'
import type { SentenceTree } from '../../syntax/sentence-tree.ts'
import type { SentenceView } from './view.ts'

/** How far up the verb of a sentence is sought. */
const farthest = 12
const finite = /^(?:is|are|was|were|will|would|has|had)$/
const auxiliaries = new Set(['aux', 'auxpass'])
const objects = new Set(['pobj'])
const subjects = new Set(['nsubj', 'nsubjpass'])
const settles =
  /^(?:agree[sd]?|agreeing|decided?s?|sign(?:s|ed)?|inked|reached|agreements?|deals?|pacts?|accords?|treaty)$/
const treats = new Set<string | undefined>(['discuss', 'talks', 'exchange', 'focus', 'agree', 'light'])
const opensClause = /^(?:who|which|that|whose|where|when|because|after|before|if|as|while)$/
const amounts = /^(?:number|range|variety|series|of)$/
const daysAhead = /^(?:next|last|this|tomorrow|today|yesterday|tonight)$/
const lists = /^(?:including|like|such)$/

/** The first token, of those before `last`, that is no part of a topic which begins at `first`, whatever the model says. */
export function limitOf(view: SentenceView, first: number, last: number): number {
  const { story, tree, sentence } = view
  const { tokens } = story.doc
  const head = tree.headFrom(first)
  const ruler = tree.governorOf(head)?.token ?? head
  const isOccasion = story.occasions.overlapping(tokens[head]!) !== undefined
  const isNominal = !isVerbTag(tree.tag(head)) && !questionWords.has(tree.word(first))
  const isSourceBehind = saysAfter(tree, head, last)
  for (let at = first + 1; at < last; at++) {
    if (isSourceBehind && isSource(at)) return at
    if (opensClause.test(tree.word(at))) return last
    if (
      isOnAgenda(at) ||
      isPurpose(at) ||
      isSetting(at) ||
      isWhen(at) ||
      isVenue(at) ||
      isCompany(at) ||
      leadsToList(at)
    )
      return at
    if (isNominal && isPredicate(at)) return at
  }
  return last

  /** "a timetable for the vote, Oslo's ministry, which mediates, said": the parser takes who says so for an apposition. */
  function isSource(at: number): boolean {
    if (tree.word(at) !== ',') return false
    for (let noun = at + 1; noun < last; noun++) if (tree.relation(noun) === 'appos') return tree.headOf(noun) < at
    return false
  }

  /** "with border security high on the agenda". */
  function isOnAgenda(at: number): boolean {
    return /^(?:high|on|atop|topping)$/.test(tree.word(at)) && [1, 2, 3].some((on) => tree.word(at + on) === 'agenda')
  }

  /** "visa rules were discussed": the verb of which the topic is the subject. */
  function isPredicate(at: number): boolean {
    if (!finite.test(tree.word(at))) return false
    const verb = auxiliaries.has(tree.relation(at)) ? tree.headOf(at) : at
    return tree.firstCoordinate(tree.child(verb, subjects)) === tree.firstCoordinate(head)
  }

  /** "set up a fund to help exporters": what it is for. */
  function isPurpose(at: number): boolean {
    if (tree.word(at) !== 'to' || tree.tag(at) !== 'TO') return false
    const verb = tree.headOf(at)
    if (verb <= at || !settles.test(tree.word(ruler))) return false
    const governor = tree.parentOf(verb)
    if (tree.relation(verb) === 'advcl') return governor === head || governor < first
    // The parser may hang it on the object: "open a consulate to serve tourists", but "draft a plan to save it".
    return !isNominal && tree.parentOf(governor) === head && !takesInfinitive.has(tree.word(governor))
  }

  /** "water sharing in Bishkek on Friday": where and when the event of the sentence takes place. */
  function isSetting(at: number): boolean {
    if (isOccasion || at + 1 >= last || !/^(?:in|at|on)$/.test(tree.word(at))) return false
    const setting = story.settings.overlapping(tokens[at + 1]!)
    return setting !== undefined && tokens[tree.headFrom(at + 1)]!.start < setting.end
  }

  /** "review its supply policy next month": when it is treated, not "the election next month". */
  function isWhen(at: number): boolean {
    if (!daysAhead.test(tree.word(at)) || calendarNouns.has(tree.word(at - 1))) return false
    const unit = tree.relation(at) === 'npadvmod' ? at : tree.headOf(at)
    return tree.relation(unit) === 'npadvmod' && isVerbTag(tree.tag(tree.parentOf(unit)))
  }

  /** "airport security in Male on Sunday", "a withdrawal at the talks in Cairo": where and when it is treated. */
  function isVenue(at: number): boolean {
    if (isOccasion || !treats.has(wordClass.get(tree.word(ruler)))) return false
    if (tree.word(at) === 'at' || tree.word(at) === 'during') {
      const [venue, above] = [tree.child(at, objects), tree.headOf(at)]
      // "decisions made during their meeting" are themselves the subject.
      return venue > at && (above === head || above < first) && wordClass.get(tree.word(venue)) === 'talks'
    }
    const place = tree.word(at) === 'in' ? story.towns.overlapping(tokens[at + 1]!) : undefined
    if (!place) return false
    let behind = at + 2
    while (behind < sentence.last && tokens[behind]!.start < place.end) behind++
    if (tree.word(behind) === 'on') behind++
    return behind < sentence.last && story.isPhraseEnd(tokens[behind]!)
  }

  /** "discussed nuclear waste with her counterpart". */
  function isCompany(at: number): boolean {
    if (tree.word(at) !== 'with' || takesCompany.has(tree.word(at - 1)) || takesCompany.has(tree.word(head)))
      return false
    if (wordClass.get(tree.word(ruler)) !== 'discuss' || wordClass.get(tree.word(head)) === 'ties') return false
    const with_ = tree.child(at, objects)
    if (with_ < 0) return false
    return story.named.overlapping(tokens[with_]!)?.type === 'person' || wordClass.get(tree.word(with_)) === 'side'
  }

  /** "trade in several areas, including rice". */
  function leadsToList(at: number): boolean {
    if (!/^(?:in|on)$/.test(tree.word(at))) return false
    let noun = at + 1
    while (
      noun < last &&
      (phraseOpeners.has(tree.word(noun)) || amounts.test(tree.word(noun)) || tree.tag(noun) === 'JJ')
    )
      noun++
    if (!lightHeads.has(tree.word(noun)) && !/^(?:sectors?|spheres?|domains?)$/.test(tree.word(noun))) return false
    return lists.test(tree.word(tree.word(noun + 1) === ',' ? noun + 2 : noun + 1))
  }
}

/** Whether a sentence ends in "said" or the like, behind a topic, without anybody before it who says so. */
export function saysAfter(tree: SentenceTree, head: number, last: number): boolean {
  let root = head
  for (let step = 1; step < farthest && tree.parentOf(root) >= 0; step++) root = tree.parentOf(root)
  return root >= last && reports.has(tree.word(root)) && tree.dependent(root, 'subject') < 0
}
