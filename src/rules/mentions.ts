import { isUsers } from '../base/provenance.ts'
import { byPosition, keepLongest, type Span } from '../base/span.ts'
import type { EventType } from '../base/types.ts'
import type { Document, Sentence } from '../text/document.ts'
import { type IsPhraseEnd, phraseReader } from '../text/noun-phrases.ts'
import { isEventType } from './groups.ts'
import { matchAll, sentenceWords, spansBySentence, type TypedSpan, type Words } from './match.ts'
import type { RuleIndex } from './rule-index.ts'

/** What a rule took, with what it says of it. */
interface RuleMention extends Span {
  status: string | undefined
  source: string
  /** Tells the rule from others, whatever it is called. */
  rule: number
  sentence: Sentence
  user: boolean
}

/** A word that names an event, with the roles that its rule gave. */
export interface EventMention extends RuleMention {
  type: EventType
  roles: { who?: Span; where?: Span; when?: Span }
}

export interface TopicMatch extends RuleMention {
  /** Whether the pattern ends here, so that the topic may be longer than what it matched. */
  open: boolean
}

export interface RuleMentions {
  events: EventMention[]
  topics: TopicMatch[]
}

/** What stands of that which rules take: a user's over ours, the longest, none overlapping another. */
export const keepBest = ({ events, topics }: RuleMentions): RuleMentions => ({
  events: withinBound(keepLongest(events, userFirst)),
  topics: withinBound(keepLongest(topics, userFirst)),
})

/** So many occasions and topics of a sentence are read. News has far fewer, and each is compared with the others. */
const mostInSentence = 16

/** The first mentions of each sentence, and all of a user's; in order of the text. */
function withinBound<Mention extends RuleMention>(mentions: readonly Mention[]): Mention[] {
  let first = 0
  return mentions.filter(({ sentence, user }, i) => {
    if (mentions[first]!.sentence !== sentence) first = i
    return user || i - first < mostInSentence
  })
}

const userFirst = ({ user }: { user: boolean }) => Number(user)

/** A sentence, with the spans in it, as the rules for events and topics read it. */
export const wordsForAgenda = (
  doc: Document,
  sentence: Sentence,
  here: readonly TypedSpan[],
  isPhraseEnd: IsPhraseEnd,
): Words => sentenceWords(doc, sentence, here, () => phraseReader(doc, sentence, isPhraseEnd).nounPhrases())

/** Runs the rules on the sentences in which they can match: all that they take, overlapping or not. */
export function ruleMentions(
  doc: Document,
  rules: RuleIndex,
  typed: readonly TypedSpan[],
  isPhraseEnd: IsPhraseEnd,
): RuleMentions {
  const found: RuleMentions = { events: [], topics: [] }
  const usableIn = rules.usableIn(doc)
  for (const [sentence, here] of spansBySentence(doc, [...typed].sort(byPosition))) {
    if (sentence.allCaps) continue
    const usable = usableIn(
      sentence,
      here.map(({ tag }) => tag),
    )
    if (usable.length === 0) continue
    const words = wordsForAgenda(doc, sentence, here, isPhraseEnd)
    for (const { pattern, status, source, key: rule, foundBy } of usable) {
      const user = isUsers(foundBy)
      for (const { groups, end } of matchAll(pattern, words))
        for (const [group, span] of Object.entries(groups)) {
          // Spelled out: copies by spread are slow.
          const { start, end: last } = span
          if (isEventType(group))
            found.events.push({ start, end: last, type: group, status, source, rule, sentence, roles: groups, user })
          else if (group === 'topic')
            found.topics.push({ start, end: last, status, source, rule, sentence, user, open: last === end })
        }
    }
  }
  return found
}
