import type { Mention, Story } from '../../src/base/story.ts'
import { eventTypes, locationTypes } from '../../src/base/types.ts'

/**
 * A story over a text with mentions anywhere in it, over one another and across: what no extractor would give, but a
 * format must bear. `numbers` decides.
 */
export function withMentions(text: string, numbers: Iterator<number>): Story<string> {
  const next = (below: number) => (numbers.next().value as number) % Math.max(1, below)
  const mention = (): Mention => {
    const start = whole(next(text.length))
    const end = Math.max(
      whole(Math.min(text.length, start + 1 + next(30))),
      start + String.fromCodePoint(text.codePointAt(start)!).length,
    )
    return { start, end, text: text.slice(start, end), confidence: next(101) / 100, source: 'test/any' }
  }
  // Not between the halves of a surrogate pair.
  const whole = (at: number) => (at > 0 && text.codePointAt(at - 1)! > 0xffff ? at - 1 : at)
  const list = <T>(make: (i: number) => T) =>
    text === '' ? [] : Array.from({ length: next(5) }, (_, i) => make(i + 1))
  const mentions = () => [mention(), mention()].slice(next(2)).sort((a, b) => a.start - b.start)
  const pick = <T>(choices: readonly T[]) => choices[next(choices.length)]!
  const entities = list((i) => ({
    id: `e${i}`,
    type: pick(['person', 'organization', 'facility', 'money', 'vessel', 'event', 'product']),
    name: mention().text,
    aliases: [mention().text],
    titles: [mention().text],
    salience: 0.5,
    mentions: mentions(),
  }))
  const dates = list((i) => ({
    ...mention(),
    id: `d${i}`,
    type: pick(['date', 'time', 'duration', 'set'] as const),
    modifier: null,
    ...pick([
      { value: '2023-09-07', edtf: '2023-09-07', from: '2023-09-07', to: '2023-09-07' },
      { value: '1971', edtf: '1971', from: '1971-01-01', to: '1971-12-31' },
      { value: '2023-09-07T10:30', edtf: null, from: '2023-09-07T10:30:00-04:00', to: '2023-09-07T10:30:00-04:00' },
      { value: '-0043-03-15', edtf: '-0043-03-15', from: '-0043-03-15', to: '-0043-03-15' },
      { value: 'PAST_REF', edtf: null, from: null, to: null },
    ]),
  }))
  const locations = list((i) => ({
    id: `l${i}`,
    name: mention().text,
    type: pick(locationTypes),
    country: pick([null, 'BD']),
    admin: null,
    coordinates: pick([null, { lat: next(181) - 90, lon: next(361) - 180 }, { lat: 23.7, lon: 90.4 }]),
    precision: pick([null, 'exact', 'city', 'state', 'country'] as const),
    within: i === 1 ? null : pick([null, 'l1']),
    geonames: pick([null, 1185241]),
    mentions: mentions().map((one) => ({
      ...one,
      sense: pick(['literal', 'associative'] as const),
      form: pick(['name', 'name', 'demonym', 'inside'] as const),
    })),
  }))
  const some = (items: readonly { id: string }[]) => items.filter(() => next(2) === 0).map(({ id }) => id)
  const topics = list((i) => ({
    id: `t${i}`,
    label: mention().text,
    category: pick([null, { code: 'medtop:20000373', name: 'international trade' }]),
    status: pick(['planned', 'discussed', 'agreed', 'refused'] as const),
    event: null as string | null,
    entities: some([...entities, ...locations]),
    mentions: mentions(),
    evidence: mention(),
  }))
  const events = list((i) => ({
    id: `v${i}`,
    type: pick(eventTypes),
    status: pick(['planned', 'ongoing', 'held', 'cancelled'] as const),
    name: mention().text,
    participants: some([...entities, ...locations]),
    locations: some(locations),
    dates: some(dates),
    topics: some(topics),
    mentions: mentions(),
  }))
  for (const event of events) for (const topic of topics) if (event.topics.includes(topic.id)) topic.event = event.id
  return {
    published: pick([null, '2023-08-30']),
    version: 'nutgraf/0.1.0',
    warnings: [],
    entities,
    dates,
    locations,
    events,
    topics,
  }
}
