import * as layers from '../src/api/layers.ts'
import { settleMentions, sightDates, sightNames } from '../src/api/mentions.ts'
import { openResources, type Resources } from '../src/api/resources.ts'
import { builtInRules } from '../src/rules/ruleset.ts'
import { blockSize } from './systems.ts'

/** The layers in their order, as `readStories` has them. */
const order = {
  document: layers.readText,
  dates: sightDates,
  names: sightNames,
  mentions: settleMentions,
  entities: layers.readEntities,
  locations: layers.readLocations,
  ids: layers.number,
  agenda: layers.readAgenda,
  events: layers.readEvents,
  topics: layers.readTopics,
  story: layers.wholeStory,
}
type Layer = (known: Resources, before: object) => object

const about = { published: '2023-08-30' }
const resources = openResources(builtInRules())

/** Milliseconds that each layer takes of reading stories in blocks. */
export function timeLayers(stories: readonly string[], timed: (run: () => void) => number): Record<string, number> {
  const times = Object.fromEntries(Object.keys(order).map((name) => [name, 0]))
  for (let from = 0; from < stories.length; from += blockSize) {
    let block: object[] = stories.slice(from, from + blockSize).map((text) => ({ text, about }))
    for (const [name, layer] of Object.entries(order))
      times[name]! += timed(() => {
        block = block.map((before) => ({ ...before, ...(layer as Layer)(resources, before) }))
      })
  }
  return times
}
