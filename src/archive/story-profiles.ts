import type { Entity, Event, Story } from '../base/story.ts'
import { wellFormed } from '../base/well-formed.ts'
import { callings, commonWords } from '../english/linking.ts'
import { stem } from '../text/stem.ts'
import { bodyName } from './bodies.ts'
import { daysOfEvent } from './days.ts'
import { type Lands, landNear, landOpening, landsBeside, landsOf } from './lands.ts'
import { isLone, normalizeName } from './names.ts'
import type { Counts, EntityProfile, EventProfile } from './profile.ts'
import { sentenceAt } from './rough-sentences.ts'

const amounts: ReadonlySet<string> = new Set(['money', 'percent', 'quantity'])

/** What a story says of each entity that is linked, by its id in the story (`e1`); amounts are left out. */
export function profilesOf(story: Story<string>, text: string): Map<string, EntityProfile> {
  const lands = landsOf(story, text)
  const named = story.entities.filter(({ type }) => !amounts.has(type))
  const companions = companionsOf(named)
  const known = namesBeside(named, text)
  const day = story.published?.slice(0, 10) ?? null
  return new Map(
    named.map((entity) => {
      const own = companionName(entity)
      return [
        entity.id,
        {
          type: entity.type,
          names: once([...namesOf(entity, lands), ...(known.get(entity.id) ?? [])]),
          titles: once([...entity.titles, ...callingsBeside(entity, text)]),
          countries: once(
            entity.mentions.flatMap((mention) => [...landsBeside(mention, lands, text, entity.type === 'person')]),
          ),
          near: once([landNear(entity.mentions[0]!, lands)].filter((land) => land !== null)),
          companions: once([...companions].filter((name) => name !== own)),
          wikidata: entity.wikidata ?? null,
          first: day,
          last: day,
        },
      ]
    }),
  )
}

/** Said once, as it will be read from the archive. */
const once = (values: Iterable<string>): Counts => new Map([...values].map((value) => [wellFormed(value), 1]))

