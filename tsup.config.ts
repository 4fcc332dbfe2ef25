import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

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
// A file for each format, so that a bundler takes the libraries of those alone that are used.
const formats = readdirSync('src/output').filter((file) => file.endsWith('.ts'))

// Source maps hold the sources: packed data would be published twice. A file with a map of nothing is left out of them.
const noMap = Buffer.from('{"version":3,"sources":[""],"sourcesContent":[""],"mappings":"AAAA"}').toString('base64')
const withoutMap: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'data without source map',
  setup: (build) =>
    build.onLoad({ filter: /\/src\/data\/[\w-]+\.ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}//# sourceMappingURL=data:application/json;base64,${noMap}`,
      loader: 'ts',
    })),
}

export default defineConfig({
  entry: {
    ...published,
    ...Object.fromEntries(formats.map((file) => [`formats/${file.replace('.ts', '')}`, `src/output/${file}`])),
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
  sourcemap: true,
  esbuildPlugins: [withoutMap],
  clean: true,
})
