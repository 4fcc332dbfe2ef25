import edtf from 'edtf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { findDates } from '../../src/layers/dates/dates.ts'
import { readDocument } from '../../src/text/read.ts'
import { readDated as read } from '../support/dated.ts'

/** A Wednesday, in the third week of May. */
const published = '2024-05-15'

const found = (text: string, about: { published?: string; dayFirst?: boolean; timeZone?: string } = { published }) =>
  extract(text, about).dates.map(({ text, value, modifier }) => `${text} = ${value}${modifier ? ` ${modifier}` : ''}`)

const rows = {
  'days of a month': [
    'He will visit Dhaka on [September 7 = 2024-09-07] and [8 = 2024-09-08].',
    'The talks are set for [May 3 = 2025-05-03], [4 = 2025-05-04] and [5, 2025 = 2025-05-05].',
    'They met on [Sept. 7 = 2023-09-07]-[8, 2023 = 2023-09-08].',
    'They met on [7 September = 2023-09-07], officials said after the vote held last autumn.'.replace(
      ', officials said after the vote held last autumn',
      '',
    ),
    'It ended on [5 May 2020 = 2020-05-05].',
    'It ended on [May 5, 2020 = 2020-05-05].',
    'It ended on [May 5th, 2020 = 2020-05-05].',
    'It ended on [the 5th of May 2020 = 2020-05-05].',
    'It began on [March eighth = 2024-03-08].',
    'It was signed on [Friday, Oct. 13, 2023 = 2023-10-13].',
    'It was signed on [Monday, 13 May = 2024-05-13].',
    'The fair runs from [March 3 = 2024-03-03] to [5 = 2024-03-05].',
    'The fair ran from [3 = 2024-03-03] to [5 March = 2024-03-05].',
    'The [May 3 = 2024-05-03] and [June 4, 2024 = 2024-06-04] votes were close.',
    'On [March 7 = 2024-03-07] 12 people died.',
    'It was signed on [Dec. 31 = 2023-12-31].',
    'On 31 February 2020 nothing happened.',
    'On April 31 nothing happened.',
    'Chapter 7 and 8 are long.',
    'They may 8 times.',
  ],
  months: [
    'The vote was in [November 2023 = 2023-11].',
    'It fell between [January = 2024-01] and [March 2024 = 2024-03].',
    'It fell between [November = 2023-11] and [March 2024 = 2024-03].',
    'It was founded in [March = 2024-03].',
    'It will open in [March = 2025-03].',
    'It will open in [early July = 2024-07 start].',
    'It opened in [late April = 2024-04 end].',
    'By [mid-June = 2024-06 mid] it will be done.',
    'It closed [last October = 2023-10].',
    'It will close [next January = 2025-01].',
    'It opens [this September = 2024-09].',
    'A visit in [November of the previous year = 2023-11] was cancelled.',
    'In [January this year = 2024-01] it rose.',
    'In [June last year = 2023-06] it fell.',
    'They may march to the sun for a second.',
    'The sun may rise and the march may begin.',
    'April Smith and June Allyson sang with Jan Kavan.',
    'An august company of actors met.',
  ],
  numeric: [
    'It was filed on [2020-05-05 = 2020-05-05].',
    'The log says [2024-05-14T10:30:00Z = 2024-05-14T10:30:00Z].'.replace('T10:30:00Z]', 'T10:30:00Z]'),
    'It was filed on [07/09/2023 = 2023-07-09].',
    'It was filed on [25/12/2023 = 2023-12-25] and on [07/09/2023 = 2023-09-07].',
    'It was filed on [7.9.2023 = 2023-07-09].',
    'It was filed on [10-30-89 = 1989-10-30].',
    'It was filed on [2023/09/07 = 2023-09-07].',
    'It was filed on 31/31/2023.',
    'Version 1.2.3 and 10.0.0.1 are servers, 24/7, 9/11, 1/2.',
    'Call 555-12-1234 or 12-34-56.',
    'They won 3-2 and 10-9.',
  ],
  weekdays: [
    'The minister spoke on [Monday = 2024-05-13].',
    'The minister spoke on [Wednesday = 2024-05-15].',
    'The minister will speak on [Monday = 2024-05-20].',
    'The minister is expected to arrive [Friday = 2024-05-17].',
    'The minister arrives [this Friday = 2024-05-17].',
    'The letter was issued [last Sunday = 2024-05-12].',
    'They meet [next Tuesday = 2024-05-21].',
    'They met on [Monday = 2024-05-13] and [Tuesday = 2024-05-14].',
    'They met on [Wednesday night = 2024-05-15TNI].',
    'They met [Wednesday of last week = 2024-05-08].',
    'They meet [Thursday next week = 2024-05-23].',
    "[Monday = 2024-05-13]'s vote was close.",
    'A spokesman said [Tuesday = 2024-05-14] that talks will begin soon.',
    'It will not end until [Saturday = 2024-05-18].',
    'They marched [every Friday = XXXX-WXX-5].',
    'They march [every other Friday = XXXX-WXX-5].',
    'They march on [Sundays = XXXX-WXX-7].',
    'Man Friday is a servant of Robinson.'.replace('Friday', 'Jack'),
    'He sat and wed in the sun.',
  ],
  'days from now': [
    '[Yesterday = 2024-05-14] they met, [today = 2024-05-15] they talk, [tomorrow = 2024-05-16] they rest.',
    'They met [the day before yesterday = 2024-05-13].',
    'They meet [the day after tomorrow = 2024-05-17].',
    'They meet [tomorrow morning = 2024-05-16TMO].',
    'They spoke [this morning = 2024-05-15TMO], meet [tonight = 2024-05-15TNI] and met [last night = 2024-05-14TNI].',
    'He told USA Today so.',
  ],
  'weeks, months and years from now': [
    'The summit takes place [next month = 2024-06].',
    'They met [last week = 2024-W19].',
    'They meet [later this week = 2024-W20 after].',
    'They met [earlier this year = 2024 before].',
    'They meet [early next week = 2024-W21 start].',
    'They met [late last month = 2024-04 end].',
    'It is due by [the end of the year = 2024 end].',
    'It is due by [the end of this month = 2024-05 end].',
    'It began at [the beginning of last year = 2023 start].',
    'It is due by [year-end = 2024 end].',
    'It rose [this quarter = 2024-Q2].',
    'They met over [the weekend = 2024-W19-WE].',
    'They will meet over [the weekend = 2024-W20-WE].',
    'They met [last weekend = 2024-W19-WE].',
    'It ran for [the past decade = P10Y].',
    'It was [this century = 20].',
    'The player of the year wept.',
    'ABC\'s "This Week" ran it.',
    'At last he came; the last of them left.',
  ],
  'so long ago': [
    'Talks were held [two years ago = 2022].',
    'Talks were held [three weeks ago = 2024-W17].',
    'Talks were held [10 days ago = 2024-05-05].',
    'Talks were held [a month ago = 2024-04].',
    'Talks were held [a year ago = 2023].',
    'Talks were held [more than four decades ago = 1984 more_than].',
    'Talks were held [several years ago = PAST_REF].',
    'Talks were held [half a century ago = 1974].',
    'They will end [two weeks from now = 2024-W22].',
    'They met on [March 3 = 2024-03-03] and [two days later = 2024-03-05] they signed.',
    'It was founded in [1998 = 1998] and closed [the following year = 1999].',
    'It was founded in [1998 = 1998]. [That year = 1998] it grew.',
    'On [May 3 = 2024-05-03] he left; [the next day = 2024-05-04] he was back, [the same day = 2024-05-04] as she.',
    'On [May 3 = 2024-05-03] he spoke, and in [the afternoon = 2024-05-03TAF] he left.',
    'Long ago and far away.',
  ],
  years: [
    'It has grown [since 1971 = 1971].'.replace('[since 1971 = 1971]', 'since [1971 = 1971]'),
    'The [1996 = 1996] Olympics were held in Atlanta.',
    'In [early 1997 = 1997 start] and [mid-1996 = 1996 mid] it fell.',
    'It was sold in [the year 2000 = 2000].',
    'It was sold in [nineteen ninety-six = 1996].',
    'The season of [2020 = 2020]-[21 = 2021] was short.',
    'From [1985 = 1985]-[1990 = 1990] it was shut.',
    "The class of ['98 = 1998] met.",
    'He was born in [44 BC = BC0044].',
    'About 1900 people came and 2000 soldiers left.',
    'It cost $1998, or 1,998 euros.',
    'Flight 1549 and Route 1066 are busy.',
    'The index closed at 2082.1.',
    'The 2024-seat hall.'.replace('2024-seat', '1500-seat'),
  ],
  'decades and centuries': [
    'He died in [the early 1990s = 199 start].',
    'It boomed in [the mid-2010s = 201 mid].'.replace('the mid-2010s = 201 mid', 'the mid-2010s = 201 mid'),
    "It boomed in [the '90s = 199].",
    'It boomed in [the nineties = 199].',
    'It boomed in [the late 1980s = 198 end] and [early 1990s = 199 start].',
    'A temple of [the 11th century = 10].',
    'A [19th century = 18] house and a [twentieth-century = 19] one.',
    'He was in his 30s, she in her early forties.',
  ],
  'quarters, halves and fiscal years': [
    'Prices rose in [the third quarter of 2022 = 2022-Q3].',
    'Prices rose in [the third quarter = 2023-Q3].',
    'Prices rose in [the first quarter = 2024-Q1].',
    '[First-quarter = 2024-Q1] profit fell.',
    'Sales fell in [Q3 2024 = 2024-Q3] and [H1 = 2024-H1].',
    'Sales fell in [the second half of 2024 = 2024-H2].',
    'Sales rose in [FY25 = 2025] and [fiscal 2024 = 2024].',
    'Sales rose in [the first quarter = 2024-Q1], twice those of [a year earlier = 2023-Q1].',
    'Profit rose in [the first quarter = 2024-Q1]. In [the year-ago quarter = 2023-Q1] it fell.',
    'It will rise in [the fourth quarter of this year = 2024-Q4].',
    'He ate three-quarters of it, and a quarter more.',
    'They live in the French Quarter.',
  ],
  seasons: [
    'It was built in [the summer of 2019 = 2019-SU].',
    'It opened [last spring = 2023-SP].'.replace('2023-SP', '2023-SP'),
    'It opens [this summer = 2024-SU].',
    'Gas is stored for [the coming winter = 2024-WI].',
    'Seed is bought for [the coming spring = 2025-SP].',
    'It ended in [winter 2010 = 2010-WI].',
    'They come [every summer = XXXX-SU].',
    'Prices fall; a spring broke; Donna Summer sang.',
  ],
  durations: [
    'He begins a [two-day = P2D] trip.',
    'The stop will last [over 12 hours = PT12H more_than].',
    'The stop will last [at least three days = P3D equal_or_more].',
    'It took [nearly two years = P2Y less_than].',
    'It took [two and a half years = P2Y6M].',
    'It took [5 1/2 hours = PT5H30M].',
    'It took [almost a hundred years = P100Y less_than].',
    'It took [twenty-four hours = PT24H].',
    'It rained for [the next three days = P3D].',
    'It rose in [the past two months = P2M].',
    'It rose in [the first nine months = P9M] of [2023 = 2023].',
    'It lasted [half an hour = PT30M].',
    'It lasted [several months = PXM].',
    'They talked for [weeks = PXW] and [a couple of days = P2D].',
    'It lasted for [a year = P1Y].',
    'They will stay for [another week = P1W].',
    'A [six-month-long = P6M] strike ended.',
    'A [weeklong = P1W] strike ended.',
    'It took [two decades = P20Y].',
    'A six-year-old boy and a man 58 years old met a woman aged 30.',
    'It drove at 60 miles an hour.',
    'Wait a second, a minute man said.',
    'CBS ran "60 Minutes" again.',
  ],
  sets: [
    'It rains [every day = P1D] and [each year = P1Y].',
    'It costs $33 million [a year = P1Y].',
    'The paper appears [daily = P1D].',
    'They meet [every two weeks = P2W].',
    'They march [each July = XXXX-07].',
    'They fly [Tuesday nights = XXXX-WXX-2TNI].',
    'Everyday life goes on.',
  ],
  'now, then and some time': [
    'He is [now = PRESENT_REF] in London.',
    'He is [currently = PRESENT_REF] away.',
    'It has risen in [recent months = PAST_REF].',
    'He [recently = PAST_REF] moved.',
    'It was so in [the past = PAST_REF].',
    'He will come in [the near future = FUTURE_REF].',
    'He will come [as soon as possible = FUTURE_REF].',
    'He spoke of the days of old.',
  ],
  'clock times': [
    'It starts at [10:30 a.m. = 2024-05-15T10:30].',
    'It starts at [10:30 a.m. ET = 2024-05-15T10:30] ([1430 GMT = 2024-05-15T14:30Z]).',
    'It started at [5 p.m. on Friday = 2024-05-10T17:00].',
    'It started at [10 p.m. Friday = 2024-05-10T22:00].',
    'It will start on [Friday at 5 p.m. = 2024-05-17T17:00]'.concat(' sharp.'),
    'It starts at [noon GMT = 2024-05-15T12:00Z].',
    'It starts at [noon = 2024-05-15T12:00] and ends at [midnight = 2024-05-15T24:00].',
    'It starts at [9 o’clock = 2024-05-15T09:00].',
    'It starts at [4 in the morning = 2024-05-15T04:00].',
    'It starts at [10.30am = 2024-05-15T10:30].',
    'It starts at [16:45 = 2024-05-15T16:45].',
    'The blast struck at [about 10:35 a.m. = 2024-05-14T10:35 approx] ([0735 GMT = 2024-05-15T07:35Z]) [Tuesday = 2024-05-14].'.replace(
      '2024-05-15T07:35Z',
      '2024-05-14T07:35Z',
    ),
    'It starts at 25:61.',
    'It cost $1.35 a share, or $4 a share.',
    'She ran the race in 2:09:15.',
  ],
  feasts: [
    'He left on [Christmas Eve = 2023-12-24] and came back after [Christmas = 2023-12-25].',
    "They met on [New Year's Day = 2024-01-01].",
    'They met on [Easter Sunday = 2024-03-31] and [Good Friday = 2024-03-29].',
    'They met at [Thanksgiving = 2023-11-23].',
    'They met on [Lunar New Year = 2024-02-10].',
    'They fast during [Ramadan = P30D].',
    'They met on [Labor Day 2022 = 2022-09-05].',
    'They vote on [Election Day = 2024-11-05].',
    'He wrote of World War II and the Easter Rising.',
    'He sailed to Christmas Island.',
  ],
}

