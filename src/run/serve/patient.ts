import { setTimeout } from 'node:timers/promises'
import { NutgrafError } from '../../base/error.ts'
import type { StoryReader } from './reader.ts'

/** Milliseconds after which one who found no room asks again. */
const pause = 50

/** Reads when there is room, where another would be told to come again: lines that have been sent are not sent twice. */
export const patient = ({ health, extract }: StoryReader): StoryReader => ({
  health,
  async extract(text, options = {}) {
    for (;;)
      try {
        return await extract(text, options)
      } catch (error) {
        if (!(error instanceof NutgrafError && error.code === 'busy')) throw error
        await setTimeout(pause, undefined, { ...(options.signal && { signal: options.signal }) })
      }
  },
})
