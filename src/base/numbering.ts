/**
 * Numbers keys from 0 on, in the order in which they come first; begins anew in constant time. A hash table with open
 * addressing, at most half full: what stands there of an earlier turn is as nothing.
 */
export class Numbering {
  length = 0
  #turn = 1
  #turns = new Int32Array(1 << 10)
  #keys = new Int32Array(1 << 10)
  #numbers = new Int32Array(1 << 10)

  clear(): void {
    this.length = 0
    this.#turn++
  }

  /** The number of a key, -1 where it has none. */
  find(key: number): number {
    const place = this.#placeOf(key)
    return this.#turns[place] === this.#turn ? this.#numbers[place]! : -1
  }

  numberOf(key: number): number {
    const place = this.#placeOf(key)
    if (this.#turns[place] === this.#turn) return this.#numbers[place]!
    this.#put(place, key, this.length)
    if (2 * ++this.length > this.#keys.length) this.#grow()
    return this.length - 1
  }

  #placeOf(key: number): number {
    const last = this.#keys.length - 1
    let place = (key ^ (key >>> 15)) & last
    while (this.#turns[place] === this.#turn && this.#keys[place] !== key) place = (place + 1) & last
    return place
  }

  #put(place: number, key: number, number: number): void {
    this.#turns[place] = this.#turn
    this.#keys[place] = key
    this.#numbers[place] = number
  }

  #grow(): void {
    const [turns, keys, numbers] = [this.#turns, this.#keys, this.#numbers]
    const room = 2 * keys.length
    this.#turns = new Int32Array(room)
    this.#keys = new Int32Array(room)
    this.#numbers = new Int32Array(room)
    for (let i = 0; i < keys.length; i++)
      if (turns[i] === this.#turn) this.#put(this.#placeOf(keys[i]!), keys[i]!, numbers[i]!)
  }
}
