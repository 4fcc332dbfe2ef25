import { type Span, SpanSet } from '../base/span.ts'
import {
  gerundPrepositions,
  lightHeads,
  lightLinks,
  phraseOpeners,
  takesCompany,
  takesInfinitive,
  takesList,
  ties,
} from '../english/phrases.ts'
import { type Document, hasTag, type Sentence, type Token } from './document.ts'
import { wordTest } from './word.ts'

/** What ends a phrase: the tokens of dates, which tell when and not what. */
export type IsPhraseEnd = (token: Token) => boolean

export const phraseEndsAt =
  (dates: SpanSet<Span>): IsPhraseEnd =>
  (token) =>
    dates.overlapping(token) !== undefined

/** Reads the noun phrases of sentences, for rules that name them. */
export function nounPhrasesOf(doc: Document, dates: readonly Span[]): (sentence: Sentence) => Span[] {
  const isPhraseEnd = phraseEndsAt(new SpanSet(dates))
  return (sentence) => phraseReader(doc, sentence, isPhraseEnd).nounPhrases()
}

/** A stretch of tokens, `last` exclusive. */
interface TokenRange {
  first: number
  last: number
}

export interface PhraseReader {
  /** Noun phrases, each with and without its determiner: what `#NounPhrase` stands for in a rule. */
  nounPhrases(): Span[]
  /**
   * The topics that begin at a token: a noun phrase with the phrases tied to it, and the coordinates after it
   * ("trade, security and migration" are three, "wheat and fertilizer imports" is one); at most so many.
   */
  topicsFrom(token: number, most?: number): TokenRange[]
  /** After "the issue of", "a range of topics such as"; the same token where nothing light leads. */
  afterLight(token: number): number
  /** Whether a comma opens an aside after which the phrase goes on: "ships, currently under sanctions, from entering". */
  resumes(token: number): boolean
}

