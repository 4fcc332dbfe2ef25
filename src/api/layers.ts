import type { FoundEvent } from '../base/found.ts'
import { byPosition } from '../base/span.ts'
import type { Story, Topic } from '../base/story.ts'
import { findEntities } from '../layers/entities/entities.ts'
import { clauseReader } from '../layers/events/clause.ts'
import { headingFinder } from '../layers/events/diary.ts'
import { findEvents } from '../layers/events/events.ts'
import { standing } from '../layers/events/senses.ts'
import { homeOf } from '../layers/locations/home.ts'
import { findLocations } from '../layers/locations/locations.ts'
import { findTopics } from '../layers/topics/topics.ts'
import { keepBest, ruleMentions } from '../rules/mentions.ts'
import { openTrees, type TreeOf } from '../syntax/sentence-tree.ts'
import type { Document } from '../text/document.ts'
import { phraseEndsAt } from '../text/noun-phrases.ts'
import { type IsEnglish, stretchesOfOtherLanguages } from '../text/other-language.ts'
import { readDocument } from '../text/read.ts'
import { contextReader, namedAndDated } from '../text/sentence-context.ts'
import { type Findings, participantsOf, typedSpans, type Unnumbered, withIds, withTopics } from './assemble.ts'
import { type Mentions, settleMentions, sightDates, sightNames } from './mentions.ts'
import type { Given } from './options.ts'
import type { Resources } from './resources.ts'
import { selectFrom, type Wanted, wantedFor } from './selection.ts'

/**
 * Stories, each with all that it was made from. A layer reads the whole block before the next one begins: layers have code
 * and tables of their own, and would drive those of the others out of the processor's caches at every story.
 */
export const readStories = (known: Resources, block: readonly Given[]) =>
  readFound(known, block)
    .map(adding(known, where('agenda', readAgenda, { agenda: null })))
    .map(adding(known, readEvents))
    .map(adding(known, where('topics', readTopics, { topics: [] })))
    .map(adding(known, wholeStory))

/** What is found before the agenda is looked for. */
export const readFound = (known: Resources, block: readonly Given[]) =>
  block
    .map(adding(known, readText))
    .map(adding(known, sightDates))
    .map(adding(known, sightNames))
    .map(adding(known, settleMentions))
    .map(adding(known, where('entities', readEntities, { entities: [] })))
    .map(adding(known, where('locations', readLocations, { locations: [] })))
    .map(adding(known, number))

/** A layer as a step of the way: a pure function of what is known and of what was read before gives what it adds to that. */
type Step<Before, Found> = (known: Resources, before: Before) => Found

const adding =
  <Before, Found>(known: Resources, layer: Step<Before, Found>) =>
  <Reading extends Before>(reading: Reading): Reading & Found => ({ ...reading, ...layer(known, reading) })

/** A layer that is passed over where no list that is asked for needs it. */
const where =
  <Before, Found, Nothing>(
    part: keyof Wanted,
    layer: Step<Before, Found>,
    nothing: Nothing,
  ): Step<Before & { wanted: Wanted }, Found | Nothing> =>
  (known, before) =>
    before.wanted[part] ? layer(known, before) : nothing

interface Read {
  doc: Document
  treeOf: TreeOf
  wanted: Wanted
}

export function readText(_: Resources, { text, about }: Given): Read {
  const doc = readDocument(text, about)
  return { doc, treeOf: openTrees(doc), wanted: wantedFor(about) }
}

type Settled = Read & Pick<Mentions, 'names' | 'amounts'>

export function readEntities(_: Resources, { doc, names, amounts }: Settled): Pick<Unnumbered, 'entities'> {
  return { entities: findEntities(doc, names, amounts) }
}

export function readLocations(
  { gazetteer }: Resources,
  { doc, treeOf, names, about }: Settled & Pick<Given, 'about'>,
): Pick<Unnumbered, 'locations'> {
  const home = about.home === undefined ? undefined : homeOf(about.home)
  return { locations: findLocations(doc, gazetteer, names, treeOf, home) }
}

/** Who, when and where, as the story has them. */
interface Numbered {
  findings: Findings
}

export function number(_: Resources, found: Unnumbered): Numbered {
  return { findings: withIds(found) }
}

/** What events and topics are found by: what rules take, and what surrounds it. */
export function readAgenda({ rules }: Resources, { doc, treeOf, findings }: Read & Numbered) {
  const found = participantsOf(findings)
  const spans = namedAndDated(found)
  const clauseOf = clauseReader(doc, treeOf, spans)
  const { events, topics } = keepBest(ruleMentions(doc, rules.agenda, typedSpans(findings), phraseEndsAt(spans.dated)))
  const mentions = { events: standing(events, clauseOf), topics }
  const headingOf = headingFinder(doc, found.dates)
  return {
    agenda: { found, spans, mentions, treeOf, clauseOf, headingOf, contextOf: contextReader(doc, spans, found) },
  }
}

type WithAgenda = Read & { agenda: ReturnType<typeof readAgenda>['agenda'] | null }

export function readEvents(_: Resources, { doc, agenda }: WithAgenda): { events: FoundEvent[] } {
  return { events: agenda ? findEvents(doc, agenda) : [] }
}

type WithEvents = WithAgenda & ReturnType<typeof readEvents>

export function readTopics(
  { categoryOf, clusterOf }: Resources,
  { doc, agenda, events }: WithEvents,
): { topics: Topic[] } {
  return { topics: agenda ? findTopics(doc, { events, ...agenda }, categoryOf, clusterOf) : [] }
}

const notEnglish = (doc: Document, isEnglish: IsEnglish) =>
  stretchesOfOtherLanguages(doc, isEnglish).map((span) => ({ ...span, code: 'not-english' as const, message: foreign }))

const foreign = 'not in English, by its words: what is found in it is not to be trusted'

type WithTopics = Read & Numbered & Pick<Given, 'about'> & { events: readonly FoundEvent[]; topics: Topic[] }

export function wholeStory(
  { version, isEnglish }: Resources,
  { doc, about, findings, events, topics }: WithTopics,
): { story: Story<string> } {
  const { text, published, sentences } = doc
  const warnings = [...doc.limits, ...notEnglish(doc, isEnglish)]
    .sort(byPosition)
    .map(({ code, message, start, end }) => ({ code, message, start, end }))
  const lists = selectFrom({ ...findings, events: withTopics(events, topics), topics }, about)
  const asked = about.sentences && {
    sentences: sentences.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
  }
  return { story: { published, version, warnings, ...lists, ...asked } }
}
