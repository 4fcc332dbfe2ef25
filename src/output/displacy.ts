import type { Story } from '../base/story.ts'
import type { Syntax, SyntaxSentence } from '../base/syntax.ts'
import { type About, titleOf } from './about.ts'
import { codePointOffsets } from './code-points.ts'
import { fitText } from './fit.ts'
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

/**
 * A sentence for displaCy's manual mode: `displacy.render(sentences, style="dep", manual=True)`.
 *
 * @example
 * import { type DisplacyTree, toDisplacyTrees } from 'nutgraf/formats'
 * import { readSyntax } from 'nutgraf/syntax'
 *
 * const labels = ({ arcs }: DisplacyTree) => arcs.map(({ label, dir }) => `${label} ${dir}`)
 * console.log(toDisplacyTrees(readSyntax('They met.')).map(labels).join()) // nsubj left,punct right
 */
export interface DisplacyTree {
  /** Words with the part of speech of Universal Dependencies. */
  words: { text: string; tag: string; lemma: string }[]
  /** From left to right; an arrow points at the dependent, at its `start` where it goes to the left. */
  arcs: { start: number; end: number; label: string; dir: 'left' | 'right' }[]
  settings: { lang: string; direction: 'ltr' }
}

/**
 * The tree of each sentence as spaCy's displaCy draws it, relations as spaCy names them.
 *
 * @example
 * import { toDisplacyTrees } from 'nutgraf/formats'
 * import { readSyntax } from 'nutgraf/syntax'
 *
 * console.log(toDisplacyTrees(readSyntax('They met.'))[0]?.arcs[0]) // { start: 0, end: 1, label: 'nsubj', dir: 'left' }
 * @see https://spacy.io/usage/visualizers#manual-usage
 */
export function toDisplacyTrees(syntax: Syntax): DisplacyTree[] {
  return syntax.sentences.map(treeOf)
}

const treeOf = ({ tokens }: SyntaxSentence): DisplacyTree => ({
  words: tokens.map(({ text, pos, lemma }) => ({ text: fitText(text), tag: pos, lemma: fitText(lemma) })),
  arcs: tokens.flatMap(({ head, relation }, i) => {
    if (head === i) return []
    const dir = head > i ? ('left' as const) : ('right' as const)
    return [{ start: Math.min(head, i), end: Math.max(head, i), label: relation, dir }]
  }),
  settings: { lang: 'en', direction: 'ltr' },
})
