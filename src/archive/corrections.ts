import { normalizeName } from './names.ts'

/** A name of somebody or something, with its type where only that of this type is meant. */
type LinkName = string | { readonly name: string; readonly type?: string | undefined }

/** Names that are one, or are not: a rule set's `links`. */
export interface LinkRules {
  readonly same?: readonly (readonly LinkName[])[] | undefined
  readonly apart?: readonly (readonly LinkName[])[] | undefined
}

/** The links of all rule sets of an archive, ready to be asked. */
export interface Corrections {
  /** Names of one row, by each of them. */
  readonly same: ReadonlyMap<string, readonly TypedName[]>
  readonly apart: ReadonlyMap<string, readonly TypedName[]>
}

interface TypedName {
  norm: string
  name: string
  type: string | undefined
  row: number
}

/** The links of rule sets, which are checked, together. */
export function correctionsOf(sets: readonly { readonly links?: LinkRules | undefined }[]): Corrections {
  const links = sets.flatMap((set) => (set.links ? [set.links] : []))
  return {
    same: rowsByName(links.flatMap(({ same }) => same ?? [])),
    apart: rowsByName(links.flatMap(({ apart }) => apart ?? [])),
  }
}

function rowsByName(rows: readonly (readonly LinkName[])[]): Map<string, TypedName[]> {
  const byName = new Map<string, TypedName[]>()
  rows.forEach((names, row) => {
    const typed = names.map((one): TypedName => {
      const { name, type } = typeof one === 'string' ? { name: one, type: undefined } : one
      return { norm: normalizeName(name), name, type, row }
    })
    for (const { norm } of typed) byName.set(norm, [...(byName.get(norm) ?? []), ...typed])
  })
  return byName
}

interface Named {
  type: string
  names: ReadonlyMap<string, number>
}

/** Names that a rule set says are those of the same. */
export function otherNames({ type, names }: Named, { same }: Corrections): string[] {
  if (same.size === 0) return []
  return [...names.keys()].flatMap((name) => rowsOf(name, type, same).map((other) => other.name))
}

/** Whether a rule set says of two that they are one, or two: by any name of each. Null where it says nothing. */
export function corrected(one: Named, other: Named, { same, apart }: Corrections): 'same' | 'apart' | null {
  if (same.size === 0 && apart.size === 0) return null
  if (meetIn(one, other, apart)) return 'apart'
  return meetIn(one, other, same) ? 'same' : null
}

function meetIn(one: Named, other: Named, rows: Corrections['same']): boolean {
  if (rows.size === 0) return false
  const theirs = new Set([...other.names.keys()].map(normalizeName))
  return [...one.names.keys()].some((name) => {
    const norm = normalizeName(name)
    return rowsOf(name, one.type, rows).some(
      (listed) => listed.norm !== norm && theirs.has(listed.norm) && (listed.type ?? other.type) === other.type,
    )
  })
}

/** All names of the rows in which a name stands with this type or none. */
function rowsOf(name: string, type: string, rows: Corrections['same']): TypedName[] {
  const norm = normalizeName(name)
  const listed = rows.get(norm) ?? []
  const fitting = new Set(
    listed.filter((one) => one.norm === norm && (one.type ?? type) === type).map(({ row }) => row),
  )
  return listed.filter(({ row }) => fitting.has(row))
}
