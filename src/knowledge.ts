import * as weights from './data/tagger.ts'
import { openLexicon } from './entities/lexicon.ts'
import { type Gazetteer, openGazetteer } from './locations/gazetteer.ts'
import type { RuleSet } from './rules/define.ts'
import { compileRules, type Rules } from './rules/ruleset.ts'
import { openUserNames, type UserNames } from './rules/user.ts'
import { openModel } from './tagger/model.ts'
import { openTagger, type Tagger } from './tagger/tagger.ts'

/** What an extractor knows: compiled once, never changed. */
export interface Knowledge {
  rules: Rules
  gazetteer: Gazetteer
  tagger: Tagger
  user: UserNames
}

/** @throws NutgrafError where a rule set or a pattern is wrong */
export function openKnowledge(sets: readonly RuleSet[], without?: readonly string[]): Knowledge {
  const rules = compileRules(sets, without)
  const user = openUserNames(sets)
  return { rules, gazetteer: openGazetteer(user.places), tagger: sharedTagger(), user }
}

let tagger: Tagger | undefined

/** One tagger for all extractors: its weights are unpacked once, at first use. */
function sharedTagger(): Tagger {
  if (tagger) return tagger
  const { isProminent, byDemonym } = openGazetteer()
  const lexicon = openLexicon({
    isPlace: isProminent,
    isDemonym: (word) => byDemonym(word) !== undefined,
  })
  tagger = openTagger(lexicon, openModel(weights))
  return tagger
}
