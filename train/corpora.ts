import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { CorpusFile } from './recipe.ts'

export const root = new URL('../', import.meta.url).pathname

/** Corpora that may be passed on, as files of train/corpora; its README says whose they are. */
const what = {
  gmb: 'news of the Groningen Meaning Bank, names marked by tools',
  'gmb-news': 'Voice of America stories, names marked in full',
  'voa-all': 'more Voice of America stories, names marked in full',
  'pud-full': 'news and Wikipedia of Universal NER, names marked in full',
  'uner-ewt': 'web texts of Universal NER, names',
  gum: 'GUM, names',
  wikigold: 'Wikipedia, names',
  wnut17: 'tweets and comments, names',
  crossner: 'Wikipedia by fields, names',
  docred: 'paragraphs of Wikipedia, names',
  europarl: 'debates of the European Parliament, names',
  gov: 'readouts and statements of the White House',
  'agenda-voa': 'Voice of America stories, topics and some events',
  'agenda-voa-2': 'more Voice of America stories, topics and events',
  'agenda-gov': 'readouts of the White House, topics and events',
  'trees-gmb': 'dependency trees of texts of gmb, by spaCy',
  'trees-gov': 'dependency trees of the texts of gov, by spaCy',
} as const
export type CorpusName = keyof typeof what

/** Labels made for this project; they are edited here. */
const own: readonly CorpusName[] = ['gmb-news', 'agenda-voa']

export const corpus = (name: CorpusName): CorpusFile => ({
  path: `train/corpora/${name}.jsonl${own.includes(name) ? '' : '.gz'}`,
  what: what[name],
})

/** Texts that may not be passed on; they lie beside the repository, or nowhere. */
export const newswire = (name: string): CorpusFile => ({
  path: `../shared/train/${name}.jsonl`,
  what: 'newswire of AFP and Xinhua, topics and events',
})

/** Common words of English, most of them in lower case. */
export const vocabulary: CorpusFile = { path: 'data/clusters.tsv', what: 'common words with their clusters' }

export const isThere = ({ path }: CorpusFile): boolean => existsSync(join(root, path))

/** The records of a JSONL file, packed or not. */
export function readRecords<T>({ path }: CorpusFile): T[] {
  const bytes = readFileSync(join(root, path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line))
}

export interface Text {
  id: string
  text: string
}

/** The texts from which parts of speech are learned, in order. */
export const readTexts = (): Text[] =>
  (['gmb', 'gov', 'europarl'] as const).flatMap((name) => readRecords<Text>(corpus(name)))

/** Every tenth text is not learned from. */
export const isHeldOut = (_: Text, number: number): boolean => number % 10 === 9

export const readVocabulary = (): string[] =>
  readFileSync(join(root, vocabulary.path), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]!)
    .filter((word) => /^[a-z]{3,}$/.test(word))
