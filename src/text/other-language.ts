import { byPosition, type Span } from '../base/span.ts'
import {
  particlesOfNames,
  sharedWords,
  wordsOfEnglishAlone,
  wordsOfOtherLanguages,
} from '../english/other-languages.ts'
import { isGlued, wordAt } from './columns.ts'
import type { Document, Sentence } from './document.ts'
import { type Word, wordFact, wordTest } from './word.ts'

/** How many words of a stretch speak for English and against it. */
interface Evidence extends Span {
  english: number
  /** That English has not. */
  other: number
  /** Of these, those that another language is known by: its words of grammar, letters with accents, another script. */
  sure: number
}

/** Whether a word is one that English news has. */
export type IsEnglish = (word: Word) => boolean

/** A shorter text does not tell: no headline of 2,000 in English goes so far. */
const isOther = ({ english, other, sure }: Evidence): boolean =>
  (other >= 4 && sure >= 2 && other > english) || (other >= 3 && sure >= 1 && english === 0)

/** Enough of English that what stands beside it in other languages is quoted in an English text. */
const isEnglishText = ({ english, other }: Evidence): boolean => english >= 3 && english > 2 * other

/**
 * The stretches of a text that are in other languages than English: paragraphs, those that follow one another as one. Names
 * tell nothing, so that only what has no capital counts, and no word that may be a part of a name ("Charles de Gaulle").
 */
export function stretchesOfOtherLanguages(doc: Document, isEnglish: IsEnglish): Span[] {
  const found: Span[] = []
  let stretch: Evidence[] = []
  const close = () => {
    const span = otherWithin(stretch)
    if (span) found.push(span)
    stretch = []
  }
  for (const paragraph of [...paragraphsOf(doc, isEnglish), ...unreadOf(doc)].sort(byPosition))
    if (isEnglishText(paragraph)) close()
    else stretch.push(paragraph)
  close()
  return found
}

/** Of paragraphs none of which is English: from the first to the last with words of another language, if those are enough. */
function otherWithin(paragraphs: readonly Evidence[]): Span | undefined {
  const telling = paragraphs.filter(({ other, english }) => other > english)
  const [first] = telling
  if (!first) return undefined
  const sum = (of: (one: Evidence) => number) => telling.reduce((total, one) => total + of(one), 0)
  const span = { start: first.start, end: Math.max(...telling.map(({ end }) => end)) }
  const all = {
    ...span,
    english: sum((one) => one.english),
    other: sum((one) => one.other),
    sure: sum((one) => one.sure),
  }
  return isOther(all) ? span : undefined
}

/** What is passed over because it has no spaces, as Chinese has none. */
const unreadOf = ({ text, limits }: Document): Evidence[] =>
  limits.flatMap(({ code, start, end }) => {
    const other =
      code === 'long-token' ? (text.slice(start, Math.min(end, start + 200)).match(otherLetters)?.length ?? 0) : 0
    return other > 100 ? [{ start, end, english: 0, other, sure: other }] : []
  })

/** A paragraph ends with a line: a sentence that ends within one goes on in it. */
function* paragraphsOf(doc: Document, isEnglish: IsEnglish): Iterable<Evidence> {
  let paragraph: Evidence | undefined
  for (const sentence of doc.sentences) {
    const evidence = evidenceOf(sentence, isEnglish)
    if (paragraph && !doc.text.slice(paragraph.end, evidence.start).includes('\n')) {
      paragraph.end = evidence.end
      paragraph.english += evidence.english
      paragraph.other += evidence.other
      paragraph.sure += evidence.sure
    } else {
      if (paragraph) yield paragraph
      paragraph = evidence
    }
  }
  if (paragraph) yield paragraph
}

function evidenceOf({ columns, first, last, start, end }: Sentence, isEnglish: IsEnglish): Evidence {
  const evidence = { start, end, english: 0, other: 0, sure: 0 }
  /** Whether what comes next begins with a capital, parts of names before it passed over. */
  let beforeName = false
  for (let at = last - 1; at >= first; at--) {
    const word = wordAt(columns, at)
    const isPart: boolean = beforeName && isParticle(word)
    beforeName = word.capital || isPart
    if (!word.letters || isPart || isGlued(columns, at)) continue
    const strange = strangeness(word)
    if (strange > 0) {
      evidence.other += strange
      evidence.sure += strange
    } else if (isOfEnglishAlone(word)) evidence.english += 2
    else if (word.capital || isShared(word)) continue
    else if (isEnglish(word)) evidence.english++
    else if (isPlain(word)) evidence.other++
  }
  return evidence
}

const isParticle = wordTest(({ normal }) => particlesOfNames.has(normal))
const isOfEnglishAlone = wordTest(({ normal }) => wordsOfEnglishAlone.has(normal))
const isShared = wordTest(({ normal }) => sharedWords.has(normal))
/** No "19th", no "x". */
const isPlain = wordTest(({ normal }) => /^[a-z]{2,}$/.test(normal))

/** For how many words of another language a word stands: those of scripts without spaces are of two characters or so. */
const strangeness = wordFact((word: Word): number => {
  if (unspaced.test(word.text)) return Math.ceil(word.text.length / 2)
  if (otherScript.test(word.text)) return word.text.length > 1 ? 1 : 0
  return !word.capital && (wordsOfOtherLanguages.has(word.normal) || accented.test(word.normal)) ? 1 : 0
})

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const otherScript = /(?!\p{Script=Latin}|\p{Script=Common})\p{L}/u
const otherLetters = new RegExp(otherScript, 'gu')
const accented = /(?=[^a-z])\p{Script=Latin}/u
