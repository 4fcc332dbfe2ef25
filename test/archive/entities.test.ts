import { describe, expect, test } from 'vitest'
import { groupsOf, linkedOf, type MarkedStory, wantedOf } from '../support/linked.ts'

test.each<[string, MarkedStory[]]>([
  [
    'one name, title and land',
    [
      ['2016-05-02', 'Russian Foreign Minister [l Sergey Lavrov] will visit Tokyo on Friday.'],
      ['2016-05-06', 'Foreign Minister [l Sergei Lavrov] of Russia held talks in Tokyo with Fumio Kishida.'],
      ['2016-05-07', '[l Lavrov], the Russian foreign minister, left Tokyo on Saturday.'],
    ],
  ],
  [
    'kings of one name',
    [
      ['2007-03-01', "Jordan's [jordan King Abdullah] arrived in Washington on Thursday."],
      ['2007-03-05', "Saudi Arabia's [saudi King Abdullah] received Iranian President Mahmoud Ahmadinejad in Riyadh."],
      [
        '2007-03-08',
        'The Jordanian monarch, [jordan King Abdullah], spoke to Congress. Jordan backs the Arab peace plan.',
      ],
      ['2007-03-20', 'Saudi [saudi King Abdullah] opened the Arab summit in Riyadh.'],
    ],
  ],
  [
    'father and son',
    [
      ['2005-01-10', 'U.S. President [son George W. Bush] met Iraqi leaders on Monday.'],
      ['2005-01-12', 'Former President [father George H.W. Bush] toured the coast of Sri Lanka with Bill Clinton.'],
      ['2005-01-14', 'President [son Bush] said on Friday that U.S. troops will stay in Iraq.'],
    ],
  ],
  [
    'senior and junior',
    [
      ['2019-01-10', '[jr Donald Trump Jr.] spoke in Ohio.'],
      ['2019-01-12', 'U.S. President [sr Donald Trump] met Xi Jinping on Saturday.'],
      ['2019-01-15', 'President [sr Donald J. Trump] spoke to reporters in Washington.'],
    ],
  ],
  [
    'a singer and a senator of one name',
    [
      ['2018-02-01', 'Singer [singer John Kennedy] released an album in Dublin. Ireland loves the Irish singer.'],
      ['2018-02-05', 'U.S. Senator [senator John Kennedy] voted against the bill in Washington.'],
      ['2018-02-09', 'Republican Senator [senator John Kennedy] of Louisiana questioned the U.S. nominee.'],
    ],
  ],
  [
    'surnames that many have',
    [
      ['2013-04-01', 'North Korean leader [kim Kim Jong Un] visited a factory near Pyongyang.'],
      ['2013-04-02', 'South Korean Defense Minister [kwan Kim Kwan-jin] warned Pyongyang on Tuesday.'],
      ['2013-04-03', 'North Korean leader [kim Kim Jong-un] ordered rockets to be ready.'],
      ['2013-04-04', 'South Korean Defense Minister [kwan Kim Kwan Jin] said the North had moved a missile.'],
    ],
  ],
  [
    'brothers',
    [
      ['2011-05-01', 'Cuban President [raul Raul Castro] spoke in Havana on Sunday.'],
      ['2011-05-02', 'Former Cuban President [fidel Fidel Castro] wrote a column on Monday.'],
      ['2011-05-03', 'Cuban President [raul Raúl Castro] met Spanish officials in Havana.'],
    ],
  ],
  [
    'transliterations',
    [
      ['2011-02-20', 'Libyan leader [g Moammar Gadhafi] refused to step down.'],
      ['2011-02-21', 'Libyan leader [g Muammar Qaddafi] spoke in Tripoli.'],
      ['2011-02-22', 'Libyan leader [g Muammar Gaddafi] said he would die a martyr.'],
    ],
  ],
  [
    'nicknames and middle names',
    [
      ['2000-07-11', 'U.S. President [c Bill Clinton] opened the Camp David summit.'],
      ['2000-07-12', 'President [c William Clinton] met Ehud Barak at Camp David. The United States hopes for a deal.'],
      ['2000-07-14', 'U.S. President [c William J. Clinton] left for Okinawa.'],
    ],
  ],
  [
    'ministries of several lands',
    [
      ['2015-03-01', "Russia's [ru Foreign Ministry] said talks would go on."],
      ['2015-03-02', 'The Iranian [ir Foreign Ministry] denied the report.'],
      ['2015-03-03', 'The Russian [ru Foreign Ministry] summoned the ambassador.'],
      ['2015-03-04', "A spokeswoman of Iran's [ir Foreign Ministry] spoke in Tehran."],
      ['2015-03-05', "Russia's [ru Ministry of Foreign Affairs] expelled two diplomats."],
    ],
  ],
  [
    'a body and its acronym',
    [
      ['2014-09-01', 'The [iaea International Atomic Energy Agency] said its inspectors were in Tehran.'],
      ['2014-09-02', 'The [iaea IAEA] board meets in Vienna on Monday.'],
      ['2014-09-03', 'The [eu European Union] extended sanctions.'],
      ['2014-09-04', 'The [eu EU] foreign ministers met in Milan.'],
      ['2014-09-05', 'The [osce OSCE] sent monitors to Donetsk.'],
      ['2014-09-06', 'The [osce Organization for Security and Cooperation in Europe] said two monitors were missing.'],
    ],
  ],
  [
    'a part and its whole',
    [
      ['2014-09-01', 'The [sc U.N. Security Council] will vote on Monday.'],
      ['2014-09-02', 'The [sc Security Council] condemned the attack.'],
      ['2014-09-03', 'The [un United Nations] said aid had reached Aleppo.'],
      ['2014-09-04', 'The [sc UN Security Council] met behind closed doors.'],
      ['2014-09-05', 'The [un U.N.] appealed for more money.'],
    ],
  ],
  [
    'firms with and without their legal form',
    [
      ['2017-03-01', '[t Toyota Motor Corp.] said profit fell by 10 percent.'],
      ['2017-03-02', '[t Toyota] will build a plant in Mexico.'],
      ['2017-03-03', '[b Deutsche Bank AG] plans to raise capital.'],
      ['2017-03-04', '[b Deutsche Bank] named a new chairman.'],
      ['2017-03-05', '[p Deutsche Post] raised prices of letters.'],
    ],
  ],
  [
    'accents, hyphens and articles',
    [
      ['2015-05-01', 'Spanish Prime Minister [z José Luis Rodríguez Zapatero] spoke in Madrid.'],
      ['2015-05-02', 'Former Spanish Prime Minister [z Jose Luis Rodriguez Zapatero] went to Caracas.'],
      ['2015-05-03', 'Syrian President [a Bashar al-Assad] spoke to parliament.'],
      ['2015-05-04', 'Syrian President [a Bashar Assad] left Damascus.'],
      ['2015-05-05', 'EU Commission President [j Jean-Claude Juncker] arrived in Athens.'],
      ['2015-05-06', 'European Commission President [j Jean Claude Juncker] met the Greek prime minister.'],
    ],
  ],
  [
    'armies and courts of several lands',
    [
      ['2016-01-01', 'The [us U.S. Supreme Court] will hear the case.'],
      ['2016-01-02', "India's [in Supreme Court] banned large diesel cars."],
      ['2016-01-03', 'The Indian [in Supreme Court] upheld the ban.'],
      ['2016-01-04', 'The United States [us Supreme Court] refused an appeal.'],
    ],
  ],
  [
    'a husband and his wife',
    [
      ['2016-09-01', 'Former U.S. Secretary of State [h Hillary Clinton] spoke in Ohio.'],
      ['2016-09-02', 'Former President [b Bill Clinton] spoke in Detroit.'],
      ['2016-09-03', 'Democratic candidate [h Hillary Rodham Clinton] fell ill in New York.'],
    ],
  ],
  [
    'two with a common name in two lands',
    [
      ['2019-06-01', 'British striker [gb John Smith] scored twice for Leeds.'],
      ['2019-06-03', 'Australian Senator [au John Smith] resigned in Canberra.'],
      ['2019-06-05', 'The British striker [gb John Smith] is injured.'],
    ],
  ],
])('%s', (_, stories) => {
  expect(groupsOf(linkedOf(stories, 'entities'))).toBe(wantedOf(stories))
})

