import { type Content, html } from '../markup.ts'

/** As many as a page shows. */
const perPage = 25

/** A stretch of a list, and the address of what comes before and behind it. */
export interface Stretch<T> {
  items: readonly T[]
  before: string | null
  next: string | null
}

/** A stretch of what a question finds: one more is asked for, to see whether there is more. */
export async function stretchOf<T>(
  { path, query }: { path: string; query: URLSearchParams },
  { limit = perPage, offset = 0 }: { limit?: number | undefined; offset?: number | undefined },
  find: (range: { limit: number; offset: number }) => Promise<readonly T[]>,
): Promise<Stretch<T>> {
  const found = await find({ limit: limit + 1, offset })
  const at = (offset: number) => {
    const to = new URLSearchParams(query)
    to.delete('offset')
    if (offset > 0) to.set('offset', String(offset))
    return to.size > 0 ? `${path}?${to}` : path
  }
  return {
    items: found.slice(0, limit),
    before: offset > 0 ? at(Math.max(0, offset - limit)) : null,
    next: found.length > limit ? at(offset + limit) : null,
  }
}

export const drawPaging = ({ before, next }: Stretch<unknown>, what: string): Content =>
  (before !== null || next !== null) &&
  html`<nav class="paging" aria-label="More ${what}">
${before !== null && html`<a href="${before}" rel="prev">← Those before</a>`} ${next !== null && html`<a href="${next}" rel="next">More ${what} →</a>`}
</nav>
`
