/** In a front-coded list every 16th name is stored whole. */
const frontBlock = 16

/** The line of a name in a front-coded list: how many characters it shares with the one before, then the rest. */
export function frontLine(name: string, before: string, number: number): string {
  let shared = 0
  if (number % frontBlock > 0) while (shared < 35 && shared < before.length && before[shared] === name[shared]) shared++
  return shared.toString(36) + name.slice(shared)
}

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

  /** The digit to base 36 at a place. */
  function digitAt(at: number): number {
    const code = coded.charCodeAt(at)
    return code < 58 ? code - 48 : code - 87
  }

  /** How far the characters at a place are those of a name from `from` on: the length of what the two share. */
  function sharedWith(name: string, at: number, from: number): number {
    let length = from
    while (length < name.length && coded.charCodeAt(at + length - from) === name.charCodeAt(length)) length++
    return length
  }

  /** Whether an entry that shares so much with a name, and goes on with this code unit, is before it, the same, or behind. */
  function orderOf(name: string, shared: number, next: number): number {
    const ends = next === newline || Number.isNaN(next)
    if (shared === name.length) return ends ? 0 : 1
    return ends || next < name.charCodeAt(shared) ? -1 : 1
  }

  /** The last block that begins with a name before the given one, else the first. */
  function blockOf(name: string): number {
    let [low, high] = [0, heads.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      const at = heads[middle]! + 1
      const shared = sharedWith(name, at, 0)
      if (orderOf(name, shared, coded.charCodeAt(at + shared)) < 0) low = middle
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
        name = name.slice(0, digitAt(at)) + line.slice(1)
        if (left === 0) return name
        at += line.length + 1
      }
    },
    find(name) {
      const block = blockOf(name)
      let number = block * frontBlock
      let first = 0
      let last = 0
      // What the entry before shares with the name.
      let known = 0
      for (let at = heads[block]!; at < coded.length; number++) {
        const from = digitAt(at)
        // One that begins like the entry before, further than that begins like the name, is before the name too.
        if (from <= known) {
          known = sharedWith(name, at + 1, from)
          const order = orderOf(name, known, coded.charCodeAt(at + 1 + known - from))
          if (order > 0) break
          if (order === 0) {
            if (last === 0) first = number
            last = number + 1
          }
        }
        const end = coded.indexOf('\n', at)
        at = end < 0 ? coded.length : end + 1
      }
      return { first, last }
    },
  }
}

const newline = 10
