import nlp from 'compromise'
import type { Peer } from '../peers.ts'

interface Term {
  tags: string[]
  post: string
  offset: { start: number; length: number }
}

/** People, places and organizations, without titles and possessives; at a comma one ends and another begins. */
export const compromise: Peer = async function* (gold) {
  for (const { text } of gold) {
    const doc = nlp(text)
    const spansOf = (view: { json(options: object): unknown }, type: string) =>
      (view.json({ offset: true, terms: { tags: true, offset: true } }) as { terms: Term[] }[]).flatMap(({ terms }) => {
        const parts: Term[][] = [[]]
        for (const term of terms) {
          if (parts.at(-1)!.length > 0 || !term.tags.some((tag) => tag === 'Honorific' || tag === 'Actor'))
            parts.at(-1)!.push(term)
          if (term.post.includes(',')) parts.push([])
        }
        return parts.flatMap((part) => {
          const [first, last] = [part[0], part.at(-1)]
          if (!first || !last) return []
          const [start, end] = [first.offset.start, last.offset.start + last.offset.length]
          return [{ start, end: end - (/['’]s?$/.exec(text.slice(start, end))?.[0].length ?? 0), type }]
        })
      })
    const entities = [
      ...spansOf(doc.people(), 'person'),
      ...spansOf(doc.places(), 'location'),
      ...spansOf(doc.organizations(), 'organization'),
    ]
    yield { entities: entities.filter(({ start, end }) => start < end && end <= text.length) }
  }
}
