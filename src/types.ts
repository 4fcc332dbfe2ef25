// The names of types, without zod: extracting needs none.

/** The types of entities that nutgraf knows without rule sets. */
export const coreTypes = [
  'person',
  'organization',
  'group',
  'facility',
  'event',
  'work',
  'product',
  'law',
  'misc',
  'money',
  'percent',
  'quantity',
] as const

/** Modifiers of a date expression: TIMEX3 `mod` (ISO-TimeML), in small letters. */
export const modifiers = [
  'approx',
  'start',
  'mid',
  'end',
  'before',
  'after',
  'more_than',
  'less_than',
  'on_or_before',
  'on_or_after',
  'equal_or_more',
  'equal_or_less',
] as const

/** The types of locations, from the largest to the smallest. */
export const locationTypes = [
  'continent',
  'country',
  'region',
  'state',
  'city',
  'district',
  'water',
  'landform',
  'place',
] as const

/** The types of events. */
export const eventTypes = ['visit', 'meeting', 'call', 'summit', 'signing', 'vote', 'statement'] as const
