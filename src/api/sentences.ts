import { type Marked, mark, unmark } from '../base/brackets.ts'
import { covers, type Span, sameSpan } from '../base/span.ts'
import type { Story } from '../base/story.ts'
import type { RuleSet } from '../rules/define.ts'
import type { Extractor } from './extract.ts'

/** What fails of a set's sentences when an extractor reads them; `own` asks that the very rule found what is marked. */
export function failuresOf(set: RuleSet, { extract }: Extractor<string>, own = true): string[] {
  return (set.rules ?? []).flatMap(({ id, yes = [], no = [] }, i) => {
    const source = `${set.name}/${id}`
    const path = `${set.name}.rules.${i}`
    return [
      ...yes.flatMap((sentence, j) => {
        const { text, spans } = unmark(sentence)
        const story = extract(text)
        const missing = spans.filter((span) => !isTaken(story, span, own ? source : null))
        if (spans.length > 0 && missing.length === 0) return []
        return [
          `${path}.yes.${j}: expected ${JSON.stringify(sentence)}, got ${JSON.stringify(taken(text, story, source))}`,
        ]
      }),
      ...no.flatMap((sentence, j) => {
        const got = taken(sentence, extract(sentence), source)
        return got === sentence ? [] : [`${path}.no.${j}: expected nothing, got ${JSON.stringify(got)}`]
      }),
    ]
  })
}

function isTaken(story: Story<string>, span: Marked, source: string | null): boolean {
  if (
    found(story).some(
      (mention) =>
        (source === null || mention.source === source) && mention.name === span.name && sameSpan(span, mention),
    )
  )
    return true
  const within = (list: readonly { id: string; mentions: readonly Span[] }[], ids: readonly string[]) =>
    list.some(({ id, mentions }) => ids.includes(id) && mentions.some((mention) => covers(span, mention)))
  const dates = story.dates.map((date) => ({ id: date.id, mentions: [date] }))
  return story.events
    .filter(({ mentions }) => mentions.some((mention) => source === null || mention.source === source))
    .some((event) => {
      if (span.name === 'who') return within([...story.entities, ...story.locations], event.participants)
      if (span.name === 'where') return within(story.locations, event.locations)
      return span.name === 'when' && within(dates, event.dates)
    })
}

/** Mentions with the name that a bracket gives them: the type of an entity or event, or `topic`. */
const found = ({ entities, events, topics }: Story<string>) => [
  ...[...entities, ...events].flatMap(({ type, mentions }) => mentions.map((mention) => ({ ...mention, name: type }))),
  ...topics.flatMap(({ mentions }) => mentions.map((mention) => ({ ...mention, name: 'topic' }))),
]

const taken = (text: string, story: Story<string>, source: string) =>
  mark(
    text,
    found(story).filter((mention) => mention.source === source),
  )
