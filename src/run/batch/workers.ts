import type { ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { createExtractor } from '../../api/extract.ts'
import { type TaskName, tasksOf, type WorkerData } from './tasks.ts'
import { forkWorker } from './worker-file.ts'

/** What is sent to a worker, after what it has to know; answered by the results. */
export interface Order {
  task: TaskName
  items: readonly unknown[]
}

/** Reads orders one after another. A thread that runs out of memory may take all others with it; a process does not. */
export interface Worker {
  /** @throws Error where an item can't be sent */
  send(order: Order): void
  /** Whether it keeps this program alive. */
  hold(busy: boolean): void
  /** Ends it at once, whatever it does. */
  end(): Promise<void>
}

/** Who is told of a worker. */
export interface Told {
  /** It has started, and reads from now on. */
  ready(): void
  results(results: unknown[]): void
  /** It is gone; nobody may have asked for it. */
  ended(error: WorkerEnded): void
}

/** A worker has ended before it had done what it was to do. */
export class WorkerEnded extends Error {
  readonly outOfMemory: boolean
  constructor(said: string, signal: NodeJS.Signals | null) {
    super(`a worker has ended${signal ? ` by ${signal}` : ''}: ${said.trim().split('\n').at(-1)}`)
    // A system that has no memory left ends the largest process.
    this.outOfMemory = signal === 'SIGKILL' || /heap out of memory|heap limit/.test(said)
  }
}

/** What a worker says first. */
export const readyMessage = 'ready'

/** What a block leaves behind dies young: with room for it, collecting garbage takes less of the cores that workers share. */
const roomForYoung = '--max-semi-space-size=32'

/** Starts a worker process. */
export function startProcess(known: WorkerData, maxMemory: number | undefined, told: Told, caller: string): Worker {
  const child = forkWorker(caller, {
    execArgv: [maxMemory === undefined ? roomForYoung : `--max-old-space-size=${maxMemory}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-20_000)
  })
  child.on('message', (message: unknown[] | typeof readyMessage) => {
    if (message === readyMessage) told.ready()
    else told.results(message)
  })
  // What it said last has come when it is closed.
  const closed = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)))
  void closed.then((signal) => told.ended(new WorkerEnded(said, signal)))
  child.on('error', () => child.kill('SIGKILL'))
  child.send(known)
  let held = true
  const hold = (busy: boolean) => {
    if (busy !== held) holdProcess(child, busy)
    held = busy
  }
  hold(false)
  return {
    send: (order) => child.send(order),
    hold,
    async end() {
      hold(true)
      child.kill('SIGKILL')
      await closed
    },
  }
}

/** Reads in this thread, block by block, and other events in between. */
export function startHere(known: WorkerData, told: Told): Worker {
  const tasks = tasksOf(createExtractor(known))
  let ended = false
  told.ready()
  return {
    send({ task, items }) {
      const run = tasks[task] as (items: readonly unknown[]) => unknown[]
      setImmediate(() => {
        if (!ended) told.results(run(items))
      })
    },
    hold: () => undefined,
    async end() {
      ended = true
    },
  }
}

function holdProcess(child: ChildProcess, busy: boolean): void {
  const held = [child, child.channel, child.stderr instanceof Socket ? child.stderr : undefined]
  // Bun has a channel that holds nothing.
  for (const one of held)
    if (busy) one?.ref?.()
    else one?.unref?.()
}
