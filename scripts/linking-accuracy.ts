/**
 * How well entities and events of many stories are linked: B-cubed over labelled mentions.
 *
 *   npm run evaluate:linking -- FILE [--errors 40]
 *
 * A line is a story: {"id","published","text","entities":[{"start","end","key"}],"events":[{"start","end","key"}]}; a mention
 * is matched by where it stands.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { extract } from '../src/api/index.ts'
import type { Span } from '../src/base/span.ts'
import { bCubed } from '../src/run/evaluate/b-cubed.ts'
import { LinkedInMemory } from './link-in-memory.ts'

interface Labelled {
  id: string
  published: string
  text: string
  entities: (Span & { key: string })[]
  events: (Span & { key: string })[]
}

const { values, positionals } = parseArgs({ options: { errors: { type: 'string' } }, allowPositionals: true })
const [file] = positionals
if (!file) throw new Error('expected a file: npm run evaluate:linking -- FILE')
const stories = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Labelled)
  .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : a.id < b.id ? -1 : 1))

interface Pair {
  gold: string
  found: string
  id: string
  context: string
  why: string
}

const archive = new LinkedInMemory()
const pairs: Record<'entities' | 'events', Pair[]> = { entities: [], events: [] }
const lost = { entities: 0, events: 0 }
for (const { id, published, text, ...labels } of stories) {
  const story = extract(text, { published })
  const linked = archive.add(story, text)
  for (const list of ['entities', 'events'] as const) {
    const records: readonly { id: string; mentions: Span[] }[] = story[list]
    const byPlace = new Map(records.flatMap((one) => one.mentions.map(({ start, end }) => [`${start} ${end}`, one.id])))
    for (const { start, end, key } of labels[list]) {
      const local = byPlace.get(`${start} ${end}`)
      const found = local === undefined ? undefined : linked[list].get(local)
      if (found === undefined) lost[list]++
      const context = `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`
      const why = local === undefined ? 'not found' : (linked.evidence.get(local)?.reasons.join('; ') ?? '')
      pairs[list].push({ gold: key, found: String(found ?? `${id} ${start}`), id: `${id} ${published}`, context, why })
    }
  }
}

const percent = (share: number) => (100 * share).toFixed(2)
for (const list of ['entities', 'events'] as const) {
  const { precision, recall, f1 } = bCubed(pairs[list])
  console.log(
    `${list}: B-cubed P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)} over ${pairs[list].length} mentions of ${stories.length} stories, ${lost[list]} not found`,
  )
}

/** Groups that hold what does not belong together, and keys that are in several groups. */
function showErrors(list: 'entities' | 'events', limit: number): void {
  const show = (by: 'gold' | 'found', other: 'gold' | 'found', title: string) => {
    const groups = new Map<string, Pair[]>()
    for (const pair of pairs[list]) groups.set(pair[by], [...(groups.get(pair[by]) ?? []), pair])
    const wrong = [...groups.values()].filter((group) => new Set(group.map((pair) => pair[other])).size > 1)
    console.log(`\n${list}: ${wrong.length} ${title}`)
    for (const group of wrong.slice(0, limit)) {
      console.log(`- ${group[0]![by]}`)
      for (const pair of group.sort((a, b) => (a[other] < b[other] ? -1 : 1)))
        console.log(`    ${pair[other]} (${pair.id}) ${pair.context.replace(/\s+/g, ' ')} | ${pair.why}`)
    }
  }
  show('found', 'gold', 'put together wrongly')
  show('gold', 'found', 'torn apart')
}
if (values.errors) for (const list of ['entities', 'events'] as const) showErrors(list, Number(values.errors))
