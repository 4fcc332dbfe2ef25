import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withTable } from '../../bench/table.ts'

const marked = (between: string) =>
  `Speed\n\n<!-- npm run bench:readme writes from here -->\n\n${between}\n\n<!-- to here -->\n\nRules\n`

test('the table takes the place of the one between the marks', () => {
  const rows = { 'first story (ms)': { nutgraf: '98', glue: '800', ratio: '0.12 ×' }, 'npm tarball (MB)': alone('4') }
  const table = [
    '|                  | nutgraf | the glue | nutgraf against it |',
    '| ---------------- | ------- | -------- | ------------------ |',
    '| first story (ms) | 98      | 800      | 0.12 ×             |',
    '| npm tarball (MB) | 4       |          |                    |',
  ].join('\n')
  expect(withTable(marked('an old one'), rows)).toBe(marked(table))
  expect(withTable(marked(table), rows)).toBe(marked(table))
})

test('a page without marks is refused; the README has them', () => {
  expect(() => withTable('Speed', {})).toThrow(/has no marks/)
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(withTable(readme, {})).not.toBe(readme)
})

function alone(nutgraf: string) {
  return { nutgraf, glue: '', ratio: '' }
}
