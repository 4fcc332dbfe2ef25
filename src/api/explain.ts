import { describe, NutgrafError } from '../base/error.ts'
import { overlaps, type Span, SpanSet } from '../base/span.ts'
import type { Story } from '../base/story.ts'
import { findAmounts } from '../layers/amounts/amounts.ts'
import { dateCandidates } from '../layers/dates/dates.ts'
import { isPlaceIn } from '../layers/locations/nations.ts'
import { nameMentions } from '../layers/names/mentions.ts'
import { teamSource } from '../layers/names/teams.ts'
import { ruleMentions } from '../rules/mentions.ts'
import { everyName, userNameCandidates } from '../rules/user.ts'
import { nounPhrasesOf, phraseEndsAt } from '../text/noun-phrases.ts'
import { readDocument } from '../text/read.ts'
import { typedSpans } from './assemble.ts'
import type { ExtractOptions } from './options.ts'
import type { Knowledge } from './resources.ts'

/**
 * Something that a rule or a model said of a stretch of text, and what came of it.
 *
 * @example
 * import { type Candidate, explain } from 'nutgraf'
 *
 * const line = ({ text, as, stands }: Candidate) => `${text}: ${as}, ${stands ? 'stands' : 'does not'}`
 * const text = 'Talks begin on September 7, 2023.'
 * for (const candidate of explain(text, text.indexOf('September')))
 *   console.log(line(candidate))
 * // September 7, 2023: date 2023-09-07, stands
 * // September: date 2023-09, does not
 */
export interface Candidate extends Span {
  /** The list of the story that it would be in; events and topics are the agenda. */
  layer: 'entities' | 'dates' | 'locations' | 'agenda'
  /** What stands there: `text.slice(start, end)`. */
  text: string
  /** What it would be: `person`, `date 2023-09-07`, `visit`, `topic`, `city Dhaka (BD)`. */
  as: string
  /** The rule or model, as on a mention. */
  source: string
  /** How often such a claim is right, 0 to 1. */
  confidence: number
  /** Whether the story has it. */
  stands: boolean
  /** Why it stands, or what won over it. */
  why: string
}

type Claim = Omit<Candidate, 'text' | 'stands' | 'why'>

/** All candidates over the code unit `at`, those that stand first. */
export function explainWith(
  { rules, gazetteer, tagger, user }: Knowledge,
  story: Story<string>,
  text: string,
  at: number,
  options: ExtractOptions = {},
): Candidate[] {
  if (!Number.isInteger(at) || at < 0 || at >= text.length)
    throw new NutgrafError('invalid-options', 'explain.at', `expected an offset into the text, got ${describe(at)}`)
  const doc = readDocument(text, options)
  const here = ({ start, end }: Span) => start <= at && at < end
  const dates = dateCandidates(doc, options)
  const tagged = nameMentions(doc, { tag: tagger, isPlace: isPlaceIn(gazetteer) }, findAmounts(doc))
  const nounPhrases = nounPhrasesOf(doc, dates)
  const own = userNameCandidates(doc, user, rules.names, { names: tagged, dates, nounPhrases })
    .filter(here)
    .flatMap(everyName)
    .filter(here)
  const agenda = ruleMentions(doc, rules.agenda, typedSpans(story), phraseEndsAt(new SpanSet(story.dates)))
  const places = [...tagged.filter(here), ...own].filter(({ type }) => type === 'location')
  const claims: Claim[] = [
    ...own.map((name) => ({ ...name, layer: 'entities' as const, as: name.type })),
    ...tagged.map((name) => ({ ...name, layer: 'entities' as const, as: name.type })),
    ...teamsIn(story),
    ...dates.map((date) => ({ ...date, layer: 'dates' as const, as: `${date.type} ${date.value}` })),
    ...agenda.events.map((event) => ({ ...event, layer: 'agenda' as const, as: event.type, confidence: 0.6 })),
    ...agenda.topics.map((topic) => ({ ...topic, layer: 'agenda' as const, as: 'topic', confidence: 0.5 })),
    ...places.flatMap(({ start, end }) =>
      gazetteer.byName(text.slice(start, end)).map(({ name, type, country }) => ({
        ...{ start, end, source: 'gazetteer', confidence: 1 },
        layer: 'locations' as const,
        as: `${type} ${name}${country === null ? '' : ` (${country})`}`,
      })),
    ),
  ]
  const standing = standingIn(story).filter(here)
  return claims
    .filter(here)
    .map(({ layer, start, end, as, source, confidence }) => {
      const claim = { layer, start, end, text: text.slice(start, end), as, source, confidence }
      return { ...claim, ...verdict(claim, standing) }
    })
    .sort((a, b) => Number(b.stands) - Number(a.stands) || b.end - b.start - (a.end - a.start))
}

