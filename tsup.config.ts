import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'

const published = {
  index: 'src/index.ts',
  places: 'src/places.ts',
  schema: 'src/schema.ts',
  testing: 'src/testing.ts',
  batch: 'src/batch.ts',
  queue: 'src/queue.ts',
  formats: 'src/formats.ts',
  html: 'src/html.ts',
}
// A file for each format, so that a bundler takes the libraries of those alone that are used.
const formats = readdirSync('src/formats').filter((file) => file.endsWith('.ts'))

export default defineConfig({
  entry: {
    ...published,
    ...Object.fromEntries(formats.map((file) => [`formats/${file.replace('.ts', '')}`, `src/formats/${file}`])),
    'batch-worker': 'src/corpus/worker.ts',
    cli: 'src/cli/main.ts',
    // What loads compromise: on Node when it is needed, in a bundle with it.
    'engine.node': 'src/rules/engine.node.ts',
    'engine.browser': 'src/rules/engine.browser.ts',
  },
  external: ['#engine'],
  // What writes Markdown is built in: for browsers it comes with code that needs a document, which workers have not.
  format: 'esm',
  target: 'es2022',
  dts: { entry: published },
  splitting: true,
  sourcemap: true,
  clean: true,
})
