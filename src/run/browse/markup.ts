import { escapeHtml } from '../../output/page/escape.ts'

/** HTML that this house wrote. All else is text, and is escaped where it comes into a page. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

/** What may stand in a template: nothing is drawn of what is not there. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[]

/** A template of HTML. Values between its words are escaped, in elements and in quoted attributes; lists are joined. */
export function html(words: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let out = words[0]!
  for (const [i, value] of values.entries()) out += drawn(value) + words[i + 1]!
  return new Markup(out)
}

function drawn(value: Content): string {
  if (value instanceof Markup) return value.html
  if (Array.isArray(value)) return value.map(drawn).join('')
  return value === null || value === undefined || value === false ? '' : escapeHtml(String(value))
}

/** Items with something between them. */
export const joined = (items: readonly Content[], between: Content = ', '): Content =>
  items.flatMap((item, i) => (i === 0 ? [item] : [between, item]))
