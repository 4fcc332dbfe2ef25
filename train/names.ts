import { openGazetteer } from '../src/layers/locations/gazetteer.ts'
import { openLexicon } from '../src/layers/names/name-lexicon.ts'
import { humanCorpora, silverCorpus } from './data.ts'
import { learnNames, nameSettings } from './learn-names.ts'
import type { Log } from './recipe.ts'

/** Names, from all corpora that have them. `every` learns by the same steps from each so manieth text alone, once over. */
export function learnTagger(log: Log, every = 1): string {
  const gazetteer = openGazetteer()
  const lexicon = openLexicon({
    isPlace: gazetteer.isProminent,
    isDemonym: (word) => gazetteer.byDemonym(word) !== undefined,
  })
  const human = humanCorpora()
  const silver = silverCorpus(new Set(human.flatMap(({ docs }) => docs.map(({ id }) => id))))
  const few = <Of extends { docs: readonly unknown[] }>(corpus: Of): Of => ({
    ...corpus,
    docs: corpus.docs.filter((_, number) => number % every === 0),
  })
  const settings = every === 1 ? nameSettings : { ...nameSettings, runs: 1 }
  return learnNames({ human: human.map(few), silver: few(silver) }, lexicon, settings, log)
}
