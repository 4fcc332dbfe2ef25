import { listOf } from '../base/list-of.ts'
import { beyond } from './penn.ts'
import { edge, type Spoken } from './penn-features.ts'

/** How far a token is seen from one behind it, and from one before it. */
export const pennReach = { before: 3, after: 2 } as const

/** The tokens of a sentence as the tagger sees them, a column each. The rows within reach on either side are none. */
export class PennColumns {
  word = new Int32Array(0)
  speech = new Int32Array(0)
  suffix = new Int32Array(0)
  shortSuffix = new Int32Array(0)
  /** Numbers in `pennTags`, as far as they are decided. */
  tag = new Uint8Array(0)

  /** Makes room for so many tokens. */
  start(length: number): void {
    const { before, after } = pennReach
    if (this.word.length < before + length + after) this.#grow(2 * (before + length + after))
    for (let row = 0; row < before; row++) this.set(row, edge)
    for (let row = 0; row < after; row++) this.set(before + length + row, edge)
    this.tag.fill(beyond, 0, before)
  }

  set(row: number, { word, speech, suffix, shortSuffix }: Spoken): void {
    this.word[row] = word
    this.speech[row] = speech
    this.suffix[row] = suffix
    this.shortSuffix[row] = shortSuffix
  }

  /** Takes a row of others. */
  copy(row: number, from: PennColumns, other: number): void {
    this.word[row] = from.word[other]!
    this.speech[row] = from.speech[other]!
    this.suffix[row] = from.suffix[other]!
    this.shortSuffix[row] = from.shortSuffix[other]!
  }

  /** Decides from left to right on so many tokens. Learning reads a sentence by the same way. */
  decideInTurn(length: number, decide: (row: number) => number): number[] {
    const { before } = pennReach
    for (let row = before; row < before + length; row++) this.tag[row] = decide(row)
    return listOf(this.tag, before, before + length)
  }

  #grow(length: number): void {
    this.word = new Int32Array(length)
    this.speech = new Int32Array(length)
    this.suffix = new Int32Array(length)
    this.shortSuffix = new Int32Array(length)
    this.tag = new Uint8Array(length)
  }
}
