import { findAgenda } from '../src/agenda/agenda.ts'
import { participantsOf, typedSpans } from '../src/assemble.ts'
import { findDates } from '../src/dates/dates.ts'
import { readDocument } from '../src/document/read.ts'
import { findAmounts } from '../src/entities/amounts.ts'
import { findEntities } from '../src/entities/entities.ts'
import { nameMentions } from '../src/entities/mentions.ts'
import { readStory } from '../src/extract.ts'
import { openKnowledge } from '../src/knowledge.ts'
import { findLocations } from '../src/locations/locations.ts'
import { isPlaceIn } from '../src/locations/nations.ts'

const options = { published: '2023-08-30' }

/** Runs each layer over all stories, given what the layers before it found. The first three read the text. */
export function layersOver(stories: readonly string[]): Readonly<Record<string, () => void>> {
  const knowledge = openKnowledge([])
  const { tagger, rules, gazetteer, categoryOf, clusterOf } = knowledge
  const knows = { tag: tagger, isPlace: isPlaceIn(gazetteer) }
  const read = stories.map((text) => {
    const { doc, story } = readStory(knowledge, text, options)
    const amounts = findAmounts(doc)
    const names = nameMentions(doc, knows, amounts)
    return { doc, story, amounts, names, spans: typedSpans(story), found: participantsOf(story) }
  })
  const each = (run: (one: (typeof read)[number]) => unknown) => () => read.forEach(run)
  return {
    document: () => stories.forEach((text) => void readDocument(text, options)),
    dates: each(({ doc }) => findDates(doc)),
    names: each(({ doc, amounts }) => nameMentions(doc, knows, amounts)),
    entities: each(({ doc, names, story }) => findEntities(doc, names, findAmounts(doc), story.dates)),
    locations: each(({ doc, names }) => findLocations(doc, gazetteer, names)),
    // A document keeps its parts of speech: the agenda's share of them is paid anew.
    agenda: each(({ doc, spans, found }) =>
      findAgenda(readDocument(doc.text, options), rules.agenda, spans, found, categoryOf, clusterOf),
    ),
  }
}
