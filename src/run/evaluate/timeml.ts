import { NutgrafError } from '../../base/error.ts'
import type { Gold } from './schema.ts'
import { readXml } from './xml.ts'

type Timex = NonNullable<Gold['dates']>[number]

/**
 * A TimeML document: the text of its TEXT element (of all of it, where it has none, as in TimeBank 1.2) with the TIMEX3
 * elements in it. The day of publication is the value of the one whose `functionInDocument` is CREATION_TIME or
 * PUBLICATION_TIME; it is no expression to be found. Those without words are left out.
 *
 * @throws NutgrafError `invalid-input` with line and column, where it is no well-formed XML or has no TimeML in it
 * @see Pustejovsky et al., TimeML: Robust specification of event and temporal expressions in text (2003)
 */
export function readTimeMl(content: string, file: string): Gold {
  const timexes: Timex[] = []
  let id = ''
  let published: string | null = null
  let root: string | undefined
  let body: { start: number; end: number } | undefined
  const text = readXml(content, file, 'TimeML', {
    open(name) {
      root ??= name
    },
    close(name, words, start, { type = '', value = '', functionInDocument = '' }) {
      const end = start + words.length
      if (name === 'TEXT') body = { start, end }
      if (name === 'DOCID' || name === 'DOCNO') id ||= words.trim()
      if (name !== 'TIMEX3') return
      const ofDocument = /^(?:CREATION|PUBLICATION)_TIME$/.test(functionInDocument)
      if (ofDocument) published ??= /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null
      // A dateline that stands in the text may be found, and need not.
      if (words !== '')
        timexes.push({ start, end, type: type.toLowerCase(), value, ...(ofDocument && { optional: true }) })
    },
  })
  if (root === undefined || !/^TimeML$/i.test(root))
    throw new NutgrafError('invalid-input', file, `expected a TimeML element, got ${root ?? 'none'}`)
  const { start, end } = body ?? { start: 0, end: text.length }
  return {
    id: id || file,
    published,
    text: text.slice(start, end),
    dates: timexes
      .filter((timex) => timex.start >= start && timex.end <= end)
      .map((timex) => ({ ...timex, start: timex.start - start, end: timex.end - start })),
  }
}
