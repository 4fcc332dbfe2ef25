import { expect, test } from 'vitest'
import { extract } from '../src/index.ts'

const published = '2023-08-30'
const drawn = (text: string, about: { published?: string } = { published }) =>
  extract(text, about).dates.map(({ text, value, modifier }) => `${text} = ${value}${modifier ? ` ${modifier}` : ''}`)

test.each<[string, ...string[]]>([
  ['He will visit Dhaka on September 7 and 8.', 'September 7 = 2023-09-07', '8 = 2023-09-08'],
  ['The talks are set for May 3, 4 and 5, 2024.', 'May 3 = 2024-05-03', '4 = 2024-05-04', '5, 2024 = 2024-05-05'],
  ['A visit in November of the previous year was cancelled.', 'November of the previous year = 2022-11'],
  ['The summit takes place next month.', 'next month = 2023-09'],
  ['The letter was issued last Sunday.', 'last Sunday = 2023-08-27'],
  ['The minister spoke on Monday.', 'Monday = 2023-08-28'],
  ['He begins a two-day trip.', 'two-day = P2D'],
  ['The stop will last over 12 hours.', 'over 12 hours = PT12H more_than'],
  ['He will come in the near future.', 'the near future = FUTURE_REF'],
  ['It ended on 5 May 2020.', '5 May 2020 = 2020-05-05'],
  ['It ended on May 5, 2020.', 'May 5, 2020 = 2020-05-05'],
  ['It was filed on 2020-05-05.', '2020-05-05 = 2020-05-05'],
  ['Talks were held two years ago.', 'two years ago = 2021'],
  ['Prices rose in the third quarter of 2022.', 'the third quarter of 2022 = 2022-Q3'],
  ['He died in the early 1990s.', 'the early 1990s = 199 start'],
  ['Yesterday they met.', 'Yesterday = 2023-08-29'],
  ['They may march to the sun for a second.'],
  ['The sun may rise and the march may begin.'],
])('%s', (text, ...expected) => {
  expect(drawn(text)).toEqual(expected)
})

test.each([
  ['He will come on September 7.', 'September 7 = XXXX-09-07'],
  ['He will come next month.', 'next month = FUTURE_REF'],
  ['He spoke on Monday.', 'Monday = XXXX-WXX-1'],
])('without a publication date: %s', (text, expected) => {
  expect(drawn(text, {})).toEqual([expected])
  expect(extract(text).dates.map(({ from, to }) => [from, to])).toEqual([[null, null]])
})

test.each([
  ['September 7', '2023-09-07', '2023-09-07', '2023-09-07'],
  ['next month', '2023-09', '2023-09-01', '2023-09-30'],
  ['the third quarter of 2022', '2022-35', '2022-07-01', '2022-09-30'],
  ['in 2020', '2020', '2020-01-01', '2020-12-31'],
  ['the 1990s', '199X', '1990-01-01', '1999-12-31'],
  ['next week', '2023-09-04/2023-09-10', '2023-09-04', '2023-09-10'],
])('%s is %s in EDTF, %s to %s', (text, edtf, from, to) => {
  expect(extract(`It is due ${text}.`, { published }).dates[0]).toMatchObject({ edtf, from, to })
})
