import edtf from 'edtf'
import { expect, test } from 'vitest'
import { isPublished } from '../../src/api/options.ts'
import { isMaskedDay, isoDay, parseDay, realDay } from '../../src/base/calendar.ts'
import { byUser } from '../../src/base/provenance.ts'
import { findDates } from '../../src/layers/dates/dates.ts'
import { readDocument } from '../../src/text/read.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const monthDays = months.flatMap((month, i) =>
  Array.from({ length: 31 }, (_, day) => day + 1)
    .filter((day) => realDay(2000, i + 1, day) !== null)
    .map((day) => `${month} ${day}`),
)

const units = ['week', 'month', 'quarter', 'year', 'decade', 'century']
const counts = ['two', '40', '900', '4900']
const forms = [
  ...units.flatMap((unit) => [`last ${unit}`, `next ${unit}`, `this ${unit}`]),
  ...counts.flatMap((count) => [
    ...['days', 'weeks', 'months', 'years', 'decades', 'centuries'].flatMap((unit) => [
      `${count} ${unit} ago`,
      `${count} ${unit} from now`,
      `${count} ${unit} later`,
      `in ${count} ${unit}`,
      `for the past ${count} ${unit}`,
      `for the next ${count} ${unit}`,
    ]),
  ]),
  ...['Monday', 'Friday', 'Sunday'].flatMap((day) => [`on ${day}`, `next ${day}`, `last ${day}`, `${day} next week`]),
  ...months.flatMap((month) => [`in ${month}`, `last ${month}`, `next ${month}`, `${month} last year`]),
  ...['yesterday', 'today', 'tomorrow', 'tonight', 'last night', 'the day after tomorrow', 'tomorrow morning'],
  ...['at noon', 'at midnight', 'at midnight tomorrow', 'at 10:30 p.m. EST', 'at 5 p.m. on Friday', 'at 2400 hours'],
  ...['in the third quarter', 'in Q4', 'in H1', 'in winter', 'last summer', 'next spring', 'a year ago'],
  ...['in the 1990s', "in the '80s", 'in the 1st century', 'in the 21st century', 'in 44 BC', 'in the 5th century BC'],
  ...['at Christmas', 'next Easter', 'last Ramadan', 'on Labor Day', 'on New Year’s Eve', 'over Easter weekend'],
  ...['this weekend', 'next weekend', 'last weekend', 'the week of March 3', 'at year-end', 'fiscal 2024', 'in 1000'],
  ...['on 31 April', 'on 2023-02-30', 'on 0000-01-01', 'at 2024-05-14T10:30:00+99:99', 'on February 29, 2023'],
  ...['on the second Tuesday of October', 'in the last week of December', 'on the last Friday of next month'],
  ...['on the 31st', 'on the 31st of this month', 'a week from Friday', 'three Mondays ago', 'on Friday fortnight'],
  ...['a week ago on Tuesday', 'over Labor Day weekend', 'at Easter last year', 'Monday through Thursday', 'in 1H24'],
  ...['from midnight to noon on Monday', 'from 11 to 1 p.m. tomorrow', 'on Sunday night, June 7, 2015', 'once a month'],
  ...['in 1H24', 'in 3Q04', 'in Q1 00', 'in FY99', 'in FY04', "in the '90s", "in '04", 'on 5/6/07', 'on Sept. 7, 00'],
  ...['a year earlier', 'the previous year', 'the next day', 'the same month', 'last February 29', '3,000 BC'],
]
const clauses = forms.flatMap((form) => [`They met ${form}.`, `They will meet ${form}.`])

const real = (year: number, month: number, date: number) => {
  const day = realDay(year, month, date)
  return day === null ? [] : [isoDay(day)]
}
const edges = [
  1, 2, 4, 5, 99, 1000, 1001, 1582, 1600, 1899, 1900, 1999, 2000, 2023, 2024, 2026, 2099, 2100, 9992, 9996, 9999,
]
const publicationDays = edges.flatMap((year) => [
  ...[real(year, 1, 1), real(year, 1, 3), real(year, 2, 28), real(year, 2, 29), real(year, 3, 1)],
  ...[real(year, 6, 30), real(year, 7, 1), real(year, 10, 31), real(year, 12, 28), real(year, 12, 31)],
])

const day = String.raw`(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2]|XX)-(?:0[1-9]|[12]\d|3[01]|XX)`
const clock = String.raw`T(?:MO|MI|AF|EV|NI|DT|(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-]\d{2}:\d{2})?)`
const timex = new RegExp(
  String.raw`^(?:PAST_REF|PRESENT_REF|FUTURE_REF|BC\d{2}(?:\d{2})?|\d{2,4}|XXXX|P(?=[T\dX])(?:(?:\d+(?:\.\d+)?|X)[YQMWD])*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?|(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2]|SP|SU|FA|WI|Q[1-4]|H[12]|WXX-(?:[1-7]|WE)|W(?:0[1-9]|[1-4]\d|5[0-3])(?:-WE)?)|XXXX-WXX-[1-7]${clock}|${day}(?:${clock})?|${day}/${day})$`,
)
const instant = /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/