/** Its names, and of a body that each land has its name without the land: "Foreign Ministry" of "Iranian Foreign Ministry". */
function namesOf({ type, name, aliases, mentions }: Entity<string>, lands: Lands): string[] {
  const names = [name, ...aliases]
  if (type === 'person') return names
  const bare = mentions.flatMap((mention) => {
    const land = landOpening(mention, lands)
    const rest =
      land &&
      mention.text
        .slice(land.end - mention.start)
        .replace(/^['’]s?/, '')
        .trim()
    return rest && bodyName(rest).landsOwn ? [rest] : []
  })
  return [...names, ...bare]
}

/** What may stand between two names of one: "Banco del Sur, or Bank of the South", "known as", "- real name". */
const alsoCalled =
  /^["”]?,? ?(?:[-–—] )?\(?(?:or|also known as|better known as|known as|real name|formerly known as|a\.?k\.?a\.?),? (?:the )?["“]?$/i
const inBrackets = /^,? \(["“]?$/

/** Other names that the story itself gives: of each by its id. */
function namesBeside(entities: readonly Entity<string>[], text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const mentions = entities
    .flatMap(({ id, type, mentions }) => mentions.map(({ start, end, text }) => ({ id, type, start, end, text })))
    .sort((a, b) => a.start - b.start)
  mentions.slice(1).forEach((second, i) => {
    const first = mentions[i]!
    if (first.id === second.id || first.type !== second.type) return
    const between = text.slice(first.end, second.start)
    const isName =
      between.length < longestLink &&
      (alsoCalled.test(between) || (inBrackets.test(between) && isAcronymOf(second.text, first.text)))
    const isInitials = between === ', ' && text[second.end] === ',' && isAcronymOf(second.text, first.text)
    if (isName || isInitials) found.set(first.id, [...(found.get(first.id) ?? []), second.text])
  })
  return found
}
const longestLink = 30

/** Whether capitals stand for words of a name in their order; not all need be there: "PDVSA" of "Petróleos de Venezuela". */
function isAcronymOf(short: string, long: string): boolean {
  if (!/^(?:\p{Lu}[.&-]?){2,8}$/u.test(short)) return false
  const capitals = long.split(/[\s-]+/).flatMap((word) => word[0]?.toUpperCase() ?? [])
  let at = 0
  for (const letter of short.replace(/[^\p{L}]/gu, '')) if (letter === capitals[at]) at++
  return at >= Math.min(2, capitals.length) && short[0] === capitals[0]
}

/** So many of those whom a story names are companions of the others: those that it names most. */
const mostCompanions = 40

/** Normalised full names of those whom a story names. */
function companionsOf(entities: readonly Entity<string>[]): Set<string> {
  const byMentions = entities
    .flatMap((entity) => {
      const name = companionName(entity)
      return name === null ? [] : [{ name, mentions: entity.mentions.length }]
    })
    .sort((a, b) => b.mentions - a.mentions)
  return new Set(byMentions.slice(0, mostCompanions).map(({ name }) => name))
}

function companionName({ type, name }: Entity<string>): string | null {
  if (type === 'person') return isLone(name) ? null : normalizeName(name)
  if (type !== 'organization' && type !== 'event') return null
  const { canonical, landsOwn } = bodyName(name)
  return landsOwn ? null : canonical
}

const allCallings = new Set(Object.values(callings).flatMap((words) => [...words]))

/** What a person is, where it stands right before the name or behind a comma: "actor Tom Cruise", "Smith, a striker". */
function callingsBeside({ type, mentions }: Entity<string>, text: string): string[] {
  if (type !== 'person') return []
  return mentions.flatMap(({ start, end }) => {
    const [, before] = /(?:^|\s)(\p{L}[\p{L}-]+)\s+$/u.exec(text.slice(Math.max(0, start - 30), start)) ?? []
    const [, behind = ''] = /^, (?:the|an?) ([\p{L}\s-]{3,50})/u.exec(text.slice(end, end + 60)) ?? []
    return [before ?? '', ...behind.split(/\s+/).slice(0, 4)]
      .map((word) => word.toLowerCase())
      .filter((word) => allCallings.has(word))
  })
}

/** Archive-wide ids of a story's entities and places, by their ids in the story. */
export interface Ids {
  entities: ReadonlyMap<string, number>
  places: ReadonlyMap<string, number>
}

/** What a story says of each of its events, by its id in the story (`v1`). */
export function eventProfilesOf(story: Story<string>, text: string, ids: Ids): Map<string, EventProfile> {
  const lands = landsOf(story, text)
  const dates = new Map(story.dates.map((date) => [date.id, date]))
  const topics = new Map(story.topics.map((topic) => [topic.id, topic]))
  const told = story.published?.slice(0, 10) ?? null
  const idsOf = (locals: readonly string[], of: ReadonlyMap<string, number>) =>
    new Set(locals.map((local) => of.get(local)).filter((id) => id !== undefined))
  return new Map(
    story.events.map((event) => [
      event.id,
      {
        type: event.type,
        status: event.status,
        name: event.name,
        ...(daysOfEvent(
          event,
          event.dates.flatMap((id) => dates.get(id) ?? []),
          told,
          text,
        ) ?? noDays),
        participants: idsOf(event.participants, ids.entities),
        parties: idsOf(event.participants, ids.places),
        places: idsOf(event.locations, ids.places),
        words: once([...wordsAbout(event, text, lands), ...landsOfPlaces(event, story)]),
        topics: event.topics.flatMap((id) => topics.get(id) ?? []).map(({ label, category }) => ({ label, category })),
        firstTold: told,
        lastTold: told,
      },
    ]),
  )
}

const noDays = { from: null, to: null }

/** Words of the sentences of its mentions in one form each, and the lands told of there (`@BD`). */
function wordsAbout({ mentions }: Event, text: string, lands: Lands): string[] {
  const at = new Set(mentions.map(({ start }) => sentenceAt(lands.sentences, start)))
  const words = [...at].flatMap((sentence) => {
    const { start, end } = lands.sentences[sentence]!
    return normalizeName(text.slice(start, Math.min(end, start + longestSentence))).split(' ')
  })
  const near = mentions.map((mention) => landNear(mention, lands)).filter((land) => land !== null)
  return [
    ...words.filter((word) => word.length > 2 && !commonWords.has(word)).map(stem),
    ...near.map((land) => `@${land}`),
  ]
}

const longestSentence = 1000

/** Lands in which it is held (`#BD`). */
const landsOfPlaces = ({ locations }: Event, story: Pick<Story<string>, 'locations'>): string[] =>
  story.locations.flatMap(({ id, country }) => (country !== null && locations.includes(id) ? [`#${country}`] : []))
