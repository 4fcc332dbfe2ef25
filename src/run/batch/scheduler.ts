import { blockSize } from '../../base/blocks.ts'
import { NutgrafError } from '../../base/error.ts'
import { type Fault, faultOf } from './input.ts'
import { canShare, openLine, type Waits } from './line.ts'
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

/**
 * How many workers and stories a pool has, now and since it was made.
 *
 * @example
 * import { createPool, type PoolCounts } from 'nutgraf/batch'
 *
 * await using pool = createPool({ workers: 1 })
 * await pool.extract('Rice left.')
 * const { busy, waiting, done }: PoolCounts = pool.health()
 * console.log(busy, waiting, done) // 0 0 1
 */
export interface PoolCounts {
  /** Workers that have started, and those of all that have something to read. */
  workers: number
  busy: number
  /** Stories that wait for a worker, and those that a worker has. */
  waiting: number
  reading: number
  /** Stories that have their outcome, those of them whose outcome is an error, and those that were aborted. */
  done: number
  failed: number
  dropped: number
  /** Workers that have ended while the pool was open: others take their place. */
  restarted: number
}

/** Gives items to workers in blocks; a worker that ends has another in its place, and no item is lost by it. */
export interface Scheduler<Name extends TaskName> {
  /** @throws NutgrafError `closed` */
  add(item: Tasks[Name]['item'], timeLimit?: number): Job<Tasks[Name]['result']>
  /** Whether fewer than so many items wait for a worker. */
  hasRoom(most: number): boolean
  /** Starts all workers, which otherwise start when they are wanted, and others in the place of those that end. */
  start(): void
  counts(): PoolCounts
  /** Takes no more, and ends the workers when all is read; by force at once. */
  close(force: boolean): Promise<void>
}

interface Reading<Item, Result> extends Waits {
  item: Item
  /** What of it is sent. */
  sent: unknown
  worker: Running<Item, Result> | undefined
  settled: boolean
  resolve(result: Result): void
  reject(error: unknown): void
}

interface Running<Item, Result> {
  process: Worker
  ready: boolean
  /** Whether it has read anything. */
  used: boolean
  /** Blocks under way, oldest first: they are read one after another. */
  under: Reading<Item, Result>[][]
  timer: NodeJS.Timeout | undefined
}

/** Blocks that a worker process has: one that it reads, and one that waits, so that it never does. */
export const ahead = 2
/** Milliseconds for which a worker may go on with what nobody waits for: about what it takes to start another. */
const patience = 1000

