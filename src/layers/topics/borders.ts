import { phraseOpeners, questionWords, textNouns } from '../../english/phrases.ts'
import { type Document, hasTag, type Sentence } from '../../text/document.ts'
import type { IsPhraseEnd, PhraseReader } from '../../text/noun-phrases.ts'

/** Where in a sentence a topic can begin and end: at the edges of noun groups, verbs and clauses. */
export interface Borders {
  begins(token: number): boolean
  /** Whether one may end before a token; the `last` of the sentence too. */
  ends(token: number): boolean
}

const opensNothing = /^[-/]$/
const closes = /^["”)%'’]$/
/** "to defend itself": a verb and what it is done to are one. */
const reflexive = /^(?:him|her|it|our|your|my)self$|^(?:them|our|your)selves$/
const neverLast = /^(?:be|is|was|are|were|been|has|had|have|will|would|to|the|a|an)$/

export function bordersOf(
  { tokens }: Document,
  { first, last }: Sentence,
  isPhraseEnd: IsPhraseEnd,
  { afterLight }: PhraseReader,
): Borders {
  const nominal = (at: number) => {
    const token = tokens[at]!
    if (hasTag(token, 'Pronoun')) return false
    return hasTag(token, 'Noun') || hasTag(token, 'Adjective') || hasTag(token, 'Value') || token.text === '-'
  }
  const content = (at: number) => {
    const token = tokens[at]!
    if (token.punctuation || phraseOpeners.has(token.normal)) return false
    return nominal(at) || (!hasTag(token, 'Pronoun') && (hasTag(token, 'Verb') || hasTag(token, 'Adverb')))
  }

  function begins(at: number): boolean {
    const token = tokens[at]!
    if (!questionWords.has(token.normal) && !content(at)) return false
    if (hasTag(token, 'Auxiliary') && !/^(?:be|have)$/.test(token.normal)) return false
    if (at === first) return afterLight(at) === at
    const before = tokens[at - 1]!
    if (hasTag(before, 'Verb') || hasTag(before, 'Possessive')) return afterLight(at) === at
    if (opensNothing.test(before.text)) return false
    const free =
      before.punctuation ||
      !nominal(at - 1) ||
      phraseOpeners.has(before.normal) ||
      isPhraseEnd(before) ||
      hasTag(token, 'Verb')
    return free && afterLight(at) === at
  }

  function ends(at: number): boolean {
    if (at <= first) return false
    const before = tokens[at - 1]!
    if (neverLast.test(before.normal)) return false
    if (!content(at - 1) && !reflexive.test(before.normal) && !(closes.test(before.text) && at - 1 > first))
      return false
    if (at >= last) return true
    const next = tokens[at]!
    if (reflexive.test(next.normal)) return false
    if (opensNothing.test(next.text) || hasTag(next, 'Possessive')) return false
    // "a cooperation agreement" is about cooperation.
    return next.punctuation || isPhraseEnd(next) || textNouns.has(next.normal) || !nominal(at)
  }

  return { begins, ends }
}
