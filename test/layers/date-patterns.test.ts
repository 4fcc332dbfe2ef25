import { expect, test } from 'vitest'
import { needsOf } from '../../src/layers/dates/needs.ts'

const codes: Readonly<Record<string, string>> = { last: 'l', week: 'w', MONTH: 'jfm', YEAR: 'y', of: 'o' }
const needs = (pattern: string) => needsOf(pattern.split(' '), (piece) => codes[piece] ?? null)

test.each<[pattern: string, needs: string | null, why: string]>([
  ['last week', 'l', 'the first of the rarest'],
  ['MONTH of YEAR', 'o', 'a word before a class of many'],
  ['MONTH YEAR ?', 'jfm', 'what may lack is not needed'],
  ['MONTH *', null, 'nor is what may stand no times'],
  ['YEAR {0,2} MONTH +', 'jfm', 'but what stands once or more is'],
  ['YEAR {1,2} MONTH', 'y', 'however it is counted'],
  ['(?: last | MONTH ) week', 'w', 'a group of branches may tell less than a word beside it'],
  ['(?: last | YEAR )', 'ly', 'so that any of them is needed'],
  ['(?: last | YEAR ? )', null, 'unless one needs nothing'],
  ['(?: last | )', null, 'or is empty'],
  ['(?<which> last ) ? MONTH', 'jfm', 'a group may lack as a word may'],
  ['(?= YEAR ) MONTH', 'jfm', 'what is only looked at may be what another piece reads'],
  ['(?<! YEAR ) MONTH', 'jfm', 'and what must not stand there is not needed'],
  ['(?: (?: of | last ) week | YEAR )', 'wy', 'branches lie within branches'],
])('%s needs %s: %s', (pattern, expected) => {
  expect(needs(pattern)).toBe(expected)
})
