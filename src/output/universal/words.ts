import type { SyntaxSentence, SyntaxToken, UniversalTag } from '../../base/syntax.ts'
import { contractionOf } from '../../text/contractions.ts'

/** A word of a tree: a token, or one of the two that a contraction is written for. */
export interface Word {
  form: string
  lemma: string
  pos: UniversalTag
  tag: string
  /** Index among the words of the sentence; its own where it is the root. */
  head: number
  /** As ClearNLP names it. */
  relation: string
  /** Index of its token. */
  token: number
}

const helping = new Set(['aux', 'auxpass'])
const negation = { lemma: 'not', pos: 'PART', tag: 'RB', relation: 'neg' } as const
const lemmas: Readonly<Record<string, string>> = {
  "'ll": 'will',
  "'d": 'would',
  "'ve": 'have',
  "'m": 'be',
  "'re": 'be',
}

/**
 * The words of a sentence: a contraction is two, as ClearNLP and Universal Dependencies take them. The parser sees it as
 * the one of them whose head stands elsewhere.
 */
export function wordsOf({ tokens }: SyntaxSentence): Word[] {
  const parts = tokens.map(({ text, tag }) => (tag === 'NNP' || tag === 'NNPS' ? undefined : contractionOf(text)))
  const firstOf: number[] = []
  let count = 0
  for (const part of parts) {
    firstOf.push(count)
    count += part ? 2 : 1
  }
  /** The word that stands for a token in the tree: of "I'm" it may be either. */
  const standing = tokens.map((token, i) => firstOf[i]! + (parts[i] && isSecond(token, parts[i]![1]) ? 1 : 0))
  return tokens.flatMap((token, i) => {
    const own: Word = { ...wordOf(token, i), head: standing[token.head]! }
    const part = parts[i]
    return part ? split(own, part, firstOf[i]!, standing[i]!) : [own]
  })
}

const wordOf = ({ text, lemma, pos, tag, head, relation }: SyntaxToken, token: number): Word => ({
  ...{ form: text, lemma, pos, tag, head, relation, token },
})

const isNegation = (second: string) => /t$/i.test(second)
const isSecond = ({ tag }: SyntaxToken, second: string) => !isNegation(second) && /^(?:VB|MD)/.test(tag)

/** Both words of a contraction, of which the tree has one; the other hangs on it, or beside it where it only helps. */
function split(own: Word, [first, second]: readonly [string, string], at: number, standing: number): Word[] {
  const { token } = own
  const beside = helping.has(own.relation) ? own.head : standing
  if (isNegation(second))
    return [
      { ...own, form: first },
      { ...negation, form: second, head: beside, token },
    ]
  if (standing > at) {
    const pronoun = {
      lemma: first === 'I' ? first : first.toLowerCase(),
      pos: 'PRON',
      tag: 'PRP',
      relation: 'nsubj',
    } as const
    return [
      { ...pronoun, form: first, head: beside, token },
      { ...own, form: second },
    ]
  }
  const normal = second.toLowerCase().replace('’', "'")
  const lemma = lemmas[normal] ?? normal
  const modal = lemma === 'will' || lemma === 'would'
  const passive = own.relation === 'nsubjpass' && lemma === 'be'
  return [
    { ...own, form: first },
    {
      ...{ form: second, lemma, pos: 'AUX', tag: modal ? 'MD' : 'VBP', token },
      ...{ head: own.head, relation: passive ? 'auxpass' : 'aux' },
    },
  ]
}
