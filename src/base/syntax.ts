import type * as z from 'zod'
import type { SyntaxSchema, SyntaxSentenceSchema, SyntaxTokenSchema } from './syntax-schema.ts'
import type { universalTags } from './types.ts'

/**
 * A part of speech of Universal Dependencies.
 *
 * @example
 * import { readSyntax, type UniversalTag } from 'nutgraf/syntax'
 *
 * const content: readonly UniversalTag[] = ['NOUN', 'PROPN']
 * const { sentences } = readSyntax('Talks were held in Dhaka.')
 * const nouns = sentences.flatMap(({ tokens }) => tokens.filter(({ pos }) => content.includes(pos)))
 * console.log(nouns.map(({ text }) => text).join()) // Talks,Dhaka
 */
export type UniversalTag = (typeof universalTags)[number]

/**
 * A word or mark with its place in the tree of its sentence.
 *
 * @example
 * import { readSyntax, type SyntaxToken } from 'nutgraf/syntax'
 *
 * const line = ({ text, lemma, tag, relation }: SyntaxToken) => `${text} ${lemma} ${tag} ${relation}`
 * console.log(readSyntax('They met.').sentences[0]?.tokens.map(line).join(', ')) // They they PRP nsubj, met meet VBD ROOT, . . . punct
 */
export interface SyntaxToken extends z.infer<typeof SyntaxTokenSchema> {}

/**
 * A sentence with its tokens, which are a tree: one root, a way from each token to it.
 *
 * @example
 * import { readSyntax, type SyntaxSentence } from 'nutgraf/syntax'
 *
 * const root = ({ tokens }: SyntaxSentence) => tokens.find(({ head }, i) => head === i)?.text
 * console.log(readSyntax('They met. Talks failed.').sentences.map(root).join()) // met,failed
 */
export interface SyntaxSentence extends z.infer<typeof SyntaxSentenceSchema> {
  tokens: SyntaxToken[]
}

/**
 * All sentences of a text, plain JSON. Offsets are UTF-16 code units, `end` exclusive.
 *
 * @example
 * import { readSyntax, type Syntax } from 'nutgraf/syntax'
 *
 * const words = ({ sentences }: Syntax) => sentences.reduce((sum, { tokens }) => sum + tokens.length, 0)
 * console.log(words(readSyntax('They met. Talks failed.'))) // 6
 */
export interface Syntax extends z.infer<typeof SyntaxSchema> {
  sentences: SyntaxSentence[]
}
