import type { ChildProcess, ForkOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NutgrafError } from '../../base/error.ts'

// Said apart: bundlers copy a file that is named right beside it, without the modules that it imports.
const here: string | undefined = import.meta.url

/** The file of a bundle in CommonJS. Bundlers say of modules too that they have such a name, where none is. */
function ownFile(): string | undefined {
  try {
    return __filename
  } catch {
    return undefined
  }
}

/** Where this code may lie, in a bundle too, and where the program is run. */
function foldersOfCode(): string[] {
  const files = [here?.startsWith('file:') ? fileURLToPath(here) : undefined, ownFile(), process.argv[1]]
  return [...files.flatMap((file) => (file === undefined ? [] : [dirname(file)])), process.cwd()]
}

const fileNames = ['js', 'mjs', 'cjs'].map((extension) => `batch-worker.${extension}`)

/** Where the package is installed, seen from a folder. */
function installedFrom(folder: string): string[] {
  try {
    return [createRequire(join(folder, 'here.js')).resolve('nutgraf/batch-worker')]
  } catch {
    return []
  }
}

/** The program of a worker: beside the code, as it is built, or in the package, as it is installed. */
function workerFile(caller: string): string {
  const folders = foldersOfCode()
  const beside = folders.flatMap((folder) => fileNames.map((name) => join(folder, name)))
  const file = [...beside, ...folders.flatMap(installedFrom)].find((path) => existsSync(path))
  if (file !== undefined) return file
  throw noWorker(
    caller,
    'the program of a worker was not found; where this is a bundle, bundle nutgraf/batch-worker too, as batch-worker.js beside it',
  )
}

const noWorker = (caller: string, reason: string) =>
  new NutgrafError('missing-worker', `${caller}.options.workers`, `${reason}; or give 0, to read in this thread`)

/** The first Deno whose processes answer. */
const leastDeno = [2, 7]

function isOldDeno(): boolean {
  const [major = 0, minor = 0] = (process.versions.deno ?? '').split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = leastDeno
  return major > 0 && (major < leastMajor || (major === leastMajor && minor < leastMinor))
}

// Asked of Node: bundlers that see a program run want to know it when they build.
const { fork } = process.getBuiltinModule('node:child_process')

/** @throws NutgrafError `missing-worker` where there is no program to run, or none may be run */
export function forkWorker(caller: string, options: ForkOptions): ChildProcess {
  if (isOldDeno()) throw noWorker(caller, `workers need Deno ${leastDeno.join('.')}, this is ${process.versions.deno}`)
  const child = forked(workerFile(caller), options)
  // Deno asks for leave first, and says later that it has none.
  if (typeof child?.send === 'function') return child
  child?.on('error', () => undefined)
  throw noWorker(caller, `this program may start no other; ${leave}`)
}

const leave = process.versions.deno
  ? 'in Deno, it needs --allow-run --allow-env --allow-read'
  : 'with --permission, it needs --allow-child-process'

/** Node says at once that it has no leave. */
function forked(file: string, options: ForkOptions): ChildProcess | undefined {
  try {
    return fork(file, options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ACCESS_DENIED') return undefined
    throw error
  }
}
