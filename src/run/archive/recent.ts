/**
 * Records by id that were read or written lately, in two generations: one that is asked for again goes to the young, the old
 * ones are forgotten as a whole. So memory has a bound, and what many stories tell of stays.
 */
export class Recent<Value> {
  readonly #most: number
  #young = new Map<number, Value>()
  #old = new Map<number, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get(id: number): Value | undefined {
    const young = this.#young.get(id)
    if (young !== undefined) return young
    const old = this.#old.get(id)
    if (old !== undefined) this.set(id, old)
    return old
  }

  set(id: number, value: Value): void {
    if (this.#young.size >= this.#most && !this.#young.has(id)) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(id, value)
    this.#old.delete(id)
  }

  delete(id: number): void {
    this.#young.delete(id)
    this.#old.delete(id)
  }

  clear(): void {
    this.#young.clear()
    this.#old.clear()
  }
}

/** Records by id: those that are kept, and the others as they are read. */
export async function throughRecent<Value>(
  recent: Recent<Value>,
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<ReadonlyMap<number, Value>>,
): Promise<Map<number, Value>> {
  const known = new Map<number, Value>()
  const rest: number[] = []
  for (const id of ids) {
    const value = recent.get(id)
    if (value === undefined) rest.push(id)
    else known.set(id, value)
  }
  if (rest.length === 0) return known
  for (const [id, value] of await read(rest)) {
    recent.set(id, value)
    known.set(id, value)
  }
  return known
}
