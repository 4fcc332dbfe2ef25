// Runs the built library on other versions of Node, as npm has them, and compares with this one: npm run test:nodes
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const versions = ['22.23.3', '24.21.0']
const root = fileURLToPath(new URL('../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-nodes-'))

/** Prints a hash of the Lavrov article's story in every format, and of that by rules and from a page. */
const smoke = `
  import { createHash } from 'node:crypto'
  import { readFileSync } from 'node:fs'
  import { createRequire } from 'node:module'
  const require = createRequire('${root}')
  const { createExtractor, extract } = require('${root}dist/index.js')
  const { formatNames, formatStory } = await import('${root}dist/formats.js')
  const { readHtml } = await import('${root}dist/html.js')
  const { readSyntax } = await import('${root}dist/syntax.js')
  const text = readFileSync('${root}fixtures/lavrov/article.txt', 'utf8')
  const story = extract(text, { published: '2023-08-30' })
  const rules = [{ name: 'x', rules: [{ id: 'y', match: '{haggle} over [<topic>#NounPhrase]' }] }]
  const haggling = createExtractor({ rules }).extract('They haggled over grain prices.')
  const page = readHtml('<article><p>' + text.replaceAll('\\n', '</p><p>') + '</p></article>')
  const all = [story, haggling, page, ...formatNames.map((name) => formatStory(name, story, text, { syntax: readSyntax(text) }))]
  console.log(createHash('sha256').update(JSON.stringify(all)).digest('hex'))`

try {
  const file = join(folder, 'smoke.mjs')
  writeFileSync(file, smoke)
  const run = (node: string) => execFileSync(node, [file], { encoding: 'utf8' })
  const expected = run(process.execPath)
  const platform = process.platform === 'win32' ? 'win' : process.platform
  for (const version of versions) {
    const name = `node-${platform}-${process.arch}`
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`])
    const got = run(join(folder, 'node_modules', name, 'bin/node'))
    if (got !== expected) throw new Error(`Node ${version} gives another story than ${process.version}`)
    console.log(`Node ${version} gives what ${process.version} gives`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
