export { type ExtractAllOptions, extractAll } from '../run/batch/extract-all.ts'
export type { FlowOptions } from '../run/batch/flow.ts'
export type { Outcome, StoryInput } from '../run/batch/input.ts'
export {
  type BatchOptions,
  type BatchSummary,
  batchFile,
  type NdjsonRecord,
  type Progress,
} from '../run/batch/ndjson.ts'
export {
  createPool,
  type Pool,
  type PoolExtractOptions,
  type PoolManyOptions,
} from '../run/batch/pool.ts'
export type { PoolOptions } from '../run/batch/pool-options.ts'
export type { PoolCounts } from '../run/batch/scheduler.ts'
export type { BatchFormat } from '../run/sinks/formats.ts'
