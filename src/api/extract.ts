import type { CoreType, Story } from '../base/story.ts'
import { findEntities } from '../layers/entities/entities.ts'
import { clauseReader } from '../layers/events/clause.ts'
import { findEvents } from '../layers/events/events.ts'
import { standing } from '../layers/events/senses.ts'
import { findLocations } from '../layers/locations/locations.ts'
import { findTopics } from '../layers/topics/topics.ts'
import { checkedSet } from '../rules/check.ts'
import type { RuleSet, TypesOf } from '../rules/define.ts'
import { keepBest, ruleMentions } from '../rules/mentions.ts'
import { compileRules } from '../rules/ruleset.ts'
import { openTrees } from '../syntax/sentence-tree.ts'
import { phraseEndsAt } from '../text/noun-phrases.ts'
import { readDocument } from '../text/read.ts'
import { contextReader, namedAndDated } from '../text/sentence-context.ts'
import { participantsOf, typedSpans, withIds, withTopics } from './assemble.ts'
import { type Candidate, explainWith, type StoryReading } from './explain.ts'
import { readMentions } from './mentions.ts'
import { checkOptions, checkText, type ExtractOptions, readOptions } from './options.ts'
import { openResources, type Resources } from './resources.ts'

/**
 * Reads stories with the rule sets that it was made with. Keep it: making one compiles the rules.
 *
 * @example
 * import { createExtractor, type Extractor } from 'nutgraf'
 *
 * const extractor: Extractor = createExtractor()
 * console.log(extractor.extract('Talks were held in Dhaka.').locations[0]?.country) // BD
 */
export interface Extractor<Type extends string = CoreType> {
  /** @see {@link extract} */
  extract(text: string, options?: ExtractOptions): Story<Type>
  /** @see {@link explain} */
  explain(text: string, at: number, options?: ExtractOptions): Candidate[]
}

/**
 * What an extractor knows and leaves out.
 *
 * @example
 * import { createExtractor } from 'nutgraf'
 *
 * const { extract } = createExtractor({ without: ['english/visit-noun', 'english/stay-noun'] })
 * console.log(extract('His visit to Dhaka ended.').events.length) // 0
 */
export interface ExtractorOptions<Sets extends readonly RuleSet[]> {
  /** Rule sets besides the built-in ones; later ones win over earlier ones. */
  rules?: Sets
  /** Rules to leave out, built-in ones too, by their source: `english/visit-noun`. */
  without?: readonly string[]
}

/**
 * An extractor that knows the given rule sets besides the built-in ones. A set is compiled once, however many
 * extractors are made with it; it must not be changed afterwards.
 *
 * @example
 * import { createExtractor } from 'nutgraf'
 *
 * const shipping = { name: 'shipping', names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } } } as const
 * const { extract } = createExtractor({ rules: [shipping] })
 * console.log(extract('The Ursa Major sank.').entities.map(({ type, name }) => `${type} ${name}`).join()) // vessel MV Ursa Major
 * @throws NutgrafError `invalid-rules` or `invalid-match`, where a rule set or a pattern is wrong
 */
export function createExtractor<const Sets extends readonly RuleSet[] = []>(
  options: ExtractorOptions<Sets> = {},
): Extractor<CoreType | TypesOf<Sets[number]>> {
  const { sets, without } = ruleOptions(options)
  const resources = openResources(sets, without)
  type Type = CoreType | TypesOf<Sets[number]>
  return {
    extract: (text, about) => extractWith(resources, text, about).story as Story<Type>,
    explain: (text, at, about) => explainWith(resources, extractWith(resources, text, about), at),
  }
}

/**
 * Throws what {@link createExtractor} would throw, and opens none of what extracting needs: for those who have others
 * extract, and whose users should see the error.
 */
export function checkRules(options: ExtractorOptions<readonly RuleSet[]>): void {
  const { sets, without } = ruleOptions(options)
  compileRules(sets, without)
}

function ruleOptions(options: ExtractorOptions<readonly RuleSet[]>) {
  checkOptions(options, 'createExtractor', ['rules', 'without'])
  return readOptions('createExtractor', () => {
    const { rules = [], without = [] } = options
    return { sets: Array.from(rules, checkedSet), without }
  })
}

let standard: Extractor | undefined

/**
 * Turns English news text into entities, dates, locations, topics and events. Pure and deterministic: the same text and
 * options give the same story, byte for byte, without network, files or clock. Time grows with the length of the text and
 * not faster. Offsets are UTF-16 code units into the text as it is given.
 *
 * @example
 * import { extract } from 'nutgraf'
 *
 * const story = extract('Sergey Lavrov will visit Dhaka on September 7.', { published: '2023-08-30' })
 * console.log(story.entities[0]?.name, story.dates[0]?.value, story.events[0]?.name) // Sergey Lavrov 2023-09-07 visit to Dhaka
 * @throws NutgrafError `invalid-text`, `invalid-options` or `invalid-published`, for arguments of the wrong kind; no text
 *   makes it throw
 */
export function extract(text: string, options?: ExtractOptions): Story {
  standard ??= createExtractor()
  return standard.extract(text, options)
}

/**
 * What was considered at a place of a text, `at` in UTF-16 code units: rules that fit, what the tagger and the gazetteer
 * said; which stands, and why. Those that stand come first.
 *
 * @example
 * import { explain } from 'nutgraf'
 *
 * const [first] = explain('Talks begin on September 7.', 15, { published: '2023-08-30' })
 * console.log(first?.source, first?.as) // dates/month-day+nearest date 2023-09-07
 * @throws NutgrafError `invalid-options` for a place that is not in the text, and what {@link extract} throws
 */
export function explain(text: string, at: number, options?: ExtractOptions): Candidate[] {
  standard ??= createExtractor()
  return standard.explain(text, at, options)
}

function extractWith(resources: Resources, text: string, options?: ExtractOptions): StoryReading {
  const reading = readStory(resources, text, options)
  const { doc, story } = reading
  const agenda = readAgenda(resources, reading)
  const events = findEvents(doc, agenda)
  const topics = findTopics(doc, { events, ...agenda }, resources.categoryOf, resources.clusterOf)
  const warnings = doc.limits.map(({ code, message, start, end }) => ({ code, message, start, end }))
  const whole = { published: doc.published, warnings, ...story, events: withTopics(events, topics), topics }
  return { ...reading, story: whole }
}

/** What events and topics are found by: what rules take, and what surrounds it. */
export function readAgenda(
  { rules }: Resources,
  { doc, treeOf, story }: Pick<ReturnType<typeof readStory>, 'doc' | 'treeOf' | 'story'>,
) {
  const found = participantsOf(story)
  const spans = namedAndDated(found)
  const clauseOf = clauseReader(doc, treeOf, spans)
  const { events, topics } = keepBest(ruleMentions(doc, rules.agenda, typedSpans(story), phraseEndsAt(spans.dated)))
  const mentions = { events: standing(events, clauseOf), topics }
  return { found, spans, mentions, treeOf, clauseOf, contextOf: contextReader(doc, spans, found) }
}

/** The document and all that the agenda is found among. */
export function readStory(resources: Resources, text: string, options?: ExtractOptions) {
  checkText(text)
  const about = checkOptions(options, 'extract', ['published', 'timeZone', 'dayFirst'])
  const doc = readDocument(text, about)
  const treeOf = openTrees(doc)
  const { dates, names, amounts, considered } = readMentions(resources, doc, treeOf, about)
  const entities = findEntities(doc, names, amounts)
  const locations = findLocations(doc, resources.gazetteer, names)
  return { doc, treeOf, names, considered, story: withIds({ dates, entities, locations }) }
}
