// Prints the story of a text for people: npm run sample -- [FILE] [--published DATE] [--json]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { extract } from '../src/index.ts'
import { printStory } from './print.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { published: { type: 'string' }, json: { type: 'boolean' } },
})
const file = positionals[0] ?? new URL('../fixtures/lavrov/article.txt', import.meta.url)
const published = values.published ?? (positionals[0] === undefined ? '2023-08-30' : undefined)
try {
  const story = extract(readFileSync(file, 'utf8'), published === undefined ? {} : { published })
  console.log(values.json ? JSON.stringify(story, null, 2) : printStory(story))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
