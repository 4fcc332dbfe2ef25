import type { Archive } from './archive.ts'
import { checkName, checkQuestion, checkWords } from './ask/checks.ts'
import { findCoOccurrence } from './ask/co-occurrence.ts'
import { findEntities, findEntity, idOf } from './ask/entities.ts'
import { findEvent, findEvents } from './ask/events.ts'
import { findMentions, findReason } from './ask/mentions.ts'
import { findStories, findStory, searchStories } from './ask/stories.ts'
import { findPlace, findPlaces } from './ask/where.ts'
import type { Database } from './database.ts'

/** What is asked of an archive, and changes nothing. */
export type Answers = Omit<Archive, 'add' | 'addStory' | 'addAll' | 'relink' | 'close' | typeof Symbol.asyncDispose>

export const answersOf = (archive: Database): Answers => ({
  events: (question) => findEvents(archive, question),
  event: (id) => findEvent(archive, id),
  entities: (name, options) => findEntities(archive, name, options),
  entity: (name) => findEntity(archive, name),
  async timeline(who, options = {}) {
    const caller = 'archive.timeline'
    checkQuestion(options, ['from', 'to', 'limit'], caller)
    const name = checkName(who, `${caller}.who`)
    // A place takes part in events too.
    const one = (await idOf(archive, name, `${caller}.who`)) ?? name
    return findEvents(archive, { ...options, who: one }, caller)
  },
  coOccurrence: (who, options) => findCoOccurrence(archive, who, options),
  mentions: (who, options) => findMentions(archive, who, options),
  places: (name) => findPlaces(archive, checkWords(name, 'archive.places.name')),
  place: (id) => findPlace(archive, id),
  search: (words, options) => searchStories(archive, words, options),
  stories: (options) => findStories(archive, options),
  story: (id) => findStory(archive, id),
  why: (entity, mention) => findReason(archive, entity, mention),
  counts: () => countsOf(archive),
})

const counted = ['stories', 'entities', 'places', 'events', 'topics'] as const

async function countsOf({ db }: Database): Promise<Awaited<ReturnType<Archive['counts']>>> {
  return db
    .selectNoFrom((eb) =>
      counted.map((table) =>
        eb
          .selectFrom(table)
          .select((of) => of.fn.countAll<number>().as('count'))
          .$asScalar()
          .$notNull()
          .as(table),
      ),
    )
    .executeTakeFirstOrThrow()
}
