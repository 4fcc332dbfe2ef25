import type { Known } from '../../base/found.ts'
import { firstFrom, type Span } from '../../base/span.ts'
import type { Document } from '../../text/document.ts'

/** The id of the day under whose heading a stretch of a diary stands: "Monday 13 November" on a line of its own. */
export type HeadingOf = (span: Span) => string | undefined

/** A single day on a line of its own is when a text was written. */
const fewest = 2

/** Reads the headings of a diary, "The week ahead"; a text without them has none. */
export function headingFinder(doc: Document, dates: readonly Known[]): HeadingOf {
  const headings = dates
    .flatMap(({ id, mentions }) =>
      mentions.filter((span) => isLine(doc.text, span)).map(({ start }) => ({ id, start })),
    )
    .sort((a, b) => a.start - b.start)
  if (new Set(headings.map(({ id }) => id)).size < fewest) return () => undefined
  return ({ start }) => headings[firstFrom(headings, start) - 1]?.id
}

const opens = /(?:^|\n)[ \t]*$/
const closes = /^[ \t:]*(?:\r?\n)/
const farthest = 8

/** Whether nothing but a colon stands beside it on its line. */
const isLine = (text: string, { start, end }: Span): boolean =>
  opens.test(text.slice(Math.max(0, start - farthest), start)) && closes.test(text.slice(end, end + farthest))
