import { overlaps, sameSpan } from '../../base/span.ts'
import { scoreAgenda } from './agenda.ts'
import type { Scheme } from './classes.ts'
import { scoreDates } from './dates.ts'
import { scoreEntities } from './entities.ts'
import type { Score } from './figures.ts'
import type { ScoredLayer } from './layers.ts'
import { scoreLocations } from './locations.ts'
import type { Gold, Prediction } from './schema.ts'

/** Scores what was said of annotated documents; a document of which nothing was said counts as missed. */
export function evaluate(
  layer: ScoredLayer,
  gold: readonly Gold[],
  predictionOf: (document: Gold) => Prediction | undefined,
  scheme: Scheme = 'conll',
): Score {
  const pairs = gold.map((document): [Gold, Prediction] => {
    const prediction = predictionOf(document) ?? { id: document.id }
    return layer === 'agenda' ? [document, prediction] : withoutOptional(document, prediction, layer)
  })
  switch (layer) {
    case 'entities':
      return scoreEntities(pairs, scheme)
    case 'dates':
      return scoreDates(pairs)
    case 'locations':
      return scoreLocations(pairs)
    case 'agenda':
      return scoreAgenda(pairs)
  }
}

/** What is optional leaves the document, and so does what was found across it and is nothing else. */
function withoutOptional(
  document: Gold,
  prediction: Prediction,
  layer: Exclude<ScoredLayer, 'agenda'>,
): [Gold, Prediction] {
  const all = document[layer] ?? []
  const free = all.filter(({ optional }) => optional)
  if (free.length === 0) return [document, prediction]
  const wanted = all.filter(({ optional }) => !optional)
  const counted = (prediction[layer] ?? []).filter(
    (one) => wanted.some((other) => sameSpan(one, other)) || !free.some((other) => overlaps(one, other)),
  )
  return [
    { ...document, [layer]: wanted },
    { ...prediction, [layer]: counted },
  ]
}
