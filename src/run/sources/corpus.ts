import { longestHead } from './input.ts'
import { kinds } from './kinds.ts'
import { looksOf } from './looks.ts'
import { ndjson } from './ndjson.ts'

/** What a file is, in words, where it is a corpus and no text. */
export function corpusName(path: string, bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestHead))
  const looks = looksOf({ path, head })
  const kind = kinds.find(({ is }) => is(looks))
  // Whatever is nothing else would be that.
  if (kind === ndjson && !saysText.test(looks.head)) return
  return kind?.name
}

/** A text seldom begins so. */
const saysText = /^\{"[^"\n]{1,40}":[^\n]{0,200}"text":"|^\{"text":"/
