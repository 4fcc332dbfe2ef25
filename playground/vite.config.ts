import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { documentation } from './documentation.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The page may load its own files and nothing else: what is typed can't leave it. Not while vite serves it for work. */
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

export default defineConfig({
  root: here('.'),
  base: './',
  resolve: {
    alias: {
      '#engine': here('../src/rules/engine.browser.ts'),
      '#chrono': here('../src/layers/dates/chrono.browser.ts'),
      '#packed': here('../src/data/packed.browser.ts'),
      '#wink': here('../src/syntax/wink.browser.ts'),
      // For browsers it comes with code that needs a document, which the worker has not.
      'decode-named-character-reference': here('../node_modules/decode-named-character-reference/index.js'),
    },
  },
  build: { outDir: here('../dist/playground'), emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 20_000 },
  worker: { format: 'es' },
  plugins: [
    documentation(policy),
    {
      name: 'content-security-policy',
      apply: 'build',
      transformIndexHtml: () => [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
      ],
    },
  ],
})
