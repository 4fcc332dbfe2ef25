import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const published = '2023-08-30'
const read = (text: string) => extract(text, { published })

test.each<[string, ...string[]]>([
  ['They discussed trade, security and migration.', 'trade', 'security', 'migration'],
  ['The talks focused on wheat and fertilizer imports.', 'wheat and fertilizer imports'],
  ['The talks centred on the ties between Russia and China.', 'ties between Russia and China'],
  ['They discussed issues of electoral fairness.', 'electoral fairness'],
  ['They discussed a range of issues including fishing rights and customs.', 'fishing rights', 'customs'],
  ['They discussed topics ranging from nuclear energy to defense.', 'nuclear energy', 'defense'],
  ['They discussed how to end the fighting.', 'how to end the fighting'],
  [
    'They held talks on the prevention of ships, currently under sanctions, from entering the port.',
    'prevention of ships, currently under sanctions, from entering the port',
  ],
  ['They agreed to reduce tariffs.', 'reduce tariffs'],
  ['They signed an agreement on nuclear energy.', 'nuclear energy'],
  // Near misses.
  ['The talks were held on Friday.'],
  ['They discussed various issues.'],
  ['He spoke for hours.'],
])('topics: %s', (text, ...labels) => {
  expect(read(text).topics.map(({ label }) => label)).toEqual(labels)
})

test.each<[string, ...string[]]>([
  ['Sergey Lavrov will visit Dhaka.', 'visit planned'],
  ['Sergey Lavrov visited Dhaka on Monday.', 'visit held'],
  ['The visit of Sergey Lavrov to Dhaka was cancelled.', 'visit cancelled'],
  ['They held a telephone conversation.', 'call held'],
  ['Leaders will attend the G20 summit in New Delhi.', 'summit planned'],
  ['Sergey Lavrov arrived in Dhaka. He will meet Prime Minister Sheikh Hasina.', 'visit ongoing', 'meeting planned'],
  ['Israel and Syria are holding peace talks in Ankara.', 'meeting ongoing'],
  // One visit in two wordings; two meetings in one sentence.
  ['Sergey Lavrov will visit Dhaka on Monday. His trip is his first.', 'visit planned'],
  [
    'He will hold a courtesy meeting with John Smith and an official meeting with Mary Jones.',
    'meeting planned',
    'meeting planned',
  ],
  // What one meeting follows on is another, and so is what a sentence turns back to.
  ['After his talks with Narendra Modi, Xi Jinping met Imran Khan in Delhi.', 'meeting held', 'meeting held'],
  ['After meeting Vladimir Putin in Sochi, Emmanuel Macron said the meeting was useful.', 'meeting held'],
  [
    'Lula met Xi in Beijing on Monday. They spoke of trade. The mood was good. Earlier, Lula met Li Qiang.',
    'meeting held',
    'meeting held',
  ],
  [
    'Lula met Xi in Beijing on Monday. They spoke of trade. The mood was good. Earlier, the meeting was moved.',
    'meeting held',
  ],
  // Where people are named for each, and nobody for both, there are two.
  [
    'Olaf Weber will meet Li Na in Oslo on Monday. Ana Silva and Musa Diallo will meet on the sidelines.',
    'meeting planned',
    'meeting planned',
  ],
  ['Olaf Weber met Li Na in Oslo on Monday. Weber and Li met for three hours.', 'meeting held'],
  // Days and the words around it tell when it takes place.
  ['President Hu Jintao is in Hanoi for a state visit.', 'visit ongoing'],
  ['Sergey Lavrov spoke about his recent trip to Oslo.', 'visit held'],
  ['The talks in Geneva were canceled.', 'meeting cancelled'],
  // Near misses.
  ['The minister cancelled a contract.'],
  ['The goal was met.'],
  ['Their calls were ignored.'],
])('events: %s', (text, ...events) => {
  expect(read(text).events.map(({ type, status }) => `${type} ${status}`)).toEqual(events)
})

