// Words by which the senses of an event's word are told apart, data only.

import { wordSet, words } from '../base/word-list.ts'

/** Verbs whose object or infinitive does not come about: "refused to meet", "rejected talks"; "ruled" with "out". */
export const refusals =
  wordSet(`refuse refused refuses refusing decline declined declines declining reject rejected rejects rejecting
  rule ruled rules ruling deny denied denies denying fail failed fails failing avoid avoided avoids avoiding shun shunned spurn spurned snub snubbed
  exclude excluded excludes oppose opposed opposes opposing dismiss dismissed dismisses forgo`)

/** Verbs that say that something told is not so: "denied that they met". */
export const disputes = wordSet(
  'deny denied denies denying dispute disputed disputes refute refuted refutes dismiss dismissed dismisses reject rejected rejects rejecting',
)

/** What is told and may be disputed: "dismissed reports that they met". */
export const claims = wordSet(
  'report reports claim claims allegation allegations rumour rumours rumor rumors suggestion suggestions speculation assertion',
)

/** Verbs by which a claim is put to somebody: "asked about reports of a meeting". */
export const questions = wordSet('ask asked asks asking question questioned questions')

/** Auxiliaries that with "have" tell what did not happen or is only guessed: "could have met". */
export const unreal = wordSet('could should might would may')

/** Who or what is nobody: "nobody met", "neither side". */
export const nobody = wordSet('no neither nobody none no-one')

/** Verbs whose object is asked for and not there yet: "demanded a vote". */
export const demands = wordSet(
  `demand demanded demands demanding seek sought seeks seeking urge urged urges urging propose proposed proposes proposing
  request requested requests requesting want wants wanted suggest suggested suggests offer offered offers offering`,
)

/** Nouns that one may have none of: "no plans to meet", "no date for talks". */
export const prospects = wordSet(
  'plan plans intention intentions date need prospect prospects possibility chance reason question proposal schedule hope interest',
)

/** What one has or makes to do something: "has plans to visit". */
export const undertakings = wordSet(
  'plan plans intention intentions decision invitation offer bid attempt attempts pledge promise desire willingness readiness',
)

/** Verbs by which an occasion comes about, so that without them it does not: "talks were not held". */
export const holdings =
  wordSet(`hold holds held holding have has had having be is are was were been take takes took taken taking plan planned
  schedule scheduled conduct conducted begin begins began begun start starts started reach reached sign signed make makes made pay pays paid
  expect expected set arrange arranged organise organised organize organized occur occurred happen happened host hosted seek seeks
  need needed conclude concluded resume resumed open opened convene convened`)

/** Verbs whose subject or object takes place, or was to: "talks were held", "the summit opens", "the visit was cancelled". */
export const takings = wordSet(
  'hold holds held holding take takes took taken began begins begun open opens opened convene convenes convened conclude concludes concluded attend attends attended host hosts hosted cancel cancels cancelled canceled',
)

/** Verbs that call an occasion off: "scrapped plans to visit", "axed the summit"; "called" with "off". */
export const callings = wordSet(
  'cancel cancels cancelled canceled cancelling canceling scrap scraps scrapped scrapping abort aborted axe axed shelve shelved shelves shelving drop dropped drops dropping',
)

/** Verbs by which somebody stays away from an occasion: "skipped the summit". */
export const absences = wordSet(
  'skip skipped skips skipping miss missed misses missing boycott boycotted boycotts boycotting',
)

/** Verbs by which somebody judges an occasion of others: "hailed the meeting between A and B". */
export const judgings = wordSet(
  `call called calls calling describe described describes hail hailed hails praise praised praises criticise criticised criticises criticize criticized
  criticizes welcome welcomed welcomes condemn condemned condemns mock mocked dub dubbed brand branded label labelled labeled deem deemed`,
)

/** What treats a subject at an occasion, or an occasion does with it: "the talks focused on", "dominated the summit". */
export const treatings = wordSet(
  `focus focused focuses focussed centre centred center centered dominate dominated dominates overshadow overshadowed address addressed addresses
  cover covered covers deal dealt deals touch touched discuss discussed discusses`,
)

/** What an occasion does by itself on a day: "the summit runs May 3 through May 6". */
export const lastings = wordSet(
  'run runs ran last lasts lasted start starts started resume resumes resumed continue continues continued end ends ended',
)

/** Verbs that put an occasion off: with a day it is still planned, without one it is not. */
export const postponements = wordSet(
  'postpone postponed postpones postponing delay delayed delays delaying put puts putting move moved moves push pushed reschedule rescheduled defer deferred adjourn adjourned shift shifted bring brought',
)
/** Those of them that tell of a later time by themselves; others need "off" or "back", or a day. */
export const putOff = wordSet('postpone postponed postpones postponing defer deferred')

/** What an agreement is the end of: "reached a deal", "an accord was struck". */
export const conclusions =
  wordSet(`reach reached reaches reaching strike struck strikes striking clinch clinched seal sealed conclude concluded finalize finalized finalise finalised complete completed hammer hammered broker brokered
  forge forged make made secure secured negotiate negotiated`)

/** Texts that sides sign with each other, and all that is signed: a deal or a contract is a player's too. */
export const treaties =
  wordSet(`agreement agreements accord accords pact pacts treaty treaties protocol protocols memorandum memorandums memoranda mou
  convention declaration communique communiqué`)
export const signedTexts = new Set([
  ...treaties,
  ...words(`deal deals contract contracts law laws bill bills decree decrees order orders resolution charter constitution truce ceasefire letter
  letters document documents paper papers statement statements plan package act legislation understanding compact covenant roadmap framework text
  texts settlement peace partnership petition measure proclamation concession lease licence license agenda arrangement arrangements`),
])