/** `caller` is named in errors of options. */
export function openScheduler<Name extends TaskName>(
  task: Name,
  { workers: count, maxMemory, known }: CheckedPool,
  caller: string,
): Scheduler<Name> {
  type Item = Tasks[Name]['item']
  type Result = Tasks[Name]['result']
  type One = Reading<Item, Result>
  type Runs = Running<Item, Result>

  const [most, deep] = count === 0 ? [1, 1] : [count, ahead]
  const workers = new Set<Runs>()
  const line = openLine<One>()
  const tally = { done: 0, failed: 0, dropped: 0, restarted: 0 }
  const idle = ({ under }: Runs) => under.length === 0
  let [planned, eager, closed] = [false, false, false]
  /** Items that have no result. */
  let open = 0
  /** After a worker could not be started, others go on alone for a while. */
  let startFrom = 0
  let retry: NodeJS.Timeout | undefined
  let whenAllRead: (() => void)[] = []

  function startWorker(): Runs | undefined {
    const early = startFrom - performance.now()
    if (workers.size > 0 && early > 0) {
      // What wants a fresh one would wait for ever: those that are idle tell of nothing.
      if (!retry) retry = setTimeout(tryAgain, early).unref()
      return
    }
    const worker: Runs = { process: undefined as never, ready: false, used: false, under: [], timer: undefined }
    const told: Told = {
      ready() {
        worker.ready = true
        watch(worker)
      },
      results: (results) => finish(worker, results as Result[]),
      ended: (error) => replace(worker, error),
    }
    try {
      worker.process = count === 0 ? startHere(known, told) : startProcess(known, maxMemory, told, caller)
    } catch (error) {
      cannotStart(error)
      return
    }
    workers.add(worker)
    return worker
  }

  function tryAgain(): void {
    retry = undefined
    plan()
  }

  /** Where there is no other worker, nothing that waits will be read. */
  function cannotStart(reason: unknown): void {
    startFrom = performance.now() + patience
    if (workers.size === 0) for (const one of line.all()) drop(one, reason)
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
    for (let first = line.first(); first; first = line.first()) {
      const worker = workerFor(first)
      // A block that is not whole goes to an idle worker alone: until there is one, it may grow.
      if (!worker || (!idle(worker) && canShare(first) && !line.fillsBlock())) break
      give(worker, line.block(shareOf(line.size())))
    }
    holdWanted()
  }

  /** What there is for one worker, where there is little, so that none is idle. */
  function shareOf(size: number): number {
    return Math.min(blockSize.stories, Math.ceil(size / Math.max(1, [...workers].filter(idle).length)))
  }

  function workerFor({ wants }: One): Runs | undefined {
    const free = [...workers].filter(idle)
    const started = free.find(({ ready }) => ready) ?? free[0]
    if (wants === 'fresh') {
      const fresh = free.find(({ used }) => !used)
      if (!fresh && started && workers.size >= most) retire(started)
      return fresh ?? (workers.size < most ? startWorker() : undefined)
    }
    const worker = started ?? (workers.size < most ? startWorker() : undefined)
    if (worker || wants === 'alone') return worker
    return [...workers].find(({ under }) => under.length < deep && under[0]?.[0]?.wants === 'block')
  }

  function give(worker: Runs, block: One[]): void {
    for (const one of block) {
      line.take(one)
      one.worker = worker
    }
    try {
      worker.process.send({ task, items: block.map(({ sent }) => sent) })
    } catch (error) {
      // One of them can't be sent.
      const message = `expected plain data: ${(error as Error).message}`
      if (block.length === 1) settleWithout(block[0]!, { code: 'invalid-input', message })
      else for (const one of block) putBack(one, 'alone')
      return
    }
    worker.under.push(block)
    if (worker.under.length === 1) watch(worker)
  }

  /** Ends a worker that runs over the time of what it reads, or goes on with what nobody waits for. */
  function watch(worker: Runs): void {
    clearTimeout(worker.timer)
    const block = worker.under[0]
    const limit = block?.every(({ settled }) => settled) ? patience : block?.[0]?.limit
    if (!worker.ready || limit === undefined) return
    // Its results may have come while this thread was busy: they are read first.
    worker.timer = setTimeout(() => setImmediate(() => worker.under[0] === block && runsOver(worker, limit)), limit)
    worker.timer.unref()
  }

  function runsOver(worker: Runs, limit: number): void {
    const message = `takes longer than its time limit of ${limit} ms; cut it into stories, or give it more`
    for (const one of worker.under[0]!) settleWithout(one, { code: 'time-limit', message })
    retire(worker)
    if (eager) startWorker()
    plan()
  }

  function finish(worker: Runs, results: Result[]): void {
    const block = worker.under.shift() ?? []
    worker.used = true
    for (const [i, one] of block.entries()) settle(one, results[i]!)
    watch(worker)
    giveOut()
  }

  function retire(worker: Runs): void {
    void worker.process.end()
    forget(worker)
  }

  /** What a worker has not read is read by others. */
  function forget(worker: Runs): void {
    clearTimeout(worker.timer)
    workers.delete(worker)
    tally.restarted++
    for (const one of worker.under.splice(0).flat()) putBack(one, one.wants)
  }

  /** A worker has ended by itself, or by what it read: one of its oldest block. */
  function replace(worker: Runs, error: WorkerEnded): void {
    if (!workers.has(worker)) return
    if (worker.ready) suspect(worker, error)
    forget(worker)
    if (worker.ready && eager) startWorker()
    if (!worker.ready) cannotStart(startFault(error, maxMemory, caller))
    plan()
  }

  /** What ended a worker in which nothing else has ever been is guilty; others are read again, with more care. */
  function suspect({ under, used }: Runs, error: WorkerEnded): void {
    const [block = []] = under
    const alone = block.length === 1
    if (alone && under.length === 1 && !used) settleWithout(block[0]!, faultOfEnd(error, maxMemory))
    else for (const one of block) one.wants = alone ? 'fresh' : 'alone'
  }

  function putBack(one: One, wants: One['wants']): void {
    one.worker = undefined
    one.wants = wants
    if (!one.settled) line.putBack(one)
  }

  function settle(one: One, result: Result): void {
    if (one.settled) return
    one.settled = true
    open--
    tally.done++
    if ('error' in result) tally.failed++
    one.resolve(result)
    tellIfAllRead()
  }

  const settleWithout = (one: One, fault: Fault) => settle(one, resultWithout[task](one.item as never, fault) as Result)

  function drop(one: One, reason: unknown): void {
    if (one.settled) return
    one.settled = true
    open--
    tally.dropped++
    line.take(one)
    one.reject(reason)
    if (one.worker?.under[0]?.includes(one)) watch(one.worker)
    plan()
    tellIfAllRead()
  }

  /** Workers keep this program alive while they read for it, and all do while something waits for one of them. */
  function holdWanted(): void {
    for (const worker of workers) worker.process.hold(line.size() > 0 || itemsOf(worker).some(isOpen))
  }

  function tellIfAllRead(): void {
    if (open > 0) return
    for (const tell of whenAllRead) tell()
    whenAllRead = []
  }

  return {
    add(item, limit) {
      if (closed) throw new NutgrafError('closed', 'pool', 'it is closed and reads no more')
      const { promise: result, resolve, reject } = openPromise<Result>()
      const one: One = {
        ...{ item, sent: undefined, length: lengthIn[task](item as never), limit, wants: 'block' },
        ...{ worker: undefined, settled: false, resolve, reject },
      }
      open++
      try {
        one.sent = sentOf[task](item as never)
        line.add(one)
        plan()
      } catch (error) {
        settleWithout(one, faultOf(error))
      }
      return { result, drop: (reason) => drop(one, reason) }
    },
    hasRoom(most) {
      // What came in this turn may not have to wait.
      if (line.size() >= most) giveOut()
      return line.size() < most
    },
    start() {
      eager = true
      while (workers.size < most && startWorker());
    },
    counts: () => ({
      workers: [...workers].filter(({ ready }) => ready).length,
      busy: [...workers].filter((worker) => !idle(worker)).length,
      waiting: line.size(),
      reading: open - line.size(),
      ...tally,
    }),
    async close(force) {
      closed = true
      eager = false
      const reason = new NutgrafError('closed', 'pool', 'it was closed before this was read')
      if (force) for (const one of [...line.all(), ...[...workers].flatMap(itemsOf)]) drop(one, reason)
      if (open > 0) await new Promise<void>((resolve) => whenAllRead.push(resolve))
      const ending = [...workers]
      workers.clear()
      for (const { timer } of ending) clearTimeout(timer)
      await Promise.all(ending.map(({ process }) => process.end()))
    },
  }
}

