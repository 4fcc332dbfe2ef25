import type { Selectable } from 'kysely'
import { eventKeys, eventWindow, joinEvents, kindredTypes, linkEvents } from '../../archive/events.ts'
import type { EventProfile, Evidence } from '../../archive/profile.ts'
import type { Story } from '../../base/story.ts'
import { mostAlike } from './most-alike.ts'
import { throughRecent } from './recent.ts'
import { sentenceOf } from './sentences.ts'
import type { Tables } from './tables.ts'
import type { Writing } from './transaction.ts'

/** What an event of a story was found to be. */
export interface FoundEvent {
  local: string
  /** Archive-wide. */
  id: number
  profile: EventProfile
  evidence: Evidence
}

/** A topic that is known of an event. */
type KnownTopic = EventProfile['topics'][number] & { id: number }

/** What is known of an event. */
export interface KnownEvent extends EventProfile {
  topics: KnownTopic[]
}

/** Which events of the archive those of a story are; what is new has an id already. */
export async function findEvents(
  writing: Writing,
  story: number,
  profiles: ReadonlyMap<string, EventProfile>,
): Promise<{ found: FoundEvent[]; known: Map<number, KnownEvent> }> {
  if (profiles.size === 0) return { found: [], known: new Map() }
  const told = [...profiles.values()]
  const known = await knownEvents(writing, await candidatesOf(writing, told))
  const ids = writing.inOrder('events', [...known.keys()])
  const candidates = ids.map((id) => known.get(id)!)
  const [locals, found]: [string[], FoundEvent[]] = [[...profiles.keys()], []]
  for (const [i, link] of linkEvents(told, candidates).entries()) {
    const [local, { candidate, evidence }] = [locals[i]!, link]
    const id = candidate !== null ? ids[candidate] : link.local !== null ? found[link.local]!.id : undefined
    found.push({ local, id: id ?? writing.nextId('events', story, local), profile: told[i]!, evidence })
  }
  return { found, known }
}

/** Events that may be those that are told: they share a key with one, and were held or told in its days. */
async function candidatesOf({ tx, list, inOrder }: Writing, told: readonly EventProfile[]): Promise<readonly number[]> {
  const asked = told.flatMap((profile) => {
    const window = eventWindow(profile)
    return window ? [{ ...window, keys: eventKeys(profile), types: kindredTypes(profile.type) }] : []
  })
  if (asked.length === 0) return []
  const from = asked.map((one) => one.from).sort()[0]!
  const to = asked
    .map((one) => one.to)
    .sort()
    .at(-1)!
  const rows = await tx
    .selectFrom('event_keys')
    .innerJoin('events', 'events.id', 'event_keys.event_id')
    .select(({ fn }) => ['events.id', 'events.last_told as weight', fn.countAll<number>().as('shared')])
    .where('event_keys.key', 'in', list([...new Set(asked.flatMap(({ keys }) => keys))]))
    .where('events.type', 'in', list([...new Set(asked.flatMap(({ types }) => types))]))
    .where((eb) =>
      eb.or([
        eb.and([eb('events.first_told', '<=', to), eb('events.last_told', '>=', from)]),
        eb.and([eb('events.from_day', '<=', to), eb('events.to_day', '>=', from)]),
      ]),
    )
    .groupBy('events.id')
    .execute()
  return mostAlike(rows, compared * told.length, (ids) => inOrder('events', ids))
}

/**
 * Events that one of a story is compared with at most, so that adding takes as long in a large archive: those that have most
 * with it in common, and of them the last told.
 */
const compared = 40

/** What is known of events. */
export async function knownEvents(writing: Writing, ids: readonly number[]): Promise<Map<number, KnownEvent>> {
  return throughRecent(writing.recent.events, ids, (rest) => readEvents(writing, rest))
}

