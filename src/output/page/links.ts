import type { Story } from '../../base/story.ts'
import { namesById } from '../names.ts'
import { daysInWords } from './days.ts'
import { escapeLine } from './escape.ts'

/** HTML of links to the cards of things by their ids, those of one name given once. */
export type Links = (ids: readonly string[]) => string

export function linksById(story: Story<string>): Links {
  const names = namesById(story, daysInWords)
  return (ids) => {
    const told = new Map<string, string>()
    for (const id of ids) for (const name of names([id])) if (!told.has(name)) told.set(name, id)
    return [...told].map(([name, id]) => `<a href="#${id}"><bdi>${escapeLine(name)}</bdi></a>`).join(', ')
  }
}
