import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { drawn } from '../support/drawn.ts'

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
  // What the words of a name say.
  '[event Storm Babet] killed two people in [location Scotland].',
  'Jobs will go at [organization Harlan Foods] in [location Ohio].',
  'Candidates in [location Tucson], [location Tampa], [location Reno] and [location Dayton] asked readers for money.',
  '[person Dana Koval], M.S., R.D., a dietician, spoke to the panel.',
  'The [product USS Ronald A. Lund] and [product HMS Duke of Kent] sailed.',
  'The [law Online Markets Bill] passed; the [law Children and Courts Act 2014] and the [law Ports Act 1998] apply.',
  'The show "[work Nightfall]" is back; she starred in "[work Harbour]".',
  '[location Illinois] Sen. [person Ann Roe] and [location Ohio] Rep. [person Tim Lund] agreed.',
  '[group Republican] Senator [person Tim Lund] and [group Democratic] Rep. [person Ann Roe] agreed.',
  'Carmaker [organization Skoda], the airline [organization Loganair] and law firm [organization Slater Gordon] met.',
  '[organization Brighton & Hove Albion] left.',
  'Retailer [person Philip Green] left.',
  "[organization Moody's] cut the rating, [organization Harlan's] said.",
  "[misc Parkinson's] cases rose.",
  'Men of [organization Boko Haram] fled.',
  // Near misses.
  'The [organization Southern Baptist Convention] met.',
  "[person Harlan]'s lawyer and [person Parkinson]'s wife left.",
  'Frank talks followed. Bill payments rose. Miles of road were lost.',
  '[person Frank] told police. [person Mark] said no.',
  'Storm clouds gathered over [location Scotland].',
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
  '[organization Leeds] won 2-1 at [organization Derby].',
  'Rain fell. [organization Leeds] won 2-1 at [organization Derby]. The council voted 5-4.',
  'Rain fell. [organization Liverpool] 2, [organization Everton] 0.',
  '[organization Burnley] drew 1-1 with [organization Walsall], fans said.',
  '[organization Valencia] were beaten 3-1 by [organization Getafe].',
  '[organization Liverpool] 2, [organization Everton] 0.',
  'Cricket championship rivals [organization Essex], [organization Derbyshire] and [organization Surrey] closed in on victory.',
  // Near misses.
  'BASEBALL - MAJOR LEAGUE STANDINGS\n[organization TEXAS] 76 58 .567 -\nW L PCT GB\nLATE GAMES ON SUNDAY',
  'Soccer: [location Germany] beat [location France] 2-1 in the second half of a league match.',
  'The football league meets in [location Leeds] on Friday.',
  'Temperatures: [location London] 21, [location Madrid] 30.',
  '[location Leeds] beat [location Derby] to the contract.',
  '[location Germany] beat [location France] 2-1.',
  '[person Smith] beat [person Jones] 6-4, 7-5.',
  'The court ruled 5-4 for [location Boston].',
  '[location London] 21, [location Madrid] 30.',
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
  ['Manager Erik ten Hag will speak on ten goals.', 'Erik ten Hag', []],
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

