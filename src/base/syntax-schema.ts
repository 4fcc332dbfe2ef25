import * as z from 'zod'
import { SpanSchema, WarningSchema } from './schema.ts'
import { universalTags } from './types.ts'

export { universalTags } from './types.ts'

/**
 * A word or mark of a sentence: {@link syntax.SyntaxToken}.
 *
 * @example
 * import { SyntaxTokenSchema } from 'nutgraf/schema'
 *
 * const token = { start: 0, end: 4, text: 'They', lemma: 'they', pos: 'PRON', tag: 'PRP', head: 1, relation: 'nsubj' }
 * console.log(SyntaxTokenSchema.safeParse(token).success) // true
 */
export const SyntaxTokenSchema = SpanSchema.extend({
  /** What a dictionary lists it under: `be` for "was"; a name as it is written. */
  lemma: z.string(),
  /** Part of speech of Universal Dependencies: `NOUN`. */
  pos: z.enum(universalTags),
  /** Part of speech of the Penn Treebank: `NNS`. */
  tag: z.string().min(1),
  /** Index of its head among the tokens of its sentence; its own where it is the root. */
  head: z.int().min(0),
  /** Its relation to its head, as ClearNLP (and spaCy) names it: `nsubj`; `ROOT` of the root. */
  relation: z.string().min(1),
})

/**
 * A sentence with its tree: {@link syntax.SyntaxSentence}.
 *
 * @example
 * import { SyntaxSentenceSchema } from 'nutgraf/schema'
 *
 * console.log(SyntaxSentenceSchema.safeParse({ start: 0, end: 0, text: '', tokens: [] }).success) // false
 */
export const SyntaxSentenceSchema = SpanSchema.extend({
  /** In order of position; one at least, one of them the root. */
  tokens: z.array(SyntaxTokenSchema).min(1),
})

/**
 * All sentences of a text: {@link syntax.Syntax}. Its JSON Schema is `nutgraf/syntax.schema.json`.
 *
 * @example
 * import { SyntaxSchema } from 'nutgraf/schema'
 * import { readSyntax } from 'nutgraf/syntax'
 *
 * console.log(SyntaxSchema.parse(readSyntax('They met. They left.')).sentences.length) // 2
 */
export const SyntaxSchema = z.strictObject({
  /** In order of position. */
  sentences: z.array(SyntaxSentenceSchema),
  /** Every limit that was reached; what is not listed was read. */
  warnings: z.array(WarningSchema),
})