test.each<[string, string[], string[]]>([
  ['Iran and Pakistan held talks in Islamabad on Monday.', ['Iran', 'Pakistan'], ['Islamabad']],
  ['Vladimir Putin and Angela Merkel met in Sochi on Friday.', ['Vladimir Putin', 'Angela Merkel'], ['Sochi']],
  ['Chinese President Hu Jintao will visit France on Monday.', ['Hu Jintao'], ['France']],
  // Coordinates take part together; who is met does not draw in who stands beside the meeting.
  ['Officials of Kuwait and Kenya signed an agreement in Doha on Monday.', ['Kuwait', 'Kenya'], ['Doha']],
  ['Foreign ministers of Iran, India and Pakistan can hold a meeting next month.', ['Iran', 'India', 'Pakistan'], []],
  // A spokeswoman tells of it; an envoy who speaks may take part.
  [
    'Vladimir Putin met Angela Merkel in Sochi on Friday, Kremlin spokeswoman Anna Petrova said.',
    ['Vladimir Putin', 'Angela Merkel'],
    ['Sochi'],
  ],
  // A title within another's is not its holder's; the title of another office is neither.
  [
    'Anwar Sadiq, the principal secretary, resigned. Secretary of State Mary Holt held a phone call with Li Qiang.',
    ['Mary Holt', 'Li Qiang'],
    [],
  ],
  ['Foreign Minister Musa Diallo is ill. The minister of health met Kofi Mensah in Accra.', ['Kofi Mensah'], ['Accra']],
  [
    'Foreign Minister Musa Diallo is back. The minister met Kofi Mensah in Accra.',
    ['Musa Diallo', 'Kofi Mensah'],
    ['Accra'],
  ],
  // A dateline tells where somebody writes.
  [
    'PARIS, Texas (AP) — The presidents of Kenya and Somalia held talks in Nairobi on Monday.',
    ['Kenya', 'Somalia'],
    ['Nairobi'],
  ],
  // Nobody is named.
  ['The talks ended on Friday.', [], []],
])('who and where: %s', (text, who, where) => {
  const { entities, locations, events } = read(text)
  const nameOf = (id: string) => [...entities, ...locations].find((one) => one.id === id)?.name
  expect(events[0]?.participants.map(nameOf)).toEqual(who)
  expect(events[0]?.locations.map(nameOf)).toEqual(where)
})

