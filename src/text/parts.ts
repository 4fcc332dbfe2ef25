import { type Columns, wordAt } from './columns.ts'
import { type Word, wordFact } from './word.ts'

/** A part of a token, `at` code units behind its start. */
export interface Part<T> {
  readonly at: number
  readonly end: number
  readonly value: T
}

/** The parts of tokens in columns: a view for those who need words cut finer than the scan does. */
export interface Parts<T> {
  readonly values: readonly T[]
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** How words are cut by a pattern, once for each word type: "G20" is a letter and a number to those who want it so. */
export const splitWords = <T>(pattern: RegExp, read: (text: string) => T): ((word: Word) => readonly Part<T>[]) =>
  wordFact(({ text }: Word) =>
    Array.from(text.matchAll(pattern), ({ 0: part, index }) => ({
      at: index,
      end: index + part.length,
      value: read(part),
    })),
  )

/** The parts of the tokens from `first` to `last`, exclusive. */
export function partsOf<T>(
  columns: Columns,
  first: number,
  last: number,
  split: (word: Word) => readonly Part<T>[],
): Parts<T> {
  const values: T[] = []
  for (let token = first; token < last; token++) {
    const own = split(wordAt(columns, token))
    for (let i = 0; i < own.length; i++) values.push(own[i]!.value)
  }
  // Where no token has several parts they are rows of the columns.
  if (values.length === last - first)
    return { values, starts: columns.starts.subarray(first, last), ends: columns.ends.subarray(first, last) }
  const [starts, ends] = [new Int32Array(values.length), new Int32Array(values.length)]
  let row = 0
  for (let token = first; token < last; token++) {
    const start = columns.starts[token]!
    for (const { at, end } of split(wordAt(columns, token))) {
      starts[row] = start + at
      ends[row++] = start + end
    }
  }
  return { values, starts, ends }
}
