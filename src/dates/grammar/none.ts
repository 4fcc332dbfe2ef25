import { rule } from '../reading.ts'

/** Words of time that tell none: nothing is read in what these fit. */
export const none = [
  rule(
    'age',
    '(?:(?:the | a)? COUNT -? (?:UNIT | UNITS) -? (?:old | olds) | COUNT (?:UNIT | UNITS) of age | aged COUNT (?:UNIT | UNITS)?)',
    () => 'none',
  ),
  rule('fraction', 'COUNT - (?:quarters | thirds | quarter)', () => 'none'),
  rule(
    'speed',
    '(?:miles | kilometers | kilometres | km | meters | feet) (?:an | per) (?:hour | second | minute)',
    () => 'none',
  ),
]
