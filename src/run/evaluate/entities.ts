import { oneLine, type Span, sameSpan } from '../../base/span.ts'
import { entityClass, type Scheme } from './classes.ts'
import { ratio, type Score, type Wrong } from './figures.ts'
import { inContext, overlapping, pairBest } from './pairs.ts'
import type { Gold, Prediction } from './schema.ts'

interface Named extends Span {
  type: string
}

/** A facility is a place or an organization, as the other side says. */
const sameClass = (a: string, b: string) => a === b || facility(a, b) || facility(b, a)
const facility = (a: string, b: string) => a === 'FAC' && (b === 'LOC' || b === 'ORG')

/**
 * Names: `strict` has the same span and class (micro-averaged, as conlleval counts), `span` the same span, `partial` any
 * overlap. A name given twice counts once.
 *
 * @see Tjong Kim Sang and De Meulder, Introduction to the CoNLL-2003 Shared Task (2003)
 */
export function scoreEntities(documents: readonly (readonly [Gold, Prediction])[], scheme: Scheme): Score {
  const sum = { gold: 0, predicted: 0, strict: 0, span: 0, partial: 0, typed: 0 }
  const byClass = new Map<string, { right: number; predicted: number; gold: number }>()
  const confusions = new Map<string, number>()
  const wrong: Wrong[] = []
  const of = (type: string) => {
    const known = byClass.get(type) ?? { right: 0, predicted: 0, gold: 0 }
    byClass.set(type, known)
    return known
  }
  for (const [{ id, text, entities: annotated = [] }, prediction] of documents) {
    const gold = distinct(annotated, scheme)
    const predicted = distinct(prediction.entities ?? [], scheme)
    const all = overlapping(gold, predicted, () => 1)
    const typed = all.filter(([i, j]) => sameClass(gold[i]!.type, predicted[j]!.type))
    const exact = (list: typeof all) => pairBest(list.filter(([i, j]) => sameSpan(gold[i]!, predicted[j]!)))
    // What lies across, among those that have no equal.
    const across = (list: typeof all, equal: ReadonlyMap<number, number>) => {
      const taken = new Set(equal.values())
      return pairBest(list.filter(([i, j]) => !equal.has(i) && !taken.has(j)))
    }
    const strict = exact(typed)
    const span = exact(all)
    sum.gold += gold.length
    sum.predicted += predicted.length
    sum.strict += strict.size
    sum.span += span.size
    sum.partial += span.size + across(all, span).size
    sum.typed += strict.size + across(typed, strict).size

    const goldOf = new Map([...strict].map(([i, j]) => [j, i]))
    for (const [i, { type }] of gold.entries()) {
      of(type).gold++
      if (strict.has(i)) of(type).right++
    }
    for (const [j, { type }] of predicted.entries()) of(gold[goldOf.get(j) ?? -1]?.type ?? type).predicted++
    for (const [i, j] of span) {
      const [said, meant] = [predicted[j]!.type, gold[i]!.type]
      if (!sameClass(said, meant))
        confusions.set(`${meant} as ${said}`, (confusions.get(`${meant} as ${said}`) ?? 0) + 1)
    }

    const show = (name: Named) => `${oneLine(text.slice(name.start, name.end))}/${name.type}`
    for (const [i, name] of gold.entries()) {
      if (strict.has(i)) continue
      const others = all.filter(([g, j]) => g === i && !goldOf.has(j)).map(([, j]) => predicted[j]!)
      const kind = others.some((other) => sameSpan(other, name)) ? 'type' : others.length > 0 ? 'boundary' : 'missed'
      const said = others.length > 0 && { predicted: others.map(show).join(' ') }
      wrong.push({ kind, id, context: inContext(text, name), gold: name.type, ...said })
    }
    const touched = new Set(all.map(([, j]) => j))
    for (const [j, name] of predicted.entries())
      if (!touched.has(j)) wrong.push({ kind: 'spurious', id, context: inContext(text, name), predicted: name.type })
  }
  const { gold, predicted } = sum
  return {
    ratios: {
      strict: ratio(sum.strict, predicted, gold),
      ...Object.fromEntries(
        [...byClass]
          .sort((a, b) => b[1].gold - a[1].gold)
          .map(([type, { right, predicted, gold }]) => [`  ${type}`, ratio(right, predicted, gold)]),
      ),
      span: ratio(sum.span, predicted, gold),
      'partial, untyped': ratio(sum.partial, predicted, gold),
      'partial, typed': ratio(sum.typed, predicted, gold),
    },
    shares: {},
    confusions: Object.fromEntries([...confusions].sort((a, b) => b[1] - a[1])),
    wrong,
  }
}

function distinct(names: readonly Named[], scheme: Scheme): Named[] {
  const known = new Map<string, Named>()
  for (const { start, end, type } of names) {
    const named = entityClass(type, scheme)
    if (named !== undefined) known.set(`${start} ${end} ${named}`, { start, end, type: named })
  }
  return [...known.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