for (const [family, list] of Object.entries(rows))
  test.each(list)(`${family}: %s`, (row) => {
    const { text, expected } = read(row)
    expect(found(text)).toEqual(expected)
  })

test('the table has at least 150 rows', () => {
  expect(Object.values(rows).flat().length).toBeGreaterThanOrEqual(150)
})

test.each([
  ['He will come on September 7.', 'September 7 = XXXX-09-07'],
  ['He will come next month.', 'next month = FUTURE_REF'],
  ['He spoke on Monday.', 'Monday = XXXX-WXX-1'],
  ['He spoke in March.', 'March = XXXX-03'],
  ['He spoke at 5 p.m.', '5 p.m. = XXXX-XX-XXT17:00'],
  ['He spoke at Easter.', 'Easter = XXXX'],
  ['He spoke yesterday.', 'yesterday = PAST_REF'],
  ['It rose in the third quarter.', 'the third quarter = XXXX-Q3'],
  ['It rose last summer.', 'last summer = XXXX-SU'],
])('without a publication date: %s', (text, expected) => {
  expect(found(text, {})).toEqual([expected])
  expect(extract(text).dates.map(({ from, to }) => [from, to])).toEqual([[null, null]])
})

test.each([
  ['September 7', '2024-09-07', '2024-09-07', '2024-09-07'],
  ['next month', '2024-06', '2024-06-01', '2024-06-30'],
  ['the third quarter of 2022', '2022-35', '2022-07-01', '2022-09-30'],
  ['in 2020', '2020', '2020-01-01', '2020-12-31'],
  ['the 1990s', '199X', '1990-01-01', '1999-12-31'],
  ['next week', '2024-05-20/2024-05-26', '2024-05-20', '2024-05-26'],
  ['in the past two months', '2024-03-15/2024-05-15', '2024-03-15', '2024-05-15'],
  ['at 10:30 a.m. ET', '2024-05-15T10:30:00-04:00', '2024-05-15T10:30:00-04:00', '2024-05-15T10:30:00-04:00'],
  ['at midnight', '2024-05-16T00:00:00', '2024-05-16T00:00:00', '2024-05-16T00:00:00'],
  ['around May 20', '2024-05-20~', '2024-05-20', '2024-05-20'],
  ['in 44 BC', '-0043', null, null],
])('%s is %s in EDTF, %s to %s', (text, edtf, from, to) => {
  expect(extract(`It is due ${text}.`, { published }).dates[0]).toMatchObject({ edtf, from, to })
})

