// Learns one model and writes what it learned for train/main.ts, which runs it in a process of its own: its weights are read
// by the models after it, and modules keep what they have read.
import { writeFileSync } from 'node:fs'
import { recipes } from './models/index.ts'
import type { Log } from './recipe.ts'

export interface Learned {
  text: string
  figures: Record<string, string | number>
}

const [name, out = ''] = process.argv.slice(2)
const recipe = recipes.find((one) => one.name === name)!
const figures: Learned['figures'] = {}
const log: Log = Object.assign((line: string) => console.error(`  ${line}`), {
  figure(what: string, value: string | number) {
    figures[what] = value
    console.error(`  ${what}: ${value}`)
  },
})
const learned: Learned = { text: await recipe.learn(log), figures }
writeFileSync(out, JSON.stringify(learned))
