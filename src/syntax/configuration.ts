/** What the parser may do next. */
export const shift = 0
export const left = 1
export const right = 2

/**
 * How far the parser has come in a sentence: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). A token is
 * put on the stack (shift); the one on top takes the next token as its head (left) or the one below it (right), and leaves.
 * The last one on the stack has no head: so every sentence has one root and no cycle.
 */
export class Configuration {
  length = 0
  /** The first token that is not on the stack yet. */
  next = 0
  depth = 0
  stack = new Int32Array(0)
  head = new Int32Array(0)
  relation = new Uint8Array(0)
  /** The farthest dependents of a token on either side; `length`, which is no token, where there is none. */
  leftmost = new Int32Array(0)
  rightmost = new Int32Array(0)
  /** Sets of the relations of a token's dependents on either side, a bit each; some share one. */
  leftRelations = new Int32Array(0)
  rightRelations = new Int32Array(0)

  start(length: number): void {
    if (this.head.length <= length) this.#grow(2 * length + 64)
    this.length = length
    this.next = 0
    this.depth = 0
    this.leftmost.fill(length, 0, length + 1)
    this.rightmost.fill(length, 0, length + 1)
    this.leftRelations.fill(0, 0, length + 1)
    this.rightRelations.fill(0, 0, length + 1)
  }

  get finished(): boolean {
    return this.next === this.length && this.depth <= 1
  }

  /** The token so far below the top of the stack; `length` where there is none. */
  onStack(below: number): number {
    return below < this.depth ? this.stack[this.depth - 1 - below]! : this.length
  }

  /** The token so far after the next one; `length` beyond the sentence. */
  ahead(after: number): number {
    const at = this.next + after
    return Math.min(at, this.length)
  }

  /** The transition to take where there is no choice. */
  get only(): number | undefined {
    if (this.depth === 0) return shift
    return this.next === this.length ? right : undefined
  }

  get mayRight(): boolean {
    return this.depth > 1
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** The head that the top of the stack gets by a transition. */
  headBy(transition: number): number {
    return transition === left ? this.next : this.stack[this.depth - 2]!
  }

  /** The top of the stack leaves it for its head. */
  attach(head: number, relation: number): void {
    const token = this.stack[--this.depth]!
    this.head[token] = head
    this.relation[token] = relation
    const bit = 1 << (relation & 31)
    if (token < head) {
      this.leftmost[head] = token
      this.leftRelations[head]! |= bit
    } else {
      this.rightmost[head] = token
      this.rightRelations[head]! |= bit
    }
  }

  /** The last token on the stack has no head but itself. */
  crown(relation: number): void {
    const token = this.stack[0]!
    this.head[token] = token
    this.relation[token] = relation
  }

  #grow(size: number): void {
    this.stack = new Int32Array(size)
    this.head = new Int32Array(size)
    this.relation = new Uint8Array(size)
    this.leftmost = new Int32Array(size)
    this.rightmost = new Int32Array(size)
    this.leftRelations = new Int32Array(size)
    this.rightRelations = new Int32Array(size)
  }
}
