import type { Syntax, SyntaxSentence } from '../base/syntax.ts'
import { lemmaOf } from '../syntax/lemma.ts'
import { parseSentence } from '../syntax/parse.ts'
import { universalTagOf } from '../syntax/universal-tag.ts'
import type { Sentence } from '../text/document.ts'
import { readDocument } from '../text/read.ts'
import { checkText } from './options.ts'

export type { Syntax, SyntaxSentence, SyntaxToken, UniversalTag } from '../base/syntax.ts'

/**
 * Reads English text into sentences, each a tree of its words: part of speech, lemma, head and relation. Pure and
 * deterministic as {@link index.extract | extract}; time grows with the length of the text and not faster. Lemmas are
 * found by wink-nlp, an optional peer: `npm install wink-nlp wink-eng-lite-web-model`.
 *
 * @example
 * import { readSyntax } from 'nutgraf/syntax'
 *
 * const { sentences } = readSyntax('Sergey Lavrov will visit Dhaka.')
 * for (const { tokens } of sentences)
 *   for (const { text, lemma, pos, tag, head, relation } of tokens)
 *     if (relation === 'dobj') console.log(text, lemma, pos, tag, relation, tokens[head]?.text) // Dhaka Dhaka PROPN NNP dobj visit
 * @throws NutgrafError `invalid-text` where the text is no string, `missing-package` where wink-nlp is not installed; no
 *   text makes it throw
 */
export function readSyntax(text: string): Syntax {
  checkText(text, 'readSyntax')
  const { sentences, limits } = readDocument(text)
  return {
    sentences: sentences.map(sentenceOf),
    warnings: limits.map(({ code, message, start, end }) => ({ code, message, start, end })),
  }
}

function sentenceOf(sentence: Sentence): SyntaxSentence {
  const { text, start, end, tokens, first, last } = sentence
  const { heads, relations, tags } = parseSentence(sentence)
  return {
    ...{ start, end, text: text.slice(start, end) },
    tokens: tokens.slice(first, last).map((token, i) => {
      const [tag, relation, head] = [tags[i]!, relations[i]!, heads[i]!]
      const pos = universalTagOf(token.word, tag, relation)
      const lemma = lemmaOf(token.text, pos)
      return { start: token.start, end: token.end, text: token.text, lemma, pos, tag, head, relation }
    }),
  }
}