async function readEvents({ tx, list, inOrder }: Writing, ids: readonly number[]): Promise<Map<number, KnownEvent>> {
  const events = await tx.selectFrom('events').selectAll().where('id', 'in', list(ids)).execute()
  const known = new Map(events.map((event) => [event.id, emptyEvent(event)]))
  const who = await tx.selectFrom('event_participants').selectAll().where('event_id', 'in', list(ids)).execute()
  for (const { event_id, entity_id } of who) known.get(event_id)?.participants.add(entity_id)
  for (const [table, role] of [
    ['event_parties', 'parties'],
    ['event_places', 'places'],
  ] as const) {
    const rows = await tx.selectFrom(table).selectAll().where('event_id', 'in', list(ids)).execute()
    for (const { event_id, place_id } of rows) known.get(event_id)?.[role].add(place_id)
  }
  const topics = await tx.selectFrom('topics').selectAll().where('event_id', 'in', list(ids)).execute()
  const topicOf = new Map(topics.map((topic) => [topic.id, topic]))
  for (const id of inOrder('topics', [...topicOf.keys()])) {
    const { event_id, label, category_code: code, category_name: name } = topicOf.get(id)!
    known.get(event_id!)?.topics.push({ id, label, category: code === null ? null : { code, name: name! } })
  }
  return known
}

const emptyEvent = ({ type, status, name, from_day, to_day, ...event }: Selectable<Tables['events']>) => ({
  ...{ type: type as EventProfile['type'], status: status as EventProfile['status'], name },
  ...{ from: from_day, to: to_day, firstTold: event.first_told, lastTold: event.last_told },
  ...{ participants: new Set<number>(), parties: new Set<number>(), places: new Set<number>() },
  words: new Map(Object.entries(JSON.parse(event.words) as Record<string, number>)),
  topics: [] as KnownTopic[],
})

/** Writes what one more story says of events. */
export async function writeEvents(
  writing: Writing,
  found: readonly FoundEvent[],
  known: ReadonlyMap<number, EventProfile>,
): Promise<void> {
  const joined = new Map<number, EventProfile>()
  for (const { id, profile } of found) {
    const before = joined.get(id) ?? known.get(id)
    joined.set(id, before ? joinEvents(before, profile) : profile)
  }
  await saveEvents(writing, joined, 1)
  // Of what is told anew there may be topics more, which are written behind it.
  for (const id of joined.keys()) writing.recent.events.delete(id)
  const once = <Key extends 'entity_id' | 'place_id'>(role: 'participants' | 'parties' | 'places', key: Key) => {
    const pairs = new Map<string, { event_id: number; stories: number } & Record<Key, number>>()
    for (const { id, profile } of found)
      for (const one of profile[role]) pairs.set(`${id} ${one}`, { event_id: id, [key]: one, stories: 1 } as never)
    return [...pairs.values()]
  }
  const participants = once('participants', 'entity_id')
  await writing.insert('event_participants', participants, { key: ['event_id', 'entity_id'], add: ['stories'] })
  for (const [table, role] of [
    ['event_parties', 'parties'],
    ['event_places', 'places'],
  ] as const)
    await writing.insert(table, once(role, 'place_id'), { key: ['event_id', 'place_id'], add: ['stories'] })
}

/** Writes what is known of events now. */
export async function saveEvents(
  writing: Writing,
  now: ReadonlyMap<number, EventProfile>,
  stories: number,
): Promise<void> {
  await writing.insert(
    'events',
    [...now].map(([id, { type, status, name, from, to, firstTold, lastTold, words }]) => ({
      ...{ id, type, status, name, from_day: from, to_day: to, stories, first_told: firstTold, last_told: lastTold },
      words: JSON.stringify(Object.fromEntries(words)),
    })),
    {
      ...{ key: ['id'], add: ['stories'] },
      take: ['type', 'status', 'name', 'from_day', 'to_day', 'first_told', 'last_told', 'words'],
    },
  )
  const keys = [...now].flatMap(([id, event]) => [...new Set(eventKeys(event))].map((key) => ({ key, event_id: id })))
  await writing.insert('event_keys', keys, { key: ['key', 'event_id'] })
}

/** Writes where a story tells its events. */
export async function writeEventSources(
  writing: Writing,
  story: number,
  read: Story<string>,
  found: readonly FoundEvent[],
): Promise<void> {
  const events = new Map(read.events.map((event) => [event.id, event]))
  await writing.insert(
    'event_sources',
    found.map(({ local, id, profile, evidence }) => {
      const { start, end } = events.get(local)!.mentions[0]!
      const quote = sentenceOf(read, start)
      return {
        ...{ story_id: story, local_id: local, event_id: id, type: profile.type, status: profile.status },
        ...{ name: profile.name, from_day: profile.from, to_day: profile.to, told: profile.lastTold, start, end },
        ...{ quote_start: quote?.start ?? start, quote_end: Math.max(end, quote?.end ?? end) },
        evidence: JSON.stringify(evidence),
      }
    }),
  )
}
