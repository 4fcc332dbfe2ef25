import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const published = '2023-11-08'
const eventsOf = (text: string) => extract(text, { published }).events.map(({ type, status }) => `${type} ${status}`)
const typesOf = (text: string) => extract(text, { published }).events.map(({ type }) => type)

test.each([
  'The firm met its targets in the second quarter.',
  'The proposal was met with criticism in Oslo.',
  'The firm will meet its covenants in March.',
  'Two rivers meet near the city of Koblenz.',
  'He met his wife at a hospital in Leeds in 1962.',
  'The plant will meet the new standards by May.',
  'Manager talks tough before final',
  'Governor Talks "Unity" After Defeat',
  'Stoltenberg called for restraint on Sunday.',
  'The minister called the report a disgrace.',
  'On 6 November, the Minister of Foreign Affairs, Krišjānis Kariņš, received a letter from Oslo.',
  'Asim Munir called on President Arif Alvi to resign.',
  'Ana Silva called on the president in Dhaka for calm.',
  'She spoke to reporters in Vienna on Monday.',
  'He received a letter from the bank on Monday.',
  'The union welcomed the decision on Monday.',
  'Aid trucks arrived in Gaza on Friday.',
  'Troops arrived in Goma on Sunday after the attack.',
  'The foreign minister left Madrid on Thursday.',
  // Sport: teams meet in a stage of a contest, players sign for a club.
  'Croatia will meet Morocco in the semi-final in Doha on Saturday.',
  'Swiatek meets Sabalenka in the final in Cancun on Sunday.',
  'Arsenal visit Burnley on Saturday in the Premier League.',
  'Leeds meet Arsenal at the Emirates Stadium on Wednesday.',
  'Leeds, who have not won since April, meet Wolves on Wednesday.',
  'Kenya will meet Uganda at the Africa Cup of Nations on Friday.',
  'The 36-year-old Serb will meet Jannik Sinner at the ATP Finals in Turin on Sunday.',
  'The goalkeeper signed a three-year contract with Porto.',
  // Tops of mountains, names of streets, signs, idioms.
  'Two hikers died near the summit of Mont Blanc on Monday.',
  'Summit Therapeutics Inc. reported on Monday. Summit ended the quarter with a loss.',
  'The house on Summit Street burned down on Friday.',
  'The sign language teacher moved to Turku.',
  'The festival was voted the best in Europe.',
  'Many families in Harare cannot make ends meet.',
  'Spring has arrived in Sapporo.',
  'Hurricane Otis arrived in Acapulco on Wednesday.',
  'A verdict is due in Rome on Friday.',
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
  ["Tokayev isn't planning to visit Minsk in December.", 'visit'],
  ["The premier won't meet the union leaders in Lyon on Monday.", 'meeting'],
  ['Neither side has agreed to hold talks in Geneva.', 'meeting'],
  ['The king turned down an invitation to visit Ottawa.', 'visit'],
  ['Nobody met the envoy in Oslo on Monday.', 'meeting'],
  ['The leaders could have met in Astana, the diplomat said.', 'meeting'],
  ['If the two presidents met in Geneva, the war could end.', 'meeting'],
  ['The ministry denied that the general met US officials in Muscat.', 'meeting'],
  ['The senator denied having met the lobbyist in Prague.', 'meeting'],
  ['The palace dismissed as false reports that the king would visit Doha.', 'visit'],
  ['There are no plans for Kishida to travel to Seoul this year.', 'visit'],
  ['Asked about reports of a meeting between Kakar and the minister, she shook her head.', 'meeting'],
  ['The palace denied rumours of a trip to Doha.', 'visit'],
  ['Had the premier met union leaders in Lyon on Monday, the strikes might have ended.', 'meeting'],
  ["A columnist calls last week's safety summit better than feared.", 'call'],
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
  [
    "Prime Minister Rishi Sunak spoke to Qatar's emir by phone on Monday evening. They discussed how to get more aid into Gaza, according to a readout.",
    'call held',
  ],
  ['Sunak phoned Macron on Tuesday.', 'call held'],
  ['President Lula had a telephone discussion with President Petro on Monday.', 'call held'],
  ['King Felipe received President Petro in Madrid on Monday.', 'meeting held'],
  ['Modi welcomed Macron to Delhi on Monday.', 'meeting held'],
  // Passives, and other verbs for it.
  ['Ankara will be visited by the Greek prime minister on Friday.', 'visit planned'],
  ['The sultan of Oman was received by the emir in Kuwait City on Monday.', 'meeting held'],
  ['The Croatian president is due in Rome on Friday.', 'visit planned'],
  ['Army chief Asim Munir is visiting Washington this week.', 'visit ongoing'],
  ['The premier sat down with union leaders in Lyon on Monday.', 'meeting held'],
  ['Anwar Ibrahim conferred with Srettha Thavisin in Kuala Lumpur on Monday.', 'meeting held'],
  ['The government has sent a delegation to Cairo.', 'visit held'],
  // Where what surrounds it leaves no doubt.
  ['In a phone call on Sunday, Erdogan and Aliyev discussed the corridor.', 'call held'],
  ['Talks are under way in Jeddah between the army and the rebels.', 'meeting ongoing'],
  ['The war in Ukraine dominated the summit in Vilnius on Tuesday.', 'summit held'],
  ['Egypt refused to discuss the dam at the summit in Addis Ababa on Monday.', 'summit ongoing'],
  // Near misses of what is denied, supposed or of sport.
  ['The minister did not deny that he met the envoy in Oslo on Monday.', 'meeting held'],
  ['The chancellor will visit Ankara on Friday if the hostages are freed.', 'visit planned'],
  ['The Taliban meet the United Nations in Doha on Friday.', 'meeting planned'],
  ['FIFA will meet UEFA officials at the World Cup in Doha on Friday.', 'meeting planned'],
  ['Leaders said that the Summit in Lima opens on Friday.', 'summit planned'],
  ['Macron met Putin in the final days of the war.', 'meeting held'],
  ['Syria will host a meeting in the Arab League on Friday.', 'meeting planned'],
  ['There are plans for Kishida to travel to Seoul this year.', 'visit planned'],
  ['The ministry confirmed reports of a meeting between Juan Pérez and Ana Silva in Lima.', 'meeting held'],
  ['The premier had met union leaders in Lyon on Monday before the strikes ended.', 'meeting held'],
  ['Asim Munir called on President Arif Alvi at the palace on Monday.', 'meeting held'],
  ['Antony Blinken paid a courtesy call on Emperor Naruhito on Monday.', 'meeting held'],
  [
    'On 6 November, the Minister of Foreign Affairs, Krišjānis Kariņš, received the Secretary General of the OSCE, Helga Maria Schmid.',
    'meeting held',
  ],
  // What is planned now is still to come, what is over goes on no more.
  ['A telephone conversation with Juan Pérez is also planned.', 'call planned'],
  ['A telephone conversation with Juan Pérez was held on Monday.', 'call held'],
  ['Guterres called the planned meeting between Joe Biden and Xi Jinping constructive.', 'meeting planned'],
  ['Le Monde defends Emmanuel Macron, whose visit to Israel in October was criticised.', 'visit held'],
])('%s', (text, event) => {
  expect(eventsOf(text)).toContain(event)
})

