import { oneOf } from '../../base/word-list.ts'
import { eventWords, facilityHeads, lawHeads, productNouns, workNouns } from '../../english/heads-and-titles.ts'
import type { NameSpan } from './tagger.ts'

/** The type of a name by its words and the words beside it, where the tagger has one class for several types. */
export function subtypeOf(text: string, { start, end, type }: NameSpan): string {
  if (type !== 'location' && type !== 'misc') return type
  const written = text.slice(start, end)
  // "-Revolution", "Mount-": beside a hyphen at its edge a name has no word.
  const words: readonly string[] = written.match(/[^\s-]+/g) ?? []
  const [last, ofHead] = [words.at(-1), words[words.indexOf('of') - 1]]
  const hasHead = (heads: ReadonlySet<string>) =>
    [last, ofHead].some((head) => head !== undefined && heads.has(titled(head)))
  if (type === 'location') {
    const lead = text.slice(Math.max(0, start - longestCue), start)
    // "Ms. London", "Jordan said he": a person called like a place.
    if (courtesy.test(lead) || saysOfOneself.test(text.slice(end, end + longestCue))) return 'person'
    if (/["“‘]$/.test(lead) && workBefore.test(lead)) return 'work'
    if (words.length === 1) return type
    return hasHead(facilityHeads) ? 'facility' : hasHead(lawHeads) ? 'law' : type
  }
  if (hasHead(lawHeads)) return 'law'
  if (words.some((word) => eventWords.has(titled(word))) || yearFirst.test(written)) return 'event'
  const before = text.slice(Math.max(0, start - longestCue), start)
  const after = text.slice(end, end + longestCue)
  const quoted = /["“‘']$/.test(before) && /^[,.]?["”’']/.test(after)
  if (workBefore.test(before) || (quoted && starsBefore.test(before)) || (quoted && words.length > 1)) return 'work'
  if (designation.test(written) || productBefore.test(before) || productAfter.test(after)) return 'product'
  return type
}

const titled = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const longestCue = 24
const yearFirst = /^(?:19|20)\d\d(?![^\s-])/
const courtesy = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? $/u
const saysOfOneself = /^ (?:said|says|added|told reporters|admitted|insisted|hoped|hopes|thinks|believes) (?:he|she) /
const workBefore = new RegExp(`(?<![\\p{L}-])${oneOf(workNouns)}s?,? ["“‘']?$`, 'iu')
const starsBefore = /(?<!\p{L})(?:stars?|starred|starring|appears?|appeared) in ["“‘]$/u
const productBefore = new RegExp(`(?<![\\p{L}-])${oneOf(productNouns)}s?,? ["“‘']?$`, 'iu')
const productAfter = new RegExp(`^s? (?:[\\p{Ll}-]+ )?${oneOf(productNouns)}s?(?![\\p{L}-])`, 'u')
/** "F-16", "Boeing 747", "AK-47", "U-2s", "Windows 10"; a virus ("H5N1", "COVID-19") is called likewise. */
const designation =
  /^(?!H\d+N\d|COVID|SARS|MERS)\p{Ll}?\p{Lu}[\p{L}-]*(?: \p{Ll}?\p{Lu}[\p{L}-]*)*[ -]?\d{1,4}\p{L}{0,2}s?$/u
