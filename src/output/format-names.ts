/**
 * The names of the formats that are written as text; apart from them, so that a command line can list them and load none.
 *
 * @example
 * import { formatNames } from 'nutgraf/formats'
 *
 * console.log(formatNames.includes('geojson')) // true
 */
export const formatNames = [
  ...(['json', 'html', 'markdown', 'geojson', 'ics', 'jsonld', 'ninjs', 'annotation', 'brat', 'brat-conf'] as const),
  ...(['conll', 'conllu', 'displacy', 'displacy-dep', 'csv', 'tsv'] as const),
] as const

/**
 * The name of a format, as the command line knows it.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type FormatName, formatStory } from 'nutgraf/formats'
 *
 * const chosen: FormatName = 'markdown'
 * console.log(formatStory(chosen, extract(''), '').length > 0) // true
 */
export type FormatName = (typeof formatNames)[number]
