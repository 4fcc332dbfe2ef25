export { type ExtractAllOptions, extractAll } from '../run/batch/extract-all.ts'
export type { Outcome, StoryInput } from '../run/batch/input.ts'
export {
  type BatchOptions,
  type BatchSummary,
  batchFile,
  type NdjsonRecord,
  type Progress,
} from '../run/batch/ndjson.ts'
export type { PoolOptions } from '../run/batch/pool.ts'
