import { expect, test } from 'vitest'
import { extract } from '../src/index.ts'
import { drawn } from './drawn.ts'

test.each([
  '[group Russian] Foreign Minister [person Sergey Lavrov] will visit [location Dhaka].',
  '[organization The United Nations] said talks had failed.'.replace(
    '[organization The United',
    'The [organization United',
  ),
  'President [person Barack Obama] met Prime Minister [person Theresa May] in [location London].',
  'The [organization U.N.] envoy arrived in [location Geneva].',
  '[person Angela Merkel] spoke to [group German] reporters.',
  'The [organization European Commission] fined [organization Google].',
  'The [facility Rooppur nuclear power plant] is in [location Bangladesh].',
  'The [facility Rooppur nuclear power plant] was on the table.',
  'The novel "[work Wolf Hall]" was sold in [location London].',
  '[location Iran] fired Scud missiles and [location North Korea] tested the [product Taepodong-2] missile.',
  'An [product F-16] crashed near [location Ankara].',
  'The [misc H5N1] virus was found in [location Vietnam].',
  'A jury ruled against [organization Johnson & Johnson] on Friday.',
  'Leaders of the [organization G7] and the [organization G-20] will agree.',
  '[group Muslims] and [group Christians] prayed.',
  'The deal is worth [money $5 million], or [percent 12 percent] of sales.',
  'The ship is [quantity 300 meters] long.',
  // Near misses.
  'May he rest.',
  'The minister said that talks had failed.',
  'However, nothing was agreed.',
])('%s', (marked) => {
  expect(drawn(marked, ['entities', 'locations'])).toBe(marked)
})

test.each([
  'Football league results: [organization Luton] 1 [organization Rotherham] 0.',
  'BASEBALL - MAJOR LEAGUE STANDINGS\n[organization TEXAS] 76 58 .567 -\n[organization SEATTLE] 70 63 .526 5 1/2',
  'The cricket championship: [organization Middlesex] beat [organization Hampshire] by 188 runs at [location Portsmouth].',
  'In the football league [organization Leeds] won 2-1 in [location Leeds]. Fans cheered as [organization Leeds] left.',
  'The football league has signed [person Luis Lopez] ([organization Olimpia]) and [person Andy Najar] ([organization Anderlecht]).',
  'Rugby league: [organization Leeds] captain [person Kevin Sinfield] retired.',
  'Cricket championship rivals [organization Essex], [organization Derbyshire] and [organization Surrey] closed in on victory.',
  // Near misses.
  'Soccer: [location Germany] beat [location France] 2-1 in the second half of a league match.',
  'The football league meets in [location Leeds] on Friday.',
  'Temperatures: [location London] 21, [location Madrid] 30.',
  '[location Leeds] beat [location Derby] to the contract.',
  'A league of states discussed penalties against [location Damascus].',
])('teams: %s', (marked) => {
  expect(drawn(marked, ['entities', 'locations'])).toBe(marked)
})

test.each([
  ['$5 million', 5e6, 'USD'],
  ['US$ 1.5 billion', 1.5e9, 'USD'],
  ['€300', 300, 'EUR'],
  ['20 million pounds', 2e7, 'GBP'],
  ['12%', 12, '%'],
  ['3.5 percent', 3.5, '%'],
  ['1,200 kilometers', 1200, 'km'],
  ['two miles', 2, '[mi_i]'],
])('%s is %d %s', (written, amount, unit) => {
  expect(extract(`It came to ${written} in all.`).entities).toMatchObject(
    [{ text: undefined, value: { amount, unit } }].map(({ value }) => ({ value })),
  )
})

test.each([
  ['Sergey Lavrov spoke. Sergei Lavrov left. Lavrov smiled.', 'Sergey Lavrov', ['Sergei Lavrov', 'Lavrov']],
  ['Hillary Clinton spoke. Mrs Clinton left.', 'Hillary Clinton', ['Clinton']],
  ['President Roh Moo-hyun spoke. President Roh left.', 'Roh Moo-hyun', ['Roh']],
  ['King Abdullah II spoke. King Abdullah left.', 'Abdullah II', ['Abdullah']],
  ['President Mobutu Sese Seko spoke. President Mobutu left.', 'Mobutu Sese Seko', ['Mobutu']],
  [
    'President Jose Eduardo dos Santos spoke. They asked dos Santos to stay.',
    'Jose Eduardo dos Santos',
    ['dos Santos'],
  ],
  ['Prime Minister Maria do Carmo Silveira spoke.', 'Maria do Carmo Silveira', []],
  ['Jaap de Hoop Scheffer spoke. Mr. de Hoop Scheffer left.', 'Jaap de Hoop Scheffer', ['de Hoop Scheffer']],
])('%s is one person', (text, name, aliases) => {
  expect(extract(text).entities).toMatchObject([{ type: 'person', name, aliases }])
})

test('two people with one surname are two', () => {
  const { entities } = extract('Bill Clinton spoke. Hillary Clinton listened.')
  expect(entities.map(({ name }) => name)).toEqual(['Bill Clinton', 'Hillary Clinton'])
})

test('an acronym belongs to the name that it stands behind in parentheses', () => {
  const text = 'The General Confederation of Workers (GSEE) went on strike. Leaders of GSEE met.'
  const [union] = extract(text).entities.filter(({ type }) => type === 'organization')
  expect(union!.mentions.map((mention) => mention.text)).toEqual(['General Confederation of Workers', 'GSEE', 'GSEE'])
})

test('a storm keeps its type when it is called by its name alone', () => {
  const storms = extract('Typhoon Durian hit Luzon on Friday. Forecasters said Durian would move west.').entities
  expect(storms).toMatchObject([{ type: 'event', name: 'Typhoon Durian', aliases: ['Durian'] }])
})

test('a lone surname is the namesake who was named last', () => {
  const text = 'Bill Clinton spoke. Mr. Clinton left. Hillary Clinton listened. Mrs. Clinton smiled.'
  expect(extract(text).entities.map(({ mentions }) => mentions.length)).toEqual([2, 2])
})

test.each([
  ['The meeting between the Russian foreign minister and Prime Minister Sheikh Hasina went well.', 'Prime Minister'],
  ['Foreign Minister and Deputy Prime Minister Radek Sikorski left.', 'Foreign Minister and Deputy Prime Minister'],
])('of two titles between two people the second is that of the name: %s', (text, title) => {
  expect(extract(text).entities.find(({ type }) => type === 'person')?.titles).toEqual([title])
})

test('titles stand with the person, not in the name', () => {
  const [, person] = extract('Russian Foreign Minister Sergey Lavrov spoke.').entities
  expect(person).toMatchObject({ name: 'Sergey Lavrov', titles: ['Russian Foreign Minister'] })
})
