import { expect, test } from 'vitest'
import { settle } from '../../src/base/precedence.ts'

/** `5-9` from 5 to 9. */
const spans = (list: string) =>
  list === ''
    ? []
    : list.split(' ').map((one) => ({ start: Number(one.split('-')[0]), end: Number(one.split('-')[1]) }))
const written = (list: readonly { start: number; end: number }[]) =>
  list.map(({ start, end }) => `${start}-${end}`).join(' ')

test.each([
  ['of two that overlap the longer holds', { names: ['0-5 3-9', '3-9'] }],
  ['of two as long the earlier', { names: ['4-8 2-6', '2-6'] }],
  ['what only touches holds too', { names: ['5-9 0-5', '0-5 5-9'] }],
  ['a date holds over a longer name', { dates: ['3-7', '3-7'], names: ['0-9 20-25', '20-25'] }],
  ['a person called like a month over a date', { monthPeople: ['0-9', '0-9'], dates: ['6-9 30-33', '30-33'] }],
  ['but not over a date of the user', { userDates: ['0-9', '0-9'], monthPeople: ['0-5', ''] }],
  ["a user's name over a user's date", { userNames: ['2-4', '2-4'], userDates: ['0-9', ''], dates: ['5-9', '5-9'] }],
  ['a team over its town', { teams: ['0-5', '0-5'], names: ['0-5 7-9', '7-9'] }],
  ['any name over an amount', { names: ['2-5', '2-5'], amounts: ['0-5 6-9', '6-9'] }],
  ['nothing is no span', { names: ['3-3', ''] }],
])('%s', (_, lists: Record<string, string[]>) => {
  const found = Object.fromEntries(Object.entries(lists).map(([rank, [given = '']]) => [rank, spans(given)]))
  const held = Object.entries(settle(found)).map(([rank, list]) => [rank, written(list as never)])
  expect(Object.fromEntries(held)).toEqual(
    Object.fromEntries(Object.entries(lists).map(([rank, [, kept]]) => [rank, kept])),
  )
})
