import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { nextOccasion } from '../../src/english/no-topics.ts'

const topicsOf = (text: string) =>
  extract(text, { published: '2024-05-06' }).topics.map(({ label, status }) => `${status} ${label}`)

test.each([
  ['They did not discuss the border at the talks in Astana.', 'refused border'],
  ['Egypt refused to discuss the dam at the summit in Addis Ababa.', 'refused dam'],
  ['They avoided discussing Taiwan at the meeting in Beijing.', 'refused Taiwan'],
  ['Egypt denied that it had discussed the dam at the summit in Addis Ababa.', 'refused dam'],
  ['They discussed the border at the talks in Astana.', 'discussed border'],
  ['The issue of sanctions was never raised at the meeting in Vienna.', 'refused sanctions'],
  ['The ministers met in Oslo without discussing the whaling ban.', 'refused whaling ban'],
  ['They not only discussed the border at the talks in Astana.', 'discussed border'],
  ['On Friday parliament votes on whether to raise the pension age.', 'planned whether to raise the pension age'],
])('what was kept off the agenda is no topic discussed: %s', (text, topic) => {
  expect(topicsOf(text)).toEqual([topic])
})

test.each([
  'The minister declined to discuss individual cases with reporters.',
  "The spokesman declined to discuss the minister's health.",
  'Asked by journalists before the summit in Rome, she refused to discuss the budget.',
])('what is kept from the press is on no agenda: %s', (text) => {
  expect(topicsOf(text)).toEqual([])
})

test.each([
  // A year or a remark in brackets ends no list; nor does a clause in commas.
  [
    'The ministers discussed the repair of the 1990 bridge, the treaty with the Peasant Union (PU) and the protection of otters.',
    ['repair of the 1990 bridge', 'treaty with the Peasant Union (PU)', 'protection of otters'],
  ],
  [
    'They discussed the repair of the bridge, which was closed after the June flood, and the budget of the library.',
    ['repair of the bridge', 'budget of the library'],
  ],
  // What they did is no subject; a verb and its object are one.
  [
    'They discussed how to get more aid into Sudan and agreed on the importance of clean water.',
    ['how to get more aid into Sudan', 'importance of clean water'],
  ],
  ['They agreed to review their duties on wine.', ['review their duties on wine']],
  ['They agreed to review duties and discussed otters.', ['review duties', 'otters']],
  // Nor is whom they met, and what they were thanked for.
  ['The ministers welcomed their colleagues Juan Pérez of Peru and Ana Silva of Chile.', []],
  ['The ministers welcomed the release of Juan Pérez.', ['release of Juan Pérez']],
  // What is raised may be a figure.
  ['The firm discussed jobs in Oslo on Monday. It raised its forecast for the year to March.', ['jobs']],
  ['The envoy discussed jobs in Oslo on Monday. He raised the issue of visas.', ['jobs', 'visas']],
  // When it is treated is no part of a subject, unless the subject has a day of its own.
  [
    'The king met the premier to discuss trade. They will review their supply policy next month, he said.',
    ['trade', 'supply policy'],
  ],
  ['The ministers discussed the election next month.', ['election next month']],
  ['They thanked their host for his hospitality.', []],
  // Nor is before whom one spoke, or a plan that was dropped.
  ['They addressed the river forum.', []],
  ['They addressed the closure of the forum.', ['closure of the forum']],
  ['Lima had shelved a plan for a meeting between Juan Pérez and Ana Silva.', []],
  // More ways to say that it was treated.
  ['Energy, trade and otters came under discussion.', ['Energy', 'trade', 'otters']],
  ['Energy came under fire.', []],
  ['Taiwan and fentanyl featured in the talks.', ['Taiwan', 'fentanyl']],
  ['Otters featured in the film.', []],
  ['The two touched upon the supply of fuel.', ['supply of fuel']],
  ['The two touched down in Quito.', []],
  // A verb and what it is done to are one, though that be who does it.
  ["They discussed Peru's right to defend itself.", ["Peru's right to defend itself"]],
  // Who says so is no part of it.
  [
    "They will negotiate a timetable for the census, Norway's foreign ministry, which is facilitating the process, said Monday.",
    ['timetable for the census'],
  ],
])('a list is read to its end: %s', (text, labels) => {
  const met = 'The ministers of Peru and Chile met in Quito on Monday. '
  expect(extract(met + text, { published: '2024-05-06' }).topics.map(({ label }) => label)).toEqual(labels)
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
  ['The summit in Nassau will deal with hurricane relief.', ['hurricane relief']],
  ['Talks in Copenhagen on Friday were dominated by the drought.', ['drought']],
  ['The war in Ukraine dominated the summit in Vilnius on Tuesday.', ['war in Ukraine']],
  ['Nuclear safety will be the main subject of the meeting in Vienna on Thursday.', ['Nuclear safety']],
  ['President Bio will travel to Conakry on Monday, with border security high on the agenda.', ['border security']],
  ['Union leaders met with managers in Santos on Thursday over pay.', ['pay']],
  ['The ministers discussed bilateral ties, including oil contracts, in Baghdad.', ['bilateral ties', 'oil contracts']],
  // Near misses.
  ['The ministers met in Vienna on Monday. The bridge is the subject of a lawsuit.', []],
  ['The ministers met in Vienna on Monday over coffee.', []],
  ['The minister met farmers in Lyon on Monday, with his wife at his side.', []],
  ['The film focused on a family in Naples.', []],
])('what an occasion is about: %s', (text, labels) => {
  expect(extract(text, { published: '2024-05-06' }).topics.map(({ label }) => label)).toEqual(labels)
})

test.each([
  ['The ministers discussed tourism and airport security in Male on Sunday.', ['tourism', 'airport security']],
  ['Israel and Syria discussed a withdrawal at the talks in Cairo on Sunday.', ['withdrawal']],
  // A land is part of the subject, and so is an occasion at which it came up.
  ['The ministers discussed the fighting in Sudan on Sunday.', ['fighting in Sudan']],
  ['The ministers discussed the war in Sudan at their meeting in Vienna on Monday.', ['war in Sudan']],
  ['They held talks on decisions made at the summit.', ['decisions made at the summit']],
])('where it is treated is no part of a topic: %s', (text, labels) => {
  expect(extract(text, { published: '2024-05-06' }).topics.map(({ label }) => label)).toEqual(labels)
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
