import { readFileSync } from 'node:fs'

/** The rows of a file beside this one; lines that begin with # are comments. */
export const readTsv = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