describe('near misses', () => {
  test('a surname alone is nobody until something says who', () => {
    const [full, lone] = linkedOf(
      [
        ['2016-05-02', 'Russian Foreign Minister [a Sergey Lavrov] will visit Tokyo.'],
        ['2018-07-09', '[b Lavrov] won the cooking contest in Ohio.'],
      ],
      'entities',
    )
    expect(full?.id).not.toBe(lone?.id)
  })

  test('a rule set says that two names are one', () => {
    const stories: MarkedStory[] = [
      ['2016-05-02', 'The actor [a Archie Leach] was born in Bristol.'],
      ['2016-05-03', 'The film star [a Cary Grant] died in Iowa.'],
    ]
    expect(groupsOf(linkedOf(stories, 'entities'))).toBe('a a')
    const [, second] = linkedOf(stories, 'entities', { same: [['Cary Grant', 'Archie Leach']] })
    expect(second).toMatchObject({
      id: 0,
      evidence: { reasons: expect.arrayContaining(['a rule set says that they are one']) },
    })
    expect(groupsOf(linkedOf(stories, 'entities', { same: [['Cary Grant', 'Archie Leaches']] }))).toBe('a a')
    const ofOrganizations = { same: [['Cary Grant', { name: 'Archie Leach', type: 'organization' }]] }
    expect(groupsOf(linkedOf(stories, 'entities', ofOrganizations))).toBe('a a')
  })

  test('a rule set says that two names are two', () => {
    const stories: MarkedStory[] = [
      ['2016-05-02', 'The chief executive of [a Delta Air Lines] spoke in Atlanta.'],
      ['2016-05-03', '[a Delta Air Lines Inc.] cut its forecast in Atlanta.'],
    ]
    expect(groupsOf(linkedOf(stories, 'entities'))).toBe('a+a')
    expect(groupsOf(linkedOf(stories, 'entities', { apart: [['Delta Air Lines', 'Delta Air Lines Inc.']] }))).toBe(
      'a a',
    )
  })
})
