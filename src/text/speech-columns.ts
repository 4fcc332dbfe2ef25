import { listOf } from '../base/list-of.ts'
import { isGlued, wordAt } from './columns.ts'
import type { Sentence } from './document.ts'
import { mode, speechReach } from './speech-features.ts'
import { speech } from './tags.ts'

const punctuation = speech.indexOf('PUNCT')
/** What stands beyond a sentence: its part of speech, and what else there is to a word. */
const noSpeech = 31
const nothing = 1

/** The tokens of a sentence as the tagger of speech sees them, a column each. `speechReach` rows on either side are none. */
export class SpeechColumns {
  id = new Int32Array(0)
  suffix = new Int32Array(0)
  shape = new Int32Array(0)
  mode = new Uint8Array(0)
  glued = new Uint8Array(0)
  /** Numbers of `speech`, as far as they are decided. */
  speech = new Uint8Array(0)

  /** Makes room for so many rows. */
  constructor(length = 0) {
    this.#grow(length)
  }

  /** Makes room for a sentence, and reads how its tokens stand. */
  start({ columns, first, last, allCaps, titleCase }: Sentence): void {
    const end = last - first + speechReach
    if (this.id.length < end + speechReach) this.#grow(2 * (end + speechReach))
    for (const column of [this.id, this.suffix, this.shape]) {
      column.fill(nothing, 0, speechReach)
      column.fill(nothing, end, end + speechReach)
    }
    this.speech.fill(noSpeech, 0, speechReach)
    const usual = allCaps ? mode.capitals : titleCase ? mode.titleCase : mode.inside
    this.mode.fill(usual, speechReach, end)
    if (usual === mode.inside) this.mode[speechReach] = mode.first
    for (let at = first, row = speechReach; at < last; at++, row++)
      this.glued[row] =
        (at > first && isGlued(columns, at) ? 1 : 0) + (at + 1 < last && isGlued(columns, at + 1) ? 2 : 0)
  }

  write(row: number, id: number, suffix: number, shape: number): void {
    this.id[row] = id
    this.suffix[row] = suffix
    this.shape[row] = shape
  }

  /** Takes the word of a row of others. */
  copy(row: number, from: SpeechColumns, other: number): void {
    this.id[row] = from.id[other]!
    this.suffix[row] = from.suffix[other]!
    this.shape[row] = from.shape[other]!
  }

  /** Decides from left to right on the tokens of the sentence that are no punctuation. Learning does it the same way. */
  decideInTurn({ columns, first, last }: Sentence, decide: (row: number) => number): number[] {
    for (let at = first, row = speechReach; at < last; at++, row++)
      this.speech[row] = wordAt(columns, at).punctuation ? punctuation : decide(row)
    return listOf(this.speech, speechReach, speechReach + last - first)
  }

  #grow(length: number): void {
    this.id = new Int32Array(length)
    this.suffix = new Int32Array(length)
    this.shape = new Int32Array(length)
    this.mode = new Uint8Array(length)
    this.glued = new Uint8Array(length)
    this.speech = new Uint8Array(length)
  }
}
