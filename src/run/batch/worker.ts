import { createExtractor } from '../../api/extract.ts'
import { tasksOf, type WorkerData } from './tasks.ts'
import type { Order } from './workers.ts'

process.once('message', (known: WorkerData) => {
  const tasks = tasksOf(createExtractor(known))
  process.on('message', ({ task, items }: Order) => {
    const run = tasks[task] as (items: readonly unknown[]) => unknown[]
    process.send?.(run(items), undefined, undefined, (error) => error && process.exit())
  })
})
// Who pressed Ctrl-C means the whole run, which ends its workers.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
