import type { Syntax, SyntaxSentence } from '../base/syntax.ts'
import { lemmaOf } from '../syntax/lemma.ts'
import { pennTags } from '../syntax/penn.ts'
import { relations } from '../syntax/relations.ts'
import { openSyntax, type Syntax as Parser } from '../syntax/syntax.ts'
import { universalTagOf } from '../syntax/universal-tag.ts'
import type { Document, Sentence } from '../text/document.ts'
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
  const doc = readDocument(text)
  const parse = openSyntax()
  return {
    sentences: doc.sentences.map((sentence) => sentenceOf(doc, sentence, parse)),
    warnings: doc.limits.map(({ code, message, start, end }) => ({ code, message, start, end })),
  }
}

function sentenceOf({ text, tokens }: Document, sentence: Sentence, parse: Parser): SyntaxSentence {
  const { start, end, first, last } = sentence
  const tree = parse(sentence)
  return {
    ...{ start, end, text: text.slice(start, end) },
    tokens: tokens.slice(first, last).map(({ start, end, text, word }, i) => {
      const [tag, relation] = [pennTags[tree.tags[i]!]!, relations[tree.relations[i]!]!]
      const pos = universalTagOf(word, tag, relation)
      return { start, end, text, lemma: lemmaOf(text, pos), pos, tag, head: tree.heads[i]!, relation }
    }),
  }
}
