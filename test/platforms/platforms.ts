import { execFile, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BuildOptions, build } from 'esbuild'
import { build as vite } from 'vite'
import { openChromium } from '../support/chromium.ts'
import { serve } from '../support/served.ts'
import { folder } from './installed.ts'

/** What is printed: hashes of stories, by what they were read with. */
export type Printed = Record<string, string | boolean>

export interface Platform {
  name: string
  /** Whether it has processes, and reads in one of them too. */
  batch: boolean
  /** Makes what runs, in an empty folder where no package is installed. */
  build?(to: string): Promise<unknown>
  run(from: string): Promise<Printed[]>
}

const load = createRequire(join(folder, 'package.json'))
const app = (file: string) => join(folder, 'apps', file)
const sample = (file: string) => join(folder, 'built/readme', file)
const program = (file: string) => join(folder, 'node_modules', file)

/** Nothing may ask for an answer or tell others that it was run. */
const env = { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', DENO_NO_UPDATE_CHECK: '1', NODE_ENV: 'production' }

const printedIn = (text: string): Printed[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))

async function running(file: string, args: string[], cwd = folder): Promise<Printed[]> {
  const { stdout } = await promisify(execFile)(file, args, { cwd, env, timeout: 120_000, maxBuffer: 1e8 })
  return printedIn(stdout)
}

const node = (...args: string[]) => running(process.execPath, args)
/** Where no package is found, neither beside the program nor where it is run. */
const nodeIn = (cwd: string, file: string) => running(process.execPath, [join(cwd, file)], cwd)

const withWorker = { main: app('main.js'), 'batch-worker': 'nutgraf/batch-worker' }
const esbuilt = (options: BuildOptions) => (outdir: string) =>
  build({ bundle: true, absWorkingDir: folder, outdir, logLevel: 'error', ...options })

function esbuiltByCommand(to: string): Promise<Printed[]> {
  const [, , ...args] = readFileSync(sample('esbuild.sh'), 'utf8').trim().split(' ')
  const command = load.resolve('esbuild/bin/esbuild')
  return running(
    command,
    args.map((arg) => arg.replace('--outdir=out', `--outdir=${to}`)),
    app(''),
  )
}

// Making data smaller that is packed already takes most of its time.
const webpackDefaults = {
  mode: 'production',
  context: folder,
  optimization: { minimize: false },
  performance: { hints: false },
}

const webpacked =
  (config: object, output: object = {}) =>
  (path: string) =>
    new Promise<void>((resolve, reject) =>
      (load('webpack') as Webpack)({ ...webpackDefaults, output: { path, ...output }, ...config }, (error, stats) =>
        error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve(),
      ),
    )
type Webpack = (
  config: object,
  done: (error: Error | null, stats?: { hasErrors(): boolean; toString(how: string): string }) => void,
) => void

/** Opens a folder's page in a browser, and gives what it says to have read. */
async function inChromium(from: string): Promise<Printed[]> {
  const [browser, server] = await Promise.all([openChromium(), serve(from)])
  try {
    const page = await browser.newPage()
    await page.goto(server.address)
    await page.waitForFunction('globalThis.result !== undefined')
    return [await page.evaluate('globalThis.result')].flat() as Printed[]
  } finally {
    await browser.close()
    await server.close()
  }
}

const pageOf = (script: string) =>
  `<!doctype html><title>nutgraf</title><script type="module" src="${script}"></script>`

