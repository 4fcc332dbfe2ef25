/**
 * What another system says of an annotated set, as lines for `npm run evaluate -- LAYER FILE --predictions LINES`:
 *
 *   npx tsx bench/peers.ts SYSTEM FILE.jsonl [--home FOLDER] > LINES
 *
 * docs/evaluation.md says what is in FOLDER for systems that npm does not have.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { lookup } from '../src/api/places.ts'
import { readGoldLines } from '../src/run/evaluate/jsonl.ts'
import type { Gold, Prediction } from '../src/run/evaluate/schema.ts'
import { chrono } from './peers/chrono.ts'
import { compromise } from './peers/compromise.ts'
import { coreNlp } from './peers/corenlp.ts'
import { heidelTime } from './peers/heideltime.ts'
import { spacy } from './peers/spacy.ts'

/** What a system says of each document, without ids. */
export type Peer = (gold: readonly Gold[], home: string) => AsyncIterable<Omit<Prediction, 'id'>>

const peers: Record<string, Peer> = { chrono, compromise, corenlp: coreNlp, heideltime: heidelTime, spacy }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { home: { type: 'string', default: '.' } },
})
const [system = '', file = ''] = positionals
const peer = peers[system]
if (!peer || file === '') {
  console.error(`usage: npx tsx bench/peers.ts ${Object.keys(peers).join('|')} FILE.jsonl [--home FOLDER] > LINES`)
  process.exit(2)
}
const gold = readGoldLines(readFileSync(file, 'utf8'), file)
let next = 0
for await (const said of peer(gold, values.home)) {
  const { id, text } = gold[next++]!
  console.log(JSON.stringify({ id, ...said, ...(said.entities && { locations: placed(said.entities, text) }) }))
}

/** None of them places a name; what people put behind them is a list of towns, of which the largest is taken. */
function placed(entities: NonNullable<Prediction['entities']>, text: string): Prediction['locations'] {
  return entities.flatMap(({ start, end, type }) => {
    if (type !== 'location') return []
    const { lat, lon } = lookup(text.slice(start, end))[0] ?? {}
    return [{ start, end, lat, lon }]
  })
}
