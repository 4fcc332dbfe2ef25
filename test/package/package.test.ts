import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const dist = new URL('../../dist/', import.meta.url).pathname

/** All modules that a built file imports before anything runs. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  for (const [, to] of readFileSync(file, 'utf8').matchAll(
    /(?:^|\n)(?:import|export)(?! const)[^'"]*?(?:from )?['"]([^'"]+)['"]/g,
  )) {
    const target = to!.startsWith('.') ? join(dirname(file), to!) : to!
    if (seen.has(target)) continue
    seen.add(target)
    if (target.startsWith('/')) importsOf(target, seen)
  }
  return seen
}

test('importing nutgraf imports no compromise', () => {
  const modules = [...importsOf(join(dist, 'index.js'))].filter((name) => !name.startsWith('/'))
  expect(modules.sort()).toEqual(['#chrono', '#engine', '#packed'])
  expect([...importsOf(join(dist, 'engine.node.js'))].filter((name) => !name.startsWith('/'))).toEqual(['node:module'])
})

test('what is built for Node parses no asset as source, and has no letter beyond ASCII', () => {
  const files = [...importsOf(join(dist, 'index.js')), join(dist, 'data/packed.node.js')].filter((name) =>
    name.startsWith('/'),
  )
  expect(files.filter((file) => statSync(file).size > 750_000)).toEqual([])
  expect(files.filter((file) => /[^\0-\x7f]/.test(readFileSync(file, 'latin1')))).toEqual([])
})

test('assets are the same for Node and for bundlers', async () => {
  const [node, bundled] = await Promise.all(
    ['node', 'browser'].map((name) => import(join(dist, `data/packed.${name}.js`))),
  )
  expect(Object.keys(node)).toEqual(Object.keys(bundled))
  for (const name of Object.keys(node)) expect({ ...node[name]() }).toEqual({ ...bundled[name]() })
})

test('CommonJS has the text of no asset: it reads what ES modules have', () => {
  const twins = readdirSync(join(dist, 'data')).filter((name) => name.endsWith('.cjs'))
  expect(twins.filter((name) => statSync(join(dist, 'data', name)).size > 3_000)).toEqual([])
  const require = createRequire(import.meta.url)
  for (const name of ['first-names', 'page-script', 'places-full', 'rules', 'world'])
    expect({ ...require(join(dist, `data/${name}.cjs`)) }).toEqual({ ...require(join(dist, `data/${name}.js`)) })
})

test('for each entry, CommonJS exports what the ES module does, and an error is told by its class', async () => {
  const script = `
    const entries = ['index', 'places', 'places-full', 'schema', 'testing', 'batch', 'queue', 'archive', 'formats', 'html', 'syntax']
    Promise.all(entries.map(async (name) => {
      const [twin, module] = [require('${dist}' + name + '.cjs'), await import('${dist}' + name + '.js')]
      if (Object.keys(twin).sort().join() !== Object.keys(module).sort().join()) console.log(name)
    })).then(() => {
      const { extract, NutgrafError } = require('${dist}index.cjs')
      try { extract(1) } catch (error) { console.log(error instanceof NutgrafError) }
    })`
  const printed = execFileSync(process.execPath, ['--no-experimental-require-module', '-e', script], {
    encoding: 'utf8',
  })
  expect(printed).toBe('true\n')
})

test.each(['cjs', 'esm'] as const)(
  'a bundle (%s) that has no worker beside it says how it gets one',
  async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bundle-'))
    const outfile = join(folder, format === 'cjs' ? 'bundle.cjs' : 'bundle.mjs')
    await build({
      stdin: {
        contents: `import { extractAll } from './batch.js'
        const read = async (workers) => { for await (const { story } of extractAll([{ text: '' }], { workers })) console.log(story.events.length) }
        read(0).then(() => read(1)).catch(({ code, message }) => console.log(code, message))`,
        resolveDir: dist,
      },
      ...{ bundle: true, outfile, format, platform: 'node', logLevel: 'silent', tsconfigRaw: {} },
    })
    const printed = execFileSync(process.execPath, [outfile], { cwd: folder, encoding: 'utf8' })
    expect(printed).toMatch(/^0\nmissing-worker extractAll\.options\.workers: .* bundle nutgraf\/batch-worker too/)
    rmSync(folder, { recursive: true })
  },
)

test('where no program may be started, a pool says what it needs', () => {
  const flags = ['--permission', '--experimental-permission']
  const flag = flags.find((name) => process.allowedNodeEnvironmentFlags.has(name))!
  const script = `
    import { createPool, extractAll } from '${dist}batch.js'
    await createPool({ workers: 1 }).extract('').catch(({ code, message }) => console.log(code, message))
    for await (const { story } of extractAll([{ text: '' }], { workers: 0 })) console.log(story.events.length)`
  const args = [flag, '--allow-fs-read=*', '--input-type=module', '-e', script]
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  expect(printed).toMatch(/^missing-worker .* needs --allow-child-process; or give 0, to read in this thread\n0\n$/)
})

test.each(['cjs', 'esm'] as const)('a bundle (%s) has what reads the pages of a batch in it', async (format) => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bundle-'))
  const outfile = join(folder, format === 'cjs' ? 'bundle.cjs' : 'bundle.mjs')
  const page = '<article><p>Rice arrived in Beirut on Friday for talks about security and reform.</p></article>'
  writeFileSync(join(folder, 'in.ndjson'), `${JSON.stringify({ id: 1, html: page })}\n`)
  await build({
    stdin: {
      contents: `import { batchFile } from './batch.js'
        batchFile('in.ndjson', 'out.ndjson', { workers: 0 }).then(({ stories, errors }) => console.log(stories, errors))`,
      resolveDir: dist,
    },
    ...{ bundle: true, outfile, format, platform: 'node', logLevel: 'silent', tsconfigRaw: {} },
  })
  expect(execFileSync(process.execPath, [outfile], { cwd: folder, encoding: 'utf8' })).toBe('1 0\n')
  rmSync(folder, { recursive: true })
})

test('chrono-node is loaded at the first clock time or numeric date', () => {
  const script = `
    import { createRequire } from 'node:module'
    import { extract } from '${dist}index.js'
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => /chrono-node/.test(file))
    extract('They discussed trade on Monday, May 13.', { published: '2024-05-15' })
    const before = loaded()
    extract('They discussed trade at 10:30 GMT.', { published: '2024-05-15' })
    console.log(before, loaded())`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(printed.trim()).toBe('false true')
})

test('a bundle for Node has all in it: it reads no file beside it', async () => {
  const { outputFiles } = await build({
    stdin: { contents: `export { extract } from './index.js'`, resolveDir: dist },
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent', tsconfigRaw: {} },
  })
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bundle-'))
  const file = join(folder, 'bundle.mjs')
  writeFileSync(file, outputFiles[0]!.contents)
  const { extract } = await import(file)
  const story = extract('Sergei Lavrov visits Oslo at 10:30 GMT on Monday.', { published: '2024-05-15' })
  expect(story.dates).toHaveLength(1)
  rmSync(folder, { recursive: true })
})

test('wink-nlp is loaded for trees alone, and when the first is asked for', () => {
  expect([...importsOf(join(dist, 'syntax.js'))].filter((name) => !name.startsWith('/'))).toEqual(['#packed', '#wink'])
  expect([...importsOf(join(dist, 'wink.node.js'))].filter((name) => !name.startsWith('/'))).toEqual(['node:module'])
})

test('compromise is loaded when a user adds rules, and not by extracting', () => {
  const script = `
    import { createRequire } from 'node:module'
    import { createExtractor, extract } from '${dist}index.js'
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => /node_modules.compromise/.test(file))
    extract('They discussed trade on Monday.', { published: '2024-05-15' })
    const before = loaded()
    createExtractor({ rules: [{ name: 'arctic', rules: [{ id: 'ice', match: 'thick [<topic>ice]' }] }] })
    console.log(before, loaded())`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(printed.trim()).toBe('false true')
})

/** Packages that a built file has code of. */
const builtInto = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/\S+$/gm)].map(
    ([, name]) => name!,
  )