/** The files of a folder with the text of the gazetteer in them. */
function copiesOfGazetteer(of: string): string[] {
  const written = readFileSync(program('nutgraf/dist/data/places.js'), 'utf8')
  const middle = written.slice(1_000_000, 1_000_200)
  return readdirSync(of, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /js$/.test(file) && readFileSync(join(of, file), 'utf8').includes(middle),
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const next = program('next/dist/bin/next')

async function servedByNext(): Promise<Printed[]> {
  const port = await freePort()
  const server = spawn(process.execPath, [next, 'start', app('next'), '-p', String(port), '-H', '127.0.0.1'], {
    ...{ cwd: app('next'), env, stdio: ['ignore', 'pipe', 'inherit'] },
  })
  try {
    await new Promise((resolve, reject) => {
      server.stdout?.on('data', (said) => /Ready/.test(String(said)) && resolve(undefined))
      server.on('close', () => reject(new Error('Next has ended')))
    })
    const response = await fetch(`http://127.0.0.1:${port}/story`)
    return printedIn(await response.text())
  } finally {
    server.kill()
  }
}

async function inWorkerd(from: string): Promise<Printed[]> {
  const { Miniflare } = load('miniflare') as { Miniflare: new (options: object) => Workerd }
  const workerd = new Miniflare({
    modules: true,
    script: readFileSync(join(from, 'workerd.js'), 'utf8'),
    compatibilityDate: '2026-01-01',
  })
  try {
    return printedIn(await (await workerd.dispatchFetch('http://localhost/')).text())
  } finally {
    await workerd.dispose()
  }
}
interface Workerd {
  dispatchFetch(address: string): Promise<{ text(): Promise<string> }>
  dispose(): Promise<void>
}

/** Jest loads CommonJS alone; what is printed to its console comes with where that was. */
const jest = (testEnvironment: string, specs: string) =>
  node(
    program('jest/bin/jest.js'),
    '--config',
    JSON.stringify({ rootDir: app(''), testMatch: [`**/${specs}.spec.cjs`], testEnvironment, testTimeout: 100_000 }),
  )

const bun = program(`@oven/bun-${process.platform}-${process.arch}/bin/bun`)
const deno = program(`@deno/${process.platform}-${process.arch}-glibc/deno`)

export const platforms: readonly Platform[] = [
  { name: 'Node, import', batch: true, run: () => node(app('main.js')) },
  { name: 'Node, require', batch: true, run: () => node(app('main.cjs')) },
  {
    name: 'Node, require where it loads no ES modules',
    batch: true,
    run: () => node('--no-experimental-require-module', app('main.cjs')),
  },
  {
    name: 'esbuild, CommonJS for Node, as the README has it',
    batch: true,
    build: esbuiltByCommand,
    run: (from) => nodeIn(from, 'main.js'),
  },
  {
    name: 'esbuild, ES modules for Node, parts shared',
    batch: true,
    build: esbuilt({
      ...{ entryPoints: withWorker, platform: 'node', format: 'esm', splitting: true },
      outExtension: { '.js': '.mjs' },
    }),
    run: (from) => nodeIn(from, 'main.mjs'),
  },
  {
    name: 'esbuild, with conditions of its user',
    batch: true,
    build: esbuilt({ entryPoints: withWorker, platform: 'node', format: 'cjs', conditions: ['production'] }),
    run: (from) => nodeIn(from, 'main.js'),
  },
  {
    name: 'webpack for Node',
    batch: true,
    build: webpacked({
      target: 'node',
      entry: withWorker,
    }),
    run: (from) => nodeIn(from, 'main.js'),
  },
  {
    name: 'webpack for Node, ES modules',
    batch: true,
    build: webpacked(
      { target: 'node', experiments: { outputModule: true }, entry: withWorker },
      { filename: '[name].mjs', chunkFormat: 'module', library: { type: 'module' } },
    ),
    run: (from) => nodeIn(from, 'main.mjs'),
  },
  {
    name: 'webpack for browsers',
    batch: false,
    async build(to) {
      await webpacked({ entry: app('web.js') })(to)
      writeFileSync(join(to, 'index.html'), pageOf('main.js'))
    },
    run: inChromium,
  },
  {
    name: 'Vite, a page and its module worker with one copy of the data',
    batch: false,
    async build(to) {
      await vite({
        ...{ root: app('vite'), configFile: sample('vite.config.js'), logLevel: 'error', base: './' },
        build: { outDir: to, emptyOutDir: true, chunkSizeWarningLimit: 20_000 },
      })
      const copies = copiesOfGazetteer(to)
      if (copies.length !== 1) throw new Error(`the gazetteer is in ${copies.join(', ') || 'no file'}`)
    },
    run: inChromium,
  },
  {
    name: 'Next, a route built by Turbopack',
    batch: true,
    build: () => running(process.execPath, [next, 'build', app('next')], app('next')),
    run: servedByNext,
  },
  {
    name: 'workerd',
    batch: false,
    build: esbuilt({
      ...{ entryPoints: [app('workerd.js')], format: 'esm', platform: 'browser' },
      conditions: ['workerd', 'worker', 'browser'],
    }),
    run: inWorkerd,
  },
  { name: 'Jest', batch: true, run: () => jest('node', '*') },
  { name: 'Jest, jsdom', batch: false, run: () => jest('jsdom', 'story') },
  { name: 'Bun', batch: true, run: () => running(bun, [app('main.js')]) },
  {
    name: 'Bun, bundled',
    batch: true,
    build: (to) =>
      running(bun, [
        'build',
        app('main.js'),
        program('nutgraf/dist/batch-worker.js'),
        '--target=bun',
        '--entry-naming=[name].[ext]',
        `--outdir=${to}`,
      ]),
    run: (from) => running(bun, [join(from, 'main.js')], from),
  },
  { name: 'Deno', batch: true, run: () => running(deno, ['run', '-A', '--no-lock', app('main.js')]) },
]

/** What the apps read: the article, and the samples of the README, in the order in which they stand there. */
export function writeSources(article: string, readme: string): void {
  mkdirSync(join(folder, 'built/readme'), { recursive: true })
  writeFileSync(join(folder, 'built/article.cjs'), `module.exports = ${JSON.stringify(article)}\n`)
  const section = readme.split('\n## ').find((part) => part.startsWith('Where it runs'))!
  const samples = [...section.matchAll(/```(?:js|sh)\n(.*?)```/gs)].map(([, code]) => code!)
  const files = ['esbuild.sh', 'vite.config.js', 'route.js', 'workerd.js']
  if (samples.length !== files.length) throw new Error(`the README has ${samples.length} samples, not ${files.length}`)
  files.forEach((file, i) => {
    writeFileSync(sample(file), samples[i]!)
  })
}
