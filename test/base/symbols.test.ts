import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SymbolWriter } from '../../data/symbol-writer.ts'
import { bytesOf } from '../../src/base/base64.ts'
import { numberSymbols, SymbolReader } from '../../src/base/symbol-reader.ts'

const [tableCount, symbolCount] = [3, 40]
const written = fc.oneof(
  fc.record({ kind: fc.constant('symbol' as const), by: fc.nat(tableCount - 1), value: fc.nat(symbolCount - 1) }),
  fc.record({ kind: fc.constant('number' as const), by: fc.nat(1), value: fc.nat(0x7fffffff) }),
  fc.record({ kind: fc.constant('number' as const), by: fc.nat(1), value: fc.nat(20) }),
  fc
    .integer({ min: 1, max: 300_000 })
    .chain((by) => fc.record({ kind: fc.constant('below' as const), by: fc.constant(by), value: fc.nat(by - 1) })),
  fc
    .integer({ min: 0, max: 12 })
    .chain((by) => fc.record({ kind: fc.constant('bits' as const), by: fc.constant(by), value: fc.nat(2 ** by - 1) })),
)

test('symbols, numbers and bits come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 300 }), (list) => {
      const writer = new SymbolWriter()
      const counts = { symbol: writer.tables(tableCount, symbolCount), number: writer.tables(2, numberSymbols) }
      for (const { kind, by, value } of list)
        if (kind === 'bits' || kind === 'below') writer[kind](value, by)
        else writer[kind](counts[kind][by]!, value)
      const reader = new SymbolReader(writer.text())
      const tables = { symbol: reader.tables(tableCount, symbolCount), number: reader.tables(2, numberSymbols) }
      const read = list.map(({ kind, by }) =>
        kind === 'bits' || kind === 'below' ? reader[kind](by) : reader[kind](tables[kind][by]!),
      )
      expect(read).toEqual(list.map(({ value }) => value))
    }),
  )
})

test.each([
  ['one symbol alone takes next to nothing', () => 0, 0],
  ['two that are as likely take a bit each', (i: number) => i % 2, 1000],
  ['rare ones take more, common ones less', (i: number) => (i % 10 === 0 ? 1 : 0), 470],
])('%s', (_, symbolAt, bits) => {
  const writer = new SymbolWriter()
  const [counts] = writer.tables(1, 2)
  for (let i = 0; i < 1000; i++) writer.symbol(counts!, symbolAt(i))
  const size = 8 * bytesOf(writer.text()).length
  // What stands before them: the table, and the state of the coder.
  expect(size - bits).toBeGreaterThan(150)
  expect(size - bits).toBeLessThan(350)
})

test('what is no symbol of a table is refused', () => {
  const writer = new SymbolWriter()
  const [counts] = writer.tables(1, 2)
  expect(() => writer.symbol(counts!, 2)).toThrow('2 is no symbol of 2')
})

test('bytes come out of base64 as they went in, with and without Buffer', () => {
  const { Buffer: kept } = globalThis
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = kept.from(bytes).toString('base64')
      expect([...bytesOf(text)]).toEqual([...bytes])
      try {
        globalThis.Buffer = undefined as never
        expect([...bytesOf(text)]).toEqual([...bytes])
      } finally {
        globalThis.Buffer = kept
      }
    }),
  )
})
