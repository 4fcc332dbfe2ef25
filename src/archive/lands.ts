import { beginningIn, firstFrom, type Span } from '../base/span.ts'
import type { Location, Story } from '../base/story.ts'
import { roughSentences, sentenceAt } from './rough-sentences.ts'
import { isTitleWord } from './title-words.ts'

/** A place that a story names, with the land it lies in. */
interface LandMention extends Span {
  land: string
  isCountry: boolean
}

/** Where a story names which land. */
export interface Lands {
  sentences: readonly Span[]
  mentions: readonly LandMention[]
  /** The land that is told most of. */
  main: string | null
}

export function landsOf(story: Pick<Story<string>, 'locations'>, text: string): Lands {
  const mentions = story.locations
    .flatMap((place) => (place.country === null ? [] : landMentions(place, place.country)))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const counts = new Map<string, number>()
  for (const { land, isCountry } of mentions) counts.set(land, (counts.get(land) ?? 0) + (isCountry ? 2 : 1))
  const [main] = [...counts].sort((a, b) => b[1] - a[1])
  return { sentences: roughSentences(text), mentions, main: main?.[0] ?? null }
}

const landMentions = ({ type, mentions }: Location, land: string): LandMention[] =>
  mentions.map(({ start, end }) => ({ start, end, land, isCountry: type === 'country' }))

/** "'s Supreme Leader Ayatollah": what may stand between a land and whom it belongs to. */
function isTitleLike(between: string): boolean {
  const words = between
    .replace(/^['’]s?/, '')
    .split(/\s+/)
    .filter(Boolean)
  return words.length <= longestTitle && words.every(isTitleWord)
}

const longestTitle = 8
const reach = 90

/** The lands that a name is tied to by its own words or those beside it. */
export function landsBeside(mention: Span, lands: Lands, text: string, isPerson: boolean): Set<string> {
  const found = new Set<string>()
  for (const { start, end, land, isCountry } of around(lands.mentions, mention)) {
    if (start >= mention.start && end <= mention.end) {
      if (!isPerson) found.add(land)
    } else if (end <= mention.start) {
      if (isCountry && isTitleLike(text.slice(end, mention.start))) found.add(land)
    } else if (
      start >= mention.end &&
      (isCountry || !isPerson) &&
      belongsBehind(text.slice(mention.end, start), text.slice(end, end + 30), isPerson)
    )
      found.add(land)
  }
  return found
}

/** "Lavrov, the Russian minister", "Ahmadinejad, president of Iran"; "Foreign Ministry of Iran", "in Tehran". */
function belongsBehind(between: string, behind: string, isPerson: boolean): boolean {
  if (!isPerson) return /^ (?:of|in)(?: the)? $/.test(between)
  if (!/^, /.test(between)) return false
  const words = between.slice(2).trim()
  if (!isTitleLike(words)) return false
  if (/ (?:of|for)(?: the)?$/.test(` ${words}`)) return true
  // In small letters: "met Olmert, Palestinian President Abbas" goes on with another.
  const [, next] = /^(?:['’]s)? (?:\p{Ll}[\p{Ll}-]* )?(\p{Ll}[\p{Ll}-]*)/u.exec(behind) ?? []
  return next !== undefined && isTitleWord(next)
}

/** Those that lie within reach of a mention. */
const around = (mentions: readonly LandMention[], { start, end }: Span): LandMention[] =>
  beginningIn(mentions, { start: start - reach, end: end + reach })

/** The land told of where a span stands: the last before it in its sentence, the first behind it, the last before that. */
export function landNear({ start }: Span, { sentences, mentions, main }: Lands): string | null {
  const sentence = sentences[sentenceAt(sentences, start)]
  const behind = firstFrom(mentions, start + 1)
  const [before, next] = [mentions[behind - 1], mentions[behind]]
  if (!sentence) return main
  if (before && before.start >= sentence.start) return before.land
  return next && next.start < sentence.end ? next.land : (before?.land ?? main)
}

/** The country that stands where a name begins, and ends inside of it: "Iranian" of "Iranian Foreign Ministry". */
export function landOpening({ start, end }: Span, { mentions }: Lands): Span | undefined {
  const first = mentions[firstFrom(mentions, start)]
  return first && first.start === start && first.end < end && first.isCountry ? first : undefined
}
