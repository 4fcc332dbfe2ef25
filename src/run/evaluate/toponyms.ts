import { NutgrafError } from '../../base/error.ts'
import type { Gold } from './schema.ts'
import { readXml } from './xml.ts'

/** What is read of an article, and of a toponym in it: the content of elements, by their names. */
type Fields = Record<string, string>

/**
 * The articles of LGL and GeoVirus as they are published: XML of `<article>`s, each with its `<text>` and its toponyms, a
 * `<toponym>` or `<location>` with `<start>`, `<end>`, its words (`<phrase>`, `<name>`) and, where it is placed, `<lat>` and
 * `<lon>`. Where offsets do not fit the words, as they do in some, the words that are nearest to them are meant.
 *
 * @throws NutgrafError `invalid-input` where it is no well-formed XML, has no article, or an article no text
 * @see Lieberman et al., Geotagging with local lexicons (2010); Gritta et al., Which Melbourne? (2018)
 */
export function readGoldToponyms(content: string, file: string): Gold[] {
  const documents: Gold[] = []
  let article: Fields = {}
  let toponyms: Fields[] = []
  let toponym: Fields | undefined
  readXml(content, file, 'articles of LGL or GeoVirus', {
    open(name, { docid }) {
      if (name === 'article') {
        article = docid === undefined ? {} : { docid }
        toponyms = []
      }
      if (name === 'toponym' || name === 'location') toponym = {}
    },
    close(name, words) {
      if (name === 'toponym' || name === 'location') {
        toponyms.push(toponym!)
        toponym = undefined
        // Of a gazetteer's entry for it, the name is not the words.
      } else if (toponym) toponym[name] ??= words
      else article[name] ??= words
      if (name !== 'article') return
      const id = article.docid ?? String(documents.length + 1)
      const { text } = article
      if (text === undefined) throw new NutgrafError('invalid-input', file, `expected a text in the article ${id}`)
      documents.push({
        id,
        text,
        published: /^\d{4}-\d\d-\d\d/.exec(article.dltime ?? '')?.[0] ?? null,
        locations: toponyms.flatMap((one) => locationOf(one, text)),
      })
    },
  })
  if (documents.length === 0) throw new NutgrafError('invalid-input', file, 'expected articles, got none')
  return documents
}

function locationOf({ phrase, name = '', start, end, lat, lon }: Fields, text: string) {
  const words = phrase ?? name
  const given = { start: Number(start), end: Number(end) }
  const place = text.slice(given.start, given.end) === words ? given : nearest(text, words, given.start)
  return place ? [{ ...place, ...(lat && lon && { lat: Number(lat), lon: Number(lon) }) }] : []
}

function nearest(text: string, words: string, to: number): { start: number; end: number } | undefined {
  if (words === '') return undefined
  const [before, behind] = [text.lastIndexOf(words, to), text.indexOf(words, to)]
  const start = before < 0 || (behind >= 0 && behind - to < to - before) ? behind : before
  return start < 0 ? undefined : { start, end: start + words.length }
}