const quote = /^["“”‘(]$/
const mostCoordinates = 20
const longestRemark = { bracket: 4, clause: 15 }

type EndOf = (from: number) => number

/** Keeps what ends where that begins at a token: each topic of a list asks for all behind it. */
function onceByToken({ first }: Sentence, read: EndOf): EndOf {
  const known: (number | undefined)[] = []
  return (from) => (known[from - first] ??= read(from))
}

const isLight = wordTest(({ normal }) => lightHeads.has(normal))

/** Reads the phrases of one sentence. All indexes are of `doc.tokens`. */
export function phraseReader(doc: Document, sentence: Sentence, isPhraseEnd: IsPhraseEnd): PhraseReader {
  const { tokens } = doc
  const word = (at: number) => (at < sentence.last ? (tokens[at]?.normal ?? '') : '')
  const text = (at: number) => (at < sentence.last ? tokens[at]!.text : '')
  const nounsEnd = onceByToken(sentence, readNouns)
  const phraseEnd = onceByToken(sentence, readPhrase)

  function afterOpeners(from: number): number {
    let at = from
    while (phraseOpeners.has(word(at)) || quote.test(text(at))) at++
    return at
  }

  /** The end of a noun phrase without what is tied to it, or `from` where none begins. */
  function readNouns(from: number): number {
    let end = from
    for (let at = from; at < sentence.last; at++) {
      const token = tokens[at]!
      const next = tokens[at + 1]
      if (
        (isPhraseEnd(token) && !isDateWithin(at)) ||
        hasTag(token, 'Pronoun') ||
        (at > from && gerundPrepositions.has(token.normal))
      )
        break
      if (hasTag(token, 'Noun')) end = at + 1
      else if (/.ing$/.test(token.normal) && hasTag(token, 'Verb')) {
        // "reviving trade talks": the gerund takes an object; in the middle it belongs to the name of a thing.
        if (at > from && !hasTag(tokens[at - 1], 'Noun')) end = at + 1
        if (at > from && hasTag(tokens[at - 1], 'Noun') && !hasTag(next, 'Noun')) break
      } else if (!modifies(token, next, tokens[at - 1])) break
    }
    return end
  }

  /** "the 2016 peace agreement", "the June flood". */
  function isDateWithin(at: number): boolean {
    const next = tokens[at + 1]
    return phraseOpeners.has(word(at - 1)) && at + 1 < sentence.last && hasTag(next, 'Noun') && !isPhraseEnd(next!)
  }

  function modifies(token: Token, next: Token | undefined, before: Token | undefined): boolean {
    if (hasTag(token, 'Adjective') || hasTag(token, 'Value') || hasTag(token, 'Possessive')) return true
    if (/^[-–/&$€£%]$/.test(token.text)) return true
    // "disputed islands", but not "they discussed trade".
    if (hasTag(token, 'Verb'))
      return (
        /(?:ed|en)$/.test(token.normal) &&
        hasTag(next, 'Noun') &&
        !hasTag(before, 'Noun') &&
        !hasTag(before, 'Auxiliary')
      )
    if (token.normal === 'and') return hasTag(before, 'Adjective') && hasTag(next, 'Adjective')
    return hasTag(token, 'Adverb') && hasTag(next, 'Adjective')
  }

  /** The last light head of the sentence, found when it is asked for: most sentences have none. */
  let lastLight: number | undefined
  function lastLightHead(): number {
    let at = sentence.last - 1
    while (at >= sentence.first && !isLight(tokens[at]!.word)) at--
    return at
  }

  function afterLight(from: number): number {
    lastLight ??= lastLightHead()
    if (from > lastLight) return from
    const first = afterOpeners(from)
    const end = nounsEnd(first)
    if (end === first || !lightHeads.has(word(end - 1))) return from
    const open = text(end) === ',' ? end + 1 : end
    for (const link of lightLinks) {
      const words = link.split(' ')
      if (words.every((part, i) => word(open + i) === part)) {
        const at = open + words.length
        // "issues of": the head alone is light; "North Korean nuclear issue in …" is a subject.
        return end - first <= 2 || words.length > 1 || link === 'including' ? afterLight(at) : from
      }
    }
    return from
  }

  /** After "(ELN)" and ", which was closed", or the same index where no such remark stands. */
  function afterRemark(from: number): number {
    if (text(from) === '(') {
      const close = nextOf(')', from, longestRemark.bracket)
      return close > from ? close + 1 : from
    }
    return text(from) === ',' && /^(?:which|who|whose|where)$/.test(word(from + 1))
      ? nextOf(',', from, longestRemark.clause)
      : from
  }

  /** Where a mark stands next, at most so many tokens on, or the same index. */
  function nextOf(mark: string, from: number, most: number): number {
    for (let at = from + 1; at <= from + most; at++) if (text(at) === mark) return at
    return from
  }

  /** After ", ", "and", ", and", "as well as", or the same index where no coordinate follows. */
  function afterSeparator(from: number): number {
    let at = afterRemark(from)
    if (/^[,;]$/.test(text(at))) at++
    if (/^(?:and|or|plus)$/.test(word(at))) at++
    else if (word(at) === 'as' && word(at + 1) === 'well' && word(at + 2) === 'as') at += 3
    return at < sentence.last ? at : from
  }

  function topicsFrom(from: number, most = mostCoordinates): TokenRange[] {
    const found: TokenRange[] = []
    let closing = false
    let ranging = word(from - 1) === 'from'
    for (let at = from; at < sentence.last && found.length < most; ) {
      const led = afterLight(at)
      ranging ||= led > at && word(led - 1) === 'from'
      const first = afterOpeners(led)
      let last = ranging ? nounsEnd(first) : phraseEnd(first)
      if (last <= first) break
      const shared = sharedHeadEnd(first, last)
      // "trade, migration and wheat exports" ends a list: three subjects.
      if (found.length === 0 || text(shared) === ',') last = shared
      // After "as well as", "agreements and memorandums" is one.
      if (closing && word(last) === 'and') last = Math.max(last, phraseEnd(afterOpeners(last + 1)))
      // ", further underscore the …": what follows a comma as a subject or a verb is no coordinate.
      if (found.length > 0 && isClause(first, last)) break
      found.push({ first, last })
      // "ranging from nuclear energy to defence": two ends, two topics.
      const next = ranging && word(last) === 'to' ? last + 1 : afterSeparator(last)
      if (next === last) break
      closing = word(next - 1) === 'as'
      at = next
    }
    return found
  }

  function isClause(first: number, last: number): boolean {
    if (hasTag(tokens[first], 'Adverb') || (hasTag(tokens[first], 'Verb') && !/ing$/.test(word(first)))) return true
    if (hasTag(tokens[last], 'Determiner') && last < sentence.last) return true
    const next = tokens[last]
    return last < sentence.last && hasTag(next, 'Verb') && !/(?:ing|ed|en)$/.test(next!.normal)
  }

  /** "wheat and fertilizer imports": one bare noun before "and" shares the head of what follows. */
  function sharedHeadEnd(first: number, last: number): number {
    if (last - first !== 1 || word(last) !== 'and' || hasTag(tokens[first], 'ProperNoun')) return last
    const next = last + 1
    const end = nounsEnd(next)
    const modifier = tokens[next]
    if (end - next < 2 || !hasTag(modifier, 'Noun') || hasTag(modifier, 'ProperNoun')) return last
    return phraseEnd(next)
  }

  /** A noun phrase or clause with the prepositional phrases tied to it. */
  function readPhrase(from: number): number {
    let end = coreEnd(from)
    if (end === from) return from
    while (end < sentence.last && !isPhraseEnd(tokens[end]!)) {
      const next = ties.has(word(end)) ? tiedEnd(end) : resumedEnd(end)
      if (next === end) break
      end = next
    }
    return end
  }

  function coreEnd(from: number): number {
    const nouns = nounsEnd(from)
    if (nouns > from) return nouns
    // A clause: "how to end the fighting", "reduce tariffs", "strengthening relations".
    const asks = /^(?:how|whether)$/.test(word(from))
    if (!asks && !hasTag(tokens[from], 'Verb')) return from
    const object = afterOpeners(word(from + 1) === 'to' ? from + 3 : from + 1)
    const end = nounsEnd(object)
    if (end > object) return end
    return /ing$/.test(word(from)) ? from + 1 : from
  }

  /** The end of the phrase after a preposition, or the preposition itself where it is not tied. */
  function tiedEnd(at: number): number {
    const head = word(at - 1)
    const preposition = word(at)
    if (preposition === 'to' && hasTag(tokens[at + 1], 'Verb') && !takesInfinitive.has(head)) return at
    if (preposition === 'with' && hasTag(tokens[at + 1], 'ProperNoun') && !takesCompany.has(head)) return at
    const end = objectEnd(at + 1)
    if (end === at) return at
    if (preposition === 'between') return listEnd(end, 1)
    return takesList.has(head) && /^(?:in|on|against)$/.test(preposition) ? listEnd(end, 10) : end
  }

  /** The noun phrase from a token on, a verb before it included: "entering the port". */
  function objectEnd(from: number): number {
    const first = afterOpeners(from)
    const verb = hasTag(tokens[first], 'Verb') && first < sentence.last
    const object = verb ? afterOpeners(first + 1) : first
    const end = nounsEnd(object)
    if (end > object) return end
    return verb && /ing$/.test(word(first)) ? first + 1 : from - 1
  }

  /** "A and B" after "between", "A, B and C" after "cooperation in". */
  function listEnd(from: number, most: number): number {
    let end = from
    for (let i = 0; i < most; i++) {
      const at = afterSeparator(end)
      const inner = afterOpeners(at)
      const next = nounsEnd(inner)
      if (at === end || next === inner || isClause(inner, next)) break
      end = next
    }
    return end
  }

  /** "vessels, currently under sanctions, from entering": an aside of a few words between commas, and on it goes. */
  function resumedEnd(comma: number): number {
    if (text(comma) !== ',' || !(hasTag(tokens[comma + 1], 'Adverb') || hasTag(tokens[comma + 1], 'Preposition')))
      return comma
    const limit = Math.min(comma + 9, sentence.last - 1)
    let close = comma + 2
    while (close < limit && text(close) !== ',') close++
    if (close >= limit || !/^(?:from|of|to|into)$/.test(word(close + 1))) return comma
    const end = objectEnd(close + 2)
    return end === close + 1 ? comma : end
  }

  function nounPhrases(): Span[] {
    const found: Span[] = []
    for (let at = sentence.first; at < sentence.last; ) {
      const from = afterOpeners(at)
      const end = nounsEnd(from)
      // "including fishing rights": the gerund may be a preposition.
      const last = hasTag(tokens[from], 'Verb') ? afterOpeners(from + 1) : from
      for (let start = at; start <= last && start < end; start++)
        if (end > from) found.push({ start: tokens[start]!.start, end: tokens[end - 1]!.end })
      at = end > from ? end : Math.max(from, at + 1)
    }
    return found
  }

  return { nounPhrases, topicsFrom, afterLight, resumes: (comma) => resumedEnd(comma) > comma }
}
