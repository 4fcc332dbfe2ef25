import { describe, NutgrafError } from '../base/error.ts'
import { isUsers, sourceOf } from '../base/provenance.ts'
import { overlaps, type Span, SpanSet } from '../base/span.ts'
import type { Location, Story } from '../base/story.ts'
import { type DateMention, dateCandidates } from '../layers/dates/dates.ts'
import type { NameMention } from '../layers/names/find-names.ts'
import { ruleMentions } from '../rules/mentions.ts'
import { everyName } from '../rules/user.ts'
import type { Document } from '../text/document.ts'
import { phraseEndsAt } from '../text/noun-phrases.ts'
import { typedSpans } from './assemble.ts'
import type { Considered } from './mentions.ts'
import { nearMissesAt, type Stop } from './near-misses.ts'
import type { Resources } from './resources.ts'

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
 * // September: date XXXX-09, does not
 */
export interface Candidate extends Span {
  /** The list of the story that it would be in; events and topics are the agenda. */
  layer: 'entities' | 'dates' | 'locations' | 'agenda'
  /** What is there: `text.slice(start, end)`. */
  text: string
  /** What it would be: `person`, `date 2023-09-07`, `visit`, `topic`, `city Dhaka (BD)`. */
  as: string
  /** The rule or model, as on a mention. */
  source: string
  /** How often such a claim is right, 0 to 1; 0 of a near miss. */
  confidence: number
  /** Whether the story has it. */
  stands: boolean
  /** Why it stands, what won over it, or where its pattern stopped. */
  why: string
  /** Of a near miss: where the pattern stopped that fits `text` up to its last word. It claims nothing. */
  stop?: Stop
}

/** What was said of a stretch of text. */
interface Claim extends Omit<Candidate, 'text' | 'stands' | 'why' | 'stop'> {
  /** By a user's rule set. */
  user: boolean
  /** Which of the places of a name and a country it is. */
  place?: string
}

/** A story with what it was chosen from. */
export interface StoryReading {
  doc: Document
  /** The names that hold, places among them. */
  names: readonly NameMention[]
  considered: Considered
  /** The names and dates that rules for names may ask for. */
  taggedNames: readonly NameMention[]
  chosenDates: readonly DateMention[]
  story: Story<string>
}

/** All candidates over the code unit `at`, those that stand first, and behind them the near misses of rules. */
export function explainWith(resources: Resources, reading: StoryReading, at: number): Candidate[] {
  const { text } = reading.doc
  if (!Number.isInteger(at) || at < 0 || at >= text.length)
    throw new NutgrafError('invalid-options', 'explain.at', `expected an offset into the text, got ${describe(at)}`)
  const here = ({ start, end }: Span) => start <= at && at < end
  const ofAgenda = agendaClaims(resources, reading)
  const standing = standingIn(reading, ofAgenda).filter(here)
  const claims = [
    ...nameClaims(reading, here),
    ...dateClaims(reading),
    ...ofAgenda,
    ...placeClaims(resources, reading, here),
  ]
  const candidates = claims
    .filter(here)
    .map((claim) => {
      const { layer, start, end, confidence } = claim
      const { as, source, stands, why } = verdict(claim, standing)
      return { layer, start, end, text: text.slice(start, end), as, source, confidence, stands, why }
    })
    .sort((a, b) => Number(b.stands) - Number(a.stands) || b.end - b.start - (a.end - a.start))
  const claimed = new Set(candidates.map(({ as }) => as))
  return [...candidates, ...nearMissesAt(resources, reading, at, claimed)]
}

type NameLike = Pick<NameMention, 'start' | 'end' | 'type' | 'foundBy' | 'confidence'>
type Here = (span: Span) => boolean

const nameClaim = ({ start, end, type, foundBy, confidence }: NameLike): Claim => ({
  ...{ start, end, confidence, layer: 'entities', as: type },
  ...{ source: sourceOf(foundBy), user: isUsers(foundBy) },
})

const namesOver = ({ considered }: StoryReading, here: Here): NameLike[] => [
  ...considered.userNames.filter(here).flatMap(everyName).filter(here),
  ...new Set(considered.names.flat().filter(here)),
]

const nameClaims = (reading: StoryReading, here: Here): Claim[] => namesOver(reading, here).map(nameClaim)

const dateClaim = ({ start, end, type, value, source, confidence }: DateMention, user: boolean): Claim => ({
  ...{ start, end, source, confidence, user },
  ...{ layer: 'dates', as: `${type} ${value}` },
})

const dateClaims = ({ doc, considered: { dates, days } }: StoryReading): Claim[] => [
  ...days.map(
    ({ start, end, value, foundBy }): Claim => ({
      ...{ start, end, layer: 'dates', as: `date ${value}`, source: sourceOf(foundBy), confidence: 1, user: true },
    }),
  ),
  ...dateCandidates(doc, dates).map((date) => dateClaim(date, false)),
]

