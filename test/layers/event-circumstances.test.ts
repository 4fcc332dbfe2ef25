import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const published = '2024-03-04' // a Monday

/** Days and places of the event whose mention is in brackets. */
test.each([
  // Who says so on a day, or in a place, says nothing of when and where it is held.
  [
    'The Foreign Ministry said on Monday that [talks] with Iran on grain would be held in Moscow on March 20.',
    '2024-03-20',
    'Moscow',
  ],
  ['Olaf Scholz [will visit] Ottawa on March 12, his spokesman said on Monday.', '2024-03-12', 'Ottawa'],
  [
    'Speaking in Vienna on Sunday, the envoy announced that the two sides [will meet] in Cairo on Friday.',
    '2024-03-08',
    'Cairo',
  ],
  ['Two ministers [will meet] next week, officials told reporters in Rome on Monday.', '2024-W11', ''],
  // Nor does the day of a dateline.
  ['ROME, March 2 (Reuters) - Li Qiang [will visit] Oslo on Friday, an aide said.', '2024-03-08', 'Oslo'],
  // But a news conference is where and when it is held.
  ['The premier told a [news conference] in Rome on Monday that taxes would fall.', '2024-03-04', 'Rome'],
  ['Ana Silva [met] Li Na in Oslo on Friday for the first time since 2016.', '2024-03-01', 'Oslo'],
  // One is invited to what is on another day; but goes where one is invited.
  ['He thanked him for his hospitality on March 1 and invited him to the [summit] in Kyiv.', '', 'Kyiv'],
  ['He visited Rome on March 1 and attended the [summit] in Kyiv.', '2024-03-01', 'Kyiv'],
  // A clause of its own has days of its own.
  ['Antony Blinken left Jordan on Wednesday after [meeting] King Abdullah in Amman on Tuesday.', '2024-02-27', 'Amman'],
  // What goes on from a verb shares its day and place.
  ['Modi travelled to Tokyo on Sunday for [talks] with his counterpart.', '2024-03-03', 'Tokyo'],
  ['The envoy flew to Nairobi on Friday to [meet] the rebels.', '2024-03-01', 'Nairobi'],
  // Whose somebody is, is not where they meet.
  ['Justin Trudeau [met] German Chancellor Olaf Scholz on Friday.', '2024-03-01', ''],
  ["Barack Obama [met] Saudi Arabia's King Abdullah on Friday.", '2024-03-01', ''],
  // A land that is named in what they talk about is not where; a town behind it is, and a land of a summit.
  ['The two sides will hold [talks] on Friday on tensions in Guinea-Bissau.', '2024-03-08', ''],
  ['The two sides held [talks] about the fighting in Sudan in Oslo on Friday.', '2024-03-01', 'Oslo'],
  ['The envoys [met] in Kenya on Friday to talk about fishing.', '2024-03-01', 'Kenya'],
  ['A [summit] on food security in Egypt begins on Friday.', '2024-03-08', 'Egypt'],
  ["Leaders urged action on famine in Chad and praised Friday's [summit].", '2024-03-01', ''],
  // A place in the name of a summit comes behind the one where it is held.
  ['Bulgaria will host the [Three Seas summit] in Sofia on Friday.', '2024-03-08', 'Sofia'],
  ['The two [met] in the Egyptian resort of Sharm el-Sheikh on Friday.', '2024-03-01', 'Sharm el-Sheikh'],
])('%s', (marked, when, where) => {
  const at = marked.indexOf('[')
  const text = marked.replace(/[[\]]/g, '')
  const { events, dates, locations } = extract(text, { published })
  const event = events.find(({ mentions }) => mentions.some(({ start, end }) => start <= at && at < end))
  expect(event).toBeDefined()
  const values = dates.filter(({ id }) => event!.dates.includes(id)).map(({ value }) => value)
  const names = locations.filter(({ id }) => event!.locations.includes(id)).map(({ name }) => name)
  expect([values.join(), names.join()]).toEqual([when, where])
})

test.each([
  ['The envoy will visit Sweden, Norway and Switzerland in May.', ['Sweden', 'Norway', 'Switzerland']],
  // Near misses: a land behind its town, and whose somebody is.
  ['The envoy will visit Paris, France and Rome in May.', ['Paris']],
  ["The envoy will visit Oslo and Norway's king in May.", ['Oslo']],
])('all places of one journey: %s', (text, expected) => {
  const { events, locations } = extract(text, { published })
  const named = new Map(locations.map(({ id, name }) => [id, name]))
  expect(events[0]!.locations.map((id) => named.get(id))).toEqual(expected)
})
