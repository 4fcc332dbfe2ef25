import { SaxesParser } from 'saxes'
import { NutgrafError } from '../error.ts'
import type { Gold } from './schema.ts'

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
  const parser = new SaxesParser()
  const open: { name: string; from: number; attributes: Record<string, string> }[] = []
  const timexes: Timex[] = []
  let [text, id] = ['', '']
  let published: string | null = null
  let root: string | undefined
  let within: { start: number; end: number } | undefined
  parser.on('error', ({ message }) => {
    throw new NutgrafError('invalid-input', file, `expected TimeML, well-formed XML: ${message}`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name
    open.push({ name, from: text.length, attributes: attributes as Record<string, string> })
  })
  const addText = (words: string) => {
    text += words
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const { name, from, attributes } = open.pop()!
    if (name === 'TEXT') within = { start: from, end: text.length }
    if (name === 'DOCID' || name === 'DOCNO') id ||= text.slice(from).trim()
    if (name !== 'TIMEX3') return
    const { type = '', value = '', functionInDocument = '' } = attributes
    const ofDocument = /^(?:CREATION|PUBLICATION)_TIME$/.test(functionInDocument)
    if (ofDocument) published ??= /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null
    // A dateline that stands in the text may be found, and need not.
    if (from < text.length)
      timexes.push({
        start: from,
        end: text.length,
        type: type.toLowerCase(),
        value,
        ...(ofDocument && { optional: true }),
      })
  })
  parser.write(content).close()
  if (root === undefined || !/^TimeML$/i.test(root))
    throw new NutgrafError('invalid-input', file, `expected a TimeML element, got ${root ?? 'none'}`)
  const { start, end } = within ?? { start: 0, end: text.length }
  return {
    id: id || file,
    published,
    text: text.slice(start, end),
    dates: timexes
      .filter((timex) => timex.start >= start && timex.end <= end)
      .map((timex) => ({ ...timex, start: timex.start - start, end: timex.end - start })),
  }
}
