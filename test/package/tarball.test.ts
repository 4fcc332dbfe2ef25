import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-pack-'))
const app = join(folder, 'node_modules/nutgraf')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
afterAll(() => rmSync(folder, { recursive: true }))

/** An empty project with the packed library in it, and its dependencies as they are installed here. */
let files: string[] = []
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  })
  const [{ filename, files: listed }] = JSON.parse(packed)
  files = listed.map(({ path }: { path: string }) => path)
  mkdirSync(app, { recursive: true })
  execFileSync('tar', ['xzf', join(folder, filename), '--strip-components=1', '-C', app])
  for (const name of production())
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
})

/** Names of all packages that the library needs to run, and of those that they need. */
function production(): string[] {
  const seen = new Set<string>()
  const queue = Object.keys(manifest.dependencies)
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const { dependencies = {} } = manifestOf(name)
    queue.push(...Object.keys(dependencies))
  }
  return [...seen].sort()
}

const manifestOf = (name: string) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))

test('the tarball holds the built library and nothing else', () => {
  const shapes = files.map((file) =>
    file.replace(/-[A-Z0-9]{8}\.js/, '-*.js').replace(/^(dist\/[\w-]+?)-[\w-]{8}\.d\.ts$/, '$1-*.d.ts'),
  )
  expect([...new Set(shapes)].sort()).toMatchSnapshot()
})

test('nothing runs when the library is installed', () => {
  const scripts = ['preinstall', 'install', 'postinstall', 'prepare']
  expect(Object.keys(manifest.scripts).filter((name) => scripts.includes(name))).toEqual([])
  for (const name of production())
    expect(
      Object.keys(manifestOf(name).scripts ?? {}).filter((script) => scripts.slice(0, 3).includes(script)),
    ).toEqual([])
})

test.each(production())('the licence of %s lets anyone use it', (name) => {
  expect(manifestOf(name).license).toMatch(/^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|Unlicense|BlueOak-1\.0\.0)$/)
})

const text = 'Sergey Lavrov will visit Dhaka on September 7.'
const use = `
  const { events } = extract(${JSON.stringify(text)}, { published: '2023-08-30' })
  console.log(events[0].name, lookup('Dhaka')[0].country, fullPlaces.kind, toCsv(extract('')).split(',')[0], typeof readHtml, typeof testRules)`
const names = [
  ['nutgraf', 'extract'],
  ['nutgraf/places', 'lookup'],
  ['nutgraf/places-full', 'fullPlaces'],
  ['nutgraf/formats', 'toCsv'],
  ['nutgraf/html', 'readHtml'],
  ['nutgraf/testing', 'testRules'],
]

test.each([
  ['ESM', 'use.mjs', names.map(([from, name]) => `import { ${name} } from '${from}'`).join('\n')],
  ['CommonJS', 'use.cjs', names.map(([from, name]) => `const { ${name} } = require('${from}')`).join('\n')],
])('it can be used from %s', (_, file, head) => {
  writeFileSync(join(folder, file), head + use)
  expect(execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })).toBe(
    'visit to Dhaka BD nutgraf/place-pack layer function function\n',
  )
})

test('trees want wink-nlp, and say so where it is not installed', () => {
  const script = `
    import { readSyntax } from 'nutgraf/syntax'
    try { readSyntax('Talks failed.') } catch ({ code, message }) { console.log(code, message) }`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })).toBe(
    'missing-package readSyntax: lemmas are found by wink-nlp, which is not installed: npm install wink-nlp wink-eng-lite-web-model\n',
  )
})

test('its command line runs', () => {
  const printed = execFileSync(process.execPath, [join(app, 'dist/cli.js'), 'extract', '-f', 'table'], {
    ...{ cwd: folder, input: text, encoding: 'utf8' },
  })
  expect(printed).toContain('visit to Dhaka')
})

test.each([
  ['nodenext', 'nodenext'],
  ['node16', 'node16'],
  ['esnext', 'bundler'],
])('its types are found: module %s, moduleResolution %s', (module, moduleResolution) => {
  const source = `${names.map(([from, name]) => `import { ${name} } from '${from}'`).join('\n')}
    import { createExtractor, defineRules } from 'nutgraf'
    import { extractAll } from 'nutgraf/batch'
    import { StorySchema } from 'nutgraf/schema'
    const rules = defineRules({ name: 'x', names: { vessel: { A: [] } } })
    const type: 'vessel' | undefined = createExtractor({ rules: [rules] }).extract('').entities.map(({ type }) => type).find((one) => one === 'vessel')
    // @ts-expect-error a format has no such argument
    toCsv(1)
    console.log(type, extract, lookup, createExtractor({ places: fullPlaces }), readHtml, testRules, extractAll, StorySchema)`
  writeFileSync(join(folder, 'use.ts'), source)
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2022,dom']
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const run = () =>
    execFileSync(
      process.execPath,
      [tsc, ...options, '--module', module, '--moduleResolution', moduleResolution, 'use.ts'],
      {
        ...{ cwd: folder, encoding: 'utf8' },
      },
    )
  expect(run()).toBe('')
})

test('the tarball has the file of every entry', () => {
  for (const target of Object.values<string>(manifest.exports)) expect(existsSync(join(app, target))).toBe(true)
})
