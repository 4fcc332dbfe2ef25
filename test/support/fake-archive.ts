import { extract } from '../../src/api/index.ts'
import type { Event, Story } from '../../src/base/story.ts'
import type { Archive, ArchiveInput } from '../../src/run/archive/archive.ts'
import type { ArchiveEntity, ArchiveEvent, ArchiveStory, PlaceRef, Quotation } from '../../src/run/archive/questions.ts'

/** An archive in memory that links what has the same name: what its pages are looked at with. */
export function fakeArchive(inputs: readonly ArchiveInput[]): Archive {
  const entities = new Map<string, ArchiveEntity>()
  const places = new Map<string, PlaceRef>()
  const events = new Map<string, ArchiveEvent>()
  const stories = new Map<number, ArchiveStory & { text: string; story: Story<string>; ids: Record<string, number> }>()
  const quotes = new Map<number, Quotation[]>()
  let topics = 0
  for (const [i, { text, id, title, url, publisher, published }] of inputs.entries()) {
    const story = extract(text, { ...(published && { published }), sentences: true })
    const ids: Record<string, number> = {}
    const self: ArchiveStory = {
      ...{ id: i + 1, sourceId: String(id), published: published ?? null, title: title ?? null, url: url ?? null },
      ...{ publisher: publisher ?? null, copies: [i + 1] },
    }
    stories.set(self.id, { ...self, text, story, ids })
    const quote = (at: number): Quotation => {
      const { start, end } = story.sentences!.find(({ end }) => end > at) ?? { start: 0, end: text.length }
      const { id, copies: _, ...about } = self
      return { story: id, ...about, start, end, text: text.slice(start, end) }
    }
    for (const { id, type, name, aliases, titles, mentions } of story.entities) {
      const key = `${type} ${name}`
      const known = entities.get(key) ?? {
        ...{ id: entities.size + 1, type, name, names: [], titles: [], wikidata: null, stories: 0 },
        ...{ firstDay: published ?? null, lastDay: null },
      }
      const count = <K extends string>(
        key: K,
        list: readonly ({ stories: number } & Record<K, string>)[],
        more: string[],
      ) =>
        [...new Set([...list.map((one) => one[key] as string), ...more])].map((one) => ({
          ...({ [key]: one } as Record<K, string>),
          stories: (list.find((old) => old[key] === one)?.stories ?? 0) + (more.includes(one) ? 1 : 0),
        }))
      entities.set(key, {
        ...known,
        names: count('name', known.names, [name, ...aliases]),
        titles: count('title', known.titles, titles),
        stories: known.stories + 1,
        lastDay: published ?? null,
      })
      ids[id] = known.id
      quotes.set(known.id, [...(quotes.get(known.id) ?? []), quote(mentions[0]!.start)])
    }
    for (const { id, name, type, country, coordinates } of story.locations) {
      const key = `${type} ${name} ${country}`
      const { lat = null, lon = null } = coordinates ?? {}
      if (!places.has(key)) places.set(key, { id: places.size + 1, name, type, country, lat, lon })
      ids[id] = places.get(key)!.id
    }
    const who = (ids: readonly string[]) => ids.flatMap((id) => story.entities.find((one) => one.id === id) ?? [])
    const where = (ids: readonly string[]) => ids.flatMap((id) => story.locations.find((one) => one.id === id) ?? [])
    const placeOf = ({ type, name, country }: Story['locations'][number]) => places.get(`${type} ${name} ${country}`)!
    for (const { id, type, status, name, participants, locations, dates, topics: about, mentions } of story.events) {
      const days = story.dates.filter((date) => dates.includes(date.id))
      const from = days[0]?.from?.slice(0, 10) ?? null
      const to = days.at(-1)?.to?.slice(0, 10) ?? null
      const named = who(participants).map(({ type, name }) => entities.get(`${type} ${name}`)!)
      const key = [
        type,
        from ?? published,
        ...where(locations).map(({ name }) => name),
        type === 'visit' ? '' : named[0]?.name,
      ]
      const known = events.get(key.join('|'))
      const unique = <T extends { id: number }>(list: readonly T[]) => [
        ...new Map(list.map((one) => [one.id, one])).values(),
      ]
      const labels = story.topics.filter((topic) => about.includes(topic.id))
      const event: ArchiveEvent = {
        ...{ id: known?.id ?? events.size + 1, type, status, name, from, to },
        participants: unique([
          ...(known?.participants ?? []),
          ...named.map(({ id, type, name }) => ({ id, type, name })),
        ]),
        parties: unique([...(known?.parties ?? []), ...where(participants).map(placeOf)]),
        places: unique([...(known?.places ?? []), ...where(locations).map(placeOf)]),
        topics: [
          ...(known?.topics ?? []),
          ...labels
            .filter(({ label }) => !known?.topics.some((topic) => topic.label === label))
            .map(({ label, category, status }) => ({ id: ++topics, label, category, status, stories: 1 })),
        ],
        stories: (known?.stories ?? 0) + 1,
        firstTold: known?.firstTold ?? published ?? null,
        lastTold: published ?? null,
        sources: [...(known?.sources ?? []), quote(mentions[0]!.start)],
      }
      events.set(key.join('|'), event)
      ids[id] = event.id
      for (const topic of about) ids[topic] = event.topics.at(-1)!.id
    }
  }
  const list = <T>(one: T | readonly T[] | undefined) =>
    (one === undefined ? [] : Array.isArray(one) ? one : [one]) as T[]
  const dayOf = ({ from, firstTold }: ArchiveEvent) => from ?? firstTold ?? ''
  const least = (day: string) => day.padEnd(10, '-01')
  const most = (day: string) => day.padEnd(10, '~')
  const has = (word: string, of: string) => of.toLowerCase().includes(word.toLowerCase())
  const page = <T>(
    all: readonly T[],
    { limit = 100, offset = 0 }: { limit?: number | undefined; offset?: number | undefined },
  ) => all.slice(offset, offset + limit)
  const named = (who: string | number) =>
    [...entities.values()]
      .filter(({ id, names }) => (typeof who === 'number' ? id === who : names.some(({ name }) => has(who, name))))
      .sort((a, b) => b.stories - a.stories)
  const archive: Omit<Archive, 'add' | 'addStory' | 'addAll' | 'relink' | typeof Symbol.asyncDispose> = {
    async events({
      who,
      where,
      from,
      to,
      type,
      status,
      topic,
      toldFrom,
      toldTo,
      order = 'earliest',
      sources = 3,
      ...rest
    } = {}) {
      const found = [...events.values()].filter(
        (event) =>
          list<string | number>(who).every((one) =>
            event.participants.some(({ id, name }) => id === one || has(String(one), name)),
          ) &&
          (where === undefined ||
            [...event.places, ...event.parties].some(
              ({ id, name, country }) => id === where || country === where || has(String(where), name),
            )) &&
          (from === undefined || (event.to ?? dayOf(event)) >= least(from)) &&
          (to === undefined || dayOf(event) <= most(to)) &&
          (toldFrom === undefined || (event.lastTold ?? '') >= least(toldFrom)) &&
          (toldTo === undefined || (event.firstTold ?? '') <= most(toldTo)) &&
          (type === undefined || list<Event['type']>(type).includes(event.type)) &&
          (status === undefined || list<Event['status']>(status).includes(event.status)) &&
          (topic === undefined ||
            event.topics.some(({ label, category }) => has(topic, label) || has(topic, category?.name ?? ''))),
      )
      const by = order === 'newest' ? ({ lastTold }: ArchiveEvent) => lastTold ?? '' : dayOf
      found.sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.id - b.id))
      if (order !== 'earliest') found.reverse()
      return page(found, rest).map((event) => ({ ...event, sources: event.sources.slice(0, sources) }))
    },
    event: async (id) => [...events.values()].find((event) => event.id === id) ?? null,
    entities: async (name, { limit = 20 } = {}) => named(name).slice(0, limit),
    entity: async (who) => named(who)[0] ?? null,
    timeline: (who, options) => archive.events({ who, ...options }),
    async coOccurrence(who, { limit = 20 } = {}) {
      const [self] = named(who)
      const counts = new Map<number, { stories: number; events: number }>()
      for (const { ids } of stories.values()) {
        const here = Object.entries(ids).flatMap(([local, id]) => (local.startsWith('e') ? [id] : []))
        if (self && here.includes(self.id))
          for (const id of here) counts.set(id, { stories: (counts.get(id)?.stories ?? 0) + 1, events: 0 })
      }
      for (const { participants } of events.values())
        if (participants.some(({ id }) => id === self?.id)) for (const { id } of participants) counts.get(id)!.events++
      return [...counts]
        .filter(([id]) => id !== self?.id)
        .map(([id, count]) => ({ entity: [...entities.values()].find((one) => one.id === id)!, ...count }))
        .sort((a, b) => b.stories - a.stories || b.events - a.events)
        .slice(0, limit)
    },
    mentions: async (who, { limit = 20 } = {}) => (quotes.get(named(who)[0]?.id ?? 0) ?? []).slice(0, limit),
    places: async (name) => [...places.values()].filter((place) => has(name, place.name)),
    place: async (id) => [...places.values()].find((place) => place.id === id) ?? null,
    async search(words, { limit = 20, offset = 0, from = '', to = '9' } = {}) {
      return [...stories.values()]
        .filter(({ text, published }) => has(words, text) && (published ?? '') >= from && (published ?? '') <= to)
        .slice(offset, offset + limit)
        .map(({ text, story: _, ids: __, ...story }) => {
          const at = text.toLowerCase().indexOf(words.toLowerCase())
          const found = text.slice(at, at + words.length)
          return {
            ...story,
            snippet: `…${text.slice(Math.max(0, at - 60), at)}[${found}]${text.slice(at + words.length, at + 80)}…`,
          }
        })
    },
    stories: async ({ from, to, ...rest } = {}) =>
      page(
        [...stories.values()]
          .filter(({ published }) => (published ?? '') >= least(from ?? '') && (published ?? '') <= most(to ?? ''))
          .map(({ text: _, story: __, ids: ___, ...story }) => story)
          .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1)),
        rest,
      ),
    story: async (id) => stories.get(id) ?? null,
    why: async () => null,
    counts: async () => ({
      ...{ stories: stories.size, entities: entities.size, places: places.size, events: events.size, topics },
    }),
    close: async () => undefined,
  }
  return archive as Archive
}
