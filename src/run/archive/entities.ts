import type { Selectable } from 'kysely'
import { entityKeys, entityName, joinEntities, linkEntities } from '../../archive/entities.ts'
import { normalizeName } from '../../archive/names.ts'
import type { Counts, EntityProfile, Evidence } from '../../archive/profile.ts'
import { mostAlike } from './most-alike.ts'
import { throughRecent } from './recent.ts'
import type { Tables } from './tables.ts'
import type { Writing } from './transaction.ts'

/** What an entity of a story was found to be. */
export interface FoundEntity {
  local: string
  /** Archive-wide. */
  id: number
  profile: EntityProfile
  evidence: Evidence
}

/**
 * Entities that one of a story is compared with at most, so that adding takes as long in a large archive: those that have most
 * of its names in common, and of them the most told.
 */
const compared = 16

const clueKinds = { title: 'titles', country: 'countries', near: 'near', companion: 'companions' } as const
type ClueKind = keyof typeof clueKinds

/** Which entities of the archive those of a story are; what is new has an id already. */
export async function findEntities(
  writing: Writing,
  story: number,
  profiles: ReadonlyMap<string, EntityProfile>,
): Promise<{ found: FoundEntity[]; known: Map<number, EntityProfile> }> {
  const told = [...profiles.values()]
  const asked = [...new Set(told.flatMap((profile) => entityKeys(profile, writing.corrections).asked))]
  const rows = await writing.tx
    .selectFrom('entity_keys')
    .innerJoin('entities', 'entities.id', 'entity_id')
    .select(({ fn }) => ['entity_id as id', 'stories as weight', fn.countAll<number>().as('shared')])
    .where('key', 'in', writing.list(asked))
    .groupBy(['entity_id', 'stories'])
    .execute()
  const known = await knownEntities(
    writing,
    mostAlike(rows, compared * told.length, (ids) => writing.inOrder('entities', ids)),
  )
  const ids = writing.inOrder('entities', [...known.keys()])
  const candidates = ids.map((id) => known.get(id)!)
  const [locals, found]: [string[], FoundEntity[]] = [[...profiles.keys()], []]
  for (const [i, link] of linkEntities(told, candidates, writing.corrections).entries()) {
    const [local, { candidate, evidence }] = [locals[i]!, link]
    const id = candidate !== null ? ids[candidate] : link.local !== null ? found[link.local]!.id : undefined
    found.push({ local, id: id ?? writing.nextId('entities', story, local), profile: told[i]!, evidence })
  }
  return { found, known }
}

/** What is known of entities. */
export const knownEntities = (writing: Writing, ids: readonly number[]): Promise<Map<number, EntityProfile>> =>
  throughRecent(writing.recent.entities, ids, (rest) => readEntities(writing, rest))

async function readEntities({ tx, list }: Writing, ids: readonly number[]): Promise<Map<number, EntityProfile>> {
  const entities = await tx.selectFrom('entities').selectAll().where('id', 'in', list(ids)).execute()
  const names = await tx
    .selectFrom('entity_names')
    .select(['entity_id', 'name', 'stories'])
    .where('entity_id', 'in', list(ids))
    .orderBy('entity_id')
    .orderBy('name')
    .execute()
  const clues = await tx
    .selectFrom('entity_clues')
    .selectAll()
    .where('entity_id', 'in', list(ids))
    .orderBy('entity_id')
    .orderBy('kind')
    .orderBy('value')
    .execute()
  const known = new Map(entities.map((entity) => [entity.id, emptyProfile(entity)]))
  for (const { entity_id, name, stories } of names) known.get(entity_id)?.names.set(name, stories)
  for (const { entity_id, kind, value, stories } of clues)
    known.get(entity_id)?.[clueKinds[kind as ClueKind]].set(value, stories)
  return new Map([...known].map(([id, profile]) => [id, inOrder(profile)]))
}

/** The same however its parts came: read from the database, or of one story after another. */
const inOrder = (profile: EntityProfile): EntityProfile => ({
  ...profile,
  names: sorted(profile.names),
  titles: sorted(profile.titles),
  countries: sorted(profile.countries),
  near: sorted(profile.near),
  companions: sorted(profile.companions),
})

function sorted(counts: Counts): Counts {
  let before = ''
  for (const key of counts.keys()) {
    if (key < before) return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    before = key
  }
  return counts
}

