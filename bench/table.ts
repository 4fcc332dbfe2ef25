import type { Row } from './rows.ts'

const [opens, closes] = ['<!-- npm run bench:readme writes from here -->', '<!-- to here -->']

/** A page with its table of figures between its marks. */
export function withTable(page: string, rows: Record<string, Row>): string {
  const [start, end] = [page.indexOf(opens), page.indexOf(closes)]
  if (start < 0 || end < start) throw new Error(`the page has no marks "${opens}" and "${closes}"`)
  return `${page.slice(0, start + opens.length)}\n\n${tableOf(rows)}\n\n${page.slice(end)}`
}

function tableOf(rows: Record<string, Row>): string {
  const cells = [
    ['', 'nutgraf', 'the glue', 'nutgraf against it'],
    ...Object.entries(rows).map(([name, { nutgraf, glue, ratio }]) => [name, nutgraf, glue, ratio]),
  ]
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n')
}
