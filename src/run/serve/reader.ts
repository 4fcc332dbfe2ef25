import type { Pool } from '../../api/batch.ts'

/** What reads the stories of requests: a pool of workers, or what stands in for it. */
export type StoryReader = Pick<Pool<string>, 'extract' | 'health'>
