/** `He spoke on [Monday = 2024-05-13].`: the text, and what is to be found in it. */
export function readDated(row: string): { text: string; expected: string[] } {
  const expected: string[] = []
  const text = row.replace(/\[([^=\]]+) = ([^\]]+)\]/g, (_, words: string, value: string) => {
    expected.push(`${words} = ${value}`)
    return words
  })
  return { text, expected }
}
