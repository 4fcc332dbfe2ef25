// Constructions by which news says that a subject is on the table, data only.

import { wordSet } from '../base/word-list.ts'

/** One step up the tree: a preposition or a relation, and the word that it leads to. */
export interface Step {
  tie: ReadonlySet<string>
  word: ReadonlySet<string>
}

/** A way of saying so: the steps from the head of the subject up. */
export interface Construction {
  steps: readonly Step[]
  /** What else hangs on the last word. */
  beside?: Step
  /** What occasion that word has to be of. */
  of?: ReadonlySet<string>
  /** The particle of that word: "came up". */
  particle?: string
  /** Whether who says so has to take part in an occasion of the story. */
  bySide: boolean
  /** Whether whom it is said to has to. */
  toSide?: boolean
}

const step = (tie: string, word: string): Step => ({ tie: wordSet(tie), word: wordSet(word) })

const treated = 'discussed raised reviewed addressed debated negotiated examined broached tackled'
const discuss =
  'discuss discusses discussed discussing debate debated negotiate negotiated review reviewed address addressed'
const lead = 'top tops topped dominate dominates dominated head heads headed'
const occasion =
  'agenda talks talk meeting meetings summit discussions discussion negotiations conversation session conference dialogue consultations'
const matter = 'subject subjects issue issues item items priority'
const be = "is are was were be been being 's 're"
const about = 'on upon over about concerning regarding'
const come = 'come comes came'
const feature = 'feature features featured figure figures figured'
const stress =
  'stress stresses stressed emphasize emphasizes emphasized emphasise emphasised underline underlines underlined underscored underscore highlighted reaffirmed reiterated'
const express = 'express expresses expressed expressing voice voices voiced raise raises raised raising convey conveyed'
const press = 'pressed pushed asked appealed called'

export const constructions: readonly Construction[] = [
  // "Visa rules were discussed."
  { steps: [step('nsubjpass', treated)], bySide: false },
  // "Water shortages will top the agenda", "dominated the talks".
  { steps: [step('nsubj', lead)], beside: step('dobj', occasion), bySide: false },
  // "Gas transit is on the agenda", "is high on the agenda", "on the agenda is the exchange of prisoners".
  { steps: [step('nsubj attr', be)], beside: step('on at', 'agenda table'), bySide: false },
  // "The dispute was the main topic", "the main topic was the dispute".
  { steps: [step('nsubj', be)], beside: step('attr', 'topic topics focus'), bySide: false },
  { steps: [step('attr', be)], beside: step('nsubj', 'topic topics focus'), bySide: false },
  // "Nuclear safety will be the main subject of the meeting."
  { steps: [step('nsubj', be)], beside: step('attr', matter), of: wordSet(occasion), bySide: false },
  { steps: [step('attr', be)], beside: step('nsubj', matter), of: wordSet(occasion), bySide: false },
  // "The talks were dominated by the drought."
  { steps: [step('by', 'dominated overshadowed topped')], beside: step('nsubjpass', occasion), bySide: false },
  // "The meeting dealt with flood relief", "the summit will tackle debt".
  { steps: [step('with', 'deal deals dealt')], beside: step('nsubj', occasion), bySide: false },
  { steps: [step('dobj', 'tackle tackles tackled')], beside: step('nsubj', occasion), bySide: false },
  // "Trade will come under discussion", "Taiwan featured in the talks", "the drought came up at the meeting".
  { steps: [step('nsubj', come)], beside: step('under', 'discussion'), bySide: false },
  { steps: [step('nsubj', feature)], beside: step('in on at', occasion), bySide: false },
  { steps: [step('nsubj', come)], beside: step('in at during', occasion), particle: 'up', bySide: false },
  // "Union leaders met over pay."
  { steps: [step('over', 'met meet meets meeting')], bySide: true },
  // "The agenda included water rights."
  {
    steps: [step('dobj', 'include includes included cover covers covered')],
    beside: step('nsubj', occasion),
    bySide: false,
  },
  // "discussed the price of gas", "talked about it", "focused on wheat".
  { steps: [step('dobj', discuss)], bySide: true },
  {
    steps: [step(about, 'talk talked spoke speak agree agreed focus focused focussed touch touched conferred')],
    bySide: true,
  },
  // "a decision on the dam", "talks over prices".
  {
    steps: [step(about, 'decision decisions agreement compromise deal accord pact treaty protocol memorandum')],
    bySide: false,
  },
  {
    steps: [step(about, 'talks discussion discussions negotiations conversation conversations call consultations')],
    bySide: false,
  },
  // "had a discussion with the minister on Friday over prices".
  {
    steps: [step(about, 'had have has hold holds held holding')],
    beside: step(
      'dobj',
      'talks discussion discussions conversation conversations call negotiations consultations meeting',
    ),
    bySide: false,
  },
  // "expressed concern over the arrest of two journalists".
  {
    steps: [step('over about at on for', 'concern concerns alarm regret support worry'), step('dobj', express)],
    bySide: true,
  },
  // "stressed the importance of the rail link and the need to protect pilgrims".
  {
    steps: [step('of for acl to', 'importance need necessity urgency'), step('dobj', stress)],
    bySide: true,
  },
  // "reiterated the support of Oslo for the truce": who supports it stands behind "of".
  { steps: [step('for acl to', 'commitment support'), step('dobj', stress)], bySide: true },
  // "pressed for the reopening of a plant", "urged the release of prisoners".
  { steps: [step('for', press)], bySide: true },
  { steps: [step('against about over', 'protested complained')], bySide: true },
  { steps: [step('dobj', 'urged demanded demanding sought condemned welcomed')], bySide: true },
  // "called on him to reopen the border", "thanked him for the delivery of vaccines".
  { steps: [step('xcomp', 'urged called asked')], bySide: true, toSide: true },
  { steps: [step('for', 'thanked')], bySide: true, toSide: true },
]

/** "with border security high on the agenda". */
export const onAgenda: Step = step('on', 'agenda')

/** Where one speaks to the public and not to another side. */
export const publicly = wordSet(
  'speech speeches rally interview lecture sermon podcast column article op-ed tweet tweeted twitter facebook parade students crowd supporters',
)

/** How long or how one talks: "at length about the border". */
export const manners = wordSet('length detail depth hour hours minutes')

/** Words of constructions that are in no class by which a sentence tells of an agenda. */
export const opening = wordSet(
  'decision decisions compromise talked spoke condemned welcomed thanked protested complained',
)
