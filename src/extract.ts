import { findAgenda } from './agenda/agenda.ts'
import { participantsOf, settleNames, typedSpans, withIds } from './assemble.ts'
import * as weights from './data/tagger.ts'
import { findDates } from './dates/dates.ts'
import { readDocument } from './document/read.ts'
import { agenda } from './english/agenda.ts'
import { findEntities } from './entities/entities.ts'
import { openLexicon } from './entities/lexicon.ts'
import { nameMentions } from './entities/mentions.ts'
import { type Gazetteer, openGazetteer } from './locations/gazetteer.ts'
import { findLocations } from './locations/locations.ts'
import { checkOptions, checkText, type ExtractOptions } from './options.ts'
import type { RuleSet, TypesOf } from './rules/define.ts'
import { type CompiledRule, compileRules } from './rules/ruleset.ts'
import { findUserNames, openUserNames, type UserNames } from './rules/user.ts'
import type { CoreType, Story } from './story.ts'
import { openModel } from './tagger/model.ts'
import { openTagger, type Tagger } from './tagger/tagger.ts'

/** What an extractor knows: compiled once, never changed. */
interface Knowledge {
  rules: readonly CompiledRule[]
  gazetteer: Gazetteer
  tagger: Tagger
  user: UserNames
}

/** Reads stories with the rule sets that it was made with. */
export interface Extractor<Type extends string = CoreType> {
  /** @see {@link extract} */
  extract(text: string, options?: ExtractOptions): Story<Type>
}

/**
 * An extractor that knows the given rule sets besides the built-in ones. Rules are compiled here, once.
 *
 * @example
 * const { extract } = createExtractor({ rules: [shipping] })
 * @throws NutgrafError where a rule set or a pattern is wrong
 */
export function createExtractor<const Sets extends readonly RuleSet[] = []>(
  options: { rules?: Sets } = {},
): Extractor<CoreType | TypesOf<Sets[number]>> {
  checkOptions(options, 'createExtractor', ['rules'])
  const sets = options.rules ?? []
  const user = openUserNames(sets)
  const knowledge: Knowledge = {
    rules: compileRules([agenda], sets).rules,
    gazetteer: openGazetteer(user.places),
    tagger: sharedTagger(),
    user,
  }
  type Type = CoreType | TypesOf<Sets[number]>
  return { extract: (text, about) => extractWith(knowledge, text, about) as Story<Type> }
}

let tagger: Tagger | undefined

/** One tagger for all extractors: its weights are unpacked once, at first use. */
function sharedTagger(): Tagger {
  if (tagger) return tagger
  const { byName, byDemonym } = openGazetteer()
  const lexicon = openLexicon({
    isPlace: (name) => byName(name).length > 0,
    isDemonym: (word) => byDemonym(word) !== undefined,
  })
  tagger = openTagger(lexicon, openModel(weights))
  return tagger
}

let standard: Extractor | undefined

/**
 * Turns English news text into entities, dates, locations, topics and events. Pure and deterministic.
 *
 * @example
 * const story = extract('Sergey Lavrov will visit Dhaka on September 7.', { published: '2023-08-30' })
 * story.dates[0].value // '2023-09-07'
 * @throws NutgrafError for arguments of the wrong kind; no text makes it throw
 */
export function extract(text: string, options?: ExtractOptions): Story {
  standard ??= createExtractor()
  return standard.extract(text, options)
}

function extractWith(
  { rules, gazetteer, tagger, user }: Knowledge,
  text: string,
  options?: ExtractOptions,
): Story<string> {
  checkText(text)
  const about = checkOptions(options, 'extract', ['published', 'timeZone', 'dayFirst'])
  const doc = readDocument(text, about)
  const dates = findDates(doc, user.dates, about)
  const tagged = nameMentions(doc, tagger)
  const names = settleNames(findUserNames(doc, user, rules, { names: tagged, dates }), tagged, dates)
  const entities = findEntities(doc, names, dates)
  const locations = findLocations(doc, gazetteer, names)
  const story = withIds({ dates, entities, locations })
  const { events, topics } = findAgenda(doc, rules, typedSpans(story), participantsOf(story), user.categories)
  const warnings = doc.limits.map(({ code, message, start, end }) => ({ code, message, start, end }))
  return { published: doc.published, warnings, ...story, events, topics }
}