const itemsOf = <Item, Result>({ under }: Running<Item, Result>) => under.flat()
const isOpen = ({ settled }: { settled: boolean }) => !settled

const memoryOf = (maxMemory: number | undefined) => (maxMemory === undefined ? '' : ` of ${maxMemory} MB`)

function faultOfEnd({ outOfMemory, message }: WorkerEnded, maxMemory: number | undefined): Fault {
  if (!outOfMemory) return { code: 'failed', message }
  return {
    code: 'out-of-memory',
    message: `wants more than a worker's memory${memoryOf(maxMemory)}; cut it into stories`,
  }
}

function startFault(error: WorkerEnded, maxMemory: number | undefined, caller: string): NutgrafError {
  return error.outOfMemory
    ? new NutgrafError(
        'invalid-options',
        `${caller}.options.maxMemory`,
        `a worker's memory${memoryOf(maxMemory)} is too little to start with these rules; give more`,
      )
    : new NutgrafError('failed', caller, `no worker can be started: ${error.message}`, { cause: error })
}

function openPromise<T>() {
  let [resolve, reject] = [(_: T): void => undefined, (_: unknown): void => undefined]
  const promise = new Promise<T>((...both) => {
    ;[resolve, reject] = both
  })
  return { promise, resolve, reject }
}
