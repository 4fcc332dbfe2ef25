import type { Known } from '../../base/found.ts'
import type { Document, Sentence } from '../../text/document.ts'

const longest = 6

/** "Japanese guests" are told by their nation, not named. */
export const isActor = ({ type }: Known): boolean => type === 'person' || type === 'organization'

/**
 * Mentions of people and bodies by title alone in some sentences: "the Russian Foreign Minister" after "Russian Foreign
 * Minister Sergey Lavrov".
 */
export function titleMentions(doc: Document, entities: readonly Known[], sentences: Iterable<Sentence>): Known[] {
  const people = entities.filter(isActor)
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
  const { tokens } = doc
  const firstWords = new Set([...holders.keys()].map((title) => title.split(' ')[0]!))
  const found: Known[] = []
  for (const { first, last } of sentences)
    for (let at = first; at < last; at++) {
      const held = firstWords.has(tokens[at]!.normal) && longestAt(at)
      if (!held) continue
      found.push({ ...held.person, mentions: [{ start: tokens[at]!.start, end: tokens[held.end - 1]!.end }] })
      at = held.end - 1
    }
  return found

  function longestAt(at: number): { person: Known; end: number } | undefined {
    for (let end = Math.min(tokens.length, at + longest); end > at; end--) {
      if (end - at > 1 && tokens[end - 1]!.end - tokens[at]!.start > 100) continue
      const words = tokens.slice(at, end)
      const title = words.map(({ normal }) => normal).join(' ')
      const person = holders.get(title)
      // "Secretary of State Antony Blinken" is not the permanent secretary.
      if (person !== undefined && named.has(tokens[end]?.start ?? -1)) return undefined
      // "the minister", before a foreign minister is named, is another.
      if (person && !whole.has(title) && person.mentions[0]!.start > tokens[at]!.start) return undefined
      if (person && !isOfOffice(end)) return { person, end }
    }
    return undefined
  }

  /** "the minister of health" is not the foreign minister; "the president of Peru" may be the president. */
  function isOfOffice(at: number): boolean {
    if (!/^(?:of|for|-)$/.test(tokens[at]?.normal ?? '')) return false
    const office = tokens[at + 1]?.normal === 'the' ? at + 2 : at + 1
    return tokens[office] !== undefined && !tokens[office].word.capital
  }
}