/** What is wrong with the dates of a text, as `last week: 00-1-W52`. */
function faults(text: string, published: string): string[] {
  return findDates(readDocument(text, { published })).flatMap((date) => {
    const { value, from, to } = date
    const days = [from, to].filter((edge) => edge !== null)
    const wrong =
      !timex.test(value) ||
      (/^\d{4}-\d\d-\d\d/.test(value) && parseDay(value) === null) ||
      /^0000/.test(value) ||
      days.some((edge) => !instant.test(edge) || parseDay(edge) === null || !Number.isFinite(Date.parse(edge))) ||
      (from !== null && to !== null && from > to) ||
      (date.edtf !== null && !isEdtf(date.edtf))
    return wrong ? [`${published} ${date.text}: ${value} ${date.edtf} ${from} ${to}`] : []
  })
}

const known = new Map<string, boolean>()
function isEdtf(text: string): boolean {
  const before = known.get(text)
  if (before !== undefined) return before
  let valid = true
  try {
    edtf(text)
  } catch {
    valid = false
  }
  known.set(text, valid)
  return valid
}

test.each(publicationDays)('every value of a story of %s is in the calendar', (published) => {
  const texts = [
    clauses.join(' '),
    ...['was', 'will be'].map((be) => monthDays.map((on) => `It ${be} on ${on}.`).join(' ')),
  ]
  expect(texts.flatMap((text) => faults(text, published))).toEqual([])
})

test('the forms are read, not passed over', () => {
  const read = findDates(readDocument(clauses.join(' '), { published: '2024-05-15' }))
  expect(read.length).toBeGreaterThan(clauses.length * 0.9)
  const days = findDates(readDocument(monthDays.map((on) => `It was on ${on}.`).join(' '), { published: '2023-05-15' }))
  expect(days.map(({ text }) => text)).toEqual(monthDays)
})

test.each([
  ['It was on February 29.', '2026-11-27', '2024-02-29'],
  ['It will be on February 29.', '2026-11-27', '2028-02-29'],
  ['It was on February 29.', '1907-06-01', '1904-02-29'],
  ['It was on February 29.', '1903-06-30', '1896-02-29'],
  ['They will meet next week.', '9999-12-31', 'FUTURE_REF'],
  ['They met last week.', '0001-01-02', 'PAST_REF'],
  ['It rose in 1H24.', '0004-05-15', '0024-H1'],
  ['It rose in 1H04.', '9999-05-15', '9904-H1'],
  ['It rose in 1H04.', '9998-05-15', '9904-H1'],
  ['It rose in 3Q00.', '0004-05-15', '0100-Q3'],
  ['It was so in the 1st century.', '2024-05-15', '00'],
])('%s in %s is %s', (text, published, value) => {
  expect(findDates(readDocument(text, { published })).map((date) => date.value)).toEqual([value])
})

test.each([
  ['XXXX-02-29', '2026-11-27', '2028-02-29'],
  ['XXXX-12-31', '9999-01-02', '9998-12-31'],
  ['20XX-05-09', '2026-11-27', '20XX-05-09'],
])("a rule set's %s is in %s on %s", (value, published, expected) => {
  const named = [{ start: 12, end: 22, value, foundBy: byUser('set', 'dates') }]
  const dates = findDates(readDocument('They met on Leap Feast.', { published }), named)
  expect(dates.map((date) => date.value)).toEqual([expected])
})

test.each([
  ...['2023-08-30', '0001-01-01', '9999-12-31', '2024-02-29', '2023-08-30T10:00', '2023-08-30T10:00:00.123456789Z'],
  ...['2023-08-30T23:59:59+14:00', '2023-08-30T10:00-1200', '2023-08-30T10:00:00-23:59'],
])('%s can be a day of publication', (text) => {
  expect(isPublished(text)).toBe(true)
})

test.each([
  ...['2023-08-30T10:00:00+24:00', '2023-08-30T10:00:00+99:99', '2023-08-30T10:00:00+10:60', '2023-08-30T10:00+2400'],
  ...['2023-08-30T24:00', '2023-08-30T24:00:00Z', '2023-06-30T23:59:60Z', '2023-08-30T10:60', '2023-08-30T1:00'],
  ...['2023-02-30', '2023-02-29', '1900-02-29', '0000-01-01', '2023-00-10', '2023-13-01', '2023-01-00', '2023-01-32'],
  ...['10000-01-01', '+2023-01-01', '-0001-01-01', '2023-1-1', '20230830', '2023-08-30 10:00', '2023-08-30T', ''],
  ...['2023-08-30Z', '2023-08-30T10', '2023-08-30T10:00:00+1', '2023-08-30\n', ' 2023-08-30', '2023-W35-3'],
])('%j can be none', (text) => {
  expect(isPublished(text)).toBe(false)
})

test.each([
  ...['XXXX-05-09', 'XXXX-02-29', '2024-02-29', '2023-12-31', '20XX-02-29', 'XXXX-XX-31', '2023-XX-XX', '2023-02-2X'],
  ...['XXXX-1X-09', '0001-01-01'],
])('%s has a day of the calendar', (text) => {
  expect(isMaskedDay(text)).toBe(true)
})

test.each([
  ...['2023-99-99', 'XXXX-02-31', 'XXXX-02-30', '2023-02-29', 'XXXX-04-31', 'XXXX-13-01', 'XXXX-00-10', 'XXXX-01-00'],
  ...['XXX1-02-29', 'XXXX-02-3X', '0000-01-01', '2023-01', '2023-01-01-01', 'XXXX-5-9', ''],
])('%s has none', (text) => {
  expect(isMaskedDay(text)).toBe(false)
})
