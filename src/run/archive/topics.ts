import { linkTopics } from '../../archive/events.ts'
import { stemsOf } from '../../archive/words.ts'
import type { Story, Topic } from '../../base/story.ts'
import type { FoundEvent, KnownEvent } from './events.ts'
import type { Tables } from './tables.ts'
import type { Writing } from './transaction.ts'

/** Writes what a story says was or will be talked about: topics of one event that say the same are one. */
export async function writeTopics(
  writing: Writing,
  story: number,
  { topics }: Story<string>,
  found: readonly FoundEvent[],
  known: ReadonlyMap<number, KnownEvent>,
): Promise<void> {
  const eventOf = new Map(found.map((event) => [event.local, event]))
  const byEvent = new Map<number | null, Topic[]>()
  for (const topic of topics) {
    const event = topic.event === null ? null : (eventOf.get(topic.event)?.id ?? null)
    byEvent.set(event, [...(byEvent.get(event) ?? []), topic])
  }
  const ids = new Map<string, number>()
  const rows = new Map<number, ReturnType<typeof rowOf>>()
  const words: Tables['topic_words'][] = []
  for (const [event, told] of byEvent) {
    const before = event === null ? [] : (known.get(event)?.topics ?? [])
    for (const [i, index] of linkTopics(told, before).entries()) {
      const id = index === null ? writing.nextId('topics', story, told[i]!.id) : before[index]!.id
      if (index === null) words.push(...wordsOf(id, told[i]!))
      ids.set(told[i]!.id, id)
      rows.set(id, rowOf(id, event, told[i]!))
    }
  }
  const isLatest = found.every(({ id, profile }) => (profile.lastTold ?? '') >= (known.get(id)?.lastTold ?? ''))
  const take = isLatest ? (['status'] as const) : []
  await writing.insert('topics', [...rows.values()], { key: ['id'], add: ['stories'], take })
  await writing.insert('topic_words', words)
  await writing.insert(
    'topic_sources',
    topics.map(({ id, label, status, evidence }) => ({
      ...{ story_id: story, local_id: id, topic_id: ids.get(id)!, label, status },
      ...{ quote_start: evidence.start, quote_end: evidence.end },
    })),
  )
}

const rowOf = (id: number, event: number | null, { label, category, status }: Topic) => ({
  ...{ id, event_id: event, label, category_code: category?.code ?? null, category_name: category?.name ?? null },
  ...{ status, stories: 1 },
})

/** What a topic is found by: its label stays, however others tell it. */
const wordsOf = (id: number, { label }: Topic): Tables['topic_words'][] =>
  [...new Set(stemsOf(label))].map((word) => ({ word, topic_id: id }))
