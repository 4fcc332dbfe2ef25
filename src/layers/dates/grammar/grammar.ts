import type { DateRule } from '../reading.ts'
import { clocks } from './clock.ts'
import { countedDays } from './counted-days.ts'
import { days } from './days.ts'
import { durations } from './durations.ts'
import { holidayRules } from './holidays.ts'
import { nonTemporal } from './non-temporal.ts'
import { periods } from './periods.ts'
import { references } from './references.ts'
import { relative } from './relative.ts'

/** The forms of news prose. Where two fit, the longer wins, then the earlier in the text, then the later in the list. */
export const grammar: readonly DateRule[] = [
  ...references,
  ...durations,
  ...periods,
  ...relative,
  ...days,
  ...countedDays,
  ...holidayRules,
  ...clocks,
  ...nonTemporal,
]
