export const median = (list: readonly number[]): number => share(list, 0.5)

/** The figure under which so large a part of a list lies. */
export const share = (list: readonly number[], part: number): number =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]!

/** Milliseconds of processor time, that of helping threads too. */
export function timed(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Lists of figures by name. */
export function openNotes() {
  const lists = new Map<string, number[]>()
  return {
    lists,
    note(name: string, figure: number): void {
      const list = lists.get(name)
      if (list) list.push(figure)
      else lists.set(name, [figure])
    },
  }
}

/** A figure for each row and column, to three digits. */
export function show(title: string, rows: Record<string, Record<string, number>>): void {
  const rounded = (row: Record<string, number>) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Number(value.toPrecision(3))]))
  console.log(`\n${title}`)
  console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, rounded(row)])))
}
