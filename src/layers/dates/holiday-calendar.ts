import { gregorianEaster } from 'date-easter'
import { type Day, dayOf, partsOf } from '../../base/calendar.ts'

/** First and last day of a feast in a year of our calendar; null where it has none. */
export type Holiday = (year: number) => [Day, Day] | null

const fixed =
  (month: number, date: number): Holiday =>
  (year) => [dayOf(year, month, date), dayOf(year, month, date)]

/** The nth weekday (0 is Sunday) of a month; the last with -1. */
const nth =
  (count: number, weekday: number, month: number, shift = 0): Holiday =>
  (year) => {
    const first = count > 0 ? dayOf(year, month, 1) : dayOf(year, month + 1, -6)
    const day = first + ((weekday - partsOf(first).weekday + 7) % 7) + 7 * Math.max(0, count - 1) + shift
    return [day, day]
  }

const easter =
  (from: number, to = from): Holiday =>
  (year) => {
    const { month, day } = gregorianEaster(year)
    const sunday = dayOf(year, month, day)
    return [sunday + from, sunday + to]
  }

/** A feast of another calendar, as Unicode's calendars have it (ICU, through Intl). */
const foreign = (calendar: string, month: number, date: number, days = 1): Holiday => {
  let format: Intl.DateTimeFormat | undefined
  const known = new Map<number, [Day, Day] | null>()
  return (year) => {
    const cached = known.get(year)
    if (cached !== undefined) return cached
    format ??= new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    const isFirst = (day: Day) => {
      const parts = format!.formatToParts(day * 86_400_000)
      const part = (type: string) => parts.find((one) => one.type === type)?.value
      return (
        part('month') === (calendar === 'hebrew' ? hebrewMonths[month] : String(month)) && part('day') === String(date)
      )
    }
    let found: [Day, Day] | null = null
    for (let day = dayOf(year, 1, 1), end = dayOf(year, 12, 31); day <= end && !found; day++)
      if (isFirst(day)) found = [day, day + days - 1]
    if (known.size < 64) known.set(year, found)
    return found
  }
}
const hebrewMonths: Record<number, string> = { 1: 'Tishri', 3: 'Kislev', 8: 'Nisan' }

/** Names of feasts as patterns over lexemes. */
export const holidays: readonly (readonly [pattern: string, feast: Holiday])[] = [
  ["new year 's eve", fixed(12, 31)],
  ["new year 's day | (?<!lunar |chinese |jewish |orthodox )new year 's(?! eve| day)", fixed(1, 1)],
  ['lunar new year | chinese new year | spring festival', foreign('chinese', 1, 1)],
  ['epiphany', fixed(1, 6)],
  ['orthodox christmas', fixed(1, 7)],
  ['(?: martin luther king (?:jr)? | mlk) day', nth(3, 1, 1)],
  ['burns night', fixed(1, 25)],
  ['australia day', fixed(1, 26)],
  ['groundhog day', fixed(2, 2)],
  ["valentine 's day", fixed(2, 14)],
  ["presidents ' day | presidents day", nth(3, 1, 2)],
  ["international women 's day", fixed(3, 8)],
  ["(?: st | saint) patrick 's day", fixed(3, 17)],
  ["(?: april | all) fools ' day | april fool 's day", fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ["(?: st | saint) george 's day", fixed(4, 23)],
  ['anzac day', fixed(4, 25)],
  ['cinco de mayo', fixed(5, 5)],
  ['shrove tuesday | mardi gras', easter(-47)],
  ['ash wednesday', easter(-46)],
  ['palm sunday', easter(-7)],
  ['(?:maundy | holy) thursday', easter(-3)],
  ['good friday', easter(-2)],
  ['easter (?:sunday)? (?!monday|week|weekend|eve|rising)', easter(0)],
  ['easter monday', easter(1)],
  ['easter weekend', easter(-2, 1)],
  ['easter week | holy week', easter(-6, 0)],
  ['ascension day', easter(39)],
  ['pentecost', easter(49)],
  ["mother 's day", nth(2, 0, 5)],
  ['may day', fixed(5, 1)],
  ['memorial day', nth(-1, 1, 5)],
  ["father 's day", nth(3, 0, 6)],
  ['juneteenth', fixed(6, 19)],
  ['canada day', fixed(7, 1)],
  ['bastille day', fixed(7, 14)],
  ['labor day', nth(1, 1, 9)],
  ["columbus day | indigenous peoples ' day", nth(2, 1, 10)],
  ['halloween', fixed(10, 31)],
  ["all saints ' day", fixed(11, 1)],
  ["all souls ' day", fixed(11, 2)],
  ['(?: bonfire | guy fawkes) night', fixed(11, 5)],
  ['election day', nth(1, 1, 11, 1)],
  ['remembrance sunday', nth(2, 0, 11)],
  ["(?: st | saint) andrew 's day", fixed(11, 30)],
  ['veterans day | armistice day | remembrance day', fixed(11, 11)],
  ['thanksgiving (?:day)?', nth(4, 4, 11)],
  ['black friday', nth(4, 4, 11, 1)],
  ['cyber monday', nth(4, 4, 11, 4)],
  ['christmas eve', fixed(12, 24)],
  ['christmas (?:day)? (?!eve|tree|trees|card|cards|carol|carols|island)', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ['ramadan', foreign('islamic-umalqura', 9, 1, 30)],
  ['eid al - fitr | eid ul - fitr', foreign('islamic-umalqura', 10, 1)],
  ['eid al - adha | eid ul - adha', foreign('islamic-umalqura', 12, 10)],
  ['rosh hashanah', foreign('hebrew', 1, 1, 2)],
  ['yom kippur', foreign('hebrew', 1, 10)],
  ['hanukkah', foreign('hebrew', 3, 25, 8)],
  ['passover', foreign('hebrew', 8, 15, 7)],
]
