export { type ExtractAllOptions, extractAll } from './corpus/extract-all.ts'
export type { Outcome, StoryInput } from './corpus/input.ts'
export {
  type BatchOptions,
  type BatchSummary,
  batchFile,
  type NdjsonRecord,
  type Progress,
} from './corpus/ndjson.ts'
export type { PoolOptions } from './corpus/pool.ts'
