import { oneLine } from '../span.ts'

/**
 * What a format may say of a story besides what was found in it.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type About, toMarkdown } from 'nutgraf/formats'
 *
 * const about: About = { title: 'Lavrov to visit Dhaka', url: 'https://example.org/lavrov' }
 * console.log(toMarkdown(extract('Lavrov left.'), about).split('\n')[0]) // # Lavrov to visit Dhaka
 */
export interface About {
  /** Its headline. */
  title?: string
  /** Where it was published, an absolute address. */
  url?: string
}

const longest = 120

/** The title given, or the first line of the text, cut behind a word. */
export function titleOf(text: string, { title }: About): string {
  if (title !== undefined) return title
  const line = oneLine(text.trim().split(/[\r\n]/, 1)[0]!)
  if (line.length <= longest) return line
  return `${line.slice(0, longest).replace(/\s\S*$/, '')} …`
}
