import { expect, test } from 'vitest'
import { daysInWords } from '../../src/output/page/days.ts'

test.each([
  ['2023-09-07', '2023-09-07', 'Thursday 7 September 2023'],
  ['1867-01-01', '1867-12-31', '1867'],
  ['1990-01-01', '1999-12-31', '1990 to 1999'],
  ['2024-02-01', '2024-02-29', 'February 2024'],
  ['2023-02-01', '2023-02-27', '1 to 27 February 2023'],
  ['2024-07-01', '2024-09-30', 'July to September 2024'],
  ['2023-12-01', '2024-02-29', 'December 2023 to February 2024'],
  ['2024-01-01', '2024-01-31', 'January 2024'],
  ['2024-11-18', '2024-11-24', '18 to 24 November 2024'],
  ['2024-07-26', '2024-08-11', '26 July to 11 August 2024'],
  ['2023-12-30', '2024-01-02', '30 December 2023 to 2 January 2024'],
  ['2023-05-01', '2024-05-31', 'May 2023 to May 2024'],
  ['2023-05-05', '2024-05-05', '5 May 2023 to 5 May 2024'],
  ['0079-08-24', '0079-08-24', 'Thursday 24 August AD 79'],
  ['2024-01-24T22:00:00', '2024-01-24T22:00:00', '22:00 on Wednesday 24 January 2024'],
  ['2024-01-24T10:00:00', '2024-01-24T11:30:00', '10:00 to 11:30 on Wednesday 24 January 2024'],
  ['2024-01-19T09:30:00-05:00', '2024-01-19T09:30:00-05:00', '09:30 UTC-05:00 on Friday 19 January 2024'],
  ['2024-01-19T09:30:00Z', '2024-01-19T09:30:00Z', '09:30 UTC on Friday 19 January 2024'],
  [
    '2024-01-19T22:00:00',
    '2024-01-20T01:00:00',
    '22:00 on Friday 19 January 2024 to 01:00 on Saturday 20 January 2024',
  ],
  ['2024-01-19', null, 'from Friday 19 January 2024'],
  [null, '2024-01-19', 'until Friday 19 January 2024'],
  [null, null, 'in due course'],
])('from %s to %s is said as %s', (from, to, expected) => {
  expect(daysInWords({ from, to, text: 'in due\ncourse' })).toBe(expected)
})