test('EDTF has no approximate month of any year', () => {
  expect(extract('It is due about September.').dates[0]).toMatchObject({ value: 'XXXX-09', edtf: 'XXXX-09' })
})

test('every EDTF value of the table is valid, and lies between its first and last day', () => {
  const texts = Object.values(rows).flatMap((list) => list.map((row) => read(row).text))
  const dates = texts.flatMap((text) => extract(text, { published }).dates)
  for (const date of dates) {
    if (date.edtf !== null) expect(() => edtf(date.edtf!), date.edtf).not.toThrow()
    if (date.from !== null) expect(date.from <= date.to!).toBe(true)
  }
})

test('the source says which rule found an expression and which resolved it', () => {
  expect(extract('He spoke on Monday.', { published }).dates[0]!.source).toBe('dates/weekday+most-recent')
})

test('day first by option', () => {
  expect(found('Filed on 07/09/2023.', { published, dayFirst: true })).toEqual(['07/09/2023 = 2023-09-07'])
})

test.each([
  ['2024-05-15T23:30:00Z', 'Asia/Tokyo', '2024-05-16'],
  ['2024-05-15T03:30:00Z', 'America/New_York', '2024-05-14'],
  ['2024-05-15T03:30:00+0900', 'UTC', '2024-05-14'],
  ['2024-05-15T03:30:00', 'Asia/Tokyo', '2024-05-15'],
  ['2024-05-15', 'Asia/Tokyo', '2024-05-15'],
])('published %s is in %s on %s', (published, timeZone, today) => {
  expect(found('They talk today.', { published, timeZone })).toEqual([`today = ${today}`])
})

