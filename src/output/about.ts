import { oneLine } from '../base/span.ts'
import type { Syntax } from '../base/syntax.ts'

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
  /** Where it was published, an absolute address of the web; another (`javascript:`) is left out. */
  url?: string
  /** The trees of its sentences, by `readSyntax` of `nutgraf/syntax`: for `conllu`, `displacy-dep`, and the tags of `conll`. */
  syntax?: Syntax
}

/** The address given, where it is one of the web: of other schemes some are run when they are followed. */
export function addressOf({ url }: About): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  return isWritten.test(url) ? url : href
}

/** An address in the signs that RFC 3986 has; others are written in those by `href`. */
const isWritten = /^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/i

const longest = 120

/** The title given, or the first line of the text, cut after a word. */
export function titleOf(text: string, { title }: About): string {
  if (title !== undefined) return title
  const line = oneLine(text.trim().split(/[\r\n]/, 1)[0]!)
  if (line.length <= longest) return line
  return `${line.slice(0, longest).replace(/\s\S*$/, '')} …`
}
