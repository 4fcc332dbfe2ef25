import { type SqlBool, sql } from 'kysely'
import { normalizeName } from '../../../archive/names.ts'
import type { Database } from '../database.ts'

/** Who bears a name, the most often told first. */
export interface Bearer {
  id: number
  type: string
  stories: number
}

/**
 * Who bears each of some names: exactly, or as a person's last name; where nobody does, whoever has these words in a name,
 * in their order. One query, however many names.
 */
export async function bearersOf(archive: Database, names: readonly string[]): Promise<Bearer[][]> {
  const wanted = names.map((name) => normalizeName(name).split(' ').filter(Boolean))
  const found = await rowsOf(archive, wanted)
  return wanted.map((words) => {
    const whole = words.join(' ')
    const near = found.filter(({ norm }) => hasWords(norm.split(' '), words))
    const close = near.filter(({ norm, type }) => norm === whole || (type === 'person' && norm.endsWith(` ${whole}`)))
    const bearers = new Map((close.length > 0 ? close : near).map(({ norm: _, ...bearer }) => [bearer.id, bearer]))
    return [...bearers.values()].sort((a, b) => b.stories - a.stories || a.id - b.id)
  })
}

async function rowsOf({ db, engine }: Database, wanted: readonly (readonly string[])[]) {
  const lists = wanted.filter((words) => words.length > 0)
  if (lists.length === 0) return []
  return db
    .selectFrom('entity_names as n')
    .innerJoin('entities as e', 'e.id', 'n.entity_id')
    .select(['e.id', 'e.type', 'e.stories', 'n.norm'])
    .where((eb) =>
      eb.or(
        lists.map((words) =>
          engine === 'sqlite'
            ? sql<SqlBool>`' ' || n.norm || ' ' like ${`% ${words.join('%')} %`}`
            : sql<SqlBool>`string_to_array(n.norm, ' ') @> ${[...words]}`,
        ),
      ),
    )
    .execute()
}

/** Whether words stand in a name, one behind another: "george bush" in "george w bush". */
function hasWords(name: readonly string[], words: readonly string[]): boolean {
  let at = 0
  for (const word of name) if (word === words[at]) at++
  return words.length > 0 && at === words.length
}
