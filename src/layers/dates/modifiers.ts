import type { Modifier } from './reading.ts'

interface ModifierForm {
  pattern: string
  modifier: Modifier | null
  /** What it may come before: calendar stretches, or amounts of time and clock times. */
  of: 'calendar' | 'amount'
}

/** The words before an expression that belong to it and change it: TIMEX3's `mod`. */
export const modifierForms: readonly ModifierForm[] = [
  { pattern: '(?:the)? (?:very)? (?:early | earliest) (?: - | in)?', modifier: 'start', of: 'calendar' },
  { pattern: '(?:the)? (?:beginning | start | outset | opening) of', modifier: 'start', of: 'calendar' },
  { pattern: '(?:the)? (?:early | first) (?:part | days | months) of', modifier: 'start', of: 'calendar' },
  { pattern: '(?:the)? (?:first | opening) half of', modifier: 'start', of: 'calendar' },
  { pattern: '(?:the)? (?:second | latter | last | final) half of', modifier: 'end', of: 'calendar' },
  { pattern: '(?:the)? mid -?', modifier: 'mid', of: 'calendar' },
  { pattern: '(?:the)? middle of', modifier: 'mid', of: 'calendar' },
  { pattern: '(?:the)? (?:very)? late (?: - | in)?', modifier: 'end', of: 'calendar' },
  { pattern: '(?:the)? (?:end | close) of', modifier: 'end', of: 'calendar' },
  { pattern: 'earlier', modifier: 'before', of: 'calendar' },
  { pattern: 'later', modifier: 'after', of: 'calendar' },
  { pattern: 'sometime', modifier: null, of: 'calendar' },
  { pattern: '(?:about | around | roughly | approximately | circa)', modifier: 'approx', of: 'amount' },
  { pattern: '(?:nearly | almost | just under | less than | under | fewer than)', modifier: 'less_than', of: 'amount' },
  { pattern: '(?:well)? (?:more than | over)', modifier: 'more_than', of: 'amount' },
  { pattern: 'just over', modifier: 'more_than', of: 'amount' },
  { pattern: '(?:at least | no less than | no fewer than)', modifier: 'equal_or_more', of: 'amount' },
  { pattern: '(?:up to | at most | no more than | no longer than)', modifier: 'equal_or_less', of: 'amount' },
]
