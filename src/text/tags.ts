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
export const untagged: readonly string[] = []

/** The tags of a token: `#Noun #Plural`, `#Verb #Auxiliary` … */
export function tagsOf(partOfSpeech: string, normal: string): readonly string[] {
  if (partOfSpeech === 'NOUN' && /[^s]s$/.test(normal)) return plural
  if (normal === "'s" || normal === "'") return possessive
  return tags[partOfSpeech] ?? untagged
}

/** All tags that a token may have. */
export const partsOfSpeech: ReadonlySet<string> = new Set([...Object.values(tags).flat(), ...plural, ...possessive])
