import { compilePattern, type Pattern } from './compile.ts'
import { checkRules, type RuleSet } from './define.ts'

/** A rule ready to run; `source` is what mentions say of it: `shipping/port-call`. */
export interface CompiledRule {
  source: string
  status: string | undefined
  pattern: Pattern
  user: boolean
}

/** All rule sets of an extractor, compiled. User sets come after built-in ones and win over them. */
export interface Knowledge {
  rules: readonly CompiledRule[]
  sets: readonly RuleSet[]
}

/** @throws NutgrafError where a set or a pattern is wrong */
export function compileRules(builtIn: readonly RuleSet[], user: readonly RuleSet[]): Knowledge {
  for (const set of user) checkRules(set)
  const compile = (isUser: boolean) => (set: RuleSet) =>
    (set.rules ?? []).map(
      (rule, i): CompiledRule => ({
        source: `${set.name}/${rule.id}`,
        status: rule.status,
        pattern: compilePattern(rule.match, `${set.name}.rules.${i}.match`),
        user: isUser,
      }),
    )
  return { rules: [...builtIn.flatMap(compile(false)), ...user.flatMap(compile(true))], sets: user }
}
