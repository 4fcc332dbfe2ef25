// The names of types, without zod: extracting needs none.

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

export const eventTypes = ['visit', 'meeting', 'call', 'summit', 'signing', 'vote', 'statement'] as const
