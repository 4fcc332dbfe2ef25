import type { Document, Sentence } from './document.ts'

/** Whether a sentence is a headline: the first of a story, without a full stop. */
export const isHeadline = (doc: Document, sentence: Sentence): boolean =>
  sentence === doc.sentences[0] && !/[.!?]["”’]?$/.test(doc.text.slice(sentence.start, sentence.end))
