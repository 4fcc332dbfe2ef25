import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
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
let sizes = { tarball: 0, unpacked: 0 }
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  })
  const [{ filename, files: listed, size, unpackedSize }] = JSON.parse(packed)
  files = listed.map(({ path }: { path: string }) => path)
  sizes = { tarball: size, unpacked: unpackedSize }
  mkdirSync(app, { recursive: true })
  execFileSync('tar', ['xzf', join(folder, filename), '--strip-components=1', '-C', app])
  for (const path of installed) cpSync(join(root, path), join(folder, path), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
})

/** Where the lockfile puts what the library needs to run, and what that needs. */
const installed = production()
function production(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const seen = new Set<string>()
  const queue = Object.keys(manifest.dependencies).map((name) => `node_modules/${name}`)
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    for (const name of Object.keys(packages[path].dependencies ?? {})) {
      // The nearest of the folders above it, as Node looks it up.
      let from = path
      while (from !== '' && !(`${from}/node_modules/${name}` in packages))
        from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))
      queue.push(`${from}/node_modules/${name}`.replace(/^\//, ''))
    }
  }
  return [...seen].sort()
}

const manifestAt = (path: string) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))

/** What is built of code: a file's path and its text. */
const built = () =>
  files.filter((file) => /^dist\/.*\.[cm]?js$/.test(file)).map((file) => readFileSync(join(app, file), 'utf8'))

/** Folders of the packages that are built in: each stands before the code that is of it. */
const builtIn = () =>
  new Set(
    built().flatMap((code) =>
      [...code.matchAll(/^\s*\/\/ (\S*node_modules\/(?:@[^/\s]+\/)?[^/\s]+)\/\S+$/gm)].map(([, folder]) =>
        // A package that comes inside of another is of that.
        folder!.replace(/\/dist\/node_modules\/.*/, ''),
      ),
    ),
  )

test.each([
  ['packages, this one with them', () => 1 + installed.length, 11],
  [
    'megabytes of them all',
    () => (sizes.unpacked + installed.reduce((sum, path) => sum + sizeOf(path), 0)) / 1e6,
    25.6,
  ],
  ['megabytes of this one', () => sizes.unpacked / 1e6, 12.6],
  ['megabytes to download of it', () => sizes.tarball / 1e6, 6.2],
])('an install brings few %s', (_, count, most) => {
  expect(count()).toBeLessThanOrEqual(most)
})

const sizeOf = (path: string): number =>
  readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)

test('the tarball holds the built library and nothing else', () => {
  const shapes = files.map((file) =>
    file.replace(/-[A-Z0-9]{8}\.(c?js)/, '-*.$1').replace(/^(dist\/[\w-]+?)-[\w-]{8}\.d\.(c?ts)$/, '$1-*.d.$2'),
  )
  expect([...new Set(shapes)].sort()).toMatchSnapshot()
})

test('nothing runs when the library is installed', () => {
  const scripts = ['preinstall', 'install', 'postinstall', 'prepare']
  expect(Object.keys(manifest.scripts).filter((name) => scripts.includes(name))).toEqual([])
  for (const path of installed)
    expect(
      Object.keys(manifestAt(path).scripts ?? {}).filter((script) => scripts.slice(0, 3).includes(script)),
    ).toEqual([])
})

const free = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|Unlicense|BlueOak-1\.0\.0|\(MIT AND Zlib\))$/
test.each(installed)('the licence of %s lets anyone use it', (path) => {
  expect(manifestAt(path).license).toMatch(free)
})

test('the licences of what is built in let anyone use it, and ship', () => {
  const told = readFileSync(join(app, 'dist/third-party.txt'), 'utf8').split(/^-{78}$/m)
  const folders = [...builtIn()]
  for (const folder of folders) {
    const { name, version, license } = manifestAt(folder)
    expect(license).toMatch(free)
    const own = told.find((text) => text.trimStart().startsWith(`${name} ${version}, ${license}\n`))
    expect(own).toMatch(/copyright/i)
    expect(own!.length).toBeGreaterThan(500)
  }
  expect(folders.length).toBeGreaterThan(30)
})

