import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Peer } from '../peers.ts'

/** Reads a JSON string a line, and writes its names; offsets are code points. */
const program = `
import json, sys, spacy
nlp = spacy.load("en_core_web_sm", disable=["lemmatizer"])
for doc in nlp.pipe(json.loads(line) for line in sys.stdin):
    print(json.dumps([[e.start_char, e.end_char, e.label_] for e in doc.ents]), flush=True)
`
const types: Record<string, string> = {
  ...{ PERSON: 'person', ORG: 'organization', GPE: 'location', LOC: 'location', FAC: 'facility', NORP: 'group' },
  ...{ EVENT: 'event', WORK_OF_ART: 'work', PRODUCT: 'product', LAW: 'law', LANGUAGE: 'misc' },
}

/** The names of en_core_web_sm, without a "the" and a possessive that OntoNotes takes in and the sets do not. */
export const spacy: Peer = async function* (gold, home) {
  const python = spawn(`${home}/bin/python`, ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  python.stdin.end(gold.map(({ text }) => `${JSON.stringify(text)}\n`).join(''))
  let next = 0
  for await (const line of createInterface(python.stdout)) {
    const { text } = gold[next++]!
    const unitOf = codeUnits(text)
    yield {
      entities: (JSON.parse(line) as [number, number, string][]).flatMap(([from, to, label]) => {
        const type = types[label]
        if (!type) return []
        const [start, end] = [unitOf(from), unitOf(to)]
        const words = text.slice(start, end)
        const before = /^the /i.exec(words)?.[0].length ?? 0
        const behind = /['’]s?$/.exec(words)?.[0].length ?? 0
        return start + before < end - behind ? [{ start: start + before, end: end - behind, type }] : []
      }),
    }
  }
}

/** From code points to code units. */
function codeUnits(text: string): (point: number) => number {
  const starts: number[] = []
  let unit = 0
  for (const sign of text) {
    starts.push(unit)
    unit += sign.length
  }
  return (point) => starts[point] ?? text.length
}
