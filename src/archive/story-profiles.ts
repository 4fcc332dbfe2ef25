import type { Story } from '../base/story.ts'
import type { EntityProfile, EventProfile } from './profile.ts'

/** What a story says of each entity that is linked, by its id in the story (`e1`); amounts are left out. */
export function profilesOf(_story: Story<string>, _text: string): Map<string, EntityProfile> {
  return new Map()
}

/** Archive-wide ids of a story's entities and places, by their ids in the story. */
export interface Ids {
  entities: ReadonlyMap<string, number>
  places: ReadonlyMap<string, number>
}

/** What a story says of each of its events, by its id in the story (`v1`). */
export function eventProfilesOf(_story: Story<string>, _text: string, _ids: Ids): Map<string, EventProfile> {
  return new Map()
}
