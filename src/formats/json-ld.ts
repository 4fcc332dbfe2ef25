import type { Event as EventThing, NewsArticle, Place, Thing, WithContext } from 'schema-dts'
import type { Entity, Event, Location, Story, Topic } from '../story.ts'
import { type About, titleOf } from './about.ts'
import { eventDays } from './event-days.ts'
import { identifiersOf, mediaTopic } from './identifiers.ts'

/**
 * The story as a schema.org `NewsArticle`: `about` its topics and events, `mentions` its entities and locations, tied to
 * one another by `@id`. In a page, write it with {@link formatStory}, which keeps a `</script>` in the text from ending
 * the element.
 *
 * @see https://schema.org/NewsArticle
 */
export function toJsonLd(story: Story<string>, text: string, about: About = {}): WithContext<NewsArticle> {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(about.url !== undefined && { '@id': about.url, url: about.url }),
    headline: titleOf(text, about),
    inLanguage: 'en',
    ...(story.published !== null && { datePublished: story.published }),
    about: [...story.topics.map(topicOf), ...story.events.map((event) => eventOf(event, story))],
    mentions: [...story.entities.map(entityOf), ...story.locations.map(placeOf)],
  }
}

const reference = (id: string) => ({ '@id': `#${id}` })
const some = <Key extends string, T>(key: Key, list: readonly T[]) =>
  (list.length > 0 ? { [key]: list } : {}) as Partial<Record<Key, readonly T[]>>

function entityOf(entity: Entity<string>): Thing {
  const { id, type, name, aliases, titles, value } = entity
  const shared = {
    '@id': `#${id}`,
    name,
    ...some('alternateName', aliases),
    ...some('sameAs', identifiersOf(entity)),
  }
  switch (type) {
    case 'person':
      return { '@type': 'Person', ...shared, ...some('jobTitle', titles) }
    case 'organization':
      return { '@type': 'Organization', ...shared }
    case 'facility':
      return { '@type': 'Place', ...shared }
    case 'event':
      return { '@type': 'Event', ...shared }
    case 'work':
      return { '@type': 'CreativeWork', ...shared }
    case 'product':
      return { '@type': 'Product', ...shared }
    case 'law':
      return { '@type': 'Legislation', ...shared }
    case 'money':
      return { '@type': 'MonetaryAmount', ...shared, ...(value && { value: value.amount, currency: value.unit }) }
    case 'percent':
    case 'quantity':
      return { '@type': 'QuantitativeValue', ...shared, ...(value && { value: value.amount, unitText: value.unit }) }
    default:
      return { '@type': 'Thing', ...shared, disambiguatingDescription: type }
  }
}

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
  const { id, type, name, country, admin, coordinates } = location
  return {
    // All of them are kinds of Place; the union of them is more than the compiler represents.
    '@type': placeTypes[type] as 'Place',
    '@id': `#${id}`,
    name,
    ...some('sameAs', identifiersOf(location)),
    ...(coordinates && { geo: { '@type': 'GeoCoordinates', latitude: coordinates.lat, longitude: coordinates.lon } }),
    ...(country !== null &&
      type !== 'country' && {
        address: { '@type': 'PostalAddress', addressCountry: country, ...(admin !== null && { addressRegion: admin }) },
      }),
  }
}

function eventOf(event: Event, story: Story<string>): EventThing {
  const { id, name, type, status, participants, locations, topics } = event
  const { first, last } = eventDays(event, story)
  return {
    '@type': 'Event',
    '@id': `#${id}`,
    name,
    disambiguatingDescription: type,
    ...(first !== null && { startDate: first }),
    ...(last !== null && { endDate: last }),
    eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    ...some('attendee', participants.map(reference)),
    ...some('location', locations.map(reference)),
    ...some('about', topics.map(reference)),
  }
}

const topicOf = ({ id, label, category, status }: Topic): Thing => ({
  '@type': 'Thing',
  '@id': `#${id}`,
  name: label,
  disambiguatingDescription: `topic, ${status}`,
  ...(category && { additionalType: mediaTopic(category.code), description: category.name }),
})
