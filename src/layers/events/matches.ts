import { fixtures, leaguesOfStates } from '../../english/event-senses.ts'
import type { Clause } from './clause.ts'

/** How far behind a verb the fixture is named, and how far before that its preposition. */
const reach = { verb: 20, preposition: 6 }
const placing = /^(?:in|for|at)$/

/** Whether those who meet or travel play against each other. */
export const isMatch = (clause: Clause): boolean => isFixture(clause) || isOfTeams(clause)

/** Names that teams have, and that no person has. */
const teamKinds: ReadonlySet<string> = new Set(['organization', 'place', 'location', 'facility', 'name', 'misc'])
const pluralVerb = /^(?:meet|host|visit)$/
const ofMany = new Set(['conj', 'cc', 'det', 'poss', 'nummod'])

/** "Leeds meet Arsenal": one name with the verb of many is a team, where another name stands behind it. */
function isOfTeams({ tree, head, isVerb, subject, object, auxiliaries, kindOf }: Clause): boolean {
  if (!isVerb || object < 0 || auxiliaries.length > 0 || !pluralVerb.test(tree.word(head))) return false
  const behindAside = head > tree.sentence.first && tree.word(head - 1) === ','
  if (tree.tag(head) !== 'VBP' && !behindAside) return false
  const side = behindAside ? beforeAside(tree, head - 1) : subject
  return isTeam(side) && isTeam(object)

  function isTeam(at: number): boolean {
    return at >= 0 && tree.tag(at).startsWith('NNP') && teamKinds.has(kindOf(at)) && tree.child(at, ofMany) < 0
  }
}

/** The word before ", who have not won since April,"; -1 where no such clause ends at the comma. */
function beforeAside(tree: Clause['tree'], comma: number): number {
  const first = Math.max(tree.sentence.first + 1, comma - reach.verb)
  for (let at = comma - 1; at > first; at--) {
    if (tree.word(at) === ',') return -1
    if (/^(?:who|which|whose)$/.test(tree.word(at))) return tree.word(at - 1) === ',' ? at - 2 : -1
  }
  return -1
}

/** "will meet Morocco in the semi-final". */
function isFixture(clause: Clause): boolean {
  const { tree, head, subject, object, kindOf } = clause
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
      // "The ministers meet at the final": those who play each other there are named.
      if (word === 'at') return !isPerson && tree.tag(object).startsWith('NNP')
      if (placing.test(word)) return word === 'in' || !isPerson
    }
  }
  return false
}
