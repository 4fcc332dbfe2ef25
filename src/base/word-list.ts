/** Words between white space. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/)
export const wordSet = (text: string): ReadonlySet<string> => new Set(words(text))
/** Numbers of words in a list of names, for what is compared often. */
export const numberSet = (text: string, names: readonly string[]): ReadonlySet<number> =>
  new Set(words(text).map((word) => names.indexOf(word)))

/** Phrases between commas. */
export const phrases = (text: string): readonly string[] => text.split(',').map((one) => one.trim())
export const phraseSet = (text: string): ReadonlySet<string> => new Set(phrases(text))

/** A group of a regular expression that any of the words fits. */
export const oneOf = (list: readonly string[]): string => `(?:${list.join('|')})`
