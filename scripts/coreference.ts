/**
 * Scores mention clusters with B-cubed (Bagga & Baldwin 1998) over 26 stories of agencies, whose texts may not be passed on:
 * they are read from where the repository's neighbour has them.
 *
 *   npx tsx scripts/coreference.ts
 */
import { extract } from '../src/api/index.ts'
import { isThere, newswire, readRecords } from '../train/corpora.ts'

interface Labelled {
  file: string
  id: string
  /** The mentions of each entity, as start and end; nationalities, places and amounts are left out. */
  clusters: [start: number, end: number][][]
}

const unnamed = new Set(['group', 'money', 'percent', 'quantity'])
const labels = { path: 'train/corpora/coreference.jsonl', what: 'clusters of mentions' }
const labelled = readRecords<Labelled>(labels)

const stories = new Map<string, string>()
for (const name of new Set(labelled.map(({ file }) => file.replace('.jsonl', '')))) {
  const file = newswire(name)
  if (!isThere(file)) throw new Error(`missing: ${file.path} (${file.what})`)
  for (const { id, text } of readRecords<{ id: string; text: string }>(file)) stories.set(id, text)
}

/** For each mention its whole cluster; a mention that the other side lacks scores 0. */
const clusterOf = (clusters: readonly (readonly string[])[]) =>
  new Map(clusters.flatMap((cluster) => cluster.map((mention) => [mention, cluster] as const)))

function scores(of: Map<string, readonly string[]>, against: Map<string, readonly string[]>): number[] {
  return [...of].map(([mention, cluster]) => {
    const other = new Set(against.get(mention))
    return cluster.filter((one) => other.has(one)).length / cluster.length
  })
}

const precisions: number[] = []
const recalls: number[] = []
for (const { id, clusters } of labelled) {
  const gold = clusterOf(clusters.map((cluster) => cluster.map(([start, end]) => `${start} ${end}`)))
  const { entities } = extract(stories.get(id)!)
  const found = clusterOf(
    entities
      .filter(({ type }) => !unnamed.has(type))
      .map(({ mentions }) => mentions.map(({ start, end }) => `${start} ${end}`)),
  )
  precisions.push(...scores(found, gold))
  recalls.push(...scores(gold, found))
}
const mean = (numbers: readonly number[]) => (100 * numbers.reduce((sum, one) => sum + one, 0)) / numbers.length
const [precision, recall] = [mean(precisions), mean(recalls)]
const f1 = (2 * precision * recall) / (precision + recall)
console.log(
  `B-cubed over ${labelled.length} stories: P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(2)}`,
)
