import type { Database } from '../database.ts'
import type { ArchiveEntity } from '../questions.ts'
import { listOf } from '../rows.ts'
import { checkCount, checkName, checkQuestion, checkWords } from './checks.ts'
import { bearersOf } from './who.ts'

/** Who bears a name, the most often told first: four queries, however many they are. */
export async function findEntities(
  archive: Database,
  name: string,
  options: { type?: string; limit?: number } = {},
  caller = 'archive.entities',
): Promise<ArchiveEntity[]> {
  checkQuestion(options, ['type', 'limit'], caller)
  const limit = checkCount(options.limit, `${caller}.limit`, 100)
  const type = options.type === undefined ? undefined : checkWords(options.type, `${caller}.type`)
  const [bearers = []] = await bearersOf(archive, [checkWords(name, `${caller}.name`)])
  const chosen = bearers.filter((bearer) => type === undefined || bearer.type === type)
  return wholeEntities(
    archive,
    chosen.slice(0, limit).map(({ id }) => id),
  )
}

/** The entity of an id, or the one of a name that is told most often. */
export async function findEntity(archive: Database, who: string | number): Promise<ArchiveEntity | null> {
  const id = await idOf(archive, who, 'archive.entity.name')
  const [entity = null] = id === undefined ? [] : await wholeEntities(archive, [id])
  return entity
}

/** The id of somebody: of those who bear a name, of the one that is told most often. */
export async function idOf(archive: Database, who: string | number, path: string): Promise<number | undefined> {
  const checked = checkName(who, path)
  if (typeof checked === 'number') return checked
  const [[first] = []] = await bearersOf(archive, [checked])
  return first?.id
}

async function wholeEntities({ db, engine }: Database, ids: readonly number[]): Promise<ArchiveEntity[]> {
  if (ids.length === 0) return []
  const [rows, names, titles] = await Promise.all([
    db.selectFrom('entities').selectAll().where('id', 'in', listOf(engine, ids)).execute(),
    db
      .selectFrom('entity_names')
      .select(['entity_id as entity', 'name', 'stories'])
      .where('entity_id', 'in', listOf(engine, ids))
      .orderBy('stories', 'desc')
      .orderBy('name')
      .execute(),
    db
      .selectFrom('entity_clues')
      .select(['entity_id as entity', 'value as title', 'stories'])
      .where('kind', '=', 'title')
      .where('entity_id', 'in', listOf(engine, ids))
      .orderBy('stories', 'desc')
      .orderBy('value')
      .execute(),
  ])
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rowOf.get(id)
    if (!row) return []
    const { type, name, wikidata, stories, first_day: firstDay, last_day: lastDay } = row
    return {
      ...{ id, type, name },
      names: ownOf(names, id),
      titles: ownOf(titles, id),
      ...{ wikidata, stories, firstDay, lastDay },
    }
  })
}

const ownOf = <Row extends { entity: number }>(rows: readonly Row[], id: number): Omit<Row, 'entity'>[] =>
  rows.filter(({ entity }) => entity === id).map(({ entity: _, ...row }) => row)