test('what is built asks for nothing but Node and what package.json names', () => {
  const asked = built().flatMap((code) =>
    [
      ...code.matchAll(
        /(?:^(?:import|export) (?:[^"';()]*\bfrom )?|\brequire\d*\(|\bimport\()["']([^."'#][^"'\s]*)["']/gm,
      ),
    ].map(([, name]) => /^(?:@[^/]+\/)?[^/]+/.exec(name!)![0]),
  )
  const named = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  expect(
    [...new Set(asked)].filter((name) => !isBuiltin(name) && name !== manifest.name && !named.includes(name)),
  ).toEqual([])
  expect(asked).toEqual(expect.arrayContaining(named))
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

test.each([
  [
    `import { readSyntax } from 'nutgraf/syntax'; readSyntax('Talks failed.')`,
    'readSyntax: lemmas are found by wink-nlp, which is not installed: npm install wink-nlp wink-eng-lite-web-model',
  ],
  [
    `import { openQueue } from 'nutgraf/queue'; openQueue({ connection: {} })`,
    'openQueue: queues are kept by BullMQ, which is not installed: npm install bullmq ioredis',
  ],
  [
    `import { createWorker } from 'nutgraf/queue'; createWorker({ connection: {} })`,
    'createWorker: queues are kept by BullMQ, which is not installed: npm install bullmq ioredis',
  ],
  [
    `import { openArchive } from 'nutgraf/archive'; await openArchive('news.db')`,
    'openArchive: an archive in a file is kept by SQLite, which is not installed: npm install better-sqlite3@12',
  ],
  [
    `import { openArchive } from 'nutgraf/archive'; await openArchive('postgres://localhost/news')`,
    'openArchive: an archive on PostgreSQL is reached by pg, which is not installed: npm install pg',
  ],
])('what an optional peer is missing for says so: %s', (use, told) => {
  const [load, call] = use.split('; ')
  const script = `${load}
    try { ${call} } catch ({ code, message }) { console.log(code, message) }`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })).toBe(
    `missing-package ${told}\n`,
  )
})

test('every format is written, and a page is read', () => {
  const script = `
    import { extract } from 'nutgraf'
    import { formatNames, formatStory } from 'nutgraf/formats'
    import { readHtml } from 'nutgraf/html'
    const text = ${JSON.stringify(text)}
    const story = extract(text, { published: '2023-08-30' })
    const needsSyntax = ['conllu', 'displacy-dep']
    for (const name of formatNames.filter((name) => !needsSyntax.includes(name)))
      if (formatStory(name, story, text) === '') throw new Error(name)
    const page = '<title>Talks end</title><article><p>Two days of talks &amp; dinners between the ministers ended in Dhaka on Friday.</p></article>'
    console.log(readHtml(page).text)`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })).toBe(
    'Talks end\n\nTwo days of talks & dinners between the ministers ended in Dhaka on Friday.\n',
  )
})

test('sets of XML are read by its command line', () => {
  const timeml = `<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2023-08-30" functionInDocument="CREATION_TIME">2023-08-30</TIMEX3></DCT>
<TEXT>He will visit Dhaka on <TIMEX3 tid="t1" type="DATE" value="2023-09-07">September 7</TIMEX3>.</TEXT></TimeML>`
  writeFileSync(join(folder, 'gold.tml'), timeml)
  const printed = execFileSync(process.execPath, [join(app, 'dist/cli.js'), 'evaluate', 'dates', 'gold.tml'], {
    ...{ cwd: folder, encoding: 'utf8' },
  })
  expect(printed).toContain('100')
})

test('its command line runs', () => {
  const printed = execFileSync(process.execPath, [join(app, 'dist/cli.js'), 'extract', '-f', 'table'], {
    ...{ cwd: folder, input: text, encoding: 'utf8' },
  })
  expect(printed).toContain('visit to Dhaka')
})

test.each([
  // Types of libraries are checked once, since that takes long: none may be missing.
  ['use.ts', 'nodenext', 'nodenext', 'false'],
  ['use.ts', 'node16', 'node16', 'true'],
  ['use.ts', 'esnext', 'bundler', 'true'],
  ['use.cts', 'nodenext', 'nodenext', 'true'],
  ['use.cts', 'node16', 'node16', 'true'],
])(
  'its types are found: %s, module %s, moduleResolution %s, skipLibCheck %s',
  (file, module, moduleResolution, skip) => {
    const source = `${names.map(([from, name]) => `import { ${name} } from '${from}'`).join('\n')}
    import { createExtractor, defineRules } from 'nutgraf'
    import { extractAll } from 'nutgraf/batch'
    import { toGeoJson, toJsonLd } from 'nutgraf/formats'
    import { StorySchema } from 'nutgraf/schema'
    const point: number | undefined = toGeoJson(extract('')).features[0]?.geometry?.coordinates[0]
    const article: 'NewsArticle' = toJsonLd(extract(''))['@type']
    const rules = defineRules({ name: 'x', names: { vessel: { A: [] } } })
    const type: 'vessel' | undefined = createExtractor({ rules: [rules] }).extract('').entities.map(({ type }) => type).find((one) => one === 'vessel')
    // @ts-expect-error a format has no such argument
    toCsv(1)
    console.log(type, point, article, extract, lookup, createExtractor({ places: fullPlaces }), readHtml, testRules, extractAll, StorySchema)`
    writeFileSync(join(folder, file), source)
    const options = ['--noEmit', '--strict', '--skipLibCheck', skip, '--target', 'es2022', '--lib', 'es2022,dom']
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const run = () =>
      execFileSync(
        process.execPath,
        [tsc, ...options, '--module', module, '--moduleResolution', moduleResolution, file],
        {
          ...{ cwd: folder, encoding: 'utf8' },
        },
      )
    expect(run()).toBe('')
  },
)

test('the tarball has the file of every entry', () => {
  const targets = [manifest.exports, manifest.imports].flatMap((map) =>
    Object.values<string | Record<string, string>>(map).flatMap((to) =>
      typeof to === 'string' ? to : Object.values(to),
    ),
  )
  expect(targets.filter((target) => !existsSync(join(app, target)))).toEqual([])
})

test('what the README links to, and shows, is in the tarball, or is named by its address', () => {
  const links = [...readFileSync(join(app, 'README.md'), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, to]) => to!,
  )
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((link) => !existsSync(join(app, link)))).toEqual([])
})
