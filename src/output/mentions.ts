import { describe, NutgrafError } from '../base/error.ts'
import { byPosition } from '../base/span.ts'
import type { DateExpression, Entity, Event, Location, Mention, Story, Topic } from '../base/story.ts'

interface Items {
  entity: Entity<string>
  date: DateExpression
  location: Location
  event: Event
  topic: Topic
}

export type StoryLayer = keyof Items

/** A mention with what it is a mention of. */
export type MentionOf<L extends StoryLayer = StoryLayer> = {
  [K in L]: Mention & {
    layer: K
    item: Items[K]
    /** Its place among the mentions of its item, from 0. */
    nth: number
    /** `person`, `city`, `date`, `visit`, `topic`. */
    type: string
    /** How the item is written: a name, a TIMEX3 value, a label. */
    name: string
  }
}[L]

/**
 * All mentions of a story in order of position, outer before inner.
 *
 * @throws NutgrafError where a text is given that the story is not of
 */
export function mentionsOf(
  { entities, dates, locations, events, topics }: Story<string>,
  ofText?: string,
): MentionOf[] {
  const all: MentionOf[] = [
    ...entities.flatMap((item) => each(item.mentions, { layer: 'entity', item, type: item.type, name: item.name })),
    ...dates.flatMap((item) => each([item], { layer: 'date', item, type: item.type, name: item.value })),
    ...locations.flatMap((item) => each(item.mentions, { layer: 'location', item, type: item.type, name: item.name })),
    ...events.flatMap((item) => each(item.mentions, { layer: 'event', item, type: item.type, name: item.name })),
    ...topics.flatMap((item) => each(item.mentions, { layer: 'topic', item, type: 'topic', name: item.label })),
  ]
  for (const { start, end, text } of ofText === undefined ? [] : all)
    if (ofText!.slice(start, end) !== text)
      throw new NutgrafError(
        'invalid-text',
        'text',
        `expected the text that the story was extracted from, with ${describe(text)} at ${start}, got ${describe(ofText!.slice(start, end))} there`,
      )
  return all.sort(byPosition)
}

function each<const Of extends object>(mentions: readonly Mention[], of: Of) {
  return mentions.map(({ start, end, text, confidence, source }, nth) => ({
    ...{ start, end, text, confidence, source, nth },
    ...of,
  }))
}

/** What is named or dated: never two of them over one stretch, a demonym's country left out. */
export function namesAndDates(story: Story<string>, text: string): MentionOf<'entity' | 'date' | 'location'>[] {
  return mentionsOf(story, text).filter(
    (mention): mention is MentionOf<'entity' | 'date' | 'location'> =>
      mention.layer === 'entity' ||
      mention.layer === 'date' ||
      (mention.layer === 'location' && mention.item.mentions[mention.nth]?.form === 'name'),
  )
}
