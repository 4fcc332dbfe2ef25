import type {
  CreativeWork,
  Event as EventThing,
  Legislation,
  MonetaryAmount,
  NewsArticle,
  Organization,
  Person,
  Place,
  Product,
  QuantitativeValue,
  Thing,
  ThingLeaf,
  WithContext,
} from 'schema-dts'
import type { DateExpression, Entity, Event, Location, Story, Topic } from '../base/story.ts'
import { type About, addressOf } from './about.ts'
import { byId } from './by-id.ts'
import { eventDays } from './event-days.ts'
import { identifiersOf, mediaTopic } from './identifiers.ts'

/**
 * A thing of schema.org by its type, with the properties that the story knows.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type JsonLdThing, toJsonLd } from 'nutgraf/formats'
 *
 * const line = (thing: JsonLdThing) => `${thing['@type']} ${thing.name}`
 * console.log(toJsonLd(extract('Talks were held in Dhaka.')).mentions.map(line).join()) // City Dhaka
 * @see https://schema.org/Thing
 */
export interface JsonLdThing {
  '@type': string
  '@id': string
  name: string
  [property: string]: unknown
}

/**
 * A story as a `NewsArticle` of schema.org.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type JsonLdArticle, toJsonLd } from 'nutgraf/formats'
 *
 * const line = ({ about, mentions }: JsonLdArticle) => `${about.length} ${mentions.length}`
 * console.log(line(toJsonLd(extract('Sergey Lavrov will visit Dhaka on September 7.')))) // 1 2
 * @see https://schema.org/NewsArticle
 */
export interface JsonLdArticle {
  '@context': 'https://schema.org'
  '@type': 'NewsArticle'
  '@id'?: string
  url?: string
  headline?: string
  inLanguage: 'en'
  datePublished?: string
  about: readonly JsonLdThing[]
  mentions: readonly JsonLdThing[]
}

/**
 * The story as a schema.org `NewsArticle`: `about` its topics and events, `mentions` its entities and locations, tied to
 * one another by `@id`. In a page, write it with {@link formatStory}, which keeps a `</script>` in the text from ending
 * the element.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toJsonLd } from 'nutgraf/formats'
 *
 * const article = toJsonLd(extract('Talks were held in Dhaka.'), { title: 'Talks' })
 * console.log(article['@type'], article.headline) // NewsArticle Talks
 * @see https://schema.org/NewsArticle
 */
export function toJsonLd(story: Story<string>, about: About = {}): JsonLdArticle {
  const datesOf = byId(story.dates)
  const url = addressOf(about)
  const article: WithContext<NewsArticle> = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url !== undefined && { '@id': url, url }),
    ...(about.title && { headline: about.title }),
    inLanguage: 'en',
    ...(story.published !== null && { datePublished: story.published }),
    about: [...story.topics.map(topicOf), ...story.events.map((event) => eventOf(event, datesOf(event.dates)))],
    mentions: [...story.entities.map(entityOf), ...story.locations.map(placeOf)],
  }
  // The types that it is checked by here are a megabyte, which no user of the library needs.
  return article as JsonLdArticle
}

const reference = (id: string) => ({ '@id': `#${id}` })
const some = <Key extends string, T>(key: Key, list: readonly T[]) =>
  (list.length > 0 ? { [key]: list } : {}) as Partial<Record<Key, readonly T[]>>

const sharedOf = (entity: Entity<string>) => ({
  '@id': `#${entity.id}`,
  name: entity.name,
  ...some('alternateName', entity.aliases),
  ...some('sameAs', identifiersOf(entity)),
})

// One type of schema.org at a time, and lists made before: the compiler takes a minute to compare with all there are.
const writers = new Map<string, (entity: Entity<string>) => Thing>(
  Object.entries({
    person: personOf,
    organization: (entity): Organization => ({ '@type': 'Organization', ...sharedOf(entity) }),
    facility: (entity): Place => ({ '@type': 'Place', ...sharedOf(entity) }),
    event: (entity): EventThing => ({ '@type': 'Event', ...sharedOf(entity) }),
    work: (entity): CreativeWork => ({ '@type': 'CreativeWork', ...sharedOf(entity) }),
    product: (entity): Product => ({ '@type': 'Product', ...sharedOf(entity) }),
    law: (entity): Legislation => ({ '@type': 'Legislation', ...sharedOf(entity) }),
    money: (entity): MonetaryAmount => ({
      '@type': 'MonetaryAmount',
      ...sharedOf(entity),
      ...(entity.value && { value: entity.value.amount, currency: entity.value.unit }),
    }),
    percent: quantityOf,
    quantity: quantityOf,
  }),
)

function personOf(entity: Entity<string>): Person {
  const titles = some('jobTitle', entity.titles)
  return { '@type': 'Person', ...sharedOf(entity), ...titles }
}

function quantityOf(entity: Entity<string>): QuantitativeValue {
  const { value } = entity
  return {
    '@type': 'QuantitativeValue',
    ...sharedOf(entity),
    ...(value && { value: value.amount, unitText: value.unit }),
  }
}

const entityOf = (entity: Entity<string>): Thing =>
  writers.get(entity.type)?.(entity) ?? thing({ ...sharedOf(entity), disambiguatingDescription: entity.type })

/** What schema.org has no narrower type for. */
const thing = (properties: Omit<ThingLeaf, '@type'>): ThingLeaf => ({ '@type': 'Thing', ...properties })

const placeTypes = {
  continent: 'Continent',
  country: 'Country',
  region: 'AdministrativeArea',
  state: 'AdministrativeArea',
  city: 'City',
  district: 'AdministrativeArea',
  water: 'BodyOfWater',
  landform: 'Landform',
  place: 'Place',
} as const satisfies Record<Location['type'], string>

function placeOf(location: Location): Place {
  const { id, type, name, country, admin, coordinates, within } = location
  const same = some('sameAs', identifiersOf(location))
  return {
    // All of them are kinds of Place; the union of them is more than the compiler represents.
    '@type': placeTypes[type] as 'Place',
    '@id': `#${id}`,
    name,
    ...same,
    ...(coordinates && { geo: { '@type': 'GeoCoordinates', latitude: coordinates.lat, longitude: coordinates.lon } }),
    ...(within !== null && { containedInPlace: { '@id': `#${within}` } }),
    ...(country !== null &&
      type !== 'country' && {
        address: { '@type': 'PostalAddress', addressCountry: country, ...(admin !== null && { addressRegion: admin }) },
      }),
  }
}

function eventOf(event: Event, dates: readonly DateExpression[]): EventThing {
  const { id, name, type, status, participants, locations, topics } = event
  const { first, last } = eventDays(dates)
  const references = {
    ...some('attendee', participants.map(reference)),
    ...some('location', locations.map(reference)),
    ...some('about', topics.map(reference)),
  }
  return {
    '@type': 'Event',
    '@id': `#${id}`,
    name,
    disambiguatingDescription: type,
    ...(first !== null && { startDate: first }),
    ...(last !== null && { endDate: last }),
    eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    ...references,
  }
}

function topicOf({ id, label, category, status }: Topic): Thing {
  const code = category ? mediaTopic(category.code) : undefined
  return thing({
    '@id': `#${id}`,
    name: label,
    disambiguatingDescription: `topic, ${status}`,
    ...(code !== undefined && { additionalType: code }),
    ...(category && { description: category.name }),
  })
}
