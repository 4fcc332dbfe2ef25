// Scores mention clusters with B-cubed (Bagga & Baldwin 1998) over stories of ../shared/train: npm run coreference
import { readFileSync } from 'node:fs'
import { extract } from '../src/api/index.ts'
import { readGold } from './data.ts'

interface Labelled {
  file: string
  id: string
  /** The mentions of each entity, as start and end; nationalities, places and amounts are left out. */
  clusters: [start: number, end: number][][]
}

const unnamed = new Set(['group', 'money', 'percent', 'quantity'])
const labelled = readFileSync(new URL('coreference.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled)

const stories = new Map<string, string>()
for (const file of new Set(labelled.map(({ file }) => file)))
  for (const { id, text } of readGold(new URL(`../../shared/train/${file}`, import.meta.url))) stories.set(id, text)

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
