import { wordSet } from '../../base/word-list.ts'
import type { NameSentence } from './name-tokens.ts'
import { flag, type NameWord } from './name-words.ts'

/** What the whole story says of a word: how its other tokens are written, and the longer names that hold it. */
interface Seen {
  lower: number
  capital: number
  /** First or last word of a longer run of capitals. */
  first: number
  last: number
  /** Follows a title or first name; before a word of speech. */
  titled: number
  speaks: number
  /** Follows "in" or "at"; after "the"; before "'s". */
  placed: number
  definite: number
  owns: number
  /** Last word of the run of which this is the acronym. */
  acronymOf: number
}

export type StoryContext = ReadonlyMap<number, Seen>

const speech = wordSet('said says told added warned insisted argued noted stressed urged denied')

/** Counts over all sentences of a story, linear in its tokens. */
export function readContext(sentences: readonly NameSentence[]): StoryContext {
  const seen = new Map<number, Seen>()
  const of = ({ id }: NameWord): Seen => {
    let entry = seen.get(id)
    if (!entry) {
      entry = {
        lower: 0,
        capital: 0,
        first: 0,
        last: 0,
        titled: 0,
        speaks: 0,
        placed: 0,
        definite: 0,
        owns: 0,
        acronymOf: 0,
      }
      seen.set(id, entry)
    }
    return entry
  }
  const acronyms = new Map<string, number>()
  for (const { tokens, allCaps, titleCase } of sentences) {
    if (allCaps || titleCase) continue
    for (let at = 0; at < tokens.length; ) {
      const { word } = tokens[at]!
      if (!word.capital) {
        if (word.lowerCase) of(word).lower++
        at++
        continue
      }
      let end = at + 1
      while (end < tokens.length && tokens[end]!.word.capital) end++
      if (at > 0) for (let i = at; i < end; i++) of(tokens[i]!.word).capital++
      if (end - at > 1) {
        of(word).first++
        const head = tokens[end - 1]!.word
        of(head).last++
        if ((word.flags & (flag.firstName | flag.title)) !== 0) of(head).titled++
        if (end - at > 2 && end - at < 8) {
          let initials = ''
          for (let i = at; i < end; i++) initials += tokens[i]!.word.text[0]
          acronyms.set(initials, head.id)
        }
      } else if (at > 0 && (tokens[at - 1]!.word.flags & flag.title) !== 0) of(word).titled++
      const before = at > 0 ? tokens[at - 1]!.word.lower : undefined
      const after = tokens[end]?.word.lower
      const final = of(tokens[end - 1]!.word)
      if (before === 'in' || before === 'at') final.placed++
      if (before === 'the') final.definite++
      if (after === "'s" || after === '’s') final.owns++
      if (after !== undefined && speech.has(after)) final.speaks++
      at = end
    }
  }
  if (acronyms.size > 0)
    for (const { tokens } of sentences)
      for (const { word } of tokens) {
        const long = word.capital && word.text.length > 2 ? acronyms.get(word.text.replace(/\./g, '')) : undefined
        if (long !== undefined) of(word).acronymOf = long
      }
  return seen
}
