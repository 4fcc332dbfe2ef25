// Writes the built library a second time, as CommonJS, beside what is built: for what can't load ES modules. A step of npm run build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, transform } from 'esbuild'

const root = fileURLToPath(new URL('../', import.meta.url))
const dist = join(root, 'dist')
const { exports: published, imports: own } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Of `dist/data`, what is code; all else is data, which has no twin with its bytes in it: the text of its module is read. */
const isData = (file: string) =>
  dirname(file) === join(dist, 'data') && !/^(?:packed\.\w+|read-assets)\.js$/.test(basename(file))

/** What an import of this package's own leads to, as `./chunk-ABC.js`, or as `#engine` is for Node. */
const targetOf = (importer: string, path: string) =>
  path.startsWith('#') ? join(root, own[path]['node-addons']) : join(dirname(importer), path)

/** Modules that the entries import, and all that these import. */
function reachedFrom(entries: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const queue = [...entries]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    if (isData(file)) continue
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom |\bimport )"([.#][^"]+)"/g))
      queue.push(targetOf(file, path!))
  }
  return reached
}

const twinOf = (file: string) => file.replace(/js$/, 'cjs')

/** Packages that are ES modules alone, or need one that is: they stand in the code. */
const modulesAlone = /^(?:d3-geo|linkedom)$/

const twins: Plugin = {
  name: 'twins',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point' || modulesAlone.test(path) || importer.includes('node_modules')) return undefined
      // What is loaded later is the ES module: it has no twin.
      if (kind === 'dynamic-import') return { path, external: true }
      if (!/^[.#]/.test(path)) return { path, external: true }
      const between = relative(dirname(importer), twinOf(targetOf(importer, path)))
      return { path: between.startsWith('.') ? between : `./${between}`, external: true }
    })
    onLoad({ filter: /\.m?js$/ }, async ({ path }) => {
      const written = readFileSync(path, 'utf8')
      if (path.includes('node_modules')) return { contents: (await transform(written, { minify: true })).code }
      const code = written.replaceAll('import.meta.url', 'urlOfModule')
      return { contents: code.includes('urlOfModule') ? urlOfModule + code : code }
    })
  },
}

const urlOfModule = `import { pathToFileURL } from 'node:url'
const urlOfModule = pathToFileURL(__filename).href
`

const entries = Object.values<{ require?: string }>(published).flatMap(({ require }) =>
  require === undefined ? [] : [join(root, require.replace(/cjs$/, 'js'))],
)
const reached = [...reachedFrom(entries)]

const { outputFiles } = await build({
  write: false,
  entryPoints: reached.filter((file) => !isData(file)),
  ...{ bundle: true, format: 'cjs', platform: 'node', target: 'es2022', logLevel: 'warning', minifyWhitespace: true },
  ...{ outdir: dist, outbase: dist, outExtension: { '.js': '.cjs' }, tsconfigRaw: {} },
  plugins: [twins],
})
// A library's default export is what it says, not, as for ES modules on Node, all that it exports.
for (const { path, text } of outputFiles)
  writeFileSync(path, text.replaceAll(/__toESM\((require\("[^"]+"\)),\s?1\)/g, '__toESM($1)'))
for (const file of reached.filter(isData))
  writeFileSync(twinOf(file), `module.exports = require("./read-assets.cjs").assetsOf("${basename(file, '.js')}")\n`)
for (const file of readdirSync(dist).filter((name) => name.endsWith('.d.ts'))) {
  const types = readFileSync(join(dist, file), 'utf8').replace(/(['"]\.\/[\w-]+)\.js(?=['"])/g, '$1.cjs')
  writeFileSync(join(dist, file.replace(/ts$/, 'cts')), types)
}