const page = ['d3-array', 'd3-geo', 'html-escaper', 'topojson-client']
const table = ['papaparse']
const calendar = ['ical-generator']
const notes = ['mdast-util-gfm-table', 'mdast-util-to-markdown']

test.each([
  ['toConll', []],
  ['toConllu', []],
  ['toDisplacyTrees', []],
  ['toGeoJson', []],
  ['toDisplacy', []],
  ['toBrat', []],
  ['toWebAnnotation', []],
  ['toNinjs', []],
  ['toJsonLd', []],
  ['toCsv', table],
  ['toCalendar', calendar],
  ['toMarkdown', notes],
  ['toHtml', [...page, ...calendar]],
  ['formatStory', [...page, ...calendar, ...notes, ...table]],
])('a bundle with %s has of the libraries for formats %j alone', async (name, wanted) => {
  const { metafile } = await build({
    stdin: { contents: `export { ${name} } from './formats.js'`, resolveDir: dist },
    ...{ bundle: true, write: false, metafile: true, format: 'esm', packages: 'external', logLevel: 'silent' },
    absWorkingDir: dist,
  })
  const [output] = Object.values(metafile.outputs)
  const used = Object.entries(output!.inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? builtInto(join(dist, file)) : [],
  )
  const formats = [...page, ...calendar, ...notes, ...table]
  expect(output!.imports).toEqual([])
  expect(formats.filter((library) => used.includes(library))).toEqual(wanted)
})
