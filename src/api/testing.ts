import { NutgrafError } from '../base/error.ts'
import type { RuleSet } from '../rules/define.ts'
import { checkedSets } from '../rules/ruleset.ts'
import { failuresOf, sentenceReader } from './sentences.ts'

export { type Marked, mark, unmark } from '../base/brackets.ts'

/**
 * Runs the `yes` and `no` sentences of every rule in a set: a `yes` must give what its brackets say, a `no` must give
 * nothing by that rule. A test of a rule set is this one line.
 *
 * @example
 * import { testRules } from 'nutgraf/testing'
 *
 * testRules({
 *   name: 'trade',
 *   rules: [
 *     {
 *       id: 'haggle',
 *       match: '{haggle} over [<topic>#NounPhrase]',
 *       yes: ['They haggled over [topic grain prices].'],
 *       no: ['They haggled.'],
 *     },
 *   ],
 * })
 * @throws NutgrafError `failed-rules`, that lists every sentence which failed, as `shipping.rules.0.yes.0: …`
 */
export function testRules(rules: RuleSet): void {
  const [set] = checkedSets([rules])
  const failures = failuresOf(set!, sentenceReader([set!]))
  const lines = failures.map(({ path, message }) => `${path}: ${message}`)
  if (failures.length > 0) throw new NutgrafError('failed-rules', set!.name, lines.join('\n'), { issues: failures })
}
