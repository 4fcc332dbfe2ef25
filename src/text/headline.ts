import { isDateline } from './dateline.ts'
import type { Document, Sentence } from './document.ts'

/** The first sentence of a story, its dateline apart. */
export const openingOf = ({ text, sentences: [first, second] }: Document): Sentence | undefined =>
  first && second && isDateline(text, first.start, first.end) ? second : first

/** Whether a sentence is a headline: the first of a story, without a full stop. */
export const isHeadline = (doc: Document, sentence: Sentence): boolean =>
  sentence === openingOf(doc) && !/[.!?]["”’]?$/.test(doc.text.slice(sentence.start, sentence.end))