/** Who negotiates or where, named by it: "negotiating teams". */
export const negotiators = wordSet(
  `team teams committee committees partner partners party parties side sides table position positions skill skills power tactics process session sessions
  room group groups body panel strategy strategies mandate stance`,
)

/** Endings and words of nouns for people, and words that end so and are things. */
export const personEndings = [
  'er',
  'or',
  'ist',
  'ian',
  'ant',
  'man',
  'men',
  'woman',
  'women',
  'person',
  'people',
  'ee',
  'eer',
]
export const personNouns =
  wordSet(`official officials representative representatives executive executives relative relatives rival rivals
  general generals principal principals professional professionals native natives family families victim victims youth youths staff
  community communities crowd clergy parent parents student students president presidents guest guests host hosts head heads king queen
  prince princess sultan emir monarch sheikh pope patriarch cardinal ally allies couple team group groups company companies business businesses union unions bank club
  nation nations state states country countries party parties side sides parliament ministry management crew child children colleague colleagues
  counterpart counterparts peer peers envoy envoys chief chiefs premier premiers secretary secretaries deputy deputies mp mps king's aide aides
  diplomat diplomats delegate delegates attorney attorneys expert experts monk monks nun nuns judge judges boss bosses public opposition alliance
  panel board delegation delegations council committee commission government governments congress senate authorities mission cabinet bishop bishops
  agent agents resident residents opponent opponents dissident dissidents militant militants client clients correspondent
  rebel rebels guerrilla guerrillas mayor taliban pilgrims troika quartet association foundation faithful elder elders son daughter wife husband brother sister mother father
  friend friends fan fans survivor survivors spouse widow widows troops soldiers rapporteur laureate chairperson figure figures
  governor governors ceo ceos pm lady patriarchs scholars cleric clerics critic critics academics mechanics two three four others both half-dozen dozens
  who he she they we i him her them us you`)
export const notPeople =
  wordSet(`order orders quarter quarters matter matters winter weather water waters number numbers river rivers power
  powers paper papers letter letters offer offers chapter corner disaster danger disorder error factor factors motor sector sectors tractor
  labor labour harbor harbour weapon border borders shelter center centers tower towers theater summer october november december
  september computer computers helicopter helicopters tanker tankers container containers cancer fever transfer career barrier barriers
  helicopter monsoon aircraft bomber trailer trawler steamer freighter freighters cruiser liner rover horror terror favor favour flavor flavour vapor
  visitor's grant grants restaurant plant plants want degree guarantee fee coffee committee's dinner answer anger hunger debtor's specimen regimen omen abdomen
  criterion covenant covenants warrant warrants pollutant pollutants coolant constant indicator indicators sensor sensors charter counter buffer
  tender tenders reminder newsletter other another either neither rather whether ever never poster posters register chapter buyer's prior minor major war wars`)
/** People who go where they are sent: that they arrive is no visit. */
export const notVisitors =
  wordSet(`police policeman policemen troops soldiers forces firefighters firefighter rescuers paramedics ambulance ambulances
  refugees migrants asylum-seekers tourists passengers pilgrims fans shoppers customers students detectives officers investigators reinforcements
  peacekeepers marines sailors workers protesters demonstrators team's players it
  spring summer autumn winter christmas hurricane typhoon cyclone storm`)

/** Stages and fixtures of sport: who meets in one of them plays, "will meet Morocco in the semi-final". */
export const fixtures =
  wordSet(`final finals semifinal semifinals quarterfinal quarterfinals qualifier qualifiers playoff playoffs derby league cup
  tournament championship championships friendly bundesliga premiership fixture`)
/** Leagues of states, in which ministers meet. */
export const leaguesOfStates = wordSet('arab')

/** Who signs a contract to play. */
export const athletes =
  wordSet(`footballer striker midfielder goalkeeper defender winger forward quarterback pitcher batsman bowler catcher
  shortstop linebacker outfielder infielder fly-half cyclist golfer boxer player players international teenager`)

/** Nouns before the name of a mountain, and what one does to its top: "reached the summit of Mount Kenya". */
export const mountains = wordSet('mount mt mont monte mountain peak hill volcano')
export const climbings = wordSet(
  'reach reached reaches reaching climb climbed climbs climbing scale scaled conquer conquered',
)

/** Who tells of an occasion and takes no part in it. */
export const spokespeople = wordSet('spokesman spokeswoman spokesperson spokesmen spokespersons')

/** By what those who are apart speak: "by phone", "on the phone". */
export const wires = wordSet(
  'phone telephone telephones video videoconference video-conference teleconference videolink hotline zoom',
)

/** "the two leaders", "both sides", "the ministers" stand for those whom the story named. */
export const sideNouns = wordSet(
  'leaders sides ministers presidents countries officials parties men pair nations delegations envoys diplomats negotiators',
)

/** What tells by itself on which side of today a day lies: "last month", "next week". */
export const relativeDays = wordSet(
  'last next this earlier later previous past coming today tomorrow yesterday tonight ago recent recently upcoming following now current early late',
)

/** What sets an occasion before or after another: "ahead of talks with France, the president met the envoy". */
export const sequencing = wordSet('after before following ahead prior')

/** Words that open a sentence on another occasion: "Earlier, he met the governor." */
export const turns = wordSet('earlier previously later afterwards afterward subsequently separately')

/** Verbs of those who tell: the day beside them is the day on which they told. */
export const reports = wordSet(
  'said says say saying told tells tell announced announces announce reported reports report added adds confirmed confirms ' +
    'stated states declared declares disclosed revealed quoted noted warned insisted explained predicted vowed appealed ' +
    'reiterated claimed admitted acknowledged denied wrote writes pledged urged called',
)

/** What begins another time than that of the verb above. */
export const asides = new Set([...sequencing, 'since', 'until'])
