import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export interface Text {
  id: string
  text: string
}

/** Corpora that may be passed on; NOTICE says whose they are. */
const names = ['gmb', 'gov', 'europarl']
const files = names.map((name) => new URL(`corpora/${name}.jsonl.gz`, import.meta.url))
const vocabulary = new URL('../data/clusters.tsv', import.meta.url)

/** The texts of the corpora, in order. */
export const readCorpora = (): Text[] =>
  files.flatMap((file) =>
    gunzipSync(readFileSync(file))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line): Text => JSON.parse(line)),
  )

/** Every tenth text is not learned from. */
export const isHeldOut = (_: Text, number: number): boolean => number % 10 === 9

/** Common words of English, most of them in lower case. */
export const readVocabulary = (): string[] =>
  readFileSync(vocabulary, 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]!)
    .filter((word) => /^[a-z]{3,}$/.test(word))

export function hashOfCorpora(): string {
  const hash = createHash('sha256')
  for (const file of [...files, vocabulary]) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