test.each([
  ['The summit in Lima has been postponed to March 12.', ['summit planned']],
  ['The visit to Rome was put off until next month.', ['visit planned']],
  ['The talks were moved to Monday.', ['meeting planned']],
  ['The talks in Vienna were postponed.', ['meeting cancelled']],
  ['The ASEAN summit was brought forward to Thursday.', ['summit planned']],
  ['Talks due to be held in Doha on Monday have been pushed back to Thursday.', ['meeting planned']],
  ['Talks between Serbia and Kosovo in Brussels were called off on Monday.', ['meeting cancelled']],
  ['Wong scrapped plans to visit Beijing.', ['visit cancelled']],
  ['Wong made plans to visit Beijing.', ['visit planned']],
  ['Lima had shelved a plan for a meeting between Juan Pérez and Ana Silva.', ['meeting cancelled']],
  ["Juan Pérez's planned meeting with Ana Silva in Lima fell through.", ['meeting cancelled']],
  ['A stop in Jakarta was dropped.', ['visit cancelled']],
  ['Lima had made a plan for a meeting between Juan Pérez and Ana Silva.', ['meeting planned']],
  // What is demanded is not held.
  ['Opposition parties demanded a vote on the treaty.', ['vote planned']],
  // What one did is not what one will do.
  ['The minister will visit Oslo on Friday. He visited Oslo in March.', ['visit planned', 'visit held']],
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

test.each([
  ['Ada Byron skipped the meeting of the council in Jersey in June.', false],
  ['Ada Byron attended the meeting of the council in Jersey in June.', true],
  ['Ada Byron called the planned meeting between Joe Biden and Xi Jinping constructive.', false],
  ['Ada Byron called her meeting with Xi Jinping constructive.', true],
  ['Ada Byron had shelved a plan for a meeting between Juan Pérez and Ana Silva.', false],
])('who stays away or judges takes no part: %s', (text, takesPart) => {
  const { entities, events } = extract(text, { published })
  const ada = entities.find(({ name }) => name === 'Ada Byron')
  expect(events.map(({ participants }) => participants.includes(ada!.id))).toEqual([takesPart])
})

test('a title alone is of nobody who is named sentences later', () => {
  const told = 'The Minister met union leaders in Malmö on Monday. '
  const { events, entities } = extract(`${told}Foreign Minister Nicu Popescu will visit Bonn on Friday.`, { published })
  const popescu = entities.find(({ name }) => name === 'Nicu Popescu')
  expect(events.map(({ participants }) => participants.includes(popescu!.id))).toEqual([false, true])
})

const diary = (...lines: string[]) => {
  const { events, dates } = extract(`The week ahead\n\n${lines.join('\n')}\n`, { published })
  const dayOf = (id: string) => dates.find((date) => date.id === id)?.value
  return events.map(({ type, status, dates: ids }) => `${type} ${status} ${ids.map(dayOf)}`)
}

test('what stands under a day in a diary is planned for that day', () => {
  const tuesday = ['Tuesday 14 November', 'Negotiators hold talks on a treaty in Geneva.', '']
  const wednesday = ['Wednesday 15 November', 'Joe Biden and Xi Jinping hold a meeting in San Francisco.']
  expect(diary(...tuesday, ...wednesday)).toEqual(['meeting planned 2023-11-14', 'meeting planned 2023-11-15'])
})

test('the single day above a text is not that of what it tells', () => {
  expect(diary('6 November 2023', 'Joe Biden and Xi Jinping met in San Francisco.')).toEqual(['meeting held '])
})

// Words at the end of a text, with nothing after them to look at.
test.each(['The tankers Sparta left.', 'He left', 'They left for', 'She talks', 'Lee met', 'left. For. Rome.'])(
  'reads to the end: %s',
  (text) => {
    expect(() => extract(text, { published: '2024-05-06' })).not.toThrow()
  },
)
