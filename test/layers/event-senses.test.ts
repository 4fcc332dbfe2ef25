import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const published = '2023-11-08'
const eventsOf = (text: string) => extract(text, { published }).events.map(({ type, status }) => `${type} ${status}`)
const typesOf = (text: string) => extract(text, { published }).events.map(({ type }) => type)

test.each([
  'The firm met its targets in the second quarter.',
  'The proposal was met with criticism in Oslo.',
  'Two rivers meet near the city of Koblenz.',
  'The plant will meet the new standards by May.',
  'Manager talks tough before final',
  'Governor Talks "Unity" After Defeat',
  'Stoltenberg called for restraint on Sunday.',
  'The minister called the report a disgrace.',
  'She spoke to reporters in Vienna on Monday.',
  'He received a letter from the bank on Monday.',
  'The union welcomed the decision on Monday.',
  'Aid trucks arrived in Gaza on Friday.',
  'Troops arrived in Goma on Sunday after the attack.',
  'The foreign minister left Madrid on Thursday.',
])('no event: %s', (text) => {
  expect(eventsOf(text)).toEqual([])
})

test.each([
  ['The chancellor will not meet the envoy in Vienna this week.', 'meeting'],
  ['No talks between the two governments are planned in Geneva.', 'meeting'],
  ['There will be no negotiations with the militia, the envoy said.', 'meeting'],
  ['Ankara ruled out talks with Athens in Geneva.', 'meeting'],
  ['The opposition refused to meet the mediator in Nairobi on Monday.', 'meeting'],
  ['The king has not met the prime minister this year.', 'meeting'],
])('what is said not to be is no event: %s', (text, type) => {
  expect(typesOf(text)).not.toContain(type)
})

test.each([
  ['The summit runs May 3 through May 6 in Lima.', 'summit'],
  ['The talks run from December 3 to December 6 in Lima.', 'meeting'],
])('what begins later is planned: %s', (text, type) => {
  expect(extract(text, { published: '2023-04-01' }).events).toMatchObject([{ type, status: 'planned' }])
})

test.each([
  ['The chancellor will meet the envoy in Vienna on Friday.', 'meeting planned'],
  ['The ministers met farmers in Lyon on Monday.', 'meeting held'],
  ['The two presidents held talks in Geneva on Monday.', 'meeting held'],
  ['Scholz spoke by phone with Modi on Monday.', 'call held'],
  ['The two presidents spoke on the phone on Tuesday.', 'call held'],
  ['Sunak phoned Macron on Tuesday.', 'call held'],
  ['President Lula had a telephone discussion with President Petro on Monday.', 'call held'],
  ['King Felipe received President Petro in Madrid on Monday.', 'meeting held'],
  ['Modi welcomed Macron to Delhi on Monday.', 'meeting held'],
])('%s', (text, event) => {
  expect(eventsOf(text)).toContain(event)
})

test.each([
  ['The summit in Lima has been postponed to March 12.', ['summit planned']],
  ['The visit to Rome was put off until next month.', ['visit planned']],
  ['The talks were moved to Monday.', ['meeting planned']],
  ['The talks in Vienna were postponed.', ['meeting cancelled']],
])('put off: %s', (text, events) => {
  expect(eventsOf(text)).toEqual(events)
})

test.each([
  ['The premier left Accra for Lagos on Monday.', 'visit to Lagos'],
  ['The president departed Lisbon for Madrid on Monday.', 'visit to Madrid'],
])('who leaves visits where he goes: %s', (text, name) => {
  expect(extract(text, { published }).events.map((event) => event.name)).toEqual([name])
})

test.each([
  ['The Kenyan president flew to Kigali on Tuesday to meet President Paul Kagame.', 'Paul Kagame'],
  ['King Felipe of Spain arrived in Rabat on Sunday for talks with King Mohammed.', 'Mohammed'],
])('a host is no visitor: %s', (text, host) => {
  const { entities, events } = extract(text, { published })
  const hosts = entities.filter(({ name }) => name.includes(host)).map(({ id }) => id)
  const visits = events.filter(({ type }) => type === 'visit')
  expect(visits).toHaveLength(1)
  expect(hosts).toHaveLength(1)
  expect(visits.flatMap(({ participants }) => participants).filter((id) => hosts.includes(id))).toEqual([])
})

// Words at the end of a text, with nothing after them to look at.
test.each(['The tankers Sparta left.', 'He left', 'They left for', 'She talks', 'Lee met', 'left. For. Rome.'])(
  'reads to the end: %s',
  (text) => {
    expect(() => extract(text, { published: '2024-05-06' })).not.toThrow()
  },
)
