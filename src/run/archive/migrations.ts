import { setTimeout as sleep } from 'node:timers/promises'
import { type CreateTableBuilder, type Kysely, type Migration, Migrator, type RawBuilder, sql } from 'kysely'
import { NutgrafError } from '../../base/error.ts'
import type { Database, Engine } from './database.ts'
import { makeQuestionIndexes, makeSearch } from './search-tables.ts'
import type { Tables } from './tables.ts'
import { makeViews } from './views.ts'

/** Tables of Kysely's own in which a database says what was done to it. */
const record = { migrationTableName: 'archive_migrations', migrationLockTableName: 'archive_migration_lock' }

/** By number, never changed once they are released: an archive is brought from any of them to the last. */
const migrations = (engine: Engine): Record<string, Migration> => ({
  '0001-tables': { up: (db) => makeTables(db, engine) },
})

/** Brings the tables to the last number. @throws NutgrafError `invalid-archive` where a newer release has made them */
export async function migrate(database: Database, caller: string): Promise<void> {
  const { db, engine } = database
  if ((await missing(database, caller)).length === 0) return
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(engine) }, ...record })
  const { error } = await migrator.migrateToLatest()
  // Of two programs that open a new archive at once, one comes too late, and all is done, or will be at once.
  for (let tries = 0; error && (await missing(database, caller)).length > 0; tries++) {
    if (tries === 50) throw error
    await sleep(100)
  }
}

/** Sees that the tables are those of this release. @throws NutgrafError `invalid-archive` where they are not */
export async function checkTables(database: Database, caller: string): Promise<void> {
  const wanting = await missing(database, caller)
  if (wanting.length === 0) return
  const isNone = wanting.length === Object.keys(migrations(database.engine)).length
  throw new NutgrafError(
    'invalid-archive',
    caller,
    `${database.place}: ${isNone ? 'it is no archive; add stories to it' : 'an older release has written it; add a story with this one'} before it is read`,
  )
}

/** The numbers that a database still lacks. */
async function missing({ db, engine, place }: Database, caller: string): Promise<string[]> {
  const known = Object.keys(migrations(engine))
  const done = await migrated(db)
  const newer = done.find((name) => !known.includes(name))
  if (newer !== undefined)
    throw new NutgrafError(
      'invalid-archive',
      caller,
      `${place} was written by a newer release of nutgraf (its tables are at ${newer}); use that one: npm install nutgraf@latest`,
    )
  return known.filter((name) => !done.includes(name))
}

