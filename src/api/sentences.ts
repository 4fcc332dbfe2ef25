import { type Marked, mark, unmark } from '../base/brackets.ts'
import type { NutgrafIssue } from '../base/error.ts'
import { covers, overlaps, type Span, sameSpan } from '../base/span.ts'
import type { Story } from '../base/story.ts'
import type { RuleSet } from '../rules/define.ts'
import { roles } from '../rules/groups.ts'
import { compileRules } from '../rules/ruleset.ts'
import { explainWith } from './explain.ts'
import type { Extractor } from './extract.ts'
import { readStories } from './layers.ts'
import { whyStopped } from './near-misses.ts'
import { openResources } from './resources.ts'

/** What reads the sentences of a set. */
export interface SentenceReader extends Pick<Extractor<string>, 'extract'> {
  /** Why a rule takes some spans of a text not; empty where it is not known. */
  whyNot?: (text: string, source: string, spans: readonly Span[]) => string
}

/** Reads sentences with some sets, and says where the pattern of a rule stopped in one. */
export function sentenceReader(sets: readonly RuleSet[]): SentenceReader {
  const resources = openResources(compileRules(sets), sets)
  const read = (text: string) => readStories(resources, [{ text, about: {} }])[0]!
  return {
    extract: (text) => read(text).story,
    whyNot(text, source, spans) {
      const reading = read(text)
      const own = found(reading.story).filter((mention) => mention.source === source)
      // What was got says it: other words are taken than those that are marked.
      if (own.some((mention) => spans.some((span) => overlaps(span, mention)))) return ''
      const candidates = spans.flatMap(({ start }) => explainWith(resources, reading, start))
      const lost = candidates.find((one) => one.source === source && !one.stands && !one.stop)
      if (lost) return `the rule fits ${JSON.stringify(lost.text)}, but: ${lost.why}`
      return own.length > 0 ? '' : whyStopped(resources, reading, source, spans)
    },
  }
}

/** What fails of a set's sentences when they are read; `own` asks that the very rule found what is marked. */
export function failuresOf(set: RuleSet, { extract, whyNot }: SentenceReader, own = true): NutgrafIssue[] {
  return (set.rules ?? []).flatMap(({ id, match, yes = [], no = [] }, i) => {
    const source = `${set.name}/${id}`
    const path = `${set.name}.rules.${i}`
    return [
      ...yes.flatMap((sentence, j) => {
        const { text, spans } = unmark(sentence)
        const story = extract(text)
        const missing = spans.filter((span) => !isTaken(story, span, own ? source : null))
        if (spans.length > 0 && missing.length === 0) return []
        const got = `expected ${JSON.stringify(sentence)}, got ${JSON.stringify(taken(text, story, source))}`
        const why =
          (spans.length === 0 && noBrackets) ||
          unknownNames(match, missing) ||
          whyNot?.(text, source, missing) ||
          withoutRoles(text, missing)
        return [{ path: `${path}.yes.${j}`, message: why ? `${got}; ${why}` : got }]
      }),
      ...no.flatMap((sentence, j) => {
        const got = taken(sentence, extract(sentence), source)
        return got === sentence
          ? []
          : [{ path: `${path}.no.${j}`, message: `expected nothing, got ${JSON.stringify(got)}` }]
      }),
    ]
  })
}

const noBrackets = 'put brackets around what is to be taken, as "They haggled over [topic grain prices]."'

/** "[grain prices]" is read as something of the type "grain". */
function unknownNames(match: string, missing: readonly Marked[]): string {
  const groups = [...match.matchAll(/\[<([^<>]+)>/g)].map(([, group]) => group!)
  const unknown = missing.find(({ name }) => !groups.includes(name))
  return unknown ? `no group of the pattern is called ${unknown.name}; mark as [${groups[0] ?? 'topic'} …]` : ''
}

/** Roles are no mentions: they are not among what was got. */
function withoutRoles(text: string, missing: readonly Marked[]): string {
  const lacking = missing
    .filter(({ name }) => (roles as readonly string[]).includes(name))
    .map(({ name, start, end }) => `no ${name} ${JSON.stringify(text.slice(start, end))}`)
  return lacking.length === 0 ? '' : `what it gives has ${lacking.join(', ')}`
}

function isTaken(story: Story<string>, span: Marked, source: string | null): boolean {
  if (
    found(story).some(
      (mention) =>
        (source === null || mention.source === source) && mention.name === span.name && sameSpan(span, mention),
    )
  )
    return true
  const within = (list: readonly { id: string; mentions: readonly Span[] }[], ids: readonly string[]) =>
    list.some(({ id, mentions }) => ids.includes(id) && mentions.some((mention) => covers(span, mention)))
  const dates = story.dates.map((date) => ({ id: date.id, mentions: [date] }))
  return story.events
    .filter(({ mentions }) => mentions.some((mention) => source === null || mention.source === source))
    .some((event) => {
      if (span.name === 'who') return within([...story.entities, ...story.locations], event.participants)
      if (span.name === 'where') return within(story.locations, event.locations)
      return span.name === 'when' && within(dates, event.dates)
    })
}

/** Mentions with the name that a bracket gives them: the type of an entity or event, or `topic`. */
const found = ({ entities, locations, events, topics }: Story<string>) => [
  ...[...entities, ...events].flatMap(({ type, mentions }) => mentions.map((mention) => ({ ...mention, name: type }))),
  ...locations.flatMap(({ mentions }) => mentions.map((mention) => ({ ...mention, name: 'location' }))),
  ...topics.flatMap(({ mentions }) => mentions.map((mention) => ({ ...mention, name: 'topic' }))),
]

const taken = (text: string, story: Story<string>, source: string) =>
  mark(
    text,
    found(story).filter((mention) => mention.source === source),
  )
