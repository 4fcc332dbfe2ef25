import type * as z from 'zod'
import { checkSet } from './check.ts'
import type { ruleSetSchema } from './schema.ts'

/**
 * A pattern with an id, a status and sentences that it must and must not match.
 *
 * @example
 * import { createExtractor, type Rule } from 'nutgraf'
 *
 * const haggle: Rule = { id: 'haggle', match: '{haggle} over [<topic>#NounPhrase]', status: 'discussed' }
 * const { extract } = createExtractor({ rules: [{ name: 'trade', rules: [haggle] }] })
 * console.log(extract('They haggled over grain prices.').topics[0]?.label) // grain prices
 */
export interface Rule {
  /** In kebab-case, unique in its set: what `source` names it by, `trade/haggle`. */
  readonly id: string
  /** A pattern in compromise's match language; its named groups say what is taken. */
  readonly match: string
  /** The status of the events and topics that it finds. */
  readonly status?: 'planned' | 'ongoing' | 'held' | 'cancelled' | 'discussed' | 'agreed' | 'refused'
  /** Sentences with brackets around what is taken: `They haggled over [topic grain prices].` */
  readonly yes?: readonly string[]
  /** Near misses, of which nothing is taken. */
  readonly no?: readonly string[]
}

type Place = NonNullable<z.infer<ReturnType<typeof ruleSetSchema>>['places']>[number]

/**
 * A name in `links` of a rule set, with the type of entity where that name of other types is not meant.
 *
 * @example
 * import { defineRules, type LinkName } from 'nutgraf'
 *
 * const firm: LinkName = { name: 'Amazon', type: 'organization' }
 * const { links } = defineRules({ name: 'desk', links: { apart: [[firm, 'Amazon Watch']] } })
 * console.log(links.apart[0].length) // 2
 */
export type LinkName = string | { readonly name: string; readonly type?: string }

/**
 * Plain data that extends nutgraf: names, places, dates, categories and rules. `Type` is what it adds to entity types. A
 * JSON file may hold one (`nutgraf/rules.schema.json`).
 *
 * @example
 * import { createExtractor, type RuleSet } from 'nutgraf'
 *
 * const feasts: RuleSet = { name: 'feasts', dates: { 'Victory Day': 'XXXX-05-09' }, ignore: ['May Day Parade Ltd'] }
 * const { extract } = createExtractor({ rules: [feasts] })
 * console.log(extract('They met on Victory Day.', { published: '2023-05-01' }).dates[0]?.value) // 2023-05-09
 */
export interface RuleSet<Type extends string = string> {
  /** In kebab-case; unique among the sets of an extractor. */
  readonly name: string
  /** Phrase lists, by entity type, which may be a new one: names, each with its aliases. */
  readonly names?: { readonly [T in Type]?: Readonly<Record<string, readonly string[]>> }
  /** Places besides those of the gazetteer. */
  readonly places?: readonly Readonly<Place>[]
  /** Names of days, each with its TIMEX3 value: `XXXX-05-09` is the 9th of May of any year. */
  readonly dates?: Readonly<Record<string, string>>
  /** Categories of topics, with the words that speak for them; a code of IPTC Media Topics, or one of your own. */
  readonly categories?: readonly { readonly code: string; readonly name: string; readonly words: readonly string[] }[]
  /** Phrases that are no name, place, date or event. */
  readonly ignore?: readonly string[]
  /**
   * Corrects what an archive links across stories: names of one row are those of one person or body (`same`), or of as many
   * as there are names (`apart`). Extracting does not read them.
   */
  readonly links?: {
    readonly same?: readonly (readonly LinkName[])[]
    readonly apart?: readonly (readonly LinkName[])[]
  }
  /** Patterns that find entities, events and topics. */
  readonly rules?: readonly Rule[]
}

/**
 * The entity types that a rule set adds, by its phrase lists.
 *
 * @example
 * import { defineRules, type TypesOf } from 'nutgraf'
 *
 * const shipping = defineRules({ name: 'shipping', names: { vessel: { Sparta: [] }, port: { Murmansk: [] } } })
 * const added: TypesOf<typeof shipping>[] = ['vessel', 'port']
 * console.log(added.length) // 2
 */
export type TypesOf<Set> = Set extends { readonly names?: infer Names }
  ? Extract<keyof NonNullable<Names>, string>
  : never

/**
 * Checks the shape of a rule set and returns it, with its entity types in the TypeScript type. Patterns are read when an
 * extractor is made.
 *
 * @example
 * import { createExtractor, defineRules } from 'nutgraf'
 *
 * const shipping = defineRules({ name: 'shipping', names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } } })
 * const { extract } = createExtractor({ rules: [shipping] })
 * // The type of this is `'person' | … | 'vessel' | undefined`.
 * console.log(extract('The Ursa Major sank.').entities[0]?.type) // vessel
 * @throws NutgrafError `invalid-rules`, with the path and the fix, `shipping.rules.0.match: …`, of each fault in `issues`
 */
export function defineRules<const Set extends RuleSet>(rules: Set): Set {
  checkSet(rules)
  return rules
}
