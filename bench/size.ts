import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url).pathname

/** KiB of a browser bundle, minified, with gzip. */
async function sizeOf(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    // As in a user's project: ours maps #engine to the one of Node.
    tsconfigRaw: {},
    write: false,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1024
}

const every = (module: string) => `export * from '${module}'`

/** Bundles of each entry, and of what people put together today. */
export async function bundleSizes(): Promise<Record<string, number>> {
  const entries = {
    nutgraf: 'index',
    'nutgraf/places': 'places',
    'nutgraf/schema': 'schema',
    'nutgraf/testing': 'testing',
  }
  const sizes: Record<string, number> = {}
  for (const [name, file] of Object.entries(entries)) sizes[name] = await sizeOf(every(`./dist/${file}.js`))
  sizes.glue = await sizeOf(`
    export { default as nlp } from 'compromise'
    export { parse } from 'chrono-node'
    export { default as winkNLP } from 'wink-nlp'
    export { default as model } from 'wink-eng-lite-web-model'`)
  return sizes
}

/** Megabytes of what npm would publish. */
export function tarballSize(): number {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })
  return JSON.parse(told)[0].size / 1e6
}
