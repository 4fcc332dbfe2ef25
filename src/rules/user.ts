import { byUser, type Provenance } from '../base/provenance.ts'
import type { Span } from '../base/span.ts'
import { byPosition, covers, keepLongest, SpanSet, sameSpan } from '../base/span.ts'
import type { Document, Sentence } from '../text/document.ts'
import { type Parts, partsOf, splitWords } from '../text/parts.ts'
import { rowFrom } from '../text/position.ts'
import { readDocument } from '../text/read.ts'
import { type Word, wordOf } from '../text/word.ts'
import type { RuleSet } from './define.ts'
import { isEntityGroup } from './groups.ts'
import { matchAll, sentenceWords, spansBySentence, type TypedSpan, tagOf, type Words } from './match.ts'
import { type Ending, type Phrases, phraseAutomaton } from './phrase-automaton.ts'
import type { RuleIndex } from './rule-index.ts'

interface Typed extends Span {
  type: string
}

export interface UserName extends Typed {
  foundBy: Provenance
  confidence: number
  name?: string
  /** The longest name that ends here too and begins at `from` or behind it: what is left where others take the beginning. */
  shorter?: (from: number) => UserName | undefined
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

interface ListedPhrase {
  type: string
  foundBy: Provenance
  /** What the entity is called, where the form is an alias. */
  name?: string
}

/** A day as a rule set gives it, `XXXX-05-09` where it is one of every year. */
interface DayPhrase {
  value: string
  foundBy: Provenance
}

/** The names, places and dates of the user's rule sets, found word by word. */
export interface UserNames {
  /** A list for each set that has names. */
  phrases: readonly Phrases<ListedPhrase>[]
  places: readonly UserPlace[]
  /** A list for each set that has days. */
  days: readonly Phrases<DayPhrase>[]
  categories: NonNullable<RuleSet['categories']>
}

/** Words as lists have them: "O'Brien" are three, so that a mark more or less in a text is seen. */
const split = splitWords(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu, wordOf)

function wordsIn(text: string): string[] {
  const { columns } = readDocument(text)
  return partsOf(columns, 0, columns.length, split).values.map((word) => word.text)
}

/** The automaton of what a set lists: made once, however many extractors share the set. */
function listsOf<Value>(listed: (set: RuleSet) => Iterable<[string[], Value]>): (set: RuleSet) => Phrases<Value> {
  const made = new WeakMap<RuleSet, Phrases<Value>>()
  return (set) => {
    const known = made.get(set) ?? phraseAutomaton(listed(set))
    made.set(set, known)
    return known
  }
}

const phrasesOf = listsOf(phrasesIn)
const daysOf = listsOf(daysIn)

function* phrasesIn({ name: set, names, places, ignore }: RuleSet): Iterable<[string[], ListedPhrase]> {
  for (const [type, list] of Object.entries(names ?? {}))
    for (const [name, aliases] of Object.entries(list ?? {}))
      for (const form of [name, ...aliases]) yield [wordsIn(form), { type, foundBy: byUser(set, 'names'), name }]
  for (const { name, aliases = [] } of places ?? [])
    for (const form of [name, ...aliases])
      yield [wordsIn(form), { type: 'location', foundBy: byUser(set, 'places'), name }]
  for (const name of ignore ?? []) yield [wordsIn(name), { type: 'ignore', foundBy: byUser(set, 'ignore'), name }]
}

function* daysIn({ name: set, dates }: RuleSet): Iterable<[string[], DayPhrase]> {
  for (const [name, value] of Object.entries(dates ?? {}))
    yield [wordsIn(name), { value, foundBy: byUser(set, 'dates') }]
}

export function openUserNames(sets: readonly RuleSet[]): UserNames {
  const phrases = sets.filter(({ names, places, ignore }) => names ?? places ?? ignore).map(phrasesOf)
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
  const days = sets.filter(({ dates }) => dates).map(daysOf)
  return { phrases, places, days, categories: sets.flatMap(({ categories }) => categories ?? []) }
}

/** The words of a text as lists have them, and what no phrase goes over. */
interface TextWords extends Parts<Word> {
  unread: SpanSet<Span>
}

const wordsOfText = ({ columns, limits }: Document): TextWords => ({
  ...partsOf(columns, 0, columns.length, split),
  unread: new SpanSet(limits.filter(({ code }) => code === 'long-token')),
})

/** What a list has at a stretch of the text; `shorter` is what is left of it where others take its beginning. */
type Listed<T> = T & Span & { shorter: (from: number) => Listed<T> | undefined }

/** What phrases find, at each word where some end the longest: those that end within others come up when they are asked. */
function listedIn<Value, T>(
  { values: words, starts, ends, unread }: TextWords,
  phrases: Phrases<Value>,
  made: (values: readonly Value[]) => T,
): Listed<T>[] {
  const endingAt = (last: number, ending: Ending<Value>): Listed<T> => ({
    ...made(ending.values),
    start: starts[last - ending.words + 1]!,
    end: ends[last]!,
    shorter(from) {
      const rest = ending.within(last + 1 - rowFrom(starts, from))
      return rest && endingAt(last, rest)
    },
  })
  const found: Listed<T>[] = []
  phrases.find(words, (last, longest) => found.push(endingAt(last, longest)))
  return found.filter((one) => !unread.overlapping(one))
}

/** `types`: all that lists have it under; the last one is its own. */
type ListedName = Listed<ListedPhrase & { confidence: number; types: readonly string[] }>

const namesOf = (words: TextWords, phrases: Phrases<ListedPhrase>, confidence: number): ListedName[] =>
  listedIn(words, phrases, (values) => ({ ...values.at(-1)!, confidence, types: values.map(({ type }) => type) }))

/** The days that the user's rule sets name, where the text says so. */
export function userDays(doc: Document, { days }: UserNames): (DayPhrase & Span)[] {
  if (days.length === 0) return []
  const words = wordsOfText(doc)
  return keepLongest(days.flatMap((list) => listedIn(words, list, (values) => values.at(-1)!)))
}

/** A name with a capital that a rule found once is the same name wherever it stands again. */
function repeatedNames(words: TextWords, found: readonly (UserName & { text: string })[]): UserName[] {
  const phrases = new Map<string, [string[], ListedPhrase]>()
  for (const { type, foundBy, text } of found)
    if (/^\p{Lu}/u.test(text) && !phrases.has(text)) phrases.set(text, [wordsIn(text), { type, foundBy }])
  return namesOf(words, phraseAutomaton(phrases.values()), 0.8)
}

/**
 * What the user's phrase lists and rules with an entity type as group find, overlapping or not: of the phrases that end at
 * a word the longest, which knows the others.
 */
export function userNameCandidates(
  doc: Document,
  user: UserNames,
  rules: RuleIndex,
  known: KnownToNameRules,
): UserName[] {
  if (user.phrases.length + rules.rules.length === 0) return []
  const words = wordsOfText(doc)
  const listed = namesListed(words, user)
  if (rules.rules.length === 0) return listed
  const byRule = namesByRules(doc, rules, spansForNames(listed, known), known.nounPhrases)
  return [...listed, ...byRule, ...repeatedNames(words, byRule)]
}

/** What the rules with an entity type as group may ask for. */
export interface KnownToNameRules {
  names: readonly Typed[]
  dates: readonly Span[]
  nounPhrases: (sentence: Sentence) => readonly Span[]
}

const namesListed = (words: TextWords, { phrases }: UserNames): ListedName[] =>
  phrases.flatMap((list) => namesOf(words, list, 1))

const spansForNames = (listed: readonly ListedName[], { names, dates }: KnownToNameRules): TypedSpan[] =>
  [...names.map(tagged), ...tagsOf(listed), ...dates.map((date) => ({ ...date, tag: 'Date' }))].sort(byPosition)

/** A sentence as the rules with an entity type as group read it. */
export function wordsForNames(doc: Document, user: UserNames, known: KnownToNameRules): (sentence: Sentence) => Words {
  const spans = spansForNames(namesListed(wordsOfText(doc), user), known)
  return (sentence) => {
    const here = spans.filter((span) => covers(sentence, span))
    return sentenceWords(doc, sentence, here, () => known.nounPhrases(sentence))
  }
}

/** A name and the shorter ones that end where it does. */
export function everyName(name: UserName): UserName[] {
  const names: UserName[] = []
  for (let next: UserName | undefined = name; next; next = next.shorter?.(next.start + 1)) names.push(next)
  return names
}

/** The listed names that stand, under each type that a list has them under. */
function tagsOf(listed: readonly ListedName[]): TypedSpan[] {
  const standing = new Map(keepLongest(listed).map((name) => [name.end, name]))
  return listed.flatMap((longest) => {
    const chosen = standing.get(longest.end)
    const name = chosen && longest.shorter(chosen.start)
    return name && sameSpan(name, chosen) ? [...new Set(name.types)].map((type) => tagged({ ...name, type })) : []
  })
}

function namesByRules(
  doc: Document,
  rules: RuleIndex,
  spans: readonly TypedSpan[],
  nounPhrases: KnownToNameRules['nounPhrases'],
): (UserName & { text: string })[] {
  const found: (UserName & { text: string })[] = []
  const usableIn = rules.usableIn(doc)
  for (const [sentence, over] of spansBySentence(doc, spans)) {
    const here = over.filter((span) => covers(sentence, span))
    const usable = usableIn(
      sentence,
      here.map(({ tag }) => tag),
    )
    if (usable.length === 0) continue
    const words = sentenceWords(doc, sentence, here, () => nounPhrases(sentence))
    for (const { pattern, foundBy } of usable)
      for (const { groups } of matchAll(pattern, words))
        for (const [group, span] of Object.entries(groups))
          if (isEntityGroup(group))
            found.push({ ...span, type: group, foundBy, confidence: 0.9, text: doc.text.slice(span.start, span.end) })
  }
  return found
}

const tagged = ({ start, end, type }: Typed): TypedSpan => ({ start, end, tag: tagOf(type) })
