import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { transform } from 'esbuild'
import { defineConfig, type Options } from 'tsup'

const published = {
  index: 'src/api/index.ts',
  places: 'src/api/places.ts',
  'places-full': 'src/api/places-full.ts',
  schema: 'src/api/schema.ts',
  testing: 'src/api/testing.ts',
  batch: 'src/api/batch.ts',
  queue: 'src/api/queue.ts',
  archive: 'src/api/archive.ts',
  formats: 'src/api/formats.ts',
  html: 'src/api/html.ts',
  syntax: 'src/api/syntax.ts',
}

const namesOf = (folder: string) =>
  readdirSync(`src/${folder}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))

/** Modules of assets stand in `dist` as they were generated: Node, and what is CommonJS, read them line by line. */
const isCode = (name: string) => ['packed.browser', 'packed.node', 'read-assets'].includes(name)
const assets = namesOf('data').filter((name) => !isCode(name))

/** An entry for each of some files of a folder of src. */
const filesOf = (folder: string, to: string, wanted = (_: string) => true) =>
  Object.fromEntries(
    namesOf(folder)
      .filter(wanted)
      .map((name) => [`${to}/${name}`, `src/${folder}/${name}.ts`]),
  )

/** One letter that is not ASCII, and engines take two bytes for each of a file. Escapes mean the same in strings and regular expressions. */
const asciiOf = (code: string) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What is wanted of htmlparser2 is its parser, and of linkedom nothing that reads style sheets. */
const narrowed: Readonly<Record<string, string>> = {
  htmlparser2: `export { Parser } from './node_modules/htmlparser2/dist/esm/Parser.js'`,
  'cssomnom/parse': 'export const parse = () => null',
}

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/**
 * What src imports of devDependencies is built into dist: a user installs dependencies alone. It is written short, and what it
 * requires of Node is asked of Node when it is wanted, since a module has no `require` and a browser nothing of Node.
 */
const builtIn: Plugin = {
  name: 'libraries that are built in',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'node' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'node' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}')`,
    }))
    onResolve({ filter: /./ }, ({ path }) => (path in narrowed ? { path, namespace: 'narrowed' } : undefined))
    onLoad({ filter: /./, namespace: 'narrowed' }, ({ path }) => ({ contents: narrowed[path]!, resolveDir: '.' }))
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { minify: true, target: 'es2022' })
      return { contents: code }
    })
  },
}

/** How code names a module of `src/data` until it is known how far away it lies. */
const data = 'nutgraf-data:'

export default defineConfig({
  entry: {
    ...published,
    // A file for each format, so that a bundler takes the libraries of those alone that are used.
    ...filesOf('output', 'formats'),
    ...filesOf('data', 'data', isCode),
    'batch-worker': 'src/run/batch/worker.ts',
    'page-worker': 'src/run/serve/page-worker.ts',
    cli: 'src/run/cli/main.ts',
    // What loads compromise: on Node when it is needed, in a bundle with it.
    'engine.node': 'src/rules/engine.node.ts',
    'engine.browser': 'src/rules/engine.browser.ts',
    // What loads wink-nlp, likewise, BullMQ and chrono-node.
    'wink.node': 'src/syntax/wink.node.ts',
    'wink.browser': 'src/syntax/wink.browser.ts',
    'bullmq.node': 'src/run/queue/bullmq.node.ts',
    'bullmq.bundled': 'src/run/queue/bullmq.bundled.ts',
    // What reads pages for a batch, likewise.
    'html.node': 'src/run/batch/html.node.ts',
    'html.bundled': 'src/run/batch/html.bundled.ts',
    'chrono.node': 'src/layers/dates/chrono.node.ts',
    'chrono.browser': 'src/layers/dates/chrono.browser.ts',
  },
  external: ['#bullmq', '#chrono', '#engine', '#html', '#packed', '#wink'],
  format: 'esm',
  target: 'es2022',
  // tsup 8, the last for Node 20, gives the compiler a `baseUrl`, which it takes no more without this.
  dts: {
    ...{ entry: published, resolve: ['geojson'], compilerOptions: { ignoreDeprecations: '6.0' } },
    // `await using` of a pool: who compiles for less than that has its types from here.
    banner: '/// <reference lib="esnext.disposable" />',
  },
  splitting: true,
  removeNodeProtocol: false,
  // No source maps: what is built reads like what is written, and a map of it is as large.
  esbuildPlugins: [
    builtIn,
    {
      name: 'data stands apart',
      setup({ onResolve }) {
        onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
          const file = relative('src/data', join(resolveDir, path))
          return kind === 'entry-point' || file.startsWith('.')
            ? undefined
            : { path: `${data}${file.slice(0, -'.ts'.length)}`, external: true }
        })
      },
    },
  ],
  plugins: [
    {
      name: 'data lies in a folder of its own',
      renderChunk(code, { path }) {
        const folder = relative(dirname(path), 'dist/data') || '.'
        const to = folder.startsWith('.') ? folder : `./${folder}`
        return { code: code.replaceAll(new RegExp(`"${data}([\\w.-]+)"`, 'g'), `"${to}/$1.js"`) }
      },
    },
    { name: 'ASCII', renderChunk: (code) => ({ code: asciiOf(code) }) },
  ],
  async onSuccess() {
    for (const name of assets)
      writeFileSync(`dist/data/${name}.js`, asciiOf(readFileSync(`src/data/${name}.ts`, 'utf8')))
  },
  clean: true,
})
