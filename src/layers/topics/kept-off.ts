import { keepsOff } from '../../english/no-topics.ts'
import { lightHeads } from '../../english/phrases.ts'
import { wordClass } from '../../english/word-classes.ts'
import { tokenAt } from '../../text/position.ts'
import type { TopicMention } from './mentions.ts'
import { governanceOf } from './tree-features.ts'
import type { StoryView } from './view.ts'

const treating = new Set<string | undefined>(['discuss', 'talks', 'agree', 'exchange', 'focus'])

/** Whether a verb or a noun treats a subject, so that without it the subject is kept off. */
export const isTreating = (word: string): boolean => treating.has(wordClass.get(word))

/** Whether a topic was kept off the agenda: "did not discuss the border", "refused to discuss the dam". */
export function isKeptOff(view: StoryView, { start, sentence }: TopicMention): boolean {
  const { tokens } = view.doc
  const tree = view.treeOf(sentence)
  const { path, teller: first } = governanceOf(view, tree, tokenAt(view.doc, start))
  // "the issue of sanctions was never raised": the issue is light, and raised or not.
  let teller = first
  while (teller >= 0 && lightHeads.has(tree.word(path[teller]?.token ?? -1))) teller++
  const told = path[teller]
  if (!told || !isTreating(tokens[told.token]!.normal)) return false
  const isNegated = (verb: number) => {
    const not = tree.dependent(verb, 'negation')
    // "not only discussed trade" discusses it.
    return not >= 0 && !/^(?:only|just|merely)$/.test(tokens[not + 1]?.normal ?? '')
  }
  if (isNegated(told.token)) return true
  if (tree.relation(told.token) === 'pcomp' && tree.word(tree.headOf(told.token)) === 'without') return true
  const above = path[teller + 1]
  if (!above) return false
  const isOut = tree.word(above.token) === 'ruled' && tree.word(above.token + 1) === 'out'
  return (isOut || keepsOff.has(tree.word(above.token))) && !isNegated(above.token)
}
