import { type Kysely, sql } from 'kysely'
import type { Engine } from './database.ts'

/**
 * Full text: an index of the words of stories, as `indexWords` gives them, without a copy of their texts. Either database
 * takes the words as they are, so that both find the same.
 */
export async function makeSearch(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements =
    engine === 'sqlite'
      ? [
          sql`create virtual table story_words using fts5
            (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`,
          sql`create trigger stories_gone after delete on stories begin
            delete from story_words where rowid = old.id; end`,
        ]
      : [
          sql`create table story_words (
            story_id bigint primary key references stories (id) on delete cascade on update cascade,
            words tsvector not null)`,
          sql`create index story_words_by_words on story_words using gin (words)`,
        ]
  for (const statement of statements) await statement.execute(db)
}

/** What questions look for besides columns: days that an event goes by, words of a name. */
export async function makeQuestionIndexes(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements = [
    sql`create index events_by_first_day on events (coalesce(from_day, to_day, first_told), id)`,
    sql`create index events_by_last_day on events (coalesce(to_day, from_day, last_told), id)`,
    sql`create index topics_by_category on topics (lower(category_name))`,
    ...(engine === 'postgres'
      ? [sql`create index entity_names_by_words on entity_names using gin (string_to_array(norm, ' '))`]
      : []),
  ]
  for (const statement of statements) await statement.execute(db)
}