/** Names of the migrations that a database has seen: of an empty one none. */
async function migrated(db: Kysely<Tables>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(record.migrationTableName)}`.execute(db)
    return rows.map(({ name }) => name)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === '42P01' || message.includes('no such table')) return []
    throw error
  }
}

type Column = RawBuilder<unknown>

/** Types of columns as an engine calls them. */
function typesOf(engine: Engine) {
  const isPostgres = engine === 'postgres'
  return {
    id: isPostgres ? sql`bigint` : sql`integer`,
    count: sql`integer`,
    text: sql`text`,
    /** Text that is sorted and compared by its letters' numbers, as days are. */
    plain: isPostgres ? sql`text collate "C"` : sql`text`,
    real: sql`double precision`,
  }
}

/** A table with its columns: those with `!` are never null. */
function table(
  db: Kysely<unknown>,
  name: string,
  columns: Readonly<Record<string, Column>>,
): CreateTableBuilder<string, string> {
  let made = db.schema.createTable(name) as CreateTableBuilder<string, string>
  for (const [key, type] of Object.entries(columns)) {
    const isNullable = key.endsWith('?')
    made = made.addColumn(isNullable ? key.slice(0, -1) : key, type, (column) =>
      isNullable ? column : column.notNull(),
    )
  }
  return made
}

async function makeTables(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { id, count, text, plain, real } = typesOf(engine)
  /** A table whose rows lie in the order of their key. */
  const keyed = (name: string, columns: Readonly<Record<string, Column>>, key: readonly string[]) => {
    const made = table(db, name, columns).addPrimaryKeyConstraint(`${name}_key`, key as string[])
    return engine === 'sqlite' ? made.modifyEnd(sql`without rowid`) : made
  }
  const numbered = (name: string, columns: Readonly<Record<string, Column>>) =>
    table(db, name, { id, ...columns }).addPrimaryKeyConstraint(`${name}_key`, ['id'])
  /** What belongs to a record of an archive goes with it, and follows its id. */
  const of = (made: CreateTableBuilder<string, string>, name: string, column: string, target: string) =>
    made.addForeignKeyConstraint(`${name}_${column}`, [column], target, ['id'], (key) =>
      key.onDelete('cascade').onUpdate('cascade'),
    )

  await numbered('stories', {
    ...{ hash: plain, version: text, 'source_id?': text, 'published?': plain, 'title?': text, 'url?': text },
    ...{ 'publisher?': text, text, story: text, 'group_id?': id, added: text },
  }).execute()
  // Without a foreign key, which would cost as much as the rows: a story's words never change, nor are they taken away.
  await keyed('story_bands', { hash: id, story_id: id }, ['hash', 'story_id']).execute()

  await numbered('entities', {
    ...{ type: text, name: text, 'wikidata?': text, stories: count, 'first_day?': plain, 'last_day?': plain },
  }).execute()
  for (const [name, columns, key] of [
    ['entity_names', { entity_id: id, name: plain, norm: plain, stories: count }, ['entity_id', 'name']],
    ['entity_keys', { key: plain, entity_id: id }, ['key', 'entity_id']],
    ['entity_clues', { entity_id: id, kind: plain, value: plain, stories: count }, ['entity_id', 'kind', 'value']],
  ] as const)
    await of(keyed(name, columns, key), name, 'entity_id', 'entities').execute()
  const toldKey = ['story_id', 'local_id']
  const told = (name: string, columns: Readonly<Record<string, Column>>, target: string, column: string) => {
    const made = keyed(name, { story_id: id, local_id: plain, [column]: id, ...columns }, toldKey)
    return of(of(made, name, 'story_id', 'stories'), name, column, target).execute()
  }
  await told(
    'story_entities',
    { name: text, mentions: count, start: count, end: count, salience: real, evidence: text },
    ...(['entities', 'entity_id'] as const),
  )

  await numbered('places', {
    ...{ key: plain, 'geonames?': id, name: text, norm: plain, type: text, 'country?': plain, 'admin?': text },
    ...{ 'lat?': real, 'lon?': real, stories: count },
  }).execute()
  await told('story_places', { mentions: count, start: count, end: count }, 'places', 'place_id')

  const days = { 'from_day?': plain, 'to_day?': plain }
  await numbered('events', {
    ...{ type: plain, status: plain, name: text, ...days, stories: count },
    ...{ 'first_told?': plain, 'last_told?': plain, words: text },
  }).execute()
  await of(
    keyed('event_keys', { key: plain, event_id: id }, ['key', 'event_id']),
    ...(['event_keys', 'event_id', 'events'] as const),
  ).execute()
  await told(
    'event_sources',
    {
      ...{ type: text, status: text, name: text, ...days, 'told?': plain, start: count, end: count },
      ...{ quote_start: count, quote_end: count, evidence: text },
    },
    ...(['events', 'event_id'] as const),
  )
  for (const [name, column, target] of [
    ['event_participants', 'entity_id', 'entities'],
    ['event_parties', 'place_id', 'places'],
    ['event_places', 'place_id', 'places'],
  ] as const) {
    const made = keyed(name, { event_id: id, [column]: id, stories: count }, ['event_id', column])
    await of(of(made, name, 'event_id', 'events'), name, column, target).execute()
  }

  await of(
    numbered('topics', {
      ...{ 'event_id?': id, label: text, 'category_code?': plain, 'category_name?': text, status: plain },
      ...{ stories: count },
    }),
    ...(['topics', 'event_id', 'events'] as const),
  ).execute()
  await of(
    keyed('topic_words', { word: plain, topic_id: id }, ['word', 'topic_id']),
    ...(['topic_words', 'topic_id', 'topics'] as const),
  ).execute()
  await told(
    'topic_sources',
    { label: text, status: text, quote_start: count, quote_end: count },
    ...(['topics', 'topic_id'] as const),
  )
  await table(db, 'last_ids', { kind: plain, id }).addPrimaryKeyConstraint('last_ids_key', ['kind']).execute()

  await makeIndexes(db)
  await makeQuestionIndexes(db, engine)
  await makeSearch(db, engine)
  await makeViews(db, engine)
}

/** What questions look for, and what a row's own are found by. */
const indexes = [
  ...['stories published', 'stories source_id', 'stories group_id'],
  ...['entity_names norm', 'entity_keys entity_id', 'story_entities entity_id', 'story_places place_id'],
  ...['places norm', 'places country', 'events from_day', 'events to_day', 'events last_told', 'events type from_day'],
  ...['event_keys event_id', 'event_sources event_id', 'event_sources told', 'event_participants entity_id'],
  ...['event_parties place_id', 'event_places place_id', 'topics event_id', 'topics category_code'],
  ...['topic_sources topic_id', 'topic_words topic_id'],
]

async function makeIndexes(db: Kysely<unknown>): Promise<void> {
  for (const [name, column] of [
    ['stories', 'hash'],
    ['places', 'key'],
  ] as const)
    await db.schema.createIndex(`${name}_by_${column}`).unique().on(name).column(column).execute()
  for (const [name, ...columns] of indexes.map((index) => index.split(' ')))
    await db.schema
      .createIndex(`${name}_by_${columns.join('_and_')}`)
      .on(name!)
      .columns(columns)
      .execute()
}
