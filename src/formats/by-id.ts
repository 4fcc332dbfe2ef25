/** Looks up the items of a list by their ids, in the order of the ids. */
export function byId<T extends { id: string }>(list: readonly T[]): (ids: readonly string[]) => T[] {
  const items = new Map(list.map((item) => [item.id, item]))
  return (ids) => ids.flatMap((id) => items.get(id) ?? [])
}
