import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { lookup, type Place } from '../../../api/places.ts'
import { normalizeName } from '../../../archive/names.ts'
import type { Database } from '../database.ts'
import type { PlaceRef } from '../questions.ts'
import type { Tables } from '../tables.ts'
import { checkId } from './checks.ts'

/** A place in short. */
export const placeColumns = [
  ...(['places.id', 'places.name', 'places.type', 'places.country', 'places.lat', 'places.lon'] as const),
] as const

type Places = ExpressionBuilder<Tables, 'places'>

/** Whether a place is called so: by its own name, or by any that the gazetteer has for it ("Burma"). */
export function isNamed(eb: Places, name: string, known: readonly Place[] = lookup(name)): Expression<SqlBool> {
  const keys = known.flatMap(({ geonames }) => (geonames === null ? [] : [`geonames:${geonames}`]))
  return eb.or([eb('places.norm', '=', normalizeName(name)), ...among(eb, 'places.key', keys)])
}

/** Whether a place is meant by an id, a country's code or a name. A country, or a state, is all that lies in it. */
export function isWithin(eb: Places, where: string | number): Expression<SqlBool> {
  if (typeof where === 'number') return eb('places.id', '=', where)
  const known = lookup(where)
  const countries = known.flatMap(({ type, country }) => (type === 'country' && country !== null ? [country] : []))
  const code = where.trim()
  if (/^[A-Z]{2}$/.test(code)) countries.push(code)
  // Who says "New York" or "Washington" means the city.
  const isCity = known.some(({ type, population }) => type === 'city' && population >= 100_000)
  const states = isCity ? [] : known.flatMap(({ type, admin }) => (type === 'state' && admin !== null ? [admin] : []))
  return eb.or([
    isNamed(eb, where, known),
    ...among(eb, 'places.country', countries),
    ...among(eb, 'places.admin', states),
  ])
}

/** One of some values, where there are any: SQL has no empty list. */
const among = (eb: Places, column: 'places.key' | 'places.country' | 'places.admin', values: readonly string[]) =>
  values.length === 0 ? [] : [eb(column, 'in', values)]

/** The places of a name, the most often told first. */
export const findPlaces = ({ db }: Database, name: string): Promise<PlaceRef[]> =>
  db
    .selectFrom('places')
    .select(placeColumns)
    .where((eb) => isNamed(eb, name))
    .orderBy('stories', 'desc')
    .orderBy('id')
    .execute()

export async function findPlace({ db }: Database, id: number): Promise<PlaceRef | null> {
  return (
    (await db
      .selectFrom('places')
      .select(placeColumns)
      .where('id', '=', checkId(id, 'archive.place.id'))
      .executeTakeFirst()) ?? null
  )
}
