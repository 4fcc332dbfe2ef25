/** Keys longer than this count for more than one entry; those longer than the other are not kept: none comes again. */
const usual = 64
const longest = 1000

/**
 * A function of strings that keeps what it was asked lately. Values of two generations are kept: one that is asked for again
 * goes to the young, the old ones are forgotten as a whole. So memory has a bound, in entries and in what they hold, and
 * what is common stays. `make` looks at nothing but the string: what was asked before must not show.
 */
export function memoizeBounded<T extends object>(most: number, make: (key: string) => T): (key: string) => T {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  let room = most
  return (key) => {
    const known = young.get(key)
    if (known) return known
    if (key.length > longest) return make(key)
    const own = copyOf(key)
    const value = old.get(key) ?? make(own)
    const size = Math.max(1, key.length / usual)
    if (room < size) {
      old = young
      young = new Map()
      room = most
    }
    room -= size
    young.set(own, value)
    return value
  }
}

// A slice of 13 characters or more keeps the whole text that it was cut from.
const copyOf = (text: string): string => (text.length < 13 ? text : text.split('').join(''))
