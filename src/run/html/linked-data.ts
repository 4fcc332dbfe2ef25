import { parseLooseJson } from './loose-json.ts'

/** What a page says of its article in JSON-LD. */
export interface LinkedData {
  /** Days of publication as written: of articles; of pages, and when articles were made; of other things. */
  articleDays: string[]
  pageDays: string[]
  otherDays: string[]
  headline: string | null
  byline: string | null
  site: string | null
}

interface Thing {
  '@type'?: unknown
  '@value'?: unknown
  '@graph'?: unknown
  mainEntity?: unknown
  mainEntityOfPage?: unknown
  datePublished?: unknown
  dateCreated?: unknown
  headline?: unknown
  name?: unknown
  author?: unknown
  publisher?: unknown
}

/** Reads the JSON-LD scripts of a page. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap((script) => thingsIn(parseLooseJson(script)))
  const articles = things.filter((thing) => isOf(thing, article))
  const pages = things.filter((thing) => isOf(thing, page))
  const others = things.filter((thing) => !isOf(thing, article) && !isOf(thing, page))
  const daysOf = (some: Thing[]) => some.flatMap(({ datePublished }) => textsOf(datePublished))
  return {
    articleDays: daysOf(articles),
    pageDays: [...daysOf(pages), ...articles.flatMap(({ dateCreated }) => textsOf(dateCreated))],
    otherDays: daysOf(others),
    headline: articles.flatMap(({ headline, name }) => [...textsOf(headline), ...textsOf(name)])[0] ?? null,
    byline: articles.map(({ author }) => namesOf(author).join(', ')).find((names) => names !== '') ?? null,
    site: articles.flatMap(({ publisher }) => namesOf(publisher))[0] ?? null,
  }
}

/** The things of a script that are a page or on it: not its comments, parts and lists, which have days of their own. */
function thingsIn(data: unknown): Thing[] {
  const things: Thing[] = []
  const queue: unknown[] = [data]
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]
    if (Array.isArray(node)) for (const one of node) queue.push(one)
    else if (isThing(node)) {
      things.push(node)
      queue.push(node['@graph'], node.mainEntity, node.mainEntityOfPage)
    }
  }
  return things
}

const isThing = (node: unknown): node is Thing => typeof node === 'object' && node !== null && !Array.isArray(node)

const article = /Article|Posting|Report(?:age)?\b/
const page = /Page$/

const isOf = (thing: Thing, type: RegExp): boolean => textsOf(thing['@type']).some((one) => type.test(one))

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    const text = isThing(one) ? one['@value'] : one
    return typeof text === 'string' || typeof text === 'number' ? [String(text)] : []
  })
}

/** Names of people or organizations, written as such or as things. */
const namesOf = (value: unknown): string[] =>
  listOf(value)
    .flatMap((one) => textsOf(isThing(one) ? one.name : one))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^https?:/.test(name))
