// Learns one model and writes what it learned for train/main.ts, which runs it in a process of its own: its weights are read
// by the models after it, and modules keep what they have read.
import { writeFileSync } from 'node:fs'
import { recipes } from './models/index.ts'
import type { Log } from './recipe.ts'

export interface Learned {
  /** None where only the sample was asked for. */
  text?: string
  sample?: string
  figures: Record<string, string | number>
}

const [name, what, out = ''] = process.argv.slice(2)
const recipe = recipes.find((one) => one.name === name)!
const figures: Learned['figures'] = {}
const say = (line: string) => console.error(`  ${line}`)
const silent: Log = Object.assign(() => {}, { figure() {} })
const log: Log = Object.assign(say, {
  figure(what: string, value: string | number) {
    figures[what] = value
    say(`${what}: ${value}`)
  },
})
const learned: Learned = {
  ...(what === 'all' && { text: await recipe.learn(log) }),
  ...(recipe.sample && { sample: await recipe.sample(silent) }),
  figures,
}
writeFileSync(out, JSON.stringify(learned))
