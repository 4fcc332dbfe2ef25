import type { Document, Sentence } from '../document/document.ts'
import type { Span } from '../span.ts'
import { byPosition } from '../span.ts'
import type { RuleSet } from './define.ts'
import { isEntityGroup } from './groups.ts'
import { matchAll, type TypedSpan, tagOf, wordsOf } from './match.ts'
import type { RuleIndex } from './rule-index.ts'

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
  type: string
  source: string
  /** What the entity is called, where the form is an alias. */
  name?: string
}

/** Phrases by their words, and how many words those have that begin with a word: the cost does not grow with the list. */
interface PhraseList {
  byWords: ReadonlyMap<string, readonly Phrase[]>
  lengths: ReadonlyMap<string, readonly number[]>
}

/** The names, places and dates of the user's rule sets, indexed by their first word. */
export interface UserNames {
  /** A list for each set that has names. */
  phrases: readonly PhraseList[]
  places: readonly UserPlace[]
  dates: readonly { name: string; value: string; source: string }[]
  categories: NonNullable<RuleSet['categories']>
}

const wordPattern = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu
const wordsIn = (text: string) => text.match(wordPattern) ?? []

const phrasesOfSet = new WeakMap<RuleSet, PhraseList>()

/** Indexed once for a set, however many extractors share it. */
function phrasesOf(set: RuleSet): PhraseList {
  const known = phrasesOfSet.get(set)
  if (known) return known
  const byWords = new Map<string, Phrase[]>()
  const lengths = new Map<string, number[]>()
  const add = (form: string, type: string, source: string, name: string) => {
    const words = wordsIn(form)
    const key = words.join(' ')
    const list = byWords.get(key)
    if (list) list.push({ type, source, name })
    else byWords.set(key, [{ type, source, name }])
    const counts = lengths.get(words[0]!)
    if (!counts) lengths.set(words[0]!, [words.length])
    else if (!counts.includes(words.length)) counts.push(words.length)
  }
  for (const [type, names] of Object.entries(set.names ?? {}))
    for (const [name, aliases] of Object.entries(names ?? {}))
      for (const form of [name, ...aliases]) add(form, type, `${set.name}/names`, name)
  for (const place of set.places ?? [])
    for (const form of [place.name, ...(place.aliases ?? [])]) add(form, 'location', `${set.name}/places`, place.name)
  for (const name of set.ignore ?? []) add(name, 'ignore', `${set.name}/ignore`, name)
  const phrases = { byWords, lengths }
  phrasesOfSet.set(set, phrases)
  return phrases
}

export function openUserNames(sets: readonly RuleSet[]): UserNames {
  const phrases = sets.map(phrasesOf).filter(({ byWords }) => byWords.size > 0)
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

function phrasesIn(words: readonly RegExpExecArray[], { byWords, lengths }: PhraseList): UserName[] {
  const found: UserName[] = []
  words.forEach(({ 0: first, index: start }, i) => {
    for (const length of lengths.get(first) ?? []) {
      const last = words[i + length - 1]
      if (!last) continue
      const end = last.index + last[0].length
      for (const phrase of byWords.get(keyAt(words, i, length)) ?? [])
        found.push({ start, end, confidence: 1, ...phrase })
    }
  })
  return found
}

const keyAt = (words: readonly RegExpExecArray[], from: number, length: number): string =>
  words
    .slice(from, from + length)
    .map(([word]) => word)
    .join(' ')

/** A name with a capital that a rule found once is the same name wherever it stands again. */
function repeated(words: readonly RegExpExecArray[], found: readonly (UserName & { text: string })[]): UserName[] {
  const byWords = new Map<string, Phrase[]>()
  const lengths = new Map<string, number[]>()
  for (const { type, source, text } of found) {
    const parts = /^\p{Lu}/u.test(text) ? wordsIn(text) : []
    const key = parts.join(' ')
    if (parts.length === 0 || byWords.has(key)) continue
    byWords.set(key, [{ type, source }])
    lengths.set(parts[0]!, [...(lengths.get(parts[0]!) ?? []), parts.length])
  }
  return byWords.size === 0 ? [] : phrasesIn(words, { byWords, lengths }).map((name) => ({ ...name, confidence: 0.8 }))
}

/** What the user's phrase lists and rules with an entity type as group find, overlapping or not. */
export function userNameCandidates(
  doc: Document,
  user: UserNames,
  rules: RuleIndex,
  known: { names: readonly Typed[]; dates: readonly Span[]; nounPhrases: (sentence: Sentence) => readonly Span[] },
): UserName[] {
  const words = user.phrases.length + rules.rules.length === 0 ? [] : [...doc.text.matchAll(wordPattern)]
  const found = user.phrases.flatMap((phrases) => phrasesIn(words, phrases))
  if (rules.rules.length === 0) return found
  const spans = [...[...known.names, ...found].map(tagged), ...known.dates.map((date) => ({ ...date, tag: 'Date' }))]
  spans.sort(byPosition)
  const byRule: (UserName & { text: string })[] = []
  let from = 0
  for (const sentence of doc.sentences) {
    while (from < spans.length && spans[from]!.start < sentence.start) from++
    let to = from
    while (to < spans.length && spans[to]!.end <= sentence.end) to++
    const here = spans.slice(from, to)
    const usable = rules.usable(
      doc,
      sentence,
      here.map(({ tag }) => tag),
    )
    if (usable.length === 0) continue
    const words = wordsOf(doc, sentence, here, () => known.nounPhrases(sentence))
    for (const { pattern, source } of usable)
      for (const { groups } of matchAll(pattern, words))
        for (const [group, span] of Object.entries(groups))
          if (isEntityGroup(group))
            byRule.push({ ...span, type: group, source, confidence: 0.9, text: doc.text.slice(span.start, span.end) })
  }
  return [...found, ...byRule, ...repeated(words, byRule)]
}

const tagged = ({ start, end, type }: Typed): TypedSpan => ({ start, end, tag: tagOf(type) })
