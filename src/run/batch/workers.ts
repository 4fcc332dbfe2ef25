import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Socket } from 'node:net'
import type { TaskName, Tasks, WorkerData } from './tasks.ts'
import { forkWorker } from './worker-file.ts'

/** What is sent to a worker, after what it has to know; answered by the results. */
export interface Order {
  task: TaskName
  items: readonly unknown[]
}

/** Processes that know some rules. A thread that runs out of memory may take all others with it; a process does not. */
export interface Workers {
  run<Name extends TaskName>(task: Name, items: readonly Tasks[Name]['item'][]): Promise<Tasks[Name]['result'][]>
  close(): Promise<void>
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

interface Waiting {
  order: Order
  resolve(results: unknown[]): void
  reject(error: unknown): void
}

interface Running {
  child: ChildProcess
  /** Orders under way, oldest first: they are done one after another. */
  under: Waiting[]
}

/** Orders under way for each worker: one that it reads, and one that waits. */
export const ahead = 2

/** What a block leaves behind dies young: with room for it, collecting garbage takes less of the cores that workers share. */
const roomForYoung = '--max-semi-space-size=32'

/** Opens no more than so many workers, each when it is wanted; one that ends has another in its place. */
export function openWorkers(count: number, known: WorkerData, maxMemory?: number): Workers {
  const all = new Set<Running>()
  const queue: Waiting[] = []
  let closed = false

  function start(): Running {
    const child = forkWorker({
      execArgv: [maxMemory === undefined ? roomForYoung : `--max-old-space-size=${maxMemory}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const worker: Running = { child, under: [] }
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-20_000)
    })
    child.on('message', (results: unknown[]) => {
      worker.under.shift()?.resolve(results)
      if (worker.under.length === 0) hold(child, false)
      next()
    })
    // What it said last has come when it is closed.
    child.on('close', (_, signal) => {
      all.delete(worker)
      for (const { reject } of worker.under) reject(new WorkerEnded(said, signal))
      next()
    })
    child.on('error', () => child.kill('SIGKILL'))
    child.send(known)
    all.add(worker)
    return worker
  }

  function next(): void {
    if (closed) return
    for (let waiting = queue[0]; waiting; waiting = queue[0]) {
      const worker = idlest()
      if (!worker) return
      queue.shift()
      give(worker, waiting)
    }
  }

  function idlest(): Running | undefined {
    const free = [...all].sort((a, b) => a.under.length - b.under.length)[0]
    if (all.size < count && (!free || free.under.length > 0)) return start()
    return free && free.under.length < ahead ? free : undefined
  }

  function give(worker: Running, waiting: Waiting): void {
    try {
      worker.child.send(waiting.order)
    } catch (error) {
      // It can't be sent.
      waiting.reject(error)
      return
    }
    worker.under.push(waiting)
    hold(worker.child, true)
  }

  return {
    run: (task, items) =>
      new Promise((resolve, reject) => {
        queue.push({ order: { task, items }, resolve: resolve as Waiting['resolve'], reject })
        next()
      }),
    async close() {
      closed = true
      for (const { reject } of queue.splice(0)) reject(new Error('the workers are closed'))
      await Promise.all(
        [...all].map(async ({ child }) => {
          hold(child, true)
          const gone = once(child, 'close')
          child.kill('SIGKILL')
          await gone
        }),
      )
    },
  }
}

/** A worker keeps this program alive as long as it has something to do. */
function hold(child: ChildProcess, busy: boolean): void {
  const held = [child, child.channel, child.stderr instanceof Socket ? child.stderr : undefined]
  // Bun has a channel that holds nothing.
  for (const one of held)
    if (busy) one?.ref?.()
    else one?.unref?.()
}
