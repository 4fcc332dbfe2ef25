import { type SqlBool, sql } from 'kysely'
import { normalizeName } from '../../../archive/names.ts'
import { withoutTitle } from '../../../archive/title-words.ts'
import type { Database } from '../database.ts'

/** Who bears a name, the most often told first. */
export interface Bearer {
  id: number
  type: string
  stories: number
}

/**
 * Who bears each of some names: exactly, or as a person's last name; where nobody does, whoever is called so without the title
 * before it, and then whoever has these words in a name, in their order. One query, however many names.
 */
export async function bearersOf(archive: Database, names: readonly string[]): Promise<Bearer[][]> {
  const asked = names.map((name) => {
    const words = normalizeName(name).split(' ').filter(Boolean)
    return { words, untitled: withoutTitle(words) }
  })
  const found = await rowsOf(
    archive,
    asked.flatMap(({ words, untitled }) => (words.length === untitled.length ? [words] : [words, untitled])),
  )
  return asked.map(({ words, untitled }) => {
    const persons = found.filter(({ type }) => type === 'person')
    const ways = [closeTo(words, found), closeTo(untitled, persons), nearTo(words, found), nearTo(untitled, persons)]
    const rows = ways.find(({ length }) => length > 0) ?? []
    const bearers = new Map(rows.map(({ norm: _, ...bearer }) => [bearer.id, bearer]))
    return [...bearers.values()].sort((a, b) => b.stories - a.stories || a.id - b.id)
  })
}

interface Named extends Bearer {
  norm: string
}

function closeTo(words: readonly string[], named: readonly Named[]): Named[] {
  const whole = words.join(' ')
  return named.filter(({ norm, type }) => norm === whole || (type === 'person' && norm.endsWith(` ${whole}`)))
}

const nearTo = (words: readonly string[], named: readonly Named[]): Named[] =>
  named.filter(({ norm }) => hasWords(norm.split(' '), words))

async function rowsOf({ db, engine }: Database, wanted: readonly (readonly string[])[]): Promise<Named[]> {
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
