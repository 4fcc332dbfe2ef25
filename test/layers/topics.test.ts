import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { nextOccasion } from '../../src/english/no-topics.ts'

const topicsOf = (text: string) =>
  extract(text, { published: '2024-05-06' }).topics.map(({ label, status }) => `${status} ${label}`)

test.each([
  ['They did not discuss the border at the talks in Astana.', 'refused border'],
  ['Egypt refused to discuss the dam at the summit in Addis Ababa.', 'refused dam'],
  ['They avoided discussing Taiwan at the meeting in Beijing.', 'refused Taiwan'],
  ['They discussed the border at the talks in Astana.', 'discussed border'],
  ['They not only discussed the border at the talks in Astana.', 'discussed border'],
])('what was kept off the agenda is no topic discussed: %s', (text, topic) => {
  expect(topicsOf(text)).toEqual([topic])
})

test.each([
  'The minister declined to discuss individual cases with reporters.',
  'Asked by journalists before the summit in Rome, she refused to discuss the budget.',
])('what is kept from the press is on no agenda: %s', (text) => {
  expect(topicsOf(text)).toEqual([])
})

test.each([
  [
    'The ministers met in Quito. They discussed the price and volume of gas deliveries.',
    ['price and volume of gas deliveries'],
  ],
  ['The ministers met in Quito. They discussed the border and trade.', ['border', 'trade']],
])('two nouns with one determiner and one complement are one topic: %s', (text, labels) => {
  expect(extract(text).topics.map(({ label }) => label)).toEqual(labels)
})

test.each([
  ['meet again next week', true],
  ['stay in close contact', true],
  ['resume negotiations on Monday', true],
  ['continue their talks in Geneva', true],
  ['meet the needs of refugees', false],
  ['hold elections', false],
  ['talks on trade', false],
  ['resume peace talks', false],
])('"%s" names the next occasion and no subject: %s', (label, empty) => {
  expect(nextOccasion.test(label)).toBe(empty)
})

test.each([
  ['The ministers will hold talks on the sidelines of the forum on fishing quotas.', ['planned fishing quotas']],
  ['The ministers met in Doha. They discussed a number of areas, including rice.', ['discussed rice']],
])('how people meet is no topic: %s', (text, topics) => {
  expect(topicsOf(text)).toEqual(topics)
})

test.each([
  ['They discussed how the new rules affect small farms.', 'how the new rules affect small farms'],
  ['They also discussed how the port can reopen.', 'how the port can reopen'],
  ['They discussed the cooperation agreement with Peru.', 'cooperation agreement with Peru'],
])('a topic does not end at a word that says something of the next one: %s', (sentence, label) => {
  expect(topicsOf(`The ministers met in Oslo on Monday. ${sentence}`)).toEqual([`discussed ${label}`])
})
