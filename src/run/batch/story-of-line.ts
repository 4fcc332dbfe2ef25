import { loadHtml } from '#html'
import type { ExtractOptions } from '../../api/options.ts'
import { type Fault, faultOf, idOf } from './input.ts'

type Failed = { id: string | number | null; error: Fault }

/** What a line may have in place of a text: the page that it is in, or why there is none. */
interface Untold {
  html?: unknown
  unreadable?: unknown
  published?: unknown
}

/** The story that a line has, its page read; what holds for all lines where it says nothing else. */
export function storyOfLine(value: unknown, about?: ExtractOptions): { value: unknown } | Failed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value }
  const told = Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined))
  if ('text' in told) return { value: { ...about, ...told } }
  const { html, unreadable, ...rest } = told as Untold
  if (typeof unreadable === 'string') return { id: idOf(value), error: { code: 'invalid-input', message: unreadable } }
  if (typeof html !== 'string') return { value }
  try {
    const { text, published, title, site } = loadHtml().readHtml(html)
    const said = Object.entries({ published, title, publisher: site }).filter(([, one]) => one !== null)
    return { value: { ...about, ...Object.fromEntries(said), ...rest, text } }
  } catch (error) {
    const { code, message } = faultOf(error)
    return { id: idOf(value), error: { code, message: message.replace(/^readHtml\.html: /, '') } }
  }
}
