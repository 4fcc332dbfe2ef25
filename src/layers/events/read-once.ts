import type { EventMention } from '../../rules/mentions.ts'

/** Keeps what is read of each mention of a document. No two begin alike. */
export function readOnce<Read extends object>(read: (mention: EventMention) => Read): (mention: EventMention) => Read {
  const known = new Map<number, Read>()
  return (mention) => {
    let own = known.get(mention.start)
    if (!own) {
      own = read(mention)
      known.set(mention.start, own)
    }
    return own
  }
}
