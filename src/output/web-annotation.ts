import type { Story } from '../base/story.ts'
import { type About, addressOf } from './about.ts'
import { codePointOffsets } from './code-points.ts'
import { identifiersOf, mediaTopic } from './identifiers.ts'
import { type MentionOf, mentionsOf } from './mentions.ts'

/**
 * An annotation of the W3C Web Annotation Data Model: one mention.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toWebAnnotation, type WebAnnotation } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const quote = ({ target }: WebAnnotation) => target.selector[0].exact
 * console.log(toWebAnnotation(extract(text), text).first.items.map(quote)[0]) // Sergey Lavrov
 */
export interface WebAnnotation {
  id: string
  type: 'Annotation'
  motivation: 'identifying' | 'classifying'
  body: (
    | { type: 'TextualBody'; purpose: 'tagging' | 'describing'; format: 'text/plain'; value: string }
    | { type: 'SpecificResource'; purpose: 'identifying' | 'classifying'; source: string }
  )[]
  target: {
    source: string
    selector: [
      { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string },
      { type: 'TextPositionSelector'; start: number; end: number },
    ]
  }
}

/**
 * All annotations of a text, on one page.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toWebAnnotation, type WebAnnotationCollection } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const size = ({ total }: WebAnnotationCollection) => total
 * console.log(size(toWebAnnotation(extract(text), text))) // 4
 */
export interface WebAnnotationCollection {
  '@context': 'http://www.w3.org/ns/anno.jsonld'
  id: string
  type: 'AnnotationCollection'
  /** What the story was read with. */
  generator: { type: 'Software'; name: string }
  total: number
  first: { id: string; type: 'AnnotationPage'; startIndex: 0; items: WebAnnotation[] }
}

/** Code units of context on each side of a quote. */
const context = 32

/**
 * Every mention as an annotation with a quote and a position. Positions are Unicode code points, as the model says
 * (https://www.w3.org/TR/annotation-model/#text-position-selector); the quote is the text as it stands. `about.url` is
 * the annotated page, `urn:nutgraf:text` where none is given.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toWebAnnotation } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const { first } = toWebAnnotation(extract(text), text, { url: 'https://example.org/lavrov' })
 * console.log(first.items[0]?.target.source) // https://example.org/lavrov
 * @see https://www.w3.org/TR/annotation-model/
 */
export function toWebAnnotation(story: Story<string>, text: string, about: About = {}): WebAnnotationCollection {
  const source = addressOf(about) ?? 'urn:nutgraf:text'
  const points = codePointOffsets(text)
  const items = mentionsOf(story, text).map((mention): WebAnnotation => {
    const { start, end, item, nth, layer } = mention
    return {
      id: `${source}#${item.id}-${nth + 1}`,
      type: 'Annotation',
      motivation: layer === 'topic' ? 'classifying' : 'identifying',
      body: bodyOf(mention),
      target: {
        source,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(whole(text, Math.max(0, start - context)), start),
            suffix: text.slice(end, whole(text, end + context)),
          },
          { type: 'TextPositionSelector', start: points(start), end: points(end) },
        ],
      },
    }
  })
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${source}#annotations`,
    type: 'AnnotationCollection',
    generator: { type: 'Software', name: story.version },
    total: items.length,
    first: { id: `${source}#page-1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

function bodyOf(mention: MentionOf): WebAnnotation['body'] {
  const { layer, item, type, name } = mention
  const links = layer === 'entity' || layer === 'location' ? identifiersOf(item) : []
  const category = layer === 'topic' && item.category ? mediaTopic(item.category.code) : undefined
  return [
    { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: type },
    { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: name },
    ...links.map((source) => ({ type: 'SpecificResource', purpose: 'identifying', source }) as const),
    ...(category === undefined
      ? []
      : [{ type: 'SpecificResource', purpose: 'classifying', source: category } as const]),
  ]
}

/** An offset that does not lie within a surrogate pair. */
const whole = (text: string, at: number) => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at)
