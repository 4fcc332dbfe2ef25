import type { Story } from '../base/story.ts'
import { type About, titleOf } from './about.ts'
import { codePointOffsets } from './code-points.ts'
import { type MentionOf, namesAndDates } from './mentions.ts'

/**
 * A document for displaCy's manual mode: `displacy.render(doc, style="ent", manual=True)`.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type DisplacyDocument, toDisplacy } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const labels = ({ ents }: DisplacyDocument) => ents.map(({ label }) => label)
 * console.log(labels(toDisplacy(extract(text), text)).join()) // PERSON,GPE,DATE
 */
export interface DisplacyDocument {
  text: string
  /** In order of `start`, none over another; offsets are code points, as Python counts. */
  ents: { start: number; end: number; label: string }[]
  title: string
}

/** spaCy's names, after OntoNotes 5, which displaCy has colours for. */
const labels = new Map(
  Object.entries({
    ...{ person: 'PERSON', organization: 'ORG', group: 'NORP', facility: 'FAC', event: 'EVENT', work: 'WORK_OF_ART' },
    ...{ product: 'PRODUCT', law: 'LAW', money: 'MONEY', percent: 'PERCENT', quantity: 'QUANTITY' },
  }),
)
const geopolitical = new Set(['country', 'state', 'city', 'district'])

/**
 * Names and dates as spaCy's displaCy draws them. Events and topics lie over names, which displaCy can't draw, and are
 * left out; a type of a rule set is written in capitals.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toDisplacy } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * console.log(toDisplacy(extract(text), text).ents[0]) // { start: 0, end: 13, label: 'PERSON' }
 * @see https://spacy.io/usage/visualizers#manual-usage
 */
export function toDisplacy(story: Story<string>, text: string, about: About = {}): DisplacyDocument {
  const points = codePointOffsets(text)
  return {
    text,
    ents: namesAndDates(story, text).map((mention) => ({
      start: points(mention.start),
      end: points(mention.end),
      label: labelOf(mention),
    })),
    title: titleOf(text, about),
  }
}

function labelOf({ layer, type }: MentionOf): string {
  if (layer === 'date') return type === 'time' ? 'TIME' : 'DATE'
  if (layer === 'location') return geopolitical.has(type) ? 'GPE' : 'LOC'
  return labels.get(type) ?? type.toUpperCase()
}
