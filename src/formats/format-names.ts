/** The formats that are written as text; apart from them, so that a command line can list them and load none. */
export const formatNames = [
  ...(['json', 'html', 'markdown', 'geojson', 'ics', 'jsonld', 'ninjs', 'annotation', 'brat', 'brat-conf'] as const),
  ...(['conll', 'displacy', 'csv', 'tsv'] as const),
] as const

/** The name of a format, as the command line knows it. */
export type FormatName = (typeof formatNames)[number]
