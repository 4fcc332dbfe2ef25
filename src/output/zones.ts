import type { Location } from '../base/story.ts'
import { instantOf } from './event-days.ts'

/** States of the United States that lie in one zone, all of them or nearly. */
const states: Readonly<Record<string, string>> = {
  'America/New_York': 'CT DC DE GA MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Chicago': 'AL AR IA IL LA MN MO MS OK WI',
  'America/Denver': 'CO MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV WA',
  'Pacific/Honolulu': 'HI',
}
const zoneOfState = new Map<string, string>(
  Object.entries(states).flatMap(([zone, codes]) => codes.split(' ').map((code) => [`US-${code}`, zone] as const)),
)

/**
 * The instant of a time without a zone at a place, in milliseconds since 1970: where the place's state or country has one
 * zone, or several that agree then. Undefined where that is not known.
 */
export function instantAt({ country, admin }: Pick<Location, 'country' | 'admin'>, time: string): number | undefined {
  const state = admin === null ? undefined : zoneOfState.get(admin)
  const zones = state === undefined ? zonesOf(country) : [state]
  const instants = new Set(zones.map((zone) => instantIn(zone, instantOf(time))))
  return instants.size === 1 ? [...instants][0] : undefined
}

/** The zones of a country as the runtime knows them; none in one that does not. */
function zonesOf(country: string | null): readonly string[] {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return []
  const locale: Intl.Locale & { getTimeZones?(): string[]; timeZones?: string[] } = new Intl.Locale(`und-${country}`)
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}

/** A time of day in UTC, as the same time of day in a zone. */
function instantIn(zone: string, time: number): number {
  const guess = time - offsetAt(zone, time)
  return time - offsetAt(zone, guess)
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
