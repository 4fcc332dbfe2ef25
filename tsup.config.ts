import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'

const published = {
  index: 'src/api/index.ts',
  places: 'src/api/places.ts',
  schema: 'src/api/schema.ts',
  testing: 'src/api/testing.ts',
  batch: 'src/api/batch.ts',
  queue: 'src/api/queue.ts',
  formats: 'src/api/formats.ts',
  html: 'src/api/html.ts',
  syntax: 'src/api/syntax.ts',
}
/** An entry for each file of a folder of src. */
const filesOf = (folder: string, to: string) =>
  Object.fromEntries(
    readdirSync(`src/${folder}`)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [`${to}/${file.replace('.ts', '')}`, `src/${folder}/${file}`]),
  )

export default defineConfig({
  entry: {
    ...published,
    // A file for each format, so that a bundler takes the libraries of those alone that are used.
    ...filesOf('output', 'formats'),
    // Data by themselves are ASCII alone: one other letter, and engines take two bytes for each of a file.
    ...filesOf('data', 'data'),
    'batch-worker': 'src/run/batch/worker.ts',
    cli: 'src/run/cli/main.ts',
    // What loads compromise: on Node when it is needed, in a bundle with it.
    'engine.node': 'src/rules/engine.node.ts',
    'engine.browser': 'src/rules/engine.browser.ts',
    // What loads wink-nlp, likewise.
    'wink.node': 'src/syntax/wink.node.ts',
    'wink.browser': 'src/syntax/wink.browser.ts',
  },
  external: ['#engine', '#wink'],
  // What writes Markdown is built in: for browsers it comes with code that needs a document, which workers have not.
  format: 'esm',
  target: 'es2022',
  dts: { entry: published },
  splitting: true,
  // No source maps: what is built reads like what is written, and a map of it is as large.
  esbuildOptions: (options) => void Object.assign(options, { charset: 'ascii' }),
  clean: true,
})
