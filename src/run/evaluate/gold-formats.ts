import type { ScoredLayer } from './layers.ts'

/** How annotated files are written: JSONL has every layer, each of the others one. */
export const goldFormats = ['jsonl', 'conll', 'timeml', 'toponyms'] as const
export type GoldFormat = (typeof goldFormats)[number]

/** The format that corpora of a layer are published in, and what names of such files end in. */
export const publishedAs: Readonly<Record<ScoredLayer, { format: GoldFormat; endings: RegExp }>> = {
  entities: { format: 'conll', endings: /\.(?:conll\w*|bioe?s?|iob2?|bilou|tsv|test[ab]?|train|dev|txt)$/i },
  dates: { format: 'timeml', endings: /\.(?:tml|timeml|xml)$/i },
  locations: { format: 'toponyms', endings: /\.xml$/i },
  agenda: { format: 'jsonl', endings: /\.jsonl$/i },
}

const lines = /\.(?:jsonl|ndjson)$/i

/** By the name of a file: JSONL, else the format that corpora of the layer have. */
export const formatOf = (file: string, layer: ScoredLayer): GoldFormat =>
  lines.test(file) ? 'jsonl' : publishedAs[layer].format

/** Whether a file of a folder is one of a layer, by its name. */
export const isGold = (file: string, layer: ScoredLayer): boolean =>
  lines.test(file) || publishedAs[layer].endings.test(file)
