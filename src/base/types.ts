// The names of types, without zod: extracting needs none.

/**
 * The types of entities that nutgraf knows without rule sets.
 *
 * @example
 * import { coreTypes } from 'nutgraf/schema'
 *
 * console.log(coreTypes.slice(0, 3).join()) // person,organization,group
 */
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

/**
 * Modifiers of a date expression: TIMEX3 `mod` (ISO-TimeML), in small letters.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { modifiers } from 'nutgraf/schema'
 *
 * const [date] = extract('It began in early 2023.').dates
 * console.log(date?.modifier, modifiers.length) // start 12
 */
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

/**
 * The types of locations: areas from the largest to the smallest, then waters, landforms and other places.
 *
 * @example
 * import { locationTypes } from 'nutgraf/schema'
 *
 * console.log(locationTypes[1]) // country
 */
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

/**
 * The lists of a story, each a layer that can be asked for by itself.
 *
 * @example
 * import { layers } from 'nutgraf/schema'
 *
 * console.log(layers.join()) // entities,dates,locations,events,topics
 */
export const layers = ['entities', 'dates', 'locations', 'events', 'topics'] as const

/**
 * The name of a list of a story, as the option `layers` has it.
 *
 * @example
 * import { extract, type Layer } from 'nutgraf'
 *
 * const count = (text: string, layer: Layer) => extract(text, { layers: [layer] })[layer].length
 * console.log(count('Talks begin in Cairo on Friday.', 'locations')) // 1
 */
export type Layer = (typeof layers)[number]

/**
 * The types of events.
 *
 * @example
 * import { eventTypes } from 'nutgraf/schema'
 *
 * console.log(eventTypes.includes('summit')) // true
 */
export const eventTypes = ['visit', 'meeting', 'call', 'summit', 'signing', 'vote', 'statement'] as const

export type EventType = (typeof eventTypes)[number]

/** How an event stands, seen from the story. Weights number them in this order. */
export const eventStatuses = ['planned', 'ongoing', 'held', 'cancelled'] as const

/** How a topic stands. Weights number them in this order. */
export const topicStatuses = ['planned', 'discussed', 'agreed', 'refused'] as const

/** Events that go on for days; the others are over within one. */
export const severalDays: ReadonlySet<EventType> = new Set(['visit', 'summit'])

/**
 * Parts of speech of Universal Dependencies.
 *
 * @example
 * import { universalTags } from 'nutgraf/schema'
 *
 * console.log(universalTags.length) // 17
 * @see https://universaldependencies.org/u/pos/
 */
export const universalTags = [
  ...(['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM'] as const),
  ...(['PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'] as const),
] as const