test.each([
  'HOUSTON (AP) — Putin and Macron met in Dallas on Tuesday.',
  'GENEVA, Nov 3 (Xinhua) -- Putin and Macron met in Geneva on Monday.',
  'MOSCOW, August 30. /TASS/. Putin and Macron met in Moscow on Monday.',
])('%s: who reports takes no part', (text) => {
  const { entities, events } = extract(text, { published })
  const taking = events[0]?.participants.map((id) => entities.find((one) => one.id === id)?.name)
  expect(taking).toContain('Macron')
  expect(taking).not.toContain(/\((\w+)\)|\/(\w+)\//.exec(text)?.slice(1).find(Boolean))
})

test.each([
  ['Talks on trade were held in Paris on Friday.', 'talks'],
  ['The two presidents met in Paris on Friday.', 'meeting'],
  ['The premier sat down with union leaders in Lyon on Monday.', 'meeting'],
  ['Mr. Putin and Mr. Macron will meet on Friday. The G20 summit begins on Sunday.', 'meeting, G20 summit'],
  ['Lavrov arrived in Dhaka on Thursday.', 'visit to Dhaka'],
  ['Lavrov will visit Dhaka in May. Putin will visit Paris next week.', 'visit to Dhaka, visit to Paris'],
])('%s has the events %s', (text, expected) => {
  expect(
    extract(text, { published })
      .events.map(({ name }) => name)
      .join(', '),
  ).toBe(expected)
})

test.each([
  ['as many as are read', 16, 17],
  ['one more', 17, 17],
  ['a hundred', 100, 17],
])('of a sentence the first sixteen occasions are read, and those of the next: %s', (_, count, mentions) => {
  const { events } = read(`They held ${Array(count).fill('talks with Putin').join(' and ')}. They held talks with Xi.`)
  expect(events.flatMap((event) => event.mentions)).toHaveLength(mentions)
})

test('who, where and when of a visit, and a title that stands for a person', () => {
  const story = read(
    'Russian Foreign Minister Sergey Lavrov spoke. The Russian Foreign Minister will visit Dhaka on September 7.',
  )
  expect(story.events).toMatchObject([{ type: 'visit', participants: ['e2'], locations: ['l2'], dates: ['d1'] }])
  expect(story.entities[1]?.name).toBe('Sergey Lavrov')
})

const ministers = 'Foreign Minister Ola Berg met his Chilean counterpart Rosa Pinto in Oslo on Tuesday.'
const leaders = 'Prime Minister Karim Haddad met President Lucia Moretti in Tunis on Wednesday.'
const delegations = 'The two delegations held talks in Vienna on Thursday.'
const plans = 'The ministers will meet in Zagreb next week.'

test.each<[string, ...string[]]>([
  // The subject of what was treated.
  [
    `${ministers} Fishing rights and the extradition of dealers were discussed.`,
    'Fishing rights',
    'extradition of dealers',
  ],
  [`${delegations} Customs duties were also reviewed.`, 'Customs duties'],
  [`${plans} The export of asparagus is to be discussed.`, 'export of asparagus'],
  [`${plans} Cocoa prices are expected to be discussed.`, 'Cocoa prices'],
  // The subject of an agenda.
  [`${plans} Gas transit is on the agenda.`, 'Gas transit'],
  [`${plans} Forest fires and the cost of fuel will top the agenda.`, 'Forest fires', 'cost of fuel'],
  [`${plans} Migration is likely to dominate the talks.`, 'Migration'],
  [`${plans} On the agenda is the exchange of prisoners.`, 'exchange of prisoners'],
  // What was decided or failed to be.
  [`${plans} A decision on the closing of the airport is expected.`, 'closing of the airport'],
  [`${ministers} They put off a decision on the entry of refugees.`, 'entry of refugees'],
  [`${ministers} They failed to agree Tuesday on a list of goods to be taxed.`, 'list of goods to be taxed'],
  [`${leaders} They talked at length about the visa regime.`, 'visa regime'],
  [`${leaders} They discussed in detail the construction of a bridge.`, 'construction of a bridge'],
  // Attitudes of those who take part.
  [`${ministers} Berg expressed concern over the arrest of two journalists.`, 'arrest of two journalists'],
  [`${leaders} They stressed the importance of the railway and the need to fight piracy.`, 'railway', 'fight piracy'],
  [`${leaders} They underlined the need to rescue miners and the importance of the canal.`, 'rescue miners', 'canal'],
  [`${leaders} Moretti called on Haddad to reopen the border.`, 'reopen the border'],
  [`${leaders} Haddad thanked Moretti for the delivery of vaccines.`, 'delivery of vaccines'],
  [`${leaders} Moretti welcomed the release of two hostages.`, 'release of two hostages'],
  [`${delegations} The fishing dispute was the main topic.`, 'fishing dispute'],
  // Where a topic ends.
  [`${delegations} They discussed trade in several areas, including rice and leather.`, 'trade', 'rice', 'leather'],
  [`${leaders} They agreed to build a new road to help farmers.`, 'build a new road'],
  [`${leaders} They agreed to draft a plan to save the river.`, 'draft a plan to save the river'],
  [`${leaders} Haddad discussed irrigation with Moretti in the palace.`, 'irrigation'],
  ['President Cole had a phone call with Prime Minister Silva on Monday over wheat exports.', 'wheat exports'],
  [
    'Leaders discuss wheat\n\nPresident Cole spoke with Prime Minister Silva by phone about wheat exports.',
    'wheat exports',
  ],
  ['Peru and Chile signed a treaty on extradition in Lima on Tuesday.', 'extradition'],
  // The land of a subject is a part of it, the town where it is treated is none.
  [
    'Foreign Minister Ola Berg will hold talks on Tuesday with Rosa Pinto on tensions in Guinea-Bissau.',
    'tensions in Guinea-Bissau',
  ],
  [
    'Foreign Ministers Ola Berg and Rosa Pinto held talks about the fighting in Sudan in Oslo on Tuesday.',
    'fighting in Sudan',
  ],
  ['Foreign Minister Ola Berg held talks with Rosa Pinto about fishing in Oslo on Tuesday.', 'fishing'],
  // Near misses: said to the public, by others, of something else.
  [`${leaders} Moretti told reporters that prices were discussed too often.`],
  [`${leaders} They agreed to hold another round of talks in June.`],
  [`${leaders} Protesters demanded the release of an activist.`],
  [`${leaders} Haddad thanked the cooks for the dinner.`],
  [`${leaders} A street festival topped the charts.`],
  ['Residents expressed concern over the closure of a school.'],
  ['A decision on the trial is expected in May, the judge said.'],
  ['The president stressed the need for reform in a speech to students on Monday.'],
  ['Injuries dominated the first half in Leeds on Sunday.'],
  ['Union chief Mark Stern thanked negotiating teams for their work.'],
  ['The union thanked the negotiating committee for its patience.'],
])('topics of a plain story: %s', (text, ...labels) => {
  expect(read(text).topics.map(({ label }) => label)).toEqual(labels)
})

test.each<[string, string, string[]]>([
  ['Peru and Chile signed a treaty on extradition in Lima on Tuesday.', 'signing held', ['Peru', 'Chile']],
  ['Nepal and Bhutan will sign a pact on mining in Paro on Friday.', 'signing planned', ['Nepal', 'Bhutan']],
  ['Finland and Estonia signed an accord on rescue at sea on Tuesday.', 'signing held', ['Finland', 'Estonia']],
  // Near misses.
  ['Arsenal signed the Brazilian striker on a four-year deal on Friday.', '', []],
  ['The actor signed autographs in Cannes on Monday.', '', []],
])('who signs: %s', (text, event, who) => {
  const { entities, locations, events } = read(text)
  const nameOf = (id: string) => [...entities, ...locations].find((one) => one.id === id)?.name
  expect(events.map(({ type, status }) => `${type} ${status}`).join()).toBe(event)
  expect(events[0]?.participants.map(nameOf) ?? []).toEqual(who)
})
