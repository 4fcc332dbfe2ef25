import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Voice of America stories (public domain), which ship with the repository. */
export const standard = new URL('../train/corpora/agenda-voa.jsonl', import.meta.url).pathname

/** The texts of a JSONL file (a `text` in each line) or of the files of a folder. */
export function readStories(path: string): string[] {
  if (statSync(path).isDirectory())
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .map((name) => join(path, name))
      .filter((file) => statSync(file).isFile())
      .sort()
      .map((file) => readFileSync(file, 'utf8'))
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => String((JSON.parse(line) as { text: unknown }).text))
}
