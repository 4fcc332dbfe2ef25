/** How annotated files are written. */
export const goldFormats = ['jsonl', 'conll', 'timeml'] as const
export type GoldFormat = (typeof goldFormats)[number]

const endings: Record<GoldFormat, RegExp> = {
  jsonl: /\.(?:jsonl|ndjson)$/i,
  conll: /\.(?:conll\w*|bioe?s?|iob2?|bilou|tsv|test[ab]?|train|dev|txt)$/i,
  timeml: /\.(?:tml|timeml|xml)$/i,
}

/** By the name of a file. */
export const formatOf = (file: string): GoldFormat | undefined =>
  goldFormats.find((format) => endings[format].test(file))
