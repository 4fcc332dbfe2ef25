import {
  allShares,
  behindParts,
  bitsBehind,
  leastState,
  partsOf,
  shareBits,
  sizeOf,
  startOf,
  widths,
} from '../src/base/symbol-reader.ts'

/** Tables of one kind: how often each symbol was written by each. */
type Counts = readonly number[][]

/** What the state of a coder takes up: a symbol's shares of all, of which there are 2 to the power of `bits`. */
interface Step {
  start: number
  count: number
  bits: number
}

/** Writes what `SymbolReader` of src/base reads: tables first, then what is written by them. */
export class SymbolWriter {
  readonly #kinds: { counts: Counts; size: number }[] = []
  readonly #written: (readonly [counts: number[], symbol: number] | Step)[] = []

  /** Tables that are read in the same order, so many, of symbols below `size`. */
  tables(count: number, size: number): Counts {
    const counts = Array.from({ length: count }, () => new Array<number>(size).fill(0))
    this.#kinds.push({ counts, size })
    return counts
  }

  symbol(counts: number[], symbol: number): void {
    if (!(symbol < counts.length)) throw new Error(`${symbol} is no symbol of ${counts.length}`)
    counts[symbol]!++
    this.#written.push([counts, symbol])
  }

  bits(value: number, bits: number): void {
    this.#written.push({ start: value, count: 1, bits })
  }

  below(value: number, limit: number): void {
    const behind = behindParts(limit)
    const parts = partsOf(limit, behind)
    const start = startOf(value >> behind, parts)
    this.#written.push({ start, count: startOf((value >> behind) + 1, parts) - start, bits: shareBits })
    this.bits(value & ((1 << behind) - 1), behind)
  }

  number(sizes: number[], number: number): void {
    const size = sizeOf(number)
    this.symbol(sizes, size)
    for (let behind = bitsBehind(size); behind > 0; ) {
      const bits = Math.min(behind, shareBits)
      behind -= bits
      this.bits((number >> behind) & ((1 << bits) - 1), bits)
    }
  }

  /** All that was written, as base64. */
  text(): string {
    const shares = new Map<number[], readonly number[]>()
    const steps = this.#kinds.flatMap(({ counts }) => {
      const all = counts.map(sharesOf)
      for (const [i, own] of all.entries()) shares.set(counts[i]!, own)
      return tableSteps(all)
    })
    const stepOf = openSteps(shares)
    for (const one of this.#written) steps.push('bits' in one ? one : stepOf(...one))
    return encode(steps)
  }
}

/** Shares of all in proportion to counts, at least one of each that occurs; none where nothing does. */
function sharesOf(counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0)
  if (sum === 0) return []
  const shares = counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.round((count / sum) * allShares))))
  for (let over = shares.reduce((all, share) => all + share, -allShares); over !== 0; ) {
    // Where one more or less costs least.
    const step = Math.sign(over)
    const cost = (i: number) => counts[i]! * step * Math.log2(shares[i]! / (shares[i]! - step))
    const able = [...shares.keys()].filter((i) => shares[i]! > (step > 0 ? 1 : 0))
    shares[able.reduce((best, i) => (cost(i) < cost(best) ? i : best))]! -= step
    over -= step
  }
  return shares
}

const widthOf = (share: number): number => 32 - Math.clz32(share)

/** Tables as `tables` reads them: the widths of shares by a table of their own. */
function tableSteps(all: readonly (readonly number[])[]): Step[] {
  const widthCounts = new Array<number>(widths).fill(0)
  for (const share of all.flat()) widthCounts[widthOf(share)]!++
  const widthShares = sharesOf(widthCounts)
  const stepOf = openSteps(new Map([[widthCounts, widthShares]]))
  return [
    ...widthCounts.flatMap((_, width) => {
      const share = widthShares[width] ?? 0
      return [
        { start: share >> shareBits, count: 1, bits: 1 },
        { start: share & (allShares - 1), count: 1, bits: shareBits },
      ]
    }),
    ...all.flatMap((shares) => [
      { start: shares.length > 0 ? 1 : 0, count: 1, bits: 1 },
      ...shares.flatMap((share) => {
        const width = widthOf(share)
        const step = stepOf(widthCounts, width)
        return width < 2 ? [step] : [step, { start: share - (1 << (width - 1)), count: 1, bits: width - 1 }]
      }),
    ]),
  ]
}

/** The step of a symbol by its counts. */
function openSteps(shares: ReadonlyMap<number[], readonly number[]>) {
  const starts = new Map(
    [...shares].map(([counts, own]) => {
      const starts = [0]
      for (const share of own) starts.push(starts.at(-1)! + share)
      return [counts, starts] as const
    }),
  )
  return (counts: number[], symbol: number): Step => ({
    start: starts.get(counts)![symbol]!,
    count: shares.get(counts)![symbol]!,
    bits: shareBits,
  })
}

/** What is read first is written last. */
function encode(steps: readonly Step[]): string {
  const halves: number[] = []
  let state = leastState
  for (let i = steps.length - 1; i >= 0; i--) {
    const { start, count, bits } = steps[i]!
    if (state >= 2 ** 16 * (leastState >> bits) * count) {
      halves.push(state & 0xffff)
      state >>>= 16
    }
    state = Math.floor(state / count) * 2 ** bits + (state % count) + start
  }
  halves.push(state & 0xffff, state >>> 16)
  return Buffer.from(halves.reverse().flatMap((half) => [half >> 8, half & 255])).toString('base64')
}
