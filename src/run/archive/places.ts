import { normalizeName } from '../../archive/names.ts'
import type { Location, Story } from '../../base/story.ts'
import type { Writing } from './transaction.ts'

/** What a place is known by over all stories. */
const keyOf = ({ geonames, type, country, admin, name }: Location): string =>
  geonames === null ? [type, country ?? '', admin ?? '', normalizeName(name)].join(':') : `geonames:${geonames}`

/** Archive-wide ids of a story's places, by their ids in the story. */
export async function findPlaces(writing: Writing, { locations }: Story<string>): Promise<Map<string, number>> {
  const keys = locations.map(keyOf)
  const rows = await writing.tx
    .selectFrom('places')
    .select(['id', 'key'])
    .where('key', 'in', writing.list([...new Set(keys)]))
    .execute()
  const known = new Map(rows.map(({ id, key }) => [key, id]))
  return new Map(
    locations.map((location, i) => {
      const id = known.get(keys[i]!) ?? writing.nextId('places')
      known.set(keys[i]!, id)
      return [location.id, id]
    }),
  )
}

/** Writes that one more story names places. */
export async function writePlaces(
  writing: Writing,
  story: number,
  { locations }: Story<string>,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const places = new Map(
    locations.map((location) => {
      const { id: local, geonames, name, type, country, admin, coordinates } = location
      const id = ids.get(local)!
      const row = {
        ...{ id, key: keyOf(location), geonames, name, norm: normalizeName(name), type, country, admin },
        ...{ lat: coordinates?.lat ?? null, lon: coordinates?.lon ?? null, stories: 1 },
      }
      return [id, row]
    }),
  )
  await writing.insert('places', [...places.values()], { key: ['id'], add: ['stories'] })
  await writing.insert(
    'story_places',
    locations.map(({ id, mentions }) => ({
      ...{ story_id: story, local_id: id, place_id: ids.get(id)!, mentions: mentions.length },
      ...{ start: mentions[0]!.start, end: mentions[0]!.end },
    })),
  )
}
