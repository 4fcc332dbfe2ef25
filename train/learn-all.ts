import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Learned } from './learn.ts'
import type { Recipe } from './recipe.ts'
import { outputOf, readRecordFile, recordFile, recordOf, recordText, sha256 } from './record.ts'

/** Learns models in turn, each by the weights of those before it; where one fails, all files stay as they were. */
export async function learnAll(recipes: readonly Recipe[]): Promise<void> {
  const files = [recordFile, ...recipes.map(outputOf)]
  const before = new Map(files.map((file) => [file, readFileSync(file)]))
  try {
    let records = readRecordFile()
    for (const recipe of recipes) {
      console.error(recipe.name)
      const { text, sample, figures } = await learn(recipe, 'all')
      writeFileSync(outputOf(recipe), text!)
      const record = await recordOf(recipe, { figures, sample: sample === undefined ? null : sha256(sample) })
      records = { ...records, [recipe.name]: record }
    }
    writeFileSync(recordFile, recordText(records))
  } catch (error) {
    for (const [file, content] of before) writeFileSync(file, content)
    throw error
  }
}

/** Learns a model in a process of its own and writes nothing. */
export async function learn({ name }: Recipe, what: 'all' | 'sample'): Promise<Learned> {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-train-'))
  const out = join(folder, 'learned.json')
  try {
    await run('--max-old-space-size=8000', '--import', 'tsx', join(import.meta.dirname, 'learn.ts'), name, what, out)
    return JSON.parse(readFileSync(out, 'utf8'))
  } catch (error) {
    throw new Error(`${name} could not be learned: ${(error as Error).message}; no file was changed`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  // Whoever stops us stops the learning, and then the files are put back.
  const stop = () => void child.kill()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, stop)
  return new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(signal ? `stopped by ${signal}` : `exit code ${code}`)),
    )
  }).finally(() => {
    for (const signal of signals) process.off(signal, stop)
  })
}
