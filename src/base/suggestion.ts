/** `, did you mean #Person?` where one of the names is at most two edits away. */
export function suggestion(name: string, names: Iterable<string>, sign = ''): string {
  const near = [...names].filter((other) => edits(name.toLowerCase(), other.toLowerCase()) <= 2)
  return near.length === 0 ? '' : `, did you mean ${sign}${near[0]}?`
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
