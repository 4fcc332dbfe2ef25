import { blockSize } from '../../base/blocks.ts'
import { NutgrafError } from '../../base/error.ts'
import { type Fault, faultOf as faultIn } from './input.ts'
import type { CheckedPool } from './pool-options.ts'
import { lengthIn, resultWithout, sentOf, type TaskName, type Tasks } from './tasks.ts'
import { startHere, startProcess, type Told, type Worker, type WorkerEnded } from './workers.ts'

/** An item that is to be read. */
export interface Job<Result> {
  /** What came of it; rejected only where it is dropped, or no worker can be started. */
  readonly result: Promise<Result>
  /** Nobody waits for it any more: it is rejected with the reason, and read no further. */
  drop(reason: unknown): void
}

/** How many workers and items there are. */
export interface Counts {
  /** Workers that have started, and those of them that read. */
  workers: number
  busy: number
  /** Items that wait for a worker, and those that a worker has. */
  waiting: number
  reading: number
  /** Items that were read, those that gave an error, and those that nobody waited for any more. */
  done: number
  failed: number
  dropped: number
  /** Workers that ended before the pool was closed, and have or will have another in their place. */
  restarted: number
}

/** Gives items to workers in blocks; a worker that ends has another in its place, and no item is lost by it. */
export interface Scheduler<Name extends TaskName> {
  add(item: Tasks[Name]['item'], timeLimit?: number): Job<Tasks[Name]['result']>
  /** Whether fewer than so many items wait for a worker. */
  hasRoom(most: number): boolean
  /** Starts all workers, which otherwise start when they are wanted. */
  start(): void
  counts(): Counts
  /** Takes no more, and ends the workers when all is read; by force at once. */
  close(force: boolean): Promise<void>
}

interface Reading<Item, Result> {
  item: Item
  /** What of it is sent. */
  sent: unknown
  length: number
  limit: number | undefined
  /** With others; alone, since one of its block ended a worker; or alone in a worker that has read nothing. */
  wants: 'block' | 'alone' | 'fresh'
  worker: Running<Item, Result> | undefined
  settled: boolean
  resolve(result: Result): void
  reject(error: unknown): void
}

type Block<Item, Result> = Reading<Item, Result>[]

interface Running<Item, Result> {
  process: Worker
  ready: boolean
  /** Whether it was given anything before what it has now. */
  used: boolean
  /** Blocks under way, oldest first: they are read one after another. */
  under: Block<Item, Result>[]
  timer: NodeJS.Timeout | undefined
}

/** Blocks that a worker process has: one that it reads, and one that waits, so that it never does. */
export const ahead = 2
/** Milliseconds for which a worker may go on with what nobody waits for: about what it takes to start another. */
const patience = 1000

