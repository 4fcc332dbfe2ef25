import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (file: string) => fileURLToPath(new URL(`./src/${file}`, import.meta.url))

export default defineConfig({
  // Bounds for what hangs: no test may fail because the machine has other work.
  test: { include: ['test/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000, pool: 'threads' },
  resolve: {
    alias: {
      '#bullmq': source('run/queue/bullmq.node.ts'),
      '#engine': source('rules/engine.node.ts'),
      '#chrono': source('layers/dates/chrono.node.ts'),
      '#html': source('run/batch/html.node.ts'),
      '#packed': source('data/packed.browser.ts'),
      '#wink': source('syntax/wink.node.ts'),
      // Their worker threads are files of the built package.
      'nutgraf/archive': fileURLToPath(new URL('./dist/archive.js', import.meta.url)),
      'nutgraf/batch': fileURLToPath(new URL('./dist/batch.js', import.meta.url)),
      'nutgraf/queue': fileURLToPath(new URL('./dist/queue.js', import.meta.url)),
      'nutgraf/formats': source('api/formats.ts'),
      'nutgraf/html': source('api/html.ts'),
      'nutgraf/syntax': source('api/syntax.ts'),
      'nutgraf/schema': source('api/schema.ts'),
      'nutgraf/testing': source('api/testing.ts'),
      'nutgraf/places-full': source('api/places-full.ts'),
      'nutgraf/places': source('api/places.ts'),
      nutgraf: source('api/index.ts'),
    },
  },
})
