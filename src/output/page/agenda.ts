import { firstFrom, type Span } from '../../base/span.ts'
import type { DateExpression, Event, Story, Topic } from '../../base/story.ts'
import { byId } from '../by-id.ts'
import { eventDays } from '../event-days.ts'
import { mentionsOf } from '../mentions.ts'
import type { Sentences } from './quotes.ts'

/** An event as an agenda has it. */
export interface AgendaItem {
  event: Event
  dates: DateExpression[]
  topics: Topic[]
  /** The mention whose sentence says most of it. */
  mention: Span | undefined
}

export interface Agenda {
  /** What is to come first, each in order of days; what has none at the end. */
  groups: { name: string; items: AgendaItem[] }[]
  /** Topics of no event. */
  loose: Topic[]
}

/** In the order in which they are shown. */
const groupNames: Record<Event['status'] | 'past', string> = {
  planned: 'Ahead',
  ongoing: 'Going on',
  past: 'Was planned',
  held: 'Already held',
  cancelled: 'Called off',
}
const groupKeys = Object.keys(groupNames) as (keyof typeof groupNames)[]

/** More mentions of an event than these are not weighed against one another. */
const mostWeighed = 12

/** The events of a story as an agenda, with the sentences that say most of them where there are some. */
export function agendaOf(story: Story<string>, sentences?: Sentences): Agenda {
  const [datesOf, topicsOf] = [byId(story.dates), byId(story.topics)]
  const spans = new Map<string, Span[]>()
  for (const { item, start, end } of sentences ? mentionsOf(story) : []) {
    const known = spans.get(item.id)
    if (known) known.push({ start, end })
    else spans.set(item.id, [{ start, end }])
  }
  const items = story.events.map((event): AgendaItem => {
    const parts = [...event.dates, ...event.locations, ...event.participants, ...event.topics]
    return {
      ...{ event, dates: datesOf(event.dates), topics: topicsOf(event.topics) },
      mention: sentences && tellingMention(event, parts, spans, sentences),
    }
  })
  // "In September" comes after the 7th of it.
  const last = ({ dates }: AgendaItem) => eventDays(dates).last ?? '~'
  // What was planned for days before that of the story is not ahead of who reads it.
  const isPast = (item: AgendaItem) => story.published !== null && last(item) < story.published.slice(0, 10)
  const groupOf = (item: AgendaItem) => (item.event.status === 'planned' && isPast(item) ? 'past' : item.event.status)
  const groups = groupKeys.map((key) => ({
    name: groupNames[key],
    items: items
      .filter((item) => groupOf(item) === key)
      .sort((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0)),
  }))
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    loose: story.topics.filter(({ event }) => event === null),
  }
}

/** "This visit" says less of a visit than the sentence which names who, where and when. */
function tellingMention(
  { mentions }: Event,
  parts: readonly string[],
  spans: ReadonlyMap<string, readonly Span[]>,
  sentences: Sentences,
): Span | undefined {
  const told = (mention: Span) => {
    const sentence = sentences.around(mention)
    return sentence ? parts.filter((id) => beginsIn(sentence, spans.get(id) ?? [])).length : 0
  }
  let [best, most] = [mentions[0], -1]
  for (const mention of mentions.slice(0, mostWeighed)) {
    const count = told(mention)
    if (count > most) [best, most] = [mention, count]
  }
  return best
}

/** Whether one of spans in order begins in a stretch. */
function beginsIn({ start, end }: Span, spans: readonly Span[]): boolean {
  const first = spans[firstFrom(spans, start)]
  return first !== undefined && first.start < end
}
