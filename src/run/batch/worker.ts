import { createExtractor } from '../../api/extract.ts'
import { tasksOf, type WorkerData } from './tasks.ts'
import { type Order, readyMessage } from './workers.ts'

/** Loads what the layers need, so that no story pays for it out of its time. */
const first = { text: 'Rice will meet Blair in London on Friday, the Foreign Office said.' }

const send = (message: unknown) => process.send?.(message, undefined, undefined, (error) => error && process.exit())

process.once('message', (known: WorkerData) => {
  const tasks = tasksOf(createExtractor(known))
  tasks.stories([first])
  process.on('message', ({ task, items }: Order) => {
    const run = tasks[task] as (items: readonly unknown[]) => unknown[]
    send(run(items))
  })
  send(readyMessage)
})
// Who pressed Ctrl-C means the whole run, which ends its workers.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
