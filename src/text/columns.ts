import { numberWords, type Word } from './word.ts'

/** What a token is besides its word: bits of `flags`. */
export const tokenFlag = {
  /** Nothing stands between the token before and it. */
  glued: 1,
  /** It begins a sentence. */
  opens: 2,
  /** An empty line stands before it. */
  paragraph: 4,
  /** A run of characters that is not read stands before it. */
  afterUnread: 8,
} as const

/** The tokens of a text in columns, `length` numbers each. */
export interface Columns {
  readonly length: number
  /** The word types of the text, each once. */
  readonly words: readonly Word[]
  /** Which of `words` a token is. */
  readonly types: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Bits of `tokenFlag`. */
  readonly flags: Uint8Array
}

export const wordAt = ({ words, types }: Columns, token: number): Word => words[types[token]!]!

export const isGlued = ({ flags }: Columns, token: number): boolean => (flags[token]! & tokenFlag.glued) !== 0

/** The tokens whose word is so, in order. Word types are asked first: they are fewer, and mostly none is. */
export function tokensWhere({ length, words, types }: Columns, isSo: (word: Word) => boolean): number[] {
  const found: number[] = []
  let wanted: boolean[] | undefined
  for (let type = 0; type < words.length; type++) {
    if (!isSo(words[type]!)) continue
    wanted ??= new Array<boolean>(words.length).fill(false)
    wanted[type] = true
  }
  if (wanted) for (let token = 0; token < length; token++) if (wanted[types[token]!]) found.push(token)
  return found
}

/** Where columns grow: the same room for all texts, each takes a copy of its own rows. */
let room = {
  types: new Int32Array(1024),
  starts: new Int32Array(1024),
  ends: new Int32Array(1024),
  flags: new Uint8Array(1024),
}

function grow(): void {
  const larger = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from)
    return to
  }
  const length = 2 * room.types.length
  room = {
    types: larger(room.types, new Int32Array(length)),
    starts: larger(room.starts, new Int32Array(length)),
    ends: larger(room.ends, new Int32Array(length)),
    flags: larger(room.flags, new Uint8Array(length)),
  }
}

/** Writes the columns of one text, token by token. Not before it is done another may begin. */
export class ColumnWriter {
  length = 0
  readonly words: Word[] = []
  readonly #numberOf: (start: number, end: number) => number

  constructor(text: string) {
    this.#numberOf = numberWords(text, this.words)
  }

  add(start: number, end: number, flags: number): void {
    if (this.length === room.types.length) grow()
    const at = this.length++
    room.types[at] = this.#numberOf(start, end)
    room.starts[at] = start
    room.ends[at] = end
    room.flags[at] = flags
  }

  wordAt(token: number): Word {
    return this.words[room.types[token]!]!
  }

  startOf(token: number): number {
    return room.starts[token]!
  }

  endOf(token: number): number {
    return room.ends[token]!
  }

  isGlued(token: number): boolean {
    return (room.flags[token]! & tokenFlag.glued) !== 0
  }

  columns(): Columns {
    const { length, words } = this
    return {
      length,
      words,
      types: room.types.slice(0, length),
      starts: room.starts.slice(0, length),
      ends: room.ends.slice(0, length),
      flags: room.flags.slice(0, length),
    }
  }
}
