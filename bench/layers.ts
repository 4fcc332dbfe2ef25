import { readAgenda, readStory } from '../src/api/extract.ts'
import { openResources } from '../src/api/resources.ts'
import { findAmounts } from '../src/layers/amounts/amounts.ts'
import { findDates } from '../src/layers/dates/dates.ts'
import { findEntities } from '../src/layers/entities/entities.ts'
import { findEvents } from '../src/layers/events/events.ts'
import { findLocations } from '../src/layers/locations/locations.ts'
import { isPlaceIn } from '../src/layers/locations/nations.ts'
import { nameMentions } from '../src/layers/names/find-names.ts'
import { findTopics } from '../src/layers/topics/topics.ts'
import { openTrees } from '../src/syntax/sentence-tree.ts'
import type { Document } from '../src/text/document.ts'
import { readDocument } from '../src/text/read.ts'

const options = { published: '2023-08-30' }

/** Runs each layer over all stories, given what the layers before it found. The first three read the text. */
export function layersOver(stories: readonly string[]): Readonly<Record<string, () => void>> {
  const resources = openResources([])
  const { tagger, gazetteer, categoryOf, clusterOf } = resources
  const knowing = (doc: Document) => ({ tag: tagger, treeOf: openTrees(doc), isPlace: isPlaceIn(gazetteer) })
  const read = stories.map((text) => {
    const { doc, story } = readStory(resources, text, options)
    const amounts = findAmounts(doc)
    const names = nameMentions(doc, knowing(doc), amounts)
    return { doc, story, amounts, names }
  })
  const each = (run: (one: (typeof read)[number]) => unknown) => () => read.forEach(run)
  return {
    document: () => stories.forEach((text) => void readDocument(text, options)),
    dates: each(({ doc }) => findDates(doc)),
    names: each(({ doc, amounts }) => nameMentions(doc, knowing(doc), amounts)),
    entities: each(({ doc, names }) => findEntities(doc, names, findAmounts(doc))),
    locations: each(({ doc, names }) => findLocations(doc, gazetteer, names)),
    // A document keeps its parts of speech: the agenda's share of them is paid anew.
    agenda: each(({ doc: { text }, story }) => {
      const doc = readDocument(text, options)
      const agenda = readAgenda(resources, { doc, treeOf: openTrees(doc), story })
      const events = findEvents(doc, agenda)
      return findTopics(doc, { events, ...agenda }, categoryOf, clusterOf)
    }),
  }
}