export function openScheduler<Name extends TaskName>(
  task: Name,
  { workers: given, maxMemory, known }: CheckedPool,
  caller: string,
): Scheduler<Name> {
  type Item = Tasks[Name]['item']
  type Result = Tasks[Name]['result']
  type One = Reading<Item, Result>
  type Runs = Running<Item, Result>

  const [most, deep] = given === 0 ? [1, 1] : [given, ahead]
  const all = new Set<Runs>()
  /** Those that a worker had when it ended go first. */
  const [again, waiting] = [new Set<One>(), new Set<One>()]
  const tally = { done: 0, failed: 0, dropped: 0, restarted: 0 }
  let characters = 0
  let reading = 0
  let planned = false
  let closed = false
  /** After a worker could not be started, others go on alone for a while. */
  let startFrom = 0
  let whenIdle: (() => void)[] = []

  function startWorker(): Runs | undefined {
    if (all.size > 0 && performance.now() < startFrom) return
    const worker: Runs = { process: undefined as never, ready: false, used: false, under: [], timer: undefined }
    const told: Told = {
      ready() {
        worker.ready = true
        watch(worker)
      },
      results: (results) => finish(worker, results as Result[]),
      ended: (error) => replace(worker, error),
    }
    worker.process = given === 0 ? startHere(known, told) : startProcess(known, maxMemory, told)
    all.add(worker)
    return worker
  }

  /** What comes in one turn of the event loop is given out together. */
  function plan(): void {
    if (planned) return
    planned = true
    setImmediate(() => {
      planned = false
      giveOut()
    })
  }

  function giveOut(): void {
    for (let first = firstWaiting(); first; first = firstWaiting()) {
      const worker = workerFor(first)
      const block = worker && blockFor(worker, first)
      if (!block) return
      give(worker, block)
    }
  }

  function firstWaiting(): One | undefined {
    for (const one of again) return one
    for (const one of waiting) return one
    return
  }

  function workerFor({ wants }: One): Runs | undefined {
    const idle = [...all].filter(({ under }) => under.length === 0)
    const started = idle.find(({ ready }) => ready) ?? idle[0]
    if (wants === 'fresh') {
      const fresh = idle.find(({ used }) => !used)
      if (!fresh && started && all.size >= most) retire(started)
      return fresh ?? (all.size < most ? startWorker() : undefined)
    }
    const worker = started ?? (all.size < most ? startWorker() : undefined)
    if (worker || wants === 'alone') return worker
    return [...all].find(({ under }) => under.length < deep && under[0]![0]!.wants === 'block')
  }

  /** A block that is not full goes to an idle worker alone: until there is one, it may grow. */
  function blockFor({ under }: Runs, first: One): One[] | undefined {
    if (!inBlocks(first)) return [first]
    const count = again.size + waiting.size
    if (under.length > 0 && count < blockSize.stories && characters < blockSize.characters) return
    const idle = [...all].filter((other) => other.under.length === 0).length
    const enough = Math.min(blockSize.stories, Math.ceil(count / Math.max(1, idle)))
    const block: One[] = []
    let length = 0
    for (const from of [again, waiting])
      for (const one of from) {
        if (!inBlocks(one) || block.length >= enough || length >= blockSize.characters) return block
        block.push(one)
        length += one.length
      }
    return block
  }

  function give(worker: Runs, block: One[]): void {
    for (const one of block) {
      take(one)
      one.worker = worker
    }
    try {
      worker.process.send({ task, items: block.map(({ sent }) => sent) })
    } catch (error) {
      // One of them can't be sent.
      if (block.length > 1) for (const one of block) putBack(one, 'alone')
      else
        settle(
          block[0]!,
          faultResult(block[0]!, {
            code: 'invalid-input',
            message: `expected plain data: ${(error as Error).message}`,
          }),
        )
      return
    }
    reading += block.length
    worker.under.push(block)
    worker.process.hold(true)
    if (worker.under.length === 1) watch(worker)
  }

  /** Ends a worker that runs over the time of what it reads, or reads on what nobody waits for. */
  function watch(worker: Runs): void {
    clearTimeout(worker.timer)
    const block = worker.under[0]
    const unwanted = block?.every(({ settled }) => settled)
    const limit = unwanted ? patience : block?.[0]?.limit
    if (!worker.ready || limit === undefined) return
    // Its results may have come while this thread was busy: they are read first.
    worker.timer = setTimeout(() => setImmediate(() => worker.under[0] === block && overrun(worker, limit)), limit)
    worker.timer.unref()
  }

  function overrun(worker: Runs, limit: number): void {
    for (const one of worker.under[0]!)
      settle(one, faultResult(one, { code: 'time-limit', message: `takes longer than its time limit of ${limit} ms` }))
    tally.restarted++
    retire(worker)
    plan()
  }

  function finish(worker: Runs, results: Result[]): void {
    const block = worker.under.shift()!
    worker.used = true
    reading -= block.length
    for (const [i, one] of block.entries()) settle(one, results[i]!)
    watch(worker)
    holdOrNot(worker)
    giveOut()
  }

  /** Ends a worker; what it was to read next is read by others. */
  function retire(worker: Runs): void {
    void worker.process.end()
    forget(worker)
  }

  function forget(worker: Runs): void {
    clearTimeout(worker.timer)
    all.delete(worker)
    for (const one of worker.under.splice(0).flat()) {
      reading--
      putBack(one, one.wants)
    }
  }

  /** A worker has ended by itself, or by what it read: the oldest block. */
  function replace(worker: Runs, error: WorkerEnded): void {
    if (!all.has(worker)) return
    tally.restarted++
    const [suspects = []] = worker.under
    const [first] = suspects
    if (worker.ready && first) {
      // Nothing else was ever in it.
      const alone = suspects.length === 1 && worker.under.length === 1 && !worker.used
      if (alone) settle(first, faultResult(first, faultOf(error)))
      else for (const one of suspects) one.wants = suspects.length === 1 ? 'fresh' : 'alone'
    }
    forget(worker)
    if (!worker.ready) startFrom = performance.now() + patience
    if (!worker.ready && all.size === 0) for (const one of [...again, ...waiting]) drop(one, startFault(error))
    plan()
  }

  function putBack(one: One, wants: One['wants']): void {
    one.worker = undefined
    if (one.settled) return
    one.wants = wants
    again.add(one)
    characters += one.length
  }

  /** Takes it out of those that wait. */
  function take(one: One): void {
    if (again.delete(one) || waiting.delete(one)) characters -= one.length
  }

  function settle(one: One, result: Result): void {
    if (one.settled) return
    one.settled = true
    tally.done++
    if ('error' in result) tally.failed++
    one.resolve(result)
    tellIdle()
  }

  function drop(one: One, reason: unknown): void {
    if (one.settled) return
    one.settled = true
    tally.dropped++
    take(one)
    one.reject(reason)
    if (one.worker) {
      if (one.worker.under[0]?.includes(one)) watch(one.worker)
      holdOrNot(one.worker)
    }
    tellIdle()
  }

  function holdOrNot({ process, under }: Runs): void {
    process.hold(under.flat().some(({ settled }) => !settled))
  }

  const left = () =>
    again.size + waiting.size + [...all].flatMap(({ under }) => under.flat()).filter(({ settled }) => !settled).length

  function tellIdle(): void {
    if (whenIdle.length === 0 || left() > 0) return
    for (const tell of whenIdle) tell()
    whenIdle = []
  }

  const faultResult = ({ item }: One, fault: Fault) => resultWithout[task](item as never, fault) as Result
  const memory = () => (maxMemory === undefined ? 'what a worker may take' : `${maxMemory} MB`)

  function faultOf(error: WorkerEnded): Fault {
    if (!error.outOfMemory) return { code: 'failed', message: error.message }
    return { code: 'out-of-memory', message: `wants more than ${memory()}; cut it into stories` }
  }

  function startFault(error: WorkerEnded): NutgrafError {
    return error.outOfMemory
      ? new NutgrafError(
          'invalid-options',
          `${caller}.options.maxMemory`,
          `${memory()} is too little to start with these rules; give more`,
        )
      : new NutgrafError('failed', caller, `no worker can be started: ${error.message}`, { cause: error })
  }

  return {
    add(item, limit) {
      if (closed) throw new NutgrafError('closed', caller, 'it is closed and reads no more stories')
      const { promise: result, resolve, reject } = withResolvers<Result>()
      const one: One = {
        ...{ item, sent: undefined, length: lengthIn[task](item as never), limit },
        ...{ wants: 'block', worker: undefined, settled: false, resolve, reject },
      }
      try {
        one.sent = sentOf[task](item as never)
        waiting.add(one)
        characters += one.length
        plan()
      } catch (error) {
        settle(one, faultResult(one, faultIn(error)))
      }
      return { result, drop: (reason) => drop(one, reason) }
    },
    hasRoom(most) {
      // What came in this turn may not have to wait.
      if (again.size + waiting.size >= most) giveOut()
      return again.size + waiting.size < most
    },
    start() {
      while (all.size < most && startWorker());
    },
    counts: () => ({
      workers: [...all].filter(({ ready }) => ready).length,
      busy: [...all].filter(({ under }) => under.length > 0).length,
      waiting: again.size + waiting.size,
      reading,
      ...tally,
    }),
    async close(force) {
      closed = true
      if (force) {
        const reason = new NutgrafError('closed', caller, 'it was closed before the story was read')
        for (const one of [...again, ...waiting, ...[...all].flatMap(({ under }) => under.flat())]) drop(one, reason)
      } else if (left() > 0) await new Promise<void>((resolve) => whenIdle.push(resolve))
      const ends = [...all].map(({ process }) => process.end())
      for (const worker of all) clearTimeout(worker.timer)
      all.clear()
      await Promise.all(ends)
    },
  }
}

const inBlocks = ({ wants, limit }: { wants: string; limit: number | undefined }) =>
  wants === 'block' && limit === undefined

function withResolvers<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((...both) => {
    ;[resolve, reject] = both
  })
  return { promise, resolve, reject }
}
