import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    places: 'src/places.ts',
    schema: 'src/schema.ts',
    testing: 'src/testing.ts',
    batch: 'src/batch.ts',
    queue: 'src/queue.ts',
    'batch-worker': 'src/corpus/worker.ts',
    cli: 'src/cli/main.ts',
    // What loads compromise: on Node when it is needed, in a bundle with it.
    'engine.node': 'src/rules/engine.node.ts',
    'engine.browser': 'src/rules/engine.browser.ts',
  },
  external: ['#engine'],
  format: 'esm',
  target: 'es2022',
  dts: true,
  splitting: true,
  sourcemap: true,
  clean: true,
})
