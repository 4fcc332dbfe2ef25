import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

const published = {
  index: 'src/api/index.ts',
  places: 'src/api/places.ts',
  'places-full': 'src/api/places-full.ts',
  schema: 'src/api/schema.ts',
  testing: 'src/api/testing.ts',
  batch: 'src/api/batch.ts',
  queue: 'src/api/queue.ts',
  formats: 'src/api/formats.ts',
  html: 'src/api/html.ts',
  syntax: 'src/api/syntax.ts',
}

/** Assets that are read through `#packed`. In `dist` they stand as they were generated: Node reads them line by line. */
const packed = [...readFileSync('src/data/packed.browser.ts', 'utf8').matchAll(/ from '\.\/([\w-]+)\.ts'/g)].map(
  ([, name]) => name!,
)

/** An entry for each file of a folder of src. */
const filesOf = (folder: string, to: string) =>
  Object.fromEntries(
    readdirSync(`src/${folder}`)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
      .filter((name) => !(folder === 'data' && packed.includes(name)))
      .map((name) => [`${to}/${name}`, `src/${folder}/${name}.ts`]),
  )

/** One letter that is not ASCII, and engines take two bytes for each of a file. Escapes mean the same in strings and regular expressions. */
const asciiOf = (code: string) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export default defineConfig({
  entry: {
    ...published,
    // A file for each format, so that a bundler takes the libraries of those alone that are used.
    ...filesOf('output', 'formats'),
    ...filesOf('data', 'data'),
    'batch-worker': 'src/run/batch/worker.ts',
    cli: 'src/run/cli/main.ts',
    // What loads compromise: on Node when it is needed, in a bundle with it.
    'engine.node': 'src/rules/engine.node.ts',
    'engine.browser': 'src/rules/engine.browser.ts',
    // What loads wink-nlp, likewise, and chrono-node.
    'wink.node': 'src/syntax/wink.node.ts',
    'wink.browser': 'src/syntax/wink.browser.ts',
    'chrono.node': 'src/layers/dates/chrono.node.ts',
    'chrono.browser': 'src/layers/dates/chrono.browser.ts',
  },
  external: ['#chrono', '#engine', '#packed', '#wink'],
  // What writes Markdown is built in: for browsers it comes with code that needs a document, which workers have not.
  format: 'esm',
  target: 'es2022',
  dts: { entry: published },
  splitting: true,
  // No source maps: what is built reads like what is written, and a map of it is as large.
  esbuildPlugins: [
    {
      name: 'assets stand apart',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/[\w-]+\.ts$/ }, ({ path, importer }) =>
          importer.endsWith('packed.browser.ts') ? { path: path.replace('.ts', '.js'), external: true } : undefined,
        )
      },
    },
  ],
  plugins: [{ name: 'ASCII', renderChunk: (code) => ({ code: asciiOf(code) }) }],
  async onSuccess() {
    for (const name of packed)
      writeFileSync(`dist/data/${name}.js`, asciiOf(readFileSync(`src/data/${name}.ts`, 'utf8')))
  },
  clean: true,
})
