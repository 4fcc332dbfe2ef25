import { encodingMarked } from '../html/decode.ts'
import { unpackedName } from './compression.ts'
import type { Input } from './input.ts'
import type { Looks } from './kind.ts'

export function looksOf({ path, head }: Pick<Input, 'path' | 'head'>): Looks {
  const encoding = encodingMarked(head)
  const text = encoding?.startsWith('utf-16')
    ? new TextDecoder(encoding).decode(head)
    : head.toString('latin1', encoding ? 3 : 0)
  const feed = head.indexOf(10)
  const firstLine = feed < 0 ? head : head.subarray(0, feed)
  return {
    name: unpackedName(path).toLowerCase(),
    head: text.trimStart(),
    isText: !firstLine.includes(0),
    root: rootOf(text),
  }
}

/** What stands before the outermost element, with how each ends. */
const besides = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const

/** The name of the outermost element, in small letters and without its prefix. */
function rootOf(text: string): string | undefined {
  let rest = text.trimStart()
  for (let found = besides.find(([start]) => rest.startsWith(start)); found; ) {
    const [, end] = found
    const at = rest.indexOf(end)
    if (at < 0) return
    // A page may say no more of itself than this.
    if (/^<!doctype html\b/i.test(rest)) return 'html'
    rest = rest.slice(at + end.length).trimStart()
    found = besides.find(([start]) => rest.startsWith(start))
  }
  return /^<(?:[a-z][\w.-]{0,40}:)?([a-z][\w.-]{0,40})/i.exec(rest)?.[1]?.toLowerCase()
}
