import { type Expression, type SqlBool, sql } from 'kysely'
import { type Phrase, searchWords } from '../../../archive/words.ts'
import type { Engine } from '../database.ts'
import type { Writing } from '../transaction.ts'

/** A position that PostgreSQL can tell from the next; letters of the words that it takes of one text. */
const [lastPosition, mostLetters] = [16_383, 300_000]

/** Makes a story of the archive be found by the words of its title and its text. */
export async function indexWords(
  { tx, engine }: Pick<Writing, 'tx' | 'engine'>,
  story: number,
  title: string | null,
  text: string,
): Promise<void> {
  const stems = wordsIn(title, text)
  const statement =
    engine === 'sqlite'
      ? sql`insert into story_words (rowid, words) values (${story}, ${[...stems].join(' ')})`
      : sql`insert into story_words (story_id, words) values (${story}, ${vectorOf(stems)}::tsvector)`
  await statement.execute(tx)
}

function* wordsIn(title: string | null, text: string): Generator<string> {
  for (const part of [title ?? '', text]) for (const { stem } of searchWords(part)) yield stem
}

/** Words with their positions as PostgreSQL writes them: its own parser would cut them otherwise than SQLite does. */
function vectorOf(stems: Iterable<string>): string {
  const positions = new Map<string, number[]>()
  let [at, letters] = [0, 0]
  for (const stem of stems) {
    const known = positions.get(stem)
    at = Math.min(at + 1, lastPosition)
    if (known) known.push(at)
    else if (letters < mostLetters) {
      positions.set(stem, [at])
      letters += stem.length
    }
  }
  return [...positions].map(([stem, places]) => `'${stem}':${places.slice(0, 255).join()}`).join(' ')
}

/** Whether a story has all phrases. Stems are letters and digits alone: nothing in them is syntax. */
export function holdsPhrases(engine: Engine, phrases: readonly Phrase[]): Expression<SqlBool> {
  if (engine === 'sqlite') {
    const words = phrases.map((stems) => `"${stems.join(' ')}"`).join(' AND ')
    // The plus has SQLite go through the days, newest first, and end at the limit, and not sort all that have a common word.
    return sql<SqlBool>`+stories.id in (select rowid from story_words where story_words match ${words})`
  }
  const words = phrases.map((stems) => `(${stems.map((stem) => `'${stem}'`).join(' <-> ')})`).join(' & ')
  return sql<SqlBool>`stories.id in (select story_id from story_words where words @@ ${words}::tsquery)`
}
