import type { ArchiveEvent, ArchiveStory, EntityRef, PlaceRef, Quotation } from '../../archive/questions.ts'
import { type Content, html, type Markup } from '../markup.ts'

/** Names of a list in a sentence; more than these are counted. */
const mostNamed = 4

const isPerson = ({ type }: { type: string }) => type === 'person'

export const entityPath = (entity: Pick<EntityRef, 'id' | 'type'>): string =>
  `/${isPerson(entity) ? 'person' : 'entity'}/${entity.id}`
export const eventPath = ({ id }: { id: number }): string => `/event/${id}`
export const placePath = ({ id }: { id: number }): string => `/place/${id}`
export const dayPath = (day: string): string => `/day/${day.slice(0, 10)}`

/** Leads to where a story says it. Browsers that can't search for the words show the beginning of the story. */
export const quotationPath = ({ story, text }: Quotation): string =>
  `/story/${story}#:~:text=${encodeURIComponent(
    text
      .split(/[\r\n]/)[0]!
      .slice(0, 300)
      .trim(),
  ).replaceAll('-', '%2D')}`

export const entityLink = (entity: EntityRef): Markup =>
  html`<a href="${entityPath(entity)}"><bdi>${entity.name}</bdi></a>`
export const placeLink = (place: Pick<PlaceRef, 'id' | 'name'>): Markup =>
  html`<a href="${placePath(place)}"><bdi>${place.name}</bdi></a>`
export const storyLink = (story: Pick<ArchiveStory, 'id' | 'headline'>): Markup =>
  html`<a href="/story/${story.id}"><bdi>${story.headline}</bdi></a>`

/** Who takes part: people and organizations, then places that act. */
export const partiesOf = ({ participants, parties }: ArchiveEvent): Markup[] => [
  ...participants.map(entityLink),
  ...parties.map(placeLink),
]

/** `Sergey Lavrov and AK Abdul Momen: talks`, for a list that has no other words for it. */
export function nameOfEvent({ participants, parties, name }: ArchiveEvent): string {
  const names = [...participants, ...parties].map(({ name }) => name)
  if (names.length === 0) return capital(name)
  const shown =
    names.length > mostNamed ? [...names.slice(0, mostNamed - 1), `${names.length - mostNamed + 1} more`] : names
  const last = shown.pop()!
  return `${shown.length > 0 ? `${shown.join(', ')} and ` : ''}${last}: ${name}`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `1 story`, `1,204 stories`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
export const stories = (count: number): string => counted(count, 'story', 'stories')

export const list = (items: readonly Content[], kind = ''): Content =>
  items.length > 0 && html`<ul${kind && html` class="${kind}"`}>${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`