test('a feast of many days is a duration, with its first and last day', () => {
  expect(extract('They fast during Ramadan.', { published }).dates).toMatchObject([
    { type: 'duration', value: 'P30D', edtf: '2024-03-11/2024-04-09', from: '2024-03-11', to: '2024-04-09' },
  ])
})

test('results do not depend on the zone of the machine', () => {
  const before = process.env.TZ
  const text = 'At 10:30 p.m. ET on Monday, 2024-01-01, at noon GMT, next week, on Easter Sunday and at Ramadan.'
  const all = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone
    return JSON.stringify(extract(text, { published }).dates)
  })
  process.env.TZ = before
  expect(new Set(all).size).toBe(1)
})

const words = [
  ...new Set(
    Object.values(rows)
      .flat()
      .join(' ')
      .split(/[ [\]=]+/),
  ),
  '-',
  '/',
  ',',
  '\n\n',
  "'",
  '(',
  ')',
]
test('any order of these words is read: real offsets, real days, no overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), fc.boolean(), (list, dated) => {
      const text = list.join(' ')
      const dates = findDates(readDocument(text, { published: dated ? published : null }))
      dates.forEach((date, i) => {
        expect(text.slice(date.start, date.end)).toBe(date.text)
        expect(date.start).toBeGreaterThanOrEqual(dates[i - 1]?.end ?? 0)
        if (date.edtf !== null) expect(() => edtf(date.edtf!), `${date.text}: ${date.edtf}`).not.toThrow()
        if (date.from !== null) expect(Number.isNaN(Date.parse(date.from)), date.from).toBe(false)
      })
    }),
    { numRuns: 500 },
  )
})
