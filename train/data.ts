import { type CorpusName, corpus, readRecords } from './corpora.ts'

export interface Gold {
  id: string
  text: string
  entities: { start: number; end: number; type: string }[]
  /** Stretches whose labels are not to be learned from. */
  masked?: { start: number; end: number }[]
}

export interface Corpus {
  name: string
  weight: number
  docs: Gold[]
}

// What a corpus weighs was measured in a study of the same mix; news read in full weighs most.
export const labelled: readonly (readonly [name: CorpusName, weight: number])[] = [
  ['voa-all', 2],
  ['gmb-news', 2],
  ['pud-full', 2.5],
  ['gum', 0.7],
  ['wikigold', 2.5],
  ['wnut17', 0.3],
  ['uner-ewt', 1],
  ['crossner', 0.5],
  ['docred', 1],
  ['europarl', 1],
]
export const silver: CorpusName = 'gmb'

export const humanCorpora = (): Corpus[] =>
  labelled.map(([name, weight]) => ({ name, weight, docs: readRecords<Gold>(corpus(name)) }))

/** GMB without the stories that were read in full. */
export function silverCorpus(but: ReadonlySet<string>): Corpus {
  const docs = readRecords<Gold>(corpus(silver)).filter(({ id }) => !but.has(id))
  return { name: silver, weight: 0.6, docs }
}
