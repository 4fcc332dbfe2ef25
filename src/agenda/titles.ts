import type { Document } from '../document/document.ts'
import type { Known } from './agenda.ts'

const longest = 6

/** Mentions of people by title alone: "the Russian Foreign Minister" after "Russian Foreign Minister Sergey Lavrov". */
export function titleMentions(doc: Document, people: readonly Known[]): Known[] {
  const holders = new Map<string, Known | null>()
  const hold = (title: string, person: Known) => {
    const holder = holders.get(title)
    holders.set(title, holder === undefined || holder === person ? person : null)
  }
  const titled = people.flatMap((person) =>
    (person.titles ?? []).map((title) => ({ person, title: title.toLowerCase() })),
  )
  for (const { person, title } of titled) hold(title, person)
  // "the foreign minister" is the Russian one too, unless that is another person's whole title.
  const whole = new Set(holders.keys())
  for (const { person, title } of titled)
    for (let space = title.indexOf(' '); space > 0; space = title.indexOf(' ', space + 1))
      if (!whole.has(title.slice(space + 1))) hold(title.slice(space + 1), person)
  if (holders.size === 0) return []
  const named = new Set(people.flatMap(({ mentions }) => mentions.map(({ start }) => start)))
  const found: Known[] = []
  const { tokens } = doc
  for (let at = 0; at < tokens.length; ) {
    let next = at + 1
    for (let length = longest; length > 0; length--) {
      const last = tokens[at + length - 1]
      if (!last || (length > 1 && last.end - tokens[at]!.start > 100)) continue
      const words = tokens.slice(at, at + length)
      const person = holders.get(words.map(({ normal }) => normal).join(' '))
      if (!person || named.has(tokens[at + length]?.start ?? -1)) continue
      found.push({ ...person, mentions: [{ start: tokens[at]!.start, end: last.end }] })
      next = at + length
      break
    }
    at = next
  }
  return found
}
