/** A stretch of a column as a list of its own: a typed array as short as a sentence takes ten times as long to make. */
export function listOf(column: ArrayLike<number>, start: number, end: number): number[] {
  const list = new Array<number>(end - start)
  for (let i = start; i < end; i++) list[i - start] = column[i]!
  return list
}
