import { openBlocks } from '../base/blocks.ts'
import { describe, NutgrafError } from '../base/error.ts'
import type { CoreType, Story } from '../base/story.ts'
import { isPlacePack, type PlacePack } from '../layers/locations/gazetteer.ts'
import type { RuleSet, TypesOf } from '../rules/define.ts'
import { builtInRules, checkedSets, compileRules } from '../rules/ruleset.ts'
import { type Candidate, explainWith } from './explain.ts'
import { checkHome } from './home.ts'
import { readStories } from './layers.ts'
import {
  checkGiven,
  checkOptions,
  checkStory,
  type ExtractOptions,
  type Given,
  readOptions,
  type StoryText,
} from './options.ts'
import { openResources, type Resources } from './resources.ts'
import { versionOf } from './version.ts'

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
  /** @see {@link extractMany} */
  extractMany(stories: Iterable<string | StoryText>, options?: ExtractOptions): Generator<Story<Type>, void, undefined>
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
  /** Places besides the default ones: `fullPlaces` of `nutgraf/places-full`. */
  places?: PlacePack
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
 * @throws NutgrafError `invalid-rules`, or `invalid-match` where only patterns are wrong, with all faults of all sets in
 *   `issues`; `invalid-options`, where another option is
 */
export function createExtractor<const Sets extends readonly RuleSet[] = []>(
  options: ExtractorOptions<Sets> = {},
): Extractor<CoreType | TypesOf<Sets[number]>> {
  const { sets, without, places } = extractorOptions(options)
  return extractorWith(openResources(compileRules(sets, without), sets, without, places))
}

const extractorWith = <Type extends string>(resources: Resources): Extractor<Type> => ({
  extract: (text, about) => readOne(resources, text, about).story as Story<Type>,
  extractMany: (stories, about) => readMany(resources, stories, about) as Generator<Story<Type>>,
  explain: (text, at, about) => explainWith(resources, readWhole(resources, text, about), at),
})

/**
 * Throws what {@link createExtractor} would throw, and opens none of what extracting needs: for those who have others
 * extract, and whose users should see the error.
 */
export function checkRules(options: ExtractorOptions<readonly RuleSet[]>): void {
  const { sets, without } = extractorOptions(options)
  compileRules(sets, without)
}

/** The version that the stories of an extractor have, without making it. */
export function versionWith(options: ExtractorOptions<readonly RuleSet[]>): string {
  const { sets, without, places } = extractorOptions(options)
  return versionOf(sets, without, places)
}

function extractorOptions(options: ExtractorOptions<readonly RuleSet[]>) {
  checkOptions(options, 'createExtractor', ['rules', 'without', 'places'])
  const { given, ...others } = readOptions('createExtractor', () => {
    const { rules = [], without = [], places } = options
    if (places !== undefined && !isPlacePack(places))
      throw new NutgrafError(
        'invalid-options',
        'createExtractor.options.places',
        `expected \`fullPlaces\` of nutgraf/places-full, got ${describe(places)}`,
      )
    return { given: Array.from(rules), without, places }
  })
  return { sets: checkedSets(given), ...others }
}

let opened: Extractor | undefined
/** What `extract` and its like read with; made without `createExtractor`, or their bundle would have all that compiles rules. */
function standard(): Extractor {
  opened ??= extractorWith(openResources(builtInRules()))
  return opened
}

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
  return standard().extract(text, options)
}

/**
 * The stories that {@link extract} gives of some texts, in the same order, read in blocks of some dozen: a fifth quicker
 * than one by one. Options are for all texts; a text that comes with its own has those besides. Texts are asked for when
 * stories are taken, a block at a time, however many there are.
 *
 * @example
 * import { extractMany } from 'nutgraf'
 *
 * const stories = extractMany(['Talks begin today.', { text: 'Talks end today.', published: '2023-09-07' }], { published: '2023-09-06' })
 * for (const { dates } of stories) console.log(dates[0]?.value)
 * // 2023-09-06
 * // 2023-09-07
 * @throws NutgrafError what {@link extract} throws: for wrong options at once, for a wrong text in its place, after the
 *   stories before it, with its number, from 0, in the path
 */
export function extractMany(
  stories: Iterable<string | StoryText>,
  options?: ExtractOptions,
): Generator<Story, void, undefined> {
  return standard().extractMany(stories, options)
}

/**
 * What was considered at a place of a text, `at` in UTF-16 code units: rules that fit, what the tagger and the gazetteer
 * said; which stands, and why. Those that stand come first. Behind them come the near misses, five at most, a user's before
 * ours: rules that fit a beginning there, and the element of the pattern and the word at which they stopped (`stop`).
 *
 * @example
 * import { explain } from 'nutgraf'
 *
 * const [first] = explain('Talks begin on September 7.', 15, { published: '2023-08-30' })
 * console.log(first?.source, first?.as) // dates/month-day+nearest date 2023-09-07
 * @throws NutgrafError `invalid-options` for a place that is not in the text, and what {@link extract} throws
 */
export function explain(text: string, at: number, options?: ExtractOptions): Candidate[] {
  return standard().explain(text, at, options)
}

function readOne(resources: Resources, text: unknown, options: unknown) {
  const given = checkGiven(text, options)
  checkHome(given.about, 'extract')
  return readStories(resources, [given])[0]!
}

/** Whatever of the story is asked for. */
function readWhole(resources: Resources, text: unknown, options: unknown) {
  const { about } = checkGiven(text, options)
  const { layers: _, minConfidence: __, ...whole } = about
  return readOne(resources, text, whole)
}

function readMany(resources: Resources, stories: Iterable<unknown>, options: unknown) {
  const { about } = checkGiven('', options, 'extractMany')
  checkHome(about, 'extractMany')
  if (typeof stories === 'string' || typeof stories?.[Symbol.iterator] !== 'function')
    throw new NutgrafError('invalid-input', 'extractMany.stories', `expected a list of texts, got ${describe(stories)}`)
  return storiesOf(resources, blocksOf(stories, about))
}

function* storiesOf(
  resources: Resources,
  blocks: Iterable<readonly Given[]>,
): Generator<Story<string>, void, undefined> {
  for (const block of blocks) yield* readStories(resources, block).map(({ story }) => story)
}

/** What comes before a wrong story, or before the source fails, is a block of its own. */
function* blocksOf(stories: Iterable<unknown>, about: ExtractOptions): Generator<readonly Given[]> {
  const blocks = openBlocks<Given>()
  let number = 0
  try {
    for (const story of stories) {
      const path = `extractMany.${number++}`
      const given = checkStory(story, path, about)
      checkHome(given.about, path)
      const full = blocks.add(given, given.text.length)
      if (full) yield full
    }
  } catch (error) {
    yield blocks.rest()
    throw error
  }
  yield blocks.rest()
}
