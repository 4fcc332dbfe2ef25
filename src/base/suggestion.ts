/** `, did you mean #Person?` where one of the names is at most two edits away, and no more than a third of its letters: the nearest. */
export function suggestion(name: string, names: Iterable<string>, sign = ''): string {
  let nearest = ''
  let least = Math.min(2, Math.max(1, Math.floor(name.length / 3))) + 1
  for (const other of names) {
    const distance = edits(name.toLowerCase(), other.toLowerCase())
    if (distance >= least) continue
    nearest = other
    least = distance
  }
  return nearest && `, did you mean ${sign}${nearest}?`
}

/** Levenshtein's distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}
