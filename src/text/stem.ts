import { hashText } from '../base/hash.ts'
import type { Token } from './document.ts'
import { wordFact } from './word.ts'

/** Lemma by rule of thumb: enough to bring "discussed" and "discuss" together. */
export const stem = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '')

const stemOf = wordFact(({ normal }) => hashText(stem(normal)))

/** The stem of a token as a value, 1 where there is no token. */
export const stemId = (token: Token | undefined): number => (token ? stemOf(token.word) : 1)
