/**
 * How often each rule of dates is right (a gold expression overlaps and has the same value), over annotated files in
 * the format of `FORMAT.md`. Writes `src/layers/dates/confidence.ts`.
 *
 *   npx tsx scripts/date-confidence.ts GOLD.jsonl …
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { extract } from '../src/api/index.ts'
import { overlaps } from '../src/base/span.ts'

interface Gold {
  text: string
  published: string | null
  dates: { start: number; end: number; value: string }[]
}

const counts = new Map<string, { right: number; all: number }>()
for (const file of process.argv.slice(2))
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const gold: Gold = JSON.parse(line)
    for (const date of extract(gold.text, gold.published ? { published: gold.published } : {}).dates) {
      const rule = date.source.replace(/^dates\/|\+.*$/g, '')
      const count = counts.get(rule) ?? { right: 0, all: 0 }
      count.all++
      if (gold.dates.some((one) => overlaps(one, date) && one.value === date.value)) count.right++
      counts.set(rule, count)
    }
  }

// A rule that was seldom seen is taken for as good as all of them.
const all = [...counts.values()].reduce((sum, { right, all }) => ({ right: sum.right + right, all: sum.all + all }))
const prior = all.right / all.all
const rows = [...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([rule, count]) => `  '${rule}': ${((count.right + 5 * prior) / (count.all + 5)).toFixed(2)},`)
writeFileSync(
  new URL('../src/layers/dates/confidence.ts', import.meta.url),
  `/** How often a rule was right on TimeBank and AQUAINT (made by \`scripts/date-confidence.ts\`). */
export const confidenceOf: Readonly<Record<string, number>> = {
${rows.join('\n')}
}

/** For rules that were not seen there. */
export const usualConfidence = ${prior.toFixed(2)}
`,
)
