/** Reads a front-coded list: on each line how many characters a name shares with the one before, then the rest. */
export function unfront(coded: string): string[] {
  let name = ''
  return coded.split('\n').map((line) => {
    name = name.slice(0, Number.parseInt(line[0]!, 36)) + line.slice(1)
    return name
  })
}
