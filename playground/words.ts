import type { RuleSet, Story } from '../src/api/index.ts'
import type { FormatName } from '../src/output/format-names.ts'

/** "1 date", "2 dates". */
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** "a, b and c". */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

export function countOf({ entities, dates, locations, events, topics }: Story<string>): number {
  return entities.length + dates.length + locations.length + events.length + topics.length
}

/** What was found, in words. */
export function summaryOf(story: Story<string>): string {
  const counts = [
    [story.entities.length, 'name'],
    [story.dates.length, 'date'],
    [story.locations.length, 'place'],
    [story.events.length, 'event'],
    [story.topics.length, 'agenda topic'],
  ] as const
  const found = counts.filter(([count]) => count > 0).map(([count, one]) => counted(count, one))
  return found.length === 0 ? 'Nothing found in this text' : `Found ${listed(found)}`
}

/** What is said of rule sets without a fault. */
export function noteOf(sets: readonly RuleSet[]): string {
  const all = <T>(list: (set: RuleSet) => readonly T[]) => sets.flatMap(list)
  const keysOf = (record: object | undefined) => Object.keys(record ?? {})
  const rules = all(({ rules = [] }) => rules)
  const parts = [
    [all(({ names }) => Object.values(names ?? {}).flatMap(keysOf)).length, 'name'],
    [all(({ places = [] }) => places).length, 'place'],
    [all(({ dates }) => keysOf(dates)).length, 'date'],
    [rules.length, 'rule'],
  ] as const
  const given = parts.filter(([count]) => count > 0).map(([count, one]) => counted(count, one))
  const sentences = rules.flatMap(({ yes = [], no = [] }) => [...yes, ...no]).length
  const tested =
    sentences === 0 ? '' : ` ${sentences === 1 ? 'Its test sentence passes' : `All ${sentences} test sentences pass`}.`
  return `In use${given.length > 0 ? `: ${listed(given)}` : ''}.${tested}`
}

/** Links that are longer are cut by some programs on their way. */
const safeLength = 8000

/** What a link holds, and how long it is; `null` is too long. */
export function linkNote(length: number | null, longest: number): string {
  if (length === null)
    return `Too long for a link: it would have more than ${longest.toLocaleString('en')} characters. Shorten the text, or download the results.`
  const size = `The link holds the text, day and rules: ${counted(length, 'character')}.`
  return length > safeLength ? `${size} Some mail and chat programs cut links as long as this.` : size
}

/** The formats as the page names them, in the order in which it offers them. */
export const formatLabels: Readonly<Record<FormatName, string>> = {
  json: 'Story (JSON)',
  html: 'Web page (HTML)',
  markdown: 'Briefing (Markdown)',
  ics: 'Calendar (iCalendar)',
  geojson: 'Places for maps (GeoJSON)',
  csv: 'Table of mentions (CSV)',
  tsv: 'Table of mentions (tabs)',
  jsonld: 'Linked data (schema.org)',
  ninjs: 'News item (IPTC ninjs)',
  annotation: 'Annotations (W3C)',
  conllu: 'Grammar (CoNLL-U)',
  'displacy-dep': 'Grammar (displaCy)',
  displacy: 'Names (displaCy)',
  conll: 'Names (CoNLL-2003)',
  brat: 'Annotations (brat)',
  'brat-conf': 'Settings for brat',
}
