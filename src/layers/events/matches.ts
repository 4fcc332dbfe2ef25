import { fixtures, leaguesOfStates } from '../../english/event-senses.ts'
import type { Clause } from './clause.ts'

/** How far behind a verb the fixture is named, and how far before that its preposition. */
const reach = { verb: 20, preposition: 6 }
const placing = /^(?:in|for)$/

/** Whether those who meet or travel play against each other: "will meet Morocco in the semi-final". */
export function isMatch(clause: Clause): boolean {
  const { tree, head, subject, kindOf } = clause
  const last = Math.min(tree.sentence.last, head + reach.verb)
  // A president travels to Doha for the final, too.
  const isPerson = ['person', 'somebody'].includes(kindOf(subject))
  for (let at = head + 1; at < last; at++) {
    if (!fixtures.has(tree.word(at)) || leaguesOfStates.has(tree.word(at - 1))) continue
    // "in the final days".
    if (tree.tag(at + 1 < tree.sentence.last ? at + 1 : at).startsWith('NN') && at + 1 < tree.sentence.last) continue
    for (let before = at - 1; before > Math.max(head, at - reach.preposition); before--) {
      const word = tree.word(before)
      if (word === ',') break
      if (placing.test(word)) return word === 'in' || !isPerson
    }
  }
  return false
}
