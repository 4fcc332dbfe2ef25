import { daysInWords } from '../../output/page/days.ts'

const write = (options: Intl.DateTimeFormatOptions, language = 'en-GB') => {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
  return (value: string) => format.format(new Date(`${value.slice(0, 10)}T00:00:00Z`))
}

/** `7 September 2023`, of a day or an instant. */
export const dateInWords = write({ day: 'numeric', month: 'long', year: 'numeric' })
/** `Thu`. */
export const shortWeekday = write({ weekday: 'short' })
/** `Sep`. */
export const shortMonth = write({ month: 'short' }, 'en-US')

/** Days from one to another as people write them: `Thursday 7 September 2023`, `9 to 10 September 2023`, `October 2023`. */
export const spanInWords = (from: string, to: string): string => daysInWords({ from, to, text: '' })
