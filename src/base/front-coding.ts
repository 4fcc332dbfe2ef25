/** In a front-coded list every 16th name is stored whole. */
export const frontBlock = 16

/** A sorted list of names that is read where it is asked, and never as a whole. */
export interface NameList {
  /** The numbers of the entries that are a name: those from `first` on, before `last`. */
  find(name: string): { first: number; last: number }
  /** The name of an entry. */
  at(number: number): string
}

/**
 * Reads a front-coded list (I. Witten, A. Moffat, T. Bell, "Managing Gigabytes", 1999): on each line how many characters a
 * name shares with the one before, then the rest. Names are in order of their code units.
 */
export function openNames(coded: string): NameList {
  const heads: number[] = []
  for (let at = 0, line = 0; ; line++) {
    if (line % frontBlock === 0) heads.push(at)
    const end = coded.indexOf('\n', at)
    if (end < 0) break
    at = end + 1
  }
  const lineAt = (at: number) => {
    const end = coded.indexOf('\n', at)
    return coded.slice(at, end < 0 ? coded.length : end)
  }

  /** The last block that begins with a name before the given one, else the first. */
  function blockOf(name: string): number {
    let [low, high] = [0, heads.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (lineAt(heads[middle]! + 1) < name) low = middle
      else high = middle
    }
    return low
  }

  return {
    at(number) {
      let name = ''
      let at = heads[Math.floor(number / frontBlock)]!
      for (let left = number % frontBlock; ; left--) {
        const line = lineAt(at)
        name = name.slice(0, Number.parseInt(line[0]!, 36)) + line.slice(1)
        if (left === 0) return name
        at += line.length + 1
      }
    },
    find(name) {
      const block = blockOf(name)
      let number = block * frontBlock
      let first = 0
      let last = 0
      let own = ''
      for (let at = heads[block]!; at < coded.length; number++) {
        const line = lineAt(at)
        own = own.slice(0, Number.parseInt(line[0]!, 36)) + line.slice(1)
        if (own > name) break
        if (own === name) {
          if (last === 0) first = number
          last = number + 1
        }
        at += line.length + 1
      }
      return { first, last }
    },
  }
}
