import type { Story } from '../../base/story.ts'
import { namesById } from '../names.ts'
import { escapeLine } from './escape.ts'

/** Links to the cards of things by their ids, those of one name given once. */
export function linksById(story: Story<string>): (ids: readonly string[]) => string {
  const names = namesById(story)
  return (ids) => {
    const told = new Map<string, string>()
    for (const id of ids) for (const name of names([id])) if (!told.has(name)) told.set(name, id)
    return [...told].map(([name, id]) => `<a href="#${id}"><bdi>${escapeLine(name)}</bdi></a>`).join(', ')
  }
}
