import type * as z from 'zod'
import { checkSet } from './check.ts'
import type { ruleSetSchema } from './schema.ts'

/** A pattern with an id, a status and sentences that it must and must not match. */
export interface Rule {
  readonly id: string
  readonly match: string
  readonly status?: 'planned' | 'ongoing' | 'held' | 'cancelled' | 'discussed' | 'agreed' | 'refused'
  readonly yes?: readonly string[]
  readonly no?: readonly string[]
}

type Place = NonNullable<z.infer<ReturnType<typeof ruleSetSchema>>['places']>[number]

/** Plain data that extends nutgraf: names, places, dates, categories and rules. `Type` is what it adds to entity types. */
export interface RuleSet<Type extends string = string> {
  readonly name: string
  readonly names?: { readonly [T in Type]?: Readonly<Record<string, readonly string[]>> }
  readonly places?: readonly Readonly<Place>[]
  readonly dates?: Readonly<Record<string, string>>
  readonly categories?: readonly { readonly code: string; readonly name: string; readonly words: readonly string[] }[]
  readonly ignore?: readonly string[]
  readonly rules?: readonly Rule[]
}

/** The entity types that a rule set adds, by its phrase lists. */
export type TypesOf<Set> = Set extends { readonly names?: infer Names }
  ? Extract<keyof NonNullable<Names>, string>
  : never

/**
 * Checks a rule set and returns it, with its entity types in the TypeScript type.
 *
 * @throws NutgrafError with the path and the fix: `shipping.rules.0.match: …`
 */
export function defineRules<const Set extends RuleSet>(rules: Set): Set {
  checkSet(rules)
  return rules
}
