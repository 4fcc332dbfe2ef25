import { extract } from '../../src/api/index.ts'
import { type Marked, mark, unmark } from '../../src/base/brackets.ts'

/** A text with the brackets that the wanted lists of its story give. */
export function drawn(
  marked: string,
  wanted: readonly ('entities' | 'dates' | 'locations')[],
  published = '2025-06-02',
) {
  const { text } = unmark(marked)
  const story = extract(text, { published })
  const spans: Marked[] = []
  if (wanted.includes('entities'))
    for (const { type, mentions } of story.entities) spans.push(...mentions.map((span) => ({ ...span, name: type })))
  if (wanted.includes('dates')) spans.push(...story.dates.map((span) => ({ ...span, name: 'date' })))
  if (wanted.includes('locations'))
    for (const { mentions } of story.locations)
      spans.push(...mentions.filter(({ form }) => form === 'name').map((span) => ({ ...span, name: 'location' })))
  return mark(text, spans)
}
