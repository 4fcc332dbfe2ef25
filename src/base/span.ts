/**
 * A stretch of the text in UTF-16 code units; `end` is exclusive, as in `text.slice(start, end)`.
 *
 * @example
 * import { extract, type Span } from 'nutgraf'
 *
 * const text = 'Talks were held in Dhaka.'
 * const words = ({ start, end }: Span) => text.slice(start, end)
 * console.log(extract(text).locations.flatMap(({ mentions }) => mentions.map(words)).join()) // Dhaka
 */
export interface Span {
  /** Where it begins. */
  start: number
  /** Where it ends, exclusive. */
  end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Text with each run of white space as one space. */
export const oneLine = (text: string): string => (lineBreak.test(text) ? text.replace(/\s+/g, ' ') : text)
/** Any white space but a lone space. */
const lineBreak = /[^\S ]| {2}/

export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The spans of some lists in order of position. Mostly they are in order as they come. */
export function inOrder<T extends Span>(...lists: readonly (readonly T[])[]): T[] {
  const all: T[] = []
  for (const list of lists) for (const span of list) all.push(span)
  for (let i = 1; i < all.length; i++) if (byPosition(all[i - 1]!, all[i]!) > 0) return all.sort(byPosition)
  return all
}

/** The index of the first span that begins at a position or after it, among spans in order of their starts. */
export function firstFrom(spans: readonly { start: number }[], position: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < position) low = middle + 1
    else high = middle
  }
  return low
}

/** The spans that begin in a stretch, among spans in order of their starts. */
export const beginningIn = <T extends { start: number }>(spans: readonly T[], { start, end }: Span): T[] =>
  spans.slice(firstFrom(spans, start), firstFrom(spans, end))

/** A span that may know what is left of it where others take its beginning: the longest with the same end from there on. */
type Shortenable<T> = Span & { shorter?: (from: number) => T | undefined }

/**
 * The longest of spans that overlap: higher `rank` first (a user's rule over a built-in one), then longer, then earlier,
 * then the later in the list. What is kept comes back in order of position.
 */
export function keepLongest<T extends Shortenable<T>>(spans: readonly T[], rank: (span: T) => number = () => 0): T[] {
  const kept = new SpanSet<T>()
  const ranks = new Map<number, T[]>()
  for (const span of spans) put(ranks, rank(span), span)
  for (const [, ranked] of [...ranks].sort(([a], [b]) => b - a)) addLongest(ranked, kept)
  return kept.sorted()
}

/** Adds to what is kept the longest of spans that do not overlap it, and gives back what was added, in order of position. */
export function addLongest<T extends Shortenable<T>>(spans: readonly T[], kept: SpanSet<Span>): T[] {
  const ordered = inOrder(spans.filter(({ start, end }) => end > start))
  if (ordered.every((span, i) => (i === 0 || ordered[i - 1]!.end <= span.start) && !kept.overlapping(span))) {
    for (const span of ordered) kept.add(span)
    return ordered
  }
  const byLength = new Map<number, { span: T; at: number }[]>()
  const added: T[] = []
  let length = 0
  spans.forEach((span, at) => {
    put(byLength, span.end - span.start, { span, at })
    length = Math.max(length, span.end - span.start)
  })
  // What is shortened takes its turn among those of its new length: at most a logarithm of times, since each time half goes.
  for (; length > 0; length--) {
    const alike = byLength.get(length)?.sort((a, b) => a.span.start - b.span.start || b.at - a.at) ?? []
    for (const { span, at } of alike) {
      const other = kept.overlapping(span)
      const rest = other ? span.shorter?.(other.end) : undefined
      if (rest) put(byLength, rest.end - rest.start, { span: rest, at })
      if (other) continue
      kept.add(span)
      added.push(span)
    }
  }
  return inOrder(added)
}

function put<Key, T>(map: Map<Key, T[]>, key: Key, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Disjoint spans with look-up by position: the cost of a look-up does not grow with the text. */
export class SpanSet<T extends Span> {
  readonly #cells = new Map<number, T[]>()
  readonly #all: T[] = []
  /** How many of them lie in cells: those that nobody has asked for since do not. */
  #placed = 0

  constructor(spans: Iterable<T> = []) {
    for (const span of spans) this.add(span)
  }

  add(span: T): void {
    this.#all.push(span)
  }

  #place(span: T): void {
    for (let cell = span.start >> 6; cell <= (span.end - 1) >> 6; cell++) {
      const list = this.#cells.get(cell)
      if (list) list.push(span)
      else this.#cells.set(cell, [span])
    }
  }

  overlapping(span: Span): T | undefined {
    if (this.#all.length === 0) return undefined
    // What is as long as the span lies over one of its ends.
    const atEnd = span.end - span.start > 64 ? this.#over({ start: span.end - 1, end: span.end }) : undefined
    return atEnd ?? this.#over(span)
  }

  #over(span: Span): T | undefined {
    while (this.#placed < this.#all.length) this.#place(this.#all[this.#placed++]!)
    for (let cell = span.start >> 6; cell <= (span.end - 1) >> 6; cell++) {
      const list = this.#cells.get(cell)
      if (list) for (let i = 0; i < list.length; i++) if (overlaps(list[i]!, span)) return list[i]
    }
    return undefined
  }

  at(position: number): T | undefined {
    return this.overlapping({ start: position, end: position + 1 })
  }

  sorted(): T[] {
    return inOrder(this.#all)
  }
}

/** Whether a span lies wholly within the one of some that it overlaps: "Danish" in "20 million Danish kroner". */
export const withinAnyOf = (spans: readonly Span[]): ((span: Span) => boolean) => {
  const set = new SpanSet(spans)
  return (span) => {
    const around = set.overlapping(span)
    return around !== undefined && covers(around, span)
  }
}
