/**
 * A function of strings that keeps what it was asked lately. Values of two generations are kept: one that is asked for again
 * goes to the young, the old ones are forgotten as a whole. So memory has a bound, and what is common stays.
 */
export function recent<T extends object>(most: number, make: (key: string) => T): (key: string) => T {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return (key) => {
    const known = young.get(key)
    if (known) return known
    const value = old.get(key) ?? make(key)
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
}
