import { packedNames } from '#packed'
import { mediaTopics } from '../english/categories.ts'
import { type Gazetteer, openGazetteer, type PlacePack } from '../layers/locations/gazetteer.ts'
import { openLexicon } from '../layers/names/name-lexicon.ts'
import { openModel } from '../layers/names/name-model.ts'
import { openTagger, type Tagger } from '../layers/names/tagger.ts'
import { type Categorizer, categorizer } from '../layers/topics/categories.ts'
import type { ClusterOf } from '../layers/topics/view.ts'
import type { RuleSet } from '../rules/define.ts'
import type { Rules } from '../rules/ruleset.ts'
import { openUserNames, type UserNames } from '../rules/user.ts'
import type { IsEnglish } from '../text/other-language.ts'
import { wordFact } from '../text/word.ts'
import { versionOf } from './version.ts'

/** What an extractor knows: compiled once, never changed. */
export interface Resources {
  rules: Rules
  gazetteer: Gazetteer
  tagger: Tagger
  clusterOf: ClusterOf
  isEnglish: IsEnglish
  categoryOf: Categorizer
  user: UserNames
  /** What stories say that they were read with. */
  version: string
}

/** What is known with rules that were compiled from those sets. */
export function openResources(
  rules: Rules,
  sets: readonly RuleSet[] = [],
  without?: readonly string[],
  places?: PlacePack,
): Resources {
  const user = openUserNames(sets)
  const categoryOf = categorizer(user.categories, mediaTopics())
  const gazetteer = openGazetteer(user.places, places)
  return { rules, gazetteer, ...sharedTagger(), categoryOf, user, version: versionOf(sets, without, places) }
}

type Shared = Pick<Resources, 'tagger' | 'clusterOf' | 'isEnglish'>
let shared: Shared | undefined

/** One tagger for all extractors: its weights are unpacked once, at first use. */
function sharedTagger(): Shared {
  if (shared) return shared
  const { isProminent, byDemonym } = openGazetteer()
  const lexicon = openLexicon({
    isPlace: isProminent,
    isDemonym: (word) => byDemonym(word) !== undefined,
  })
  const clusterOf: ClusterOf = wordFact(({ normal }) => lexicon.clusters(normal))
  // The words that have a cluster are the 40,000 most frequent ones.
  const isEnglish: IsEnglish = (word) => clusterOf(word).fine > 0
  shared = { tagger: openTagger(lexicon, openModel(packedNames())), clusterOf, isEnglish }
  return shared
}
