import { SaxesParser } from 'saxes'
import { NutgrafError } from '../../base/error.ts'

interface Reader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  /** `words` is the content without markup, `from` where it begins in that of the whole file. */
  close(name: string, words: string, from: number, attributes: Readonly<Record<string, string>>): void
}

/**
 * Reads XML from its beginning to its end, telling of each element that opens and closes; gives the content of the whole.
 *
 * @throws NutgrafError `invalid-input` with line and column, where it is not well-formed
 */
export function readXml(content: string, file: string, expected: string, reader: Reader): string {
  const parser = new SaxesParser()
  const open: { from: number; part: number; attributes: Record<string, string> }[] = []
  const parts: string[] = []
  let length = 0
  const add = (words: string) => {
    parts.push(words)
    length += words.length
  }
  parser.on('error', ({ message }) => {
    throw new NutgrafError('invalid-input', file, `expected ${expected}, well-formed XML: ${message}`)
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', (tag) => {
    const attributes = tag.attributes as Record<string, string>
    open.push({ from: length, part: parts.length, attributes })
    reader.open?.(tag.name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    const { from, part, attributes } = open.pop()!
    reader.close(name, parts.slice(part).join(''), from, attributes)
  })
  parser.write(content).close()
  return parts.join('')
}
