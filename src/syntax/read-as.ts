import { contractionOf } from '../text/contractions.ts'
import { type Word, wordFact, wordOf } from '../text/word.ts'

/** Verbs that are not written out before "n't". */
const short = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
])

/** The word that tags and arcs are decided by: of "didn't" it is "did", since news, which was learned from, writes it out. */
export const readAs = wordFact((word: Word): Word => {
  const [verb, negation] = contractionOf(word.text) ?? []
  if (verb === undefined || negation === undefined || !/t$/i.test(negation)) return word
  return wordOf(short.get(verb.toLowerCase()) ?? verb)
})
