import { streets, thoroughfares } from './lexicon.ts'

/** "Press Street". */
export const isStreet = (written: string): boolean => endsIn(streets, written)

/** "Press Street", "Hyde Park": places without a point of their own, though the tagger has them among buildings. */
export const isThoroughfare = (written: string): boolean => endsIn(thoroughfares, written)

function endsIn(words: ReadonlySet<string>, written: string): boolean {
  const last = written.lastIndexOf(' ') + 1
  return last > 0 && words.has(written.slice(last).replace(/\.$/, '').toLowerCase())
}
