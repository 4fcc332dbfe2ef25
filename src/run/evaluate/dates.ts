import { byPosition, oneLine, overlaps, type Span, sameSpan } from '../../base/span.ts'
import { ratio, type Score, share, type Wrong } from './figures.ts'
import { inContext } from './pairs.ts'
import type { Gold, Prediction } from './schema.ts'

type Timex = NonNullable<Gold['dates']>[number]

/**
 * Temporal expressions as task A of TempEval-3 counts them, micro-averaged, without the day of publication: `strict` has
 * the same span, `relaxed` any overlap; `type` and `value` are right among the relaxed ones. Values are compared as they
 * are written; `mod` is not counted.
 *
 * @see UzZaman et al., SemEval-2013 Task 1: TempEval-3 (2013)
 */
export function scoreDates(documents: readonly (readonly [Gold, Prediction])[]): Score {
  const nothing = () => ({ gold: 0, predicted: 0, strict: 0, relaxed: 0, type: 0, value: 0 })
  const sum = nothing()
  const byType = new Map<string, typeof sum>()
  const of = (type: string) => {
    const known = byType.get(type) ?? nothing()
    byType.set(type, known)
    return known
  }
  const wrong: Wrong[] = []
  for (const [{ id, text, dates: annotated = [] }, { dates = [] }] of documents) {
    const gold = inOrder(annotated)
    const predicted = inOrder(dates)
    const pairs = align(gold, predicted)
    const found = new Set(pairs.values())
    for (const { type } of predicted) for (const count of [sum, of(type)]) count.predicted++
    const show = (one: Timex) => `${oneLine(text.slice(one.start, one.end))} ${one.type} ${one.value}`
    for (const one of gold) {
      const other = pairs.get(one)
      for (const count of [sum, of(one.type)]) {
        count.gold++
        if (!other) continue
        count.relaxed++
        if (sameSpan(one, other)) count.strict++
        if (one.type === other.type) count.type++
        if (one.value === other.value) count.value++
      }
      const kind = faultOf(one, other)
      const said = other && { predicted: show(other) }
      if (kind) wrong.push({ kind, id, context: inContext(text, one), gold: show(one), ...said })
    }
    for (const one of predicted)
      if (!found.has(one)) wrong.push({ kind: 'spurious', id, context: inContext(text, one), predicted: show(one) })
  }
  const whole = (right: number) => ratio(right, sum.predicted, sum.gold)
  const types = [...byType].sort((a, b) => b[1].gold - a[1].gold)
  return {
    ratios: {
      strict: whole(sum.strict),
      relaxed: whole(sum.relaxed),
      type: whole(sum.type),
      value: whole(sum.value),
      ...Object.fromEntries(
        types.map(([type, count]) => [`  type, ${type}`, ratio(count.type, count.predicted, count.gold)]),
      ),
    },
    shares: {
      'type of what is found': share(sum.type, sum.relaxed),
      'value of what is found': share(sum.value, sum.relaxed),
      ...Object.fromEntries(
        types.flatMap(([type, { gold, strict, relaxed, value }]) => [
          [`  ${type}, found`, share(relaxed, gold)],
          [`  ${type}, found with its span`, share(strict, gold)],
          [`  ${type}, found with its value`, share(value, gold)],
        ]),
      ),
    },
    wrong,
  }
}

/** What is wrong with what was said of an expression, the worst first. */
function faultOf(gold: Timex, predicted: Timex | undefined): string | undefined {
  if (!predicted) return 'missed'
  if (gold.value !== predicted.value) return 'value'
  if (gold.type !== predicted.type) return 'type'
  return sameSpan(gold, predicted) ? undefined : 'boundary'
}

const inOrder = (dates: readonly Timex[]) =>
  dates.map((one) => ({ ...one, type: one.type.toLowerCase() })).sort(byPosition)

/** From the left, an expression goes with the first of the other side that is open there and goes with none yet. */
function align(gold: readonly Timex[], predicted: readonly Timex[]): Map<Timex, Timex> {
  const pairs = new Map<Timex, Timex>()
  const taken = new Set<Timex>()
  const openAt = (others: readonly Timex[], one: Span) =>
    others.find((other) => other.start <= one.start && overlaps(other, one) && !taken.has(other))
  const starts = [...gold.map((one) => ({ one, mine: true })), ...predicted.map((one) => ({ one, mine: false }))]
  for (const { one, mine } of starts.sort((a, b) => byPosition(a.one, b.one) || Number(b.mine) - Number(a.mine))) {
    if (taken.has(one)) continue
    const other = openAt(mine ? predicted : gold, one)
    if (!other) continue
    taken.add(one)
    taken.add(other)
    pairs.set(...(mine ? ([one, other] as const) : ([other, one] as const)))
  }
  return pairs
}
