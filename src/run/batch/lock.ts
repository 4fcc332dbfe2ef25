import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { fileFault, NutgrafError } from '../../base/error.ts'

/** Who holds a lock. A number of a process is given again and again; with the moment of its start it is one process. */
interface Holder {
  pid: number
  started: string
  host: string
  /** Where numbers of processes mean the same: this boot of this machine, this container. */
  space: string
}

/** How often a holder says that it lives, and after how long a silence it does not, in milliseconds. */
const [beat, silence] = [5_000, 120_000]

/**
 * Holds a file for this run alone, by a file beside it that says who does; gives what lets go of it. The lock of a run that
 * was killed is taken over.
 *
 * @throws NutgrafError `invalid-output` where another run holds it
 */
export function lockFile(path: string): () => void {
  const lock = `${path}.nutgraf-lock`
  const mine = `${lock}-${process.pid}-${randomBytes(6).toString('hex')}`
  const text = JSON.stringify(thisProcess())
  try {
    writeFileSync(mine, text, { flag: 'wx' })
  } catch (error) {
    throw fileFault('invalid-output', mine, error, `while ${path} is written, a lock must lie beside it`)
  }
  try {
    if (!place(mine, lock)) {
      removeDead(lock, mine, path)
      if (!place(mine, lock)) throw held(path, lock)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  const release = () => {
    clearInterval(timer)
    process.off('exit', release)
    if (readIf(lock) === text) rmSync(lock, { force: true })
  }
  const timer = setInterval(() => touch(lock, text), beat)
  timer.unref()
  process.on('exit', release)
  return release
}

/** Gives a file another name too, if none has it: whole at once, so that no lock is ever seen half-written. */
function place(file: string, name: string): boolean {
  try {
    linkSync(file, name)
    return true
  } catch (error) {
    if (isTaken(error)) return false
  }
  // Some file systems have no links.
  try {
    copyFileSync(file, name, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw fileFault('invalid-output', name, error)
  }
}

const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST'

/**
 * Takes a lock away whose holder is dead.
 *
 * @throws NutgrafError where it lives
 */
function removeDead(lock: string, mine: string, path: string): void {
  const found = readIf(lock)
  if (found === undefined) return
  if (lives(found, lock, mine)) throw held(path, lock)
  const away = `${mine}-dead`
  try {
    renameSync(lock, away)
  } catch {
    // Another run was quicker; one of the two gets it.
    return
  }
  // What was moved may be the lock of a run that has taken over in between: it gets it back.
  if (readIf(away) !== found) place(away, lock)
  rmSync(away, { force: true })
}

function lives(text: string, lock: string, mine: string): boolean {
  const holder = read(text)
  const here = thisProcess()
  if (holder?.host === here.host && holder.space === here.space) {
    if (!isProcess(holder.pid)) return false
    const started = startOf(holder.pid)
    if (started !== '') return started === holder.started
  }
  // Numbers of its processes say nothing here, but a run that lives touches its lock.
  return timeOf(mine) - timeOf(lock) < silence
}

function held(path: string, lock: string): NutgrafError {
  const holder = read(readIf(lock) ?? '')
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process'
  return new NutgrafError(
    'invalid-output',
    path,
    `another run is writing it: ${who}; wait for its end or give another output (if there is no such run, remove ${lock})`,
  )
}

const thisProcess = (): Holder => ({
  pid: process.pid,
  started: startOf(process.pid),
  host: hostname(),
  space: [readIf('/proc/sys/kernel/random/boot_id')?.trim(), linkIf('/proc/self/ns/pid')].join(' '),
})

/** The moment when a process started, in whatever unit; empty where it can't be known. One that only waits to be buried has ended. */
function startOf(pid: number): string {
  const line = readIf(`/proc/${pid}/stat`)
  // After the name, which is in brackets and may hold anything.
  if (line !== undefined) {
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return /[ZX]/.test(fields[0] ?? '') ? 'ended' : (fields[19] ?? '')
  }
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return ''
  }
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function read(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null
    return Number.isInteger(holder?.pid) ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

const tryTo = <T>(action: () => T): T | undefined => {
  try {
    return action()
  } catch {
    return undefined
  }
}

const readIf = (file: string) => tryTo(() => readFileSync(file, 'utf8'))
const linkIf = (file: string) => tryTo(() => readlinkSync(file))
const timeOf = (file: string) => tryTo(() => statSync(file).mtimeMs) ?? Number.NEGATIVE_INFINITY

/** Writes the same again: the time of the lock is then that of the file system's clock, as that of a new file is. */
function touch(lock: string, text: string): void {
  if (readIf(lock) === text) tryTo(() => writeFileSync(lock, text, { flag: 'r+' }))
}
