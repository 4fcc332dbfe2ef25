import { NutgrafError } from '../../base/error.ts'
import type { Archive } from './archive.ts'
import type { Store } from './store.ts'

/** What is asked of an archive, and changes nothing. */
export type Answers = Omit<Archive, 'add' | 'addStory' | 'addAll' | 'relink' | 'close' | typeof Symbol.asyncDispose>

const unanswered = async (): Promise<never> => {
  throw new NutgrafError('failed', 'archive', 'it can’t be asked yet')
}

export const answersOf = ({ db }: Store): Answers => ({
  ...{ events: unanswered, event: unanswered, entities: unanswered, entity: unanswered, timeline: unanswered },
  ...{ coOccurrence: unanswered, mentions: unanswered, places: unanswered, place: unanswered, search: unanswered },
  ...{ stories: unanswered, story: unanswered, why: unanswered },
  async counts() {
    const tables = ['stories', 'entities', 'places', 'events', 'topics'] as const
    const counted = await Promise.all(
      tables.map(async (table) => {
        const { count } = await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        return [table, count] as const
      }),
    )
    return Object.fromEntries(counted) as Awaited<ReturnType<Archive['counts']>>
  },
})
