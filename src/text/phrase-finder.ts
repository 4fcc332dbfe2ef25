/** Reads the longest phrase of a table at a place of a text. */
export type PhraseFinder<T> = (text: string, at: number) => { end: number; value: T } | null

type Phrases<T> = Iterable<readonly [phrase: string, value: T]>

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
  table: Phrases<T> | (() => Phrases<T>),
  { exact = false, plural = false }: Options = {},
): PhraseFinder<T> {
  const key = (text: string) => (exact ? text : text.toLowerCase())
  const firstOf = (text: string, at: number) => {
    firstWord.lastIndex = at
    return key(firstWord.exec(text)?.[0] ?? '')
  }
  // Made when the first phrase is sought: many a text asks for none.
  let byFirst: Map<string, { phrase: string; value: T }[]> | undefined
  const index = () => {
    const made = new Map<string, { phrase: string; value: T }[]>()
    for (const [phrase, value] of typeof table === 'function' ? table() : table) {
      const first = firstOf(phrase, 0)
      for (const form of plural && phrase === first ? [first, `${first}s`] : [first]) {
        const list = made.get(form)
        if (list) list.push({ phrase: key(phrase), value })
        else made.set(form, [{ phrase: key(phrase), value }])
      }
    }
    for (const list of made.values()) list.sort((a, b) => b.phrase.length - a.phrase.length)
    return made
  }
  return (text, at) => {
    byFirst ??= index()
    for (const { phrase, value } of byFirst.get(firstOf(text, at)) ?? []) {
      let end = at + phrase.length
      if (key(text.slice(at, end)) !== phrase) continue
      if (plural && text[end] === 's') end++
      if (!inWord.test(phrase.at(-1)!) || !inWord.test(text[end] ?? '')) return { end, value }
    }
    return null
  }
}
