import type { Syntax, SyntaxSentence } from '../base/syntax.ts'
import { fitText } from './fit.ts'
import { toUniversal, type UniversalWord } from './universal/convert.ts'
import { featuresOf } from './universal/features.ts'
import { wordsOf } from './universal/words.ts'

/**
 * Sentences in CoNLL-U: ten columns, trees in the scheme of Universal Dependencies. They are converted: a preposition is a
 * `case` of its noun, "be" the `cop` of its predicate, conjuncts hang on the first. What the relation does not tell of
 * that of ClearNLP stands in MISC (`ClearNLP=prep`). "didn't" is a token of two words. What is read is in Unicode's NFC.
 *
 * @example
 * import { toConllu } from 'nutgraf/formats'
 * import { readSyntax } from 'nutgraf/syntax'
 *
 * console.log(toConllu(readSyntax('They met.')).split('\n')[2]?.replaceAll('\t', ' ')) // 1 They they PRON PRP PronType=Prs 2 nsubj _ _
 * @see https://universaldependencies.org/format.html
 */
export function toConllu(syntax: Syntax): string {
  return syntax.sentences.map((sentence, i) => `${linesOf(sentence, i + 1).join('\n')}\n\n`).join('')
}

function linesOf(sentence: SyntaxSentence, id: number): string[] {
  const { tokens } = sentence
  const words = toUniversal(wordsOf(sentence))
  const isGlued = (at: number) => {
    const [token, next] = [tokens[at]!, tokens[at + 1]]
    return next !== undefined && token.end === next.start && !compose(token.text, next.text)
  }
  const text = tokens.map((token, i) => `${fit(token.text)}${isGlued(i) ? '' : ' '}`).join('')
  return [
    `# sent_id = ${id}`,
    `# text = ${text.trimEnd()}`,
    ...words.flatMap((word, i) => {
      const { token } = word
      const isFirst = words[i + 1]?.token === token
      const isSecond = words[i - 1]?.token === token
      const range = [`${i + 1}-${i + 2}`, fit(tokens[token]!.text), ...Array(7).fill('_'), isGlued(token) ? glued : '_']
      const misc = [
        ...(word.clear ? [`ClearNLP=${word.clear}`] : []),
        ...(!isFirst && !isSecond && isGlued(token) ? [glued] : []),
      ]
      return [...(isFirst ? [range.join('\t')] : []), columnsOf(word, i, misc.join('|') || '_').join('\t')]
    }),
  ]
}

const glued = 'SpaceAfter=No'

function columnsOf({ form, lemma, pos, tag, head, relation }: UniversalWord, at: number, misc: string): string[] {
  const to = head === at ? 0 : head + 1
  return [`${at + 1}`, fit(form), fit(lemma), pos, tag, featuresOf(lemma, tag), `${to}`, relation, '_', misc]
}

/** Whether two texts are other characters when they touch, as "=" and U+0338: written apart, both stay what they are. */
function compose(before: string, after: string): boolean {
  const joined = fit(before) + fit(after)
  return joined.normalize('NFC') !== joined
}

/** As readers of the format want it. */
const fit = (text: string): string => fitText(text.normalize('NFC'))
