import { type Word, wordFact } from './word.ts'

/** Parts of speech of Universal Dependencies; the weights number them in this order. */
export const speech = 'NOUN PROPN VERB ADP DET PUNCT ADJ NUM PRON AUX ADV CCONJ PART SCONJ SYM INTJ X'.split(' ')

// Universal Dependencies to the names that compromise users write.
const tags: Record<string, readonly string[]> = {
  ADJ: ['Adjective'],
  ADP: ['Preposition'],
  ADV: ['Adverb'],
  AUX: ['Verb', 'Auxiliary'],
  CCONJ: ['Conjunction'],
  DET: ['Determiner'],
  INTJ: ['Expression'],
  NOUN: ['Noun', 'Singular'],
  NUM: ['Value', 'Cardinal'],
  PART: ['Particle'],
  PRON: ['Noun', 'Pronoun'],
  PROPN: ['Noun', 'ProperNoun'],
  SCONJ: ['Conjunction'],
  VERB: ['Verb'],
}
const plural = ['Noun', 'Plural']
const possessive = ['Possessive']
/** What is no word has no tags. */
const untagged: readonly string[] = []

/** The tags of each part of speech, by its number: of most words, of plurals, of what shows an owner, of marks. */
const usual = speech.map((name) => tags[name] ?? untagged)
const ofPlurals = speech.map((name, i) => (name === 'NOUN' ? plural : usual[i]!))
const ofOwners = speech.map(() => possessive)
const ofMarks = speech.map(() => untagged)

const tagsBySpeech = wordFact(({ normal, punctuation }: Word): readonly (readonly string[])[] =>
  punctuation ? ofMarks : normal === "'s" || normal === "'" ? ofOwners : /[^s]s$/.test(normal) ? ofPlurals : usual,
)

/** The tags of a token by the number of its part of speech: `#Noun #Plural`, `#Verb #Auxiliary` … */
export const tagsOf = (partOfSpeech: number, word: Word): readonly string[] => tagsBySpeech(word)[partOfSpeech]!

/** All tags that a token may have. */
export const partsOfSpeech: ReadonlySet<string> = new Set([...Object.values(tags).flat(), ...plural, ...possessive])