type Standing = Omit<Candidate, 'text' | 'stands' | 'why'> & { user: boolean }

/** Places that the story has for teams: its word against the tagger's. */
const teamsIn = ({ entities }: Story<string>): Claim[] =>
  entities.flatMap(({ type, mentions }) =>
    mentions
      .filter(({ source }) => source === teamSource)
      .map((mention) => ({ ...mention, layer: 'entities' as const, as: type })),
  )

/** The mentions of a story as claims. */
function standingIn({ entities, dates, locations, events, topics }: Story<string>): Standing[] {
  const isUser = (source: string) => !/^(?:english|dates|names|amounts|gazetteer)\b/.test(source)
  const claim =
    (layer: Candidate['layer'], as: string) => (mention: Span & { source: string; confidence: number }) => ({
      ...mention,
      layer,
      as,
      user: isUser(mention.source),
    })
  return [
    ...entities.flatMap(({ type, mentions }) => mentions.map(claim('entities', type))),
    ...dates.map((date) => claim('dates', `${date.type} ${date.value}`)(date)),
    ...locations.flatMap(({ type, name, country, mentions }) =>
      mentions.map(claim('locations', `${type} ${name}${country === null ? '' : ` (${country})`}`)),
    ),
    ...events.flatMap(({ type, mentions }) => mentions.map(claim('agenda', type))),
    ...topics.flatMap(({ mentions }) => mentions.map(claim('agenda', 'topic'))),
  ]
}

const rule = (source: string) => source.split('+')[0]

function verdict(
  claim: Omit<Candidate, 'stands' | 'why'>,
  standing: readonly Standing[],
): { stands: boolean; why: string } {
  if (claim.layer === 'locations') {
    const chosen = standing.find((other) => other.layer === 'locations')
    if (!chosen) return { stands: false, why: 'the name is no place here' }
    return chosen.as === claim.as
      ? { stands: true, why: 'the likeliest of the places of this name' }
      : { stands: false, why: `less likely here than ${chosen.as}` }
  }
  const mine = standing.find(
    (other) =>
      overlaps(other, claim) &&
      // A name that is a place stands among the places, under what the gazetteer calls it.
      (claim.as === 'location'
        ? other.layer === 'locations'
        : other.layer === claim.layer &&
          rule(other.source) === rule(claim.source) &&
          (other.as === claim.as || other.layer === 'dates')),
  )
  if (mine) {
    const grown = mine.start !== claim.start || mine.end !== claim.end
    return {
      stands: true,
      why: grown ? 'stands, with the words around it that belong to it' : 'no other claim was stronger',
    }
  }
  const over = standing.find((other) => overlaps(other, claim) && other.layer === claim.layer) ?? standing[0]
  if (!over) return { stands: false, why: 'left out: nothing follows from it here' }
  if (over.user) return { stands: false, why: `${over.source} is a rule of the user and wins` }
  if (over.layer === 'dates' && claim.layer === 'entities')
    return { stands: false, why: `a date (${over.source}) stands here` }
  const longer = over.end - over.start > claim.end - claim.start
  return {
    stands: false,
    why: longer ? `${over.source} takes more of the text` : `${over.source} stands in the same place`,
  }
}
