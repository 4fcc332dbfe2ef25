import type { Document } from '../document/document.ts'
import type { Span } from '../span.ts'
import { byPosition, keepLongest } from '../span.ts'
import type { RuleSet } from './define.ts'
import { matchAll, type TypedSpan, tagOf, wordsOf } from './match.ts'
import type { CompiledRule } from './ruleset.ts'
import { isEventType, roles } from './schema.ts'

interface Typed extends Span {
  type: string
}

export interface UserName extends Typed {
  source: string
  confidence: number
  name?: string
}

interface UserPlace {
  place: {
    name: string
    type: NonNullable<RuleSet['places']>[number]['type']
    country: string | null
    admin: null
    lat: number | null
    lon: number | null
    geonames: number | null
    wikidata?: string
    population: number
    capital: boolean
  }
  aliases: readonly string[]
}

interface Phrase {
  words: readonly string[]
  type: string
  source: string
  name: string
}

/** The names, places and dates of the user's rule sets, indexed by their first word. */
export interface UserNames {
  phrases: ReadonlyMap<string, readonly Phrase[]>
  places: readonly UserPlace[]
  dates: readonly { name: string; value: string; source: string }[]
  categories: NonNullable<RuleSet['categories']>
}

const wordPattern = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu
const wordsIn = (text: string) => text.match(wordPattern) ?? []

export function openUserNames(sets: readonly RuleSet[]): UserNames {
  const phrases = new Map<string, Phrase[]>()
  const add = (form: string, type: string, source: string, name: string) => {
    const words = wordsIn(form)
    const first = words[0]
    if (first === undefined) return
    const list = phrases.get(first)
    if (list) list.push({ words, type, source, name })
    else phrases.set(first, [{ words, type, source, name }])
  }
  for (const set of sets) {
    for (const [type, names] of Object.entries(set.names ?? {}))
      for (const [name, aliases] of Object.entries(names ?? {}))
        for (const form of [name, ...aliases]) add(form, type, `${set.name}/names`, name)
    for (const place of set.places ?? [])
      for (const form of [place.name, ...(place.aliases ?? [])]) add(form, 'location', `${set.name}/places`, place.name)
    for (const name of set.ignore ?? []) add(name, 'ignore', `${set.name}/ignore`, name)
  }
  const places = sets.flatMap((set) =>
    (set.places ?? []).map(({ name, type, country, coordinates, geonames, wikidata, aliases }) => ({
      place: {
        name,
        type,
        country: country ?? null,
        admin: null,
        lat: coordinates?.lat ?? null,
        lon: coordinates?.lon ?? null,
        geonames: geonames ?? null,
        ...(wikidata !== undefined && { wikidata }),
        population: 0,
        capital: false,
      },
      aliases: aliases ?? [],
    })),
  )
  const dates = sets.flatMap((set) =>
    Object.entries(set.dates ?? {}).map(([name, value]) => ({ name, value, source: `${set.name}/dates` })),
  )
  return { phrases, places, dates, categories: sets.flatMap(({ categories }) => categories ?? []) }
}

/** What the user's phrase lists and rules with an entity type as group find. */
export function findUserNames(
  doc: Document,
  user: UserNames,
  rules: readonly CompiledRule[],
  known: { names: readonly Typed[]; dates: readonly Span[] },
): UserName[] {
  const found: UserName[] = []
  if (user.phrases.size > 0) {
    const words = [...doc.text.matchAll(wordPattern)]
    words.forEach((word, i) => {
      for (const phrase of user.phrases.get(word[0]) ?? []) {
        if (!phrase.words.every((part, j) => words[i + j]?.[0] === part)) continue
        const last = words[i + phrase.words.length - 1]!
        found.push({
          start: word.index,
          end: last.index + last[0].length,
          type: phrase.type,
          source: phrase.source,
          confidence: 1,
          name: phrase.name,
        })
      }
    })
  }
  const typing = rules.filter(({ user: own, pattern }) => own && pattern.groups.some(isEntityType))
  if (typing.length === 0) return keepLongest(found)
  const spans = [...[...known.names, ...found].map(tagged), ...known.dates.map((date) => ({ ...date, tag: 'Date' }))]
  spans.sort(byPosition)
  let from = 0
  for (const sentence of doc.sentences) {
    while (from < spans.length && spans[from]!.start < sentence.start) from++
    let to = from
    while (to < spans.length && spans[to]!.end <= sentence.end) to++
    const words = wordsOf(doc, sentence, spans.slice(from, to))
    for (const { pattern, source } of typing)
      for (const { groups } of matchAll(pattern, words))
        for (const [group, span] of Object.entries(groups))
          if (isEntityType(group)) found.push({ ...span, type: group, source, confidence: 0.9 })
  }
  return keepLongest(found)
}

const tagged = ({ start, end, type }: Typed): TypedSpan => ({ start, end, tag: tagOf(type) })

const isEntityType = (group: string) =>
  !isEventType(group) && group !== 'topic' && !(roles as readonly string[]).includes(group) && !/^\d+$/.test(group)