test.each([
  [
    'The Association of South East Asian Nations (Asean) met. Asean will vote.',
    'Association of South East Asian Nations',
    'Asean',
  ],
  ['The Islamic State of Iraq and Syria (ISIS) said so. ISIS left.', 'Islamic State of Iraq and Syria', 'ISIS'],
  ['Tarn Lyle Group AG lost clients. Tarn Lyle said so.', 'Tarn Lyle Group AG', 'Tarn Lyle'],
  ['Wal-Mart opened shops. Walmart said so.', 'Wal-Mart', 'Walmart'],
  ['The Defence Ministry denied it. The Defense Ministry left.', 'Defence Ministry', 'Defense Ministry'],
])('%s is one body', (text, name, alias) => {
  const found = extract(text).entities.filter(({ type }) => type === 'organization')
  expect(found).toMatchObject([{ name, aliases: [alias] }])
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

test.each<[string, string | undefined]>([
  ['Hua Chunying, a ministry spokeswoman, said talks had begun.', 'ministry spokeswoman'],
  ['Ali Khan, the recently elected president, spoke.', 'recently elected president'],
  ['Josep Borrell, the EU foreign policy chief, arrived in Kyiv.', 'EU foreign policy chief'],
  ['Maria Zakharova, spokeswoman for the ministry, denied it.', 'spokeswoman'],
  ['Michelle Bachelet, who was elected president this month, will take office.', undefined],
  ["Morgan Tsvangirai, the president's longtime rival, plans to attend.", undefined],
  ['After talks with Angela Merkel, the president flew home.', undefined],
  ['One of them was Donald Rumsfeld, saying the secretary cares deeply.', undefined],
  ['Olaf Scholz, as chancellor, had warned of war.', undefined],
  ['Gore praised Barack Obama, for president.', undefined],
])('a role after a name is a title where it belongs to the name: %s', (text, title) => {
  expect(extract(text).entities.find(({ type }) => type === 'person')?.titles).toEqual(title ? [title] : [])
})

/** The people of a story: name, other forms, titles. */
const peopleOf = (text: string) =>
  extract(text)
    .entities.filter(({ type }) => type === 'person')
    .map(
      ({ name, aliases, titles }) => [name, ...aliases].join(' = ') + (titles.length ? ` <${titles.join(', ')}>` : ''),
    )
    .join('; ')

test.each([
  // Two of one surname.
  [
    'Barack Obama and Michelle Obama came. Mrs. Obama spoke; Mr. Obama sat.',
    'Barack Obama = Obama <Mr.>; Michelle Obama = Obama <Mrs.>',
  ],
  ['Boris Johnson and Rachel Johnson spoke. Mr Johnson stayed.', 'Boris Johnson = Johnson <Mr>; Rachel Johnson'],
  ["Hosni Mubarak and Suzanne Mubarak left. Mubarak's wife stayed.", 'Hosni Mubarak = Mubarak; Suzanne Mubarak'],
  ['George H. W. Bush called. George W. Bush listened.', 'George H. W. Bush; George W. Bush'],
  ['Cal Ripken Jr. met Cal Ripken Sr. in Baltimore.', 'Cal Ripken Jr.; Cal Ripken Sr.'],
  ['Gov. Tim Scott met Sen. Rick Scott. Sen. Scott smiled.', 'Tim Scott <Gov.>; Rick Scott = Scott <Sen.>'],
  ['Ruth and Paul left early, said Ms. Ruth Hall.', 'Ruth; Paul; Ruth Hall <Ms.>'],
  ['Otto Trum met Melanka Trum, his wife. Mr. Trum left.', 'Otto Trum = Trum <Mr.>; Melanka Trum'],
  ['Ed Marlow beat Venus Marlow. Venus wept.', 'Ed Marlow; Venus Marlow = Venus'],
  // One in two spellings.
  ['Viktor Yanukovych fled. Yanukovich was in Russia.', 'Viktor Yanukovych = Yanukovich'],
  [
    'Mohammed Karzai left. Muhammad Karzai spoke. Mohamed Karzai slept.',
    'Mohammed Karzai = Muhammad Karzai = Mohamed Karzai',
  ],
  ['Recep Tayyip Erdoğan spoke. Erdogan left.', 'Recep Tayyip Erdoğan = Erdogan'],
  ['Minister Ali al-Naimi spoke. El-Naimi left.', 'Ali al-Naimi = El-Naimi <Minister>'],
  ['Mr. Moammar Gadhafi spoke. Mr. Gaddafi left.', 'Moammar Gadhafi = Gaddafi <Mr.>'],
  ['Ursula von der Lund spoke. Von der Lund left.', 'Ursula von der Lund = Von der Lund'],
  ['Alexander Petrenko left. Aleksandr Petrenko spoke.', 'Alexander Petrenko = Aleksandr Petrenko'],
  // Near misses: two names alike.
  ['Peter Hansen and Mary Hanson spoke. Hanson left.', 'Peter Hansen; Mary Hanson = Hanson'],
  ['James Johnson met Peter Johnston. Johnston spoke.', 'James Johnson; Peter Johnston = Johnston'],
  ['Gordon Brown met Sam Browne. Browne left.', 'Gordon Brown; Sam Browne = Browne'],
  ['Christina Smith met Christine Smith.', 'Christina Smith; Christine Smith'],
  // Months.
  ["On May 5 Theresa May spoke. May's party lost in May.", 'Theresa May = May'],
  ['Ms. June Brown spoke in June.', 'June Brown <Ms.>'],
  ['Senator August Lund met April Costa, 29, and singer June Tabor.', 'August Lund <Senator>; April Costa; June Tabor'],
  ['Police want to speak to June Harlow.', 'June Harlow'],
  ['In April Jones left.', 'Jones'],
  ['President Bush May 3 said so.', 'Bush <President>'],
  // Titles.
  ['Supt. Ann Hall and DCI Tom Fox spoke. Cllr Jane Doe left.', 'Ann Hall <Supt.>; Tom Fox <DCI>; Jane Doe <Cllr>'],
  ['Brig. Gen. James Wood and Cpl. Amy Clark left.', 'James Wood <Brig. Gen.>; Amy Clark <Cpl.>'],
  ['Work and Pensions Secretary Mel Stride spoke.', 'Mel Stride <Work and Pensions Secretary>'],
  [
    'Former president Barack Obama met police chief John Timoney.',
    'Barack Obama <Former president>; John Timoney <police chief>',
  ],
  ['Sheikh Mohammed bin Rashid met Sheikh Hasina.', 'Mohammed bin Rashid <Sheikh>; Sheikh Hasina'],
  ['Jane Smith KC and Anna Bell, PhD, met Rory Stewart MP.', 'Jane Smith <KC>; Anna Bell <PhD>; Rory Stewart <MP>'],
  ['Apple CEO Tim Cook met Justice Sonia Sotomayor.', 'Tim Cook <CEO>; Sonia Sotomayor <Justice>'],
  ['She saw the King. Harry was there.', 'Harry'],
  ['Det Con Amy Lowther met Interim President Ali Karim.', 'Amy Lowther <Det Con>; Ali Karim <Interim President>'],
  ['Chief Financial Officer Tim Doe left.', 'Tim Doe <Chief Financial Officer>'],
  ['House Speaker Tim Doe left. Spc. Erin Lutz stayed.', 'Tim Doe <House Speaker>; Erin Lutz <Spc.>'],
  ['In the House, Speaker Tim Doe spoke.', 'Tim Doe <Speaker>'],
  ['Nurse Amy Hall met Banker Olu Ade.', 'Amy Hall; Olu Ade'],
  ['Managing Director Tim Doe met General Manager Ann Roe.', 'Tim Doe <Managing Director>; Ann Roe <General Manager>'],
  ['Wing Commander Lee Hart met head coach Ann Roe.', 'Lee Hart <Wing Commander>; Ann Roe <head coach>'],
  ['Datuk Seri Anwar Hakim met Tan Sri Ali Yassin.', 'Anwar Hakim <Datuk Seri>; Ali Yassin <Tan Sri>'],
  ['Alhaji Musa Bello met Shri Ravi Kumar.', 'Musa Bello <Alhaji>; Ravi Kumar <Shri>'],
  ['Archbishop of Canterbury Ann Roe left.', 'Ann Roe <Archbishop of Canterbury>'],
  ['The Bishop of Leeds, Nick Hall, left.', 'Nick Hall'],
  ['White House press secretary Ann Roe left.', 'Ann Roe <press secretary>'],
  ['Sri Mulyani Indrawati left.', 'Sri Mulyani Indrawati'],
  ['Mr Farmer said no.', 'Farmer <Mr>'],
  ['Mr May, 61, of Luton, left.', 'May <Mr>'],
  ['ANNA LUND: Hello. TOM MILLER: Thanks.', 'ANNA LUND; TOM MILLER'],
  ['Boris Johnson and his sister Rachel Johnson spoke.', 'Boris Johnson; Rachel Johnson'],
  ['A spokesman for President Mahmoud Abbas left.', 'Mahmoud Abbas <President>'],
  // Borders.
  ["Lupita Nyong'o met Dinesh D'Souza. Nyong'o smiled.", "Lupita Nyong'o = Nyong'o; Dinesh D'Souza"],
  ['J.K. Rowling and A.J. Green left. Rowling wrote.', 'J.K. Rowling = Rowling; A.J. Green'],
  ['"Hi Maria, sit down," he said.', 'Maria'],
  ['"Thanks, Priya, that helps," the judge said.', 'Priya'],
  ['Will Grant told the court that Mark had lied.', 'Will Grant; Mark'],
  ['Will Cameron resign?', 'Cameron'],
  ['Rear Adm. Ann Hall met Staff Sgt. Luis Ortega.', 'Ann Hall <Rear Adm.>; Luis Ortega <Staff Sgt.>'],
  ["Tim Cook bought a firm. Cook's shares fell.", 'Tim Cook = Cook'],
])('people: %s', (text, people) => {
  expect(peopleOf(text)).toBe(people)
})

test.each([
  'Stocks such as [organization Amazon], [organization Snap] and [organization Ford] fell.',
  '[organization Frost & Sullivan] sued [organization Marks and Spencer] over it.',
  '[organization Enel S.p.A.] bought [organization Tailwind Lines GmbH & Co. KG] on [date Friday].',
  'The [organization Ministry of Agriculture, Fisheries and Food] closed.',
  'Staff of the [organization Ministry of Health], [organization Oxfam] and [organization Unicef] arrived.',
  'He founded [organization Theranos], then joined [organization Palantir] as a lawyer.',
  '[location Antigua and Barbuda] met [location Iran] and [location Iraq].',
  '[location São Tomé and Príncipe] is small.',
  '[event Hurricane Ian] and [event Storm Ciara] passed.',
  'The [organization BBC] and [organization The Times of Israel] reported the [event Arab Spring].',
  '[organization Etsy], [organization Nvidia] and [organization Zalando], which sells shoes, fell.',
  '[organization Zalando], a rival of [organization Asos], and [organization Spotify] cut jobs.',
  'He works at the [organization Foreign, Commonwealth & Development Office].',
  'The [organization Strava] app failed.',
  '[organization Smith & Nephew plc] sued [organization Novo Nordisk A/S] on [date Monday].',
  "They prayed at [organization St. Mark's Church].",
  "She left [organization St. Mary's Church of England Primary School].",
  'Veterans of the [event Battle of Britain] came.',
  'A dispute with [organization Epic Games] went on.',
  "[organization HarperCollins], part of [person Rupert Murdoch]'s [organization News Corp], grew.",
  "The pilots' union [organization Forsa] will ballot.",
  '[organization Leeds], who have not won, lost.',
  'They spoke to [misc Oscar] winner [person Lupita Lee].',
  'Shares of the Company fell.',
  // Near misses.
  'A dispute with the [event Olympic Games] went on.',
  '[person Oscar] won.',
  'The company [organization Netflix] fell.',
  'Workers and [organization Netflix] agreed.',
  'Residents, a rival of nobody, and officials met.',
  'Texas AG [person Ken Paxton] sued.',
  'The trade ministry and health officials met.',
  'Jet skiing & kayaking are fun.',
])('organizations and others: %s', (marked) => {
  expect(drawn(marked, ['entities', 'locations', 'dates'])).toBe(marked)
})

test.each([
  ['Toyota Motor Corp. recalled cars. Toyota said sales fell.', 'Toyota Motor Corp. = Toyota'],
  ['Summit Therapeutics Inc. fell. Summit will host a call.', 'Summit Therapeutics Inc. = Summit'],
  ['John Deere & Co. cut jobs. Deere said so.', 'John Deere & Co. = Deere'],
  ['Procter & Gamble Co. raised prices. P&G said so.', 'Procter & Gamble Co. = P&G'],
  ['Thousands queued at Massy Stores. Massy said tills failed.', 'Massy Stores = Massy'],
  ['Jobs will go at Harlan Foods. Harlan said sales were weak.', 'Harlan Foods = Harlan'],
  ['Harlan Foods AG sued Harlan Lee. Harlan wept.', 'Harlan Foods AG'],
  ['Siemens Energy AG fell. Siemens Energy said so.', 'Siemens Energy AG = Siemens Energy'],
  // Near misses.
  ['The Bank of England met the Bank of Japan.', 'Bank of England; Bank of Japan'],
  ['The UN met. The UN Security Council voted.', 'UN; UN Security Council'],
])('firms: %s', (text, firms) => {
  const found = extract(text).entities.filter(({ type }) => type === 'organization')
  expect(found.map(({ name, aliases }) => [name, ...aliases].join(' = ')).join('; ')).toBe(firms)
})
