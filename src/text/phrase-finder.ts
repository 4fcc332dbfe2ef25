/** Reads the longest phrase of a table at a place of a text. */
export type PhraseFinder<T> = (text: string, at: number) => { end: number; value: T } | null

interface Options {
  /** Letters in lower case only as the table has them: symbols. */
  exact?: boolean
  /** A plural "s" may follow. */
  plural?: boolean
}

const firstWord = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/uy
const inWord = /[\p{L}\p{N}]/u

/** A reader of phrases: each is looked up by its first word, so that a table of many costs no more than one of few. */
export function phraseFinder<T>(
  table: Iterable<readonly [phrase: string, value: T]>,
  { exact = false, plural = false }: Options = {},
): PhraseFinder<T> {
  const key = (text: string) => (exact ? text : text.toLowerCase())
  const byFirst = new Map<string, { phrase: string; value: T }[]>()
  const firstOf = (text: string, at: number) => {
    firstWord.lastIndex = at
    return key(firstWord.exec(text)?.[0] ?? '')
  }
  for (const [phrase, value] of table) {
    const first = firstOf(phrase, 0)
    for (const form of plural && phrase === firstOf(phrase, 0) ? [first, `${first}s`] : [first]) {
      const list = byFirst.get(form)
      if (list) list.push({ phrase: key(phrase), value })
      else byFirst.set(form, [{ phrase: key(phrase), value }])
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.phrase.length - a.phrase.length)
  return (text, at) => {
    for (const { phrase, value } of byFirst.get(firstOf(text, at)) ?? []) {
      let end = at + phrase.length
      if (key(text.slice(at, end)) !== phrase) continue
      if (plural && text[end] === 's') end++
      if (!inWord.test(phrase.at(-1)!) || !inWord.test(text[end] ?? '')) return { end, value }
    }
    return null
  }
}
