import { hashText } from '../src/base/hash.ts'
import { compilePattern } from '../src/rules/compile.ts'
import type { RuleSet } from '../src/rules/define.ts'

/** Rule sets as JSON of compiled rules; word sets are arrays. */
export const compiledJson = (sets: readonly RuleSet[]): string =>
  JSON.stringify(
    sets.flatMap(({ name, rules = [] }) =>
      rules.map(({ id, match, status, yes }, i) => ({
        source: `${name}/${id}`,
        key: hashText(yes?.[0] ?? match),
        status,
        pattern: compilePattern(match, `${name}.rules.${i}.match`),
      })),
    ),
    (_, value) => (value instanceof Set ? [...value] : value),
  )