function agendaClaims({ rules }: Resources, { doc, story }: StoryReading): Claim[] {
  const isPhraseEnd = phraseEndsAt(new SpanSet(story.dates))
  const { events, topics } = ruleMentions(doc, rules.agenda, typedSpans(story), isPhraseEnd)
  const claim = ({ start, end, source, user }: Omit<Claim, 'layer' | 'as' | 'confidence'>) => ({
    ...{ start, end, source, user, layer: 'agenda' as const },
  })
  return [
    ...events.map((event) => ({ ...claim(event), as: event.type, confidence: 0.6 })),
    ...topics.map((topic) => ({ ...claim(topic), as: 'topic', confidence: 0.5 })),
  ]
}

type NamedPlace = Pick<Location, 'type' | 'name' | 'country' | 'admin' | 'geonames'>

const placeAs = ({ type, name, country }: NamedPlace): string =>
  `${type} ${name}${country === null ? '' : ` (${country})`}`

const placeKey = ({ type, name, country, admin, geonames }: NamedPlace): string =>
  [type, name, country, admin, geonames].join('\n')

/** The places of the names that may be one. */
function placeClaims({ gazetteer }: Resources, reading: StoryReading, here: Here): Claim[] {
  const spans = new Map(
    namesOver(reading, here)
      .filter(({ type }) => type === 'location')
      .map(({ start, end }) => [`${start} ${end}`, { start, end }]),
  )
  return [...spans.values()].flatMap(({ start, end }) =>
    gazetteer.byName(reading.doc.text.slice(start, end)).map(
      (place): Claim => ({
        ...{ start, end, layer: 'locations', as: placeAs(place), place: placeKey(place) },
        ...{ source: 'gazetteer', confidence: 1, user: false },
      }),
    ),
  )
}

/** What the story has, as claims. */
function standingIn({ names, considered, story }: StoryReading, ofAgenda: readonly Claim[]): Claim[] {
  const days = new SpanSet<Span>(considered.days)
  const named = new SpanSet(names)
  const agendaClaim = (as: string) => (mention: Span & { source: string; confidence: number }) => ({
    ...mention,
    ...{ layer: 'agenda' as const, as },
    user: ofAgenda.some((one) => one.user && one.source === mention.source && overlaps(one, mention)),
  })
  return [
    ...names.map(nameClaim),
    ...story.entities.flatMap(({ type, value, mentions }) =>
      value === undefined
        ? []
        : mentions.map((mention) => ({ ...mention, layer: 'entities' as const, as: type, user: false })),
    ),
    ...story.dates.map((date) => dateClaim(date, days.overlapping(date) !== undefined)),
    ...story.locations.flatMap((place) =>
      place.mentions.flatMap((mention) => {
        const name = named.overlapping(mention)
        return name
          ? [{ ...nameClaim(name), layer: 'locations' as const, as: placeAs(place), place: placeKey(place) }]
          : []
      }),
    ),
    ...story.events.flatMap(({ type, mentions }) => mentions.map(agendaClaim(type))),
    ...story.topics.flatMap(({ mentions }) => mentions.map(agendaClaim('topic'))),
  ]
}

/** After "+" a date says how it was resolved. */
const ruleOf = ({ source }: Claim) => source.split('+')[0]

function verdict(claim: Claim, standing: readonly Claim[]): Pick<Candidate, 'stands' | 'why' | 'as' | 'source'> {
  const { as, source } = claim
  const no = (why: string) => ({ as, source, stands: false, why })
  if (claim.layer === 'locations') {
    const chosen = standing.find((other) => other.layer === 'locations')
    if (!chosen) return no('the name is no place here')
    return chosen.place === claim.place
      ? { as, source, stands: true, why: 'the likeliest of the places of this name' }
      : no(`less likely here than ${chosen.as}`)
  }
  const mine = standing.find(
    (other) =>
      overlaps(other, claim) &&
      other.layer === claim.layer &&
      other.user === claim.user &&
      ruleOf(other) === ruleOf(claim) &&
      (other.as === as || other.layer === 'dates'),
  )
  if (mine) {
    const isWider = mine.start !== claim.start || mine.end !== claim.end
    const why = isWider ? 'stands, with the words around it that belong to it' : 'no other claim was stronger'
    // A date as its text reads it, not as it is by itself.
    return { as: mine.as, source: mine.source, stands: true, why }
  }
  const over = standing.find((other) => overlaps(other, claim) && other.layer === claim.layer) ?? standing[0]
  if (!over) return no('left out: nothing follows from it here')
  if (over.user) return no(`${over.source} is a rule of the user and wins`)
  if (over.layer === 'dates' && claim.layer === 'entities') return no(`a date (${over.source}) stands here`)
  const isLonger = over.end - over.start > claim.end - claim.start
  return no(isLonger ? `${over.source} takes more of the text` : `${over.source} stands in the same place`)
}
