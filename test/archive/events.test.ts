import { expect, test } from 'vitest'
import { joinEvents, linkEvents, linkTopics } from '../../src/archive/events.ts'
import type { EventProfile } from '../../src/archive/profile.ts'
import { groupsOf, linkedOf, type MarkedStory, wantedOf } from '../support/linked.ts'

test.each<[string, MarkedStory[]]>([
  [
    'one meeting told by four',
    [
      [
        '2017-07-06',
        'Russian President Vladimir Putin will [m meet] U.S. President Donald Trump in Hamburg on Friday.',
      ],
      ['2017-07-07', 'President Donald Trump [m met] Russian President Vladimir Putin in Hamburg on Friday.'],
      [
        '2017-07-08',
        'Putin and Trump discussed Syria at their [m meeting] in Hamburg on Friday. Donald Trump said it went well. Vladimir Putin agreed.',
      ],
      ['2017-07-07', 'Vladimir Putin and Donald Trump held [m talks] in Hamburg on Friday that lasted two hours.'],
    ],
  ],
  [
    'another meeting of the same two, months later',
    [
      ['2017-07-07', 'President Donald Trump [a met] Russian President Vladimir Putin in Hamburg on Friday.'],
      ['2018-07-16', 'President Donald Trump [b met] Russian President Vladimir Putin in Helsinki on Monday.'],
    ],
  ],
  [
    'a second round a month later',
    [
      ['2016-02-03', 'Syrian government envoys and the opposition held [a talks] in Geneva on Wednesday.'],
      ['2016-03-14', 'Syrian government envoys and the opposition opened [b talks] in Geneva on Monday.'],
    ],
  ],
  [
    'two who meet beside a summit of many',
    [
      [
        '2023-09-08',
        'Leaders of the G20 will hold a [s summit] in New Delhi on September 9 and 10. Joe Biden, Narendra Modi and Rishi Sunak will attend.',
      ],
      ['2023-09-10', 'The G20 [s summit] in New Delhi ended on Sunday.'],
      ['2023-09-09', 'U.S. President Joe Biden [m met] Indian Prime Minister Narendra Modi in New Delhi on Saturday.'],
    ],
  ],
  [
    'a summit of two is their meeting',
    [
      [
        '2018-06-11',
        'U.S. President Donald Trump and North Korean leader Kim Jong Un will hold a [m summit] in Singapore on Tuesday.',
      ],
      ['2018-06-12', 'President Donald Trump [m met] North Korean leader Kim Jong Un in Singapore on Tuesday.'],
    ],
  ],
  [
    'meetings of one with two others on one day',
    [
      ['2014-11-10', 'U.S. President Barack Obama [abe met] Japanese Prime Minister Shinzo Abe in Beijing on Monday.'],
      [
        '2014-11-10',
        'U.S. President Barack Obama [abbott met] Australian Prime Minister Tony Abbott in Beijing on Monday.',
      ],
      ['2014-11-11', 'Shinzo Abe and Barack Obama spoke of trade when they [abe met] in Beijing on Monday.'],
    ],
  ],
  [
    'a yearly summit of two years',
    [
      ['2013-09-04', 'Leaders arrive for the [a G20 summit] in St. Petersburg, Russia, which opens on September 5.'],
      ['2013-09-06', 'The [a G20 summit] in St. Petersburg, Russia, ended on Friday.'],
      ['2014-11-15', 'The [b G20 summit] in Brisbane, Australia, opened on Saturday.'],
    ],
  ],
  [
    'visits of one to two lands',
    [
      ['2015-07-24', 'U.S. President Barack Obama arrived in Kenya on Friday for a [ke visit].'],
      ['2015-07-25', "Barack Obama's [ke visit] to Kenya is his first as president."],
      ['2015-07-27', 'Barack Obama began a [et visit] to Ethiopia on Monday.'],
    ],
  ],
  [
    'visits of two to one land',
    [
      ['2015-07-24', 'U.S. President Barack Obama began a [o visit] to Kenya on Friday.'],
      ['2015-07-25', 'Chinese Premier Li Keqiang began a [l visit] to Kenya on Saturday.'],
    ],
  ],
  [
    'elections of two lands, and of two kinds',
    [
      ['2012-05-02', "France's [fr presidential election] will be held on May 6."],
      ['2012-05-03', 'Greece holds a [gr parliamentary election] on May 6.'],
      ['2012-05-07', "Francois Hollande won France's [fr presidential election] on Sunday."],
      ['2012-06-11', "Socialists lead in France's [pa parliamentary election] on Sunday."],
    ],
  ],
])('%s', (_, stories) => {
  expect(groupsOf(linkedOf(stories, 'events'))).toBe(wantedOf(stories))
})

const event = (given: Partial<EventProfile>): EventProfile => ({
  ...{
    type: 'visit',
    status: 'planned',
    name: 'visit',
    from: null,
    to: null,
    participants: new Set([1]),
    parties: new Set(),
  },
  ...{ places: new Set([5]), words: new Map(), topics: [], firstTold: null, lastTold: null },
  ...given,
})

