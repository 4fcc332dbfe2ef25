import { compilePattern } from '../src/rules/compile.ts'
import type { RuleSet } from '../src/rules/define.ts'

/** Rule sets as JSON of compiled rules; word sets are arrays. */
export const compiledJson = (sets: readonly RuleSet[]): string =>
  JSON.stringify(
    sets.flatMap(({ name, rules = [] }) =>
      rules.map(({ id, match, status }, i) => ({
        source: `${name}/${id}`,
        status,
        pattern: compilePattern(match, `${name}.rules.${i}.match`),
      })),
    ),
    (_, value) => (value instanceof Set ? [...value] : value),
  )