const emptyProfile = ({ type, wikidata, first_day, last_day }: Selectable<Tables['entities']>) => ({
  ...{ type, names: new Map<string, number>(), titles: new Map<string, number>() },
  ...{ countries: new Map<string, number>(), near: new Map<string, number>(), companions: new Map<string, number>() },
  ...{ wikidata, first: first_day, last: last_day },
})

/** Writes what one more story says of entities. */
export async function writeEntities(
  writing: Writing,
  found: readonly FoundEntity[],
  known: ReadonlyMap<number, EntityProfile>,
): Promise<void> {
  const joined = new Map<number, EntityProfile>()
  for (const { id, profile } of found) {
    const before = joined.get(id) ?? known.get(id)
    joined.set(id, before ? joinEntities(before, profile) : profile)
  }
  await saveEntities(writing, joined, known, 1)
}

/** Writes what is known of entities now; of their rows those alone that are others than before. */
export async function saveEntities(
  writing: Writing,
  now: ReadonlyMap<number, EntityProfile>,
  before: ReadonlyMap<number, EntityProfile>,
  stories: 1 | -1,
): Promise<void> {
  await writing.insert(
    'entities',
    [...now].map(([id, profile]) => ({
      ...{ id, type: profile.type, name: entityName(profile), wikidata: profile.wikidata, stories },
      ...{ first_day: profile.first, last_day: profile.last },
    })),
    { key: ['id'], add: ['stories'], take: ['name', 'wikidata', 'first_day', 'last_day'] },
  )
  const names: Tables['entity_names'][] = []
  const clues: Tables['entity_clues'][] = []
  const keys: Tables['entity_keys'][] = []
  for (const [id, profile] of now) {
    const was = before.get(id)
    for (const [name, stories] of changedIn(profile.names, was?.names))
      names.push({ entity_id: id, name, norm: normalizeName(name), stories })
    for (const kind of Object.keys(clueKinds) as ClueKind[])
      for (const [value, stories] of changedIn(profile[clueKinds[kind]], was?.[clueKinds[kind]]))
        clues.push({ entity_id: id, kind, value, stories })
    if (isSaidAnew(profile, was))
      for (const key of entityKeys(profile, writing.corrections).kept) keys.push({ key, entity_id: id })
    if (was) await forgetClues(writing, id, profile, was)
    writing.recent.entities.set(id, inOrder(profile))
  }
  await writing.insert('entity_names', names, { key: ['entity_id', 'name'], take: ['stories'] })
  await writing.insert('entity_clues', clues, { key: ['entity_id', 'kind', 'value'], take: ['stories'] })
  await writing.insert('entity_keys', keys, { key: ['key', 'entity_id'] })
}

function changedIn(now: Counts, was: Counts = new Map()): [string, number][] {
  return [...now].filter(([key, count]) => was.get(key) !== count)
}

/** Whether an entity has names that it had not: it is kept under their keys too. */
const isSaidAnew = (now: EntityProfile, was: EntityProfile | undefined): boolean =>
  was === undefined || [...now.names.keys()].some((name) => !was.names.has(name))

/** Takes away rows of what is let go of. */
async function forgetClues({ tx, list }: Writing, id: number, now: EntityProfile, was: EntityProfile): Promise<void> {
  const goneOf = (before: Counts, after: Counts) => [...before.keys()].filter((key) => !after.has(key))
  const names = goneOf(was.names, now.names)
  if (names.length > 0)
    await tx.deleteFrom('entity_names').where('entity_id', '=', id).where('name', 'in', list(names)).execute()
  for (const kind of Object.keys(clueKinds) as ClueKind[]) {
    const gone = goneOf(was[clueKinds[kind]], now[clueKinds[kind]])
    if (gone.length === 0) continue
    await tx
      .deleteFrom('entity_clues')
      .where('entity_id', '=', id)
      .where('kind', '=', kind)
      .where('value', 'in', list(gone))
      .execute()
  }
}

/** What is known of an entity without what one story said of it. */
export function partEntities(known: EntityProfile, told: EntityProfile): EntityProfile {
  const less = (counts: Counts, gone: Counts) =>
    new Map([...counts].map(([key, n]) => [key, n - (gone.get(key) ?? 0)] as const).filter(([, n]) => n > 0))
  return {
    ...known,
    names: less(known.names, told.names),
    titles: less(known.titles, told.titles),
    countries: less(known.countries, told.countries),
    near: less(known.near, told.near),
    companions: less(known.companions, told.companions),
  }
}