test.each<[string, EventProfile, EventProfile, boolean]>([
  [
    'planned, then held on its days',
    event({ from: '2020-05-04', to: '2020-05-04', firstTold: '2020-05-01', lastTold: '2020-05-01' }),
    event({ status: 'held', from: '2020-05-04', to: '2020-05-04', firstTold: '2020-05-05', lastTold: '2020-05-05' }),
    true,
  ],
  [
    'planned, then cancelled',
    event({ from: '2020-05-04', to: '2020-05-04', firstTold: '2020-05-01', lastTold: '2020-05-01' }),
    event({ status: 'cancelled', firstTold: '2020-05-03', lastTold: '2020-05-03' }),
    true,
  ],
  [
    'held, then planned again for a month later',
    event({ status: 'held', from: '2020-05-04', to: '2020-05-04', firstTold: '2020-05-05', lastTold: '2020-05-05' }),
    event({ from: '2020-06-08', to: '2020-06-08', firstTold: '2020-05-20', lastTold: '2020-05-20' }),
    false,
  ],
  [
    'of other guests',
    event({ from: '2020-05-04', to: '2020-05-04', firstTold: '2020-05-01', lastTold: '2020-05-01' }),
    event({
      participants: new Set([2]),
      from: '2020-05-04',
      to: '2020-05-04',
      firstTold: '2020-05-01',
      lastTold: '2020-05-01',
    }),
    false,
  ],
  [
    'a year later',
    event({ from: '2020-05-04', to: '2020-05-04', firstTold: '2020-05-01', lastTold: '2020-05-01' }),
    event({ from: '2021-05-04', to: '2021-05-04', firstTold: '2021-05-01', lastTold: '2021-05-01' }),
    false,
  ],
  [
    'a call and a visit',
    event({ type: 'call', status: 'held', firstTold: '2020-05-01', lastTold: '2020-05-01' }),
    event({ status: 'held', firstTold: '2020-05-01', lastTold: '2020-05-01' }),
    false,
  ],
])('a visit %s', (_, known, told, isSame) => {
  const [link] = linkEvents([told], [known])
  expect(link?.candidate).toBe(isSame ? 0 : null)
  expect(link?.evidence.reasons.length).toBeGreaterThan(0)
})

test('what is told last holds: of status and days, in whatever order stories come', () => {
  const planned = event({ from: '2020-05-01', to: '2020-05-31', firstTold: '2020-04-20', lastTold: '2020-04-20' })
  const held = event({
    status: 'held',
    from: '2020-05-04',
    to: '2020-05-05',
    firstTold: '2020-05-06',
    lastTold: '2020-05-06',
  })
  const wanted = {
    status: 'held',
    from: '2020-05-04',
    to: '2020-05-05',
    firstTold: '2020-04-20',
    lastTold: '2020-05-06',
  }
  expect(joinEvents(planned, held)).toMatchObject(wanted)
  expect(joinEvents(held, planned)).toMatchObject(wanted)
})

const told = (days: string, lastTold: string, status: EventProfile['status'], type: EventProfile['type'] = 'visit') => {
  const [from, to = from] = days.split('/')
  return event({ type, status, from: from!, to: to!, firstTold: lastTold, lastTold })
}

test.each<[string, EventProfile, EventProfile, string]>([
  [
    'planned, then told of its end',
    told('2017-07-09/2017-07-11', '2017-07-01', 'planned'),
    told('2017-07-11', '2017-07-12', 'held'),
    '2017-07-09/2017-07-11',
  ],
  [
    'that begins on one day and ends on the next',
    told('2018-03-12', '2018-03-05', 'planned'),
    told('2018-03-13', '2018-03-14', 'held'),
    '2018-03-12/2018-03-13',
  ],
  [
    'whose second day is told a day later',
    told('2018-03-12', '2018-03-12', 'ongoing', 'summit'),
    told('2018-03-14', '2018-03-14', 'ongoing', 'summit'),
    '2018-03-12/2018-03-14',
  ],
  [
    'told first of its end',
    told('2018-03-13', '2018-03-14', 'held'),
    told('2018-03-12', '2018-03-05', 'planned'),
    '2018-03-12/2018-03-13',
  ],
  // Near misses: what is told later, or narrower, is all that is known.
  [
    'three days later',
    told('2018-03-12', '2018-03-05', 'planned'),
    told('2018-03-15', '2018-03-16', 'held'),
    '2018-03-15/2018-03-15',
  ],
  [
    'in a month, then on a day',
    told('2017-07-01/2017-07-31', '2017-06-01', 'planned'),
    told('2017-07-11', '2017-07-12', 'held'),
    '2017-07-11/2017-07-11',
  ],
  [
    'in a week, then on a day',
    told('2017-07-10/2017-07-16', '2017-07-07', 'planned'),
    told('2017-07-11', '2017-07-12', 'held'),
    '2017-07-11/2017-07-11',
  ],
  [
    'whose days together are more than two weeks',
    told('2017-07-01/2017-07-09', '2017-06-01', 'planned'),
    told('2017-07-10/2017-07-15', '2017-07-12', 'held'),
    '2017-07-10/2017-07-15',
  ],
  [
    'and the day on which it is called off',
    told('2018-03-12', '2018-03-05', 'planned'),
    told('2018-03-11', '2018-03-11', 'cancelled'),
    '2018-03-11/2018-03-11',
  ],
  [
    'of a meeting, which is over in a day',
    told('2018-03-12', '2018-03-05', 'planned', 'meeting'),
    told('2018-03-13', '2018-03-14', 'held', 'meeting'),
    '2018-03-13/2018-03-13',
  ],
])('days: %s', (_, known, now, days) => {
  const { from, to } = joinEvents(known, now)
  expect(`${from}/${to}`).toBe(days)
})

const energy = { code: 'a', name: 'energy' }
const trade = { code: 'b', name: 'trade' }

test.each([
  ['Rooppur nuclear power plant', energy, 'the nuclear power plant', energy, true],
  ['gas prices', energy, 'gas price', energy, true],
  ['gas prices', energy, 'grain prices', trade, false],
  ['gas prices', null, 'gas prices', energy, true],
  ['visas', null, 'tariffs', null, false],
])('topics "%s" (%o) and "%s" (%o)', (label, category, other, otherCategory, isSame) => {
  const [link] = linkTopics([{ label, category }], [{ label: other, category: otherCategory }])
  expect(link).toBe(isSame ? 0 : null)
})
