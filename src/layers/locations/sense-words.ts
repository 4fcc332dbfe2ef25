// Words beside a place that tell whether it is meant or who acts for it ("in Moscow", "Moscow views …"), data only.

import { wordSet } from '../../base/word-list.ts'

export type Sense = 'literal' | 'associative'

/** What has a place on the map: a name before it, or before its "of", is meant as one. "Diyala province", "the streets of Kabul". */
export const placeNouns =
  wordSet(`province provinces district districts region regions area areas city cities town towns village
  villages county counties state states territory territories border borders frontier boundary coast coasts coastline coastal shore
  shores shoreline airport airports airspace airfield port ports harbor harbour hospital hospitals camp camps prison jail mine mines
  island islands peninsula valley valleys river rivers lake lakes sea bay gulf strait desert mountain mountains hills forest forests
  jungle jungles plain plains plateau delta basin canal road roads highway highways street streets avenue square bridge tunnel
  railway subway station stations neighborhood neighborhoods neighbourhood neighbourhoods suburb suburbs outskirts downtown slum
  slums capital north south east west northeast northwest southeast southwest northern southern eastern western center centre
  interior countryside country countries land lands soil waters site sites facility facilities plant plants factory factories
  warehouse farm farms farmland oilfield oilfields field fields stadium hotel hotels market markets mall restaurant church mosque
  temple cathedral shrine park zoo museum home homes house apartment residence compound base bases building buildings checkpoint
  crossing crossings corridor enclave edge corner corners parish prefecture oblast municipality township weather climate drought
  monsoon earthquake quake floods flooding landscape campus resort pub cafe bar school schools tour visit trip mainland beach beaches
  heart middle part parts section division pass settlement settlements causeway courthouse office offices nation winter summer`)
/** Before "of" alone: parts and amounts of a place, what measures it, and what is done to it. */
export const placeWholes =
  wordSet(`most much all half rest some one third thirds quarter bulk remainder out outside inside top bottom end
  tip limits gates ruins map name population size length surface entrance invasion invasions occupation bombardment bombing shelling
  siege liberation capture seizure fall partition conquest tours visits evacuation devastation reconstruction native natives
  kilometers kilometres miles`)
/** Who acts for a place, or what it does by its institutions. */
export const actors =
  wordSet(`government governments military army navy police parliament president presidents minister ministers ministry
  ambassador ambassadors embassy embassies envoy envoys senate senator senators congress congressman congresswoman governor governors gov
  lawmakers lawmaker legislators legislator legislature officials official authorities administration regime leader leaders leadership
  people peoples citizens citizen residents resident voters troops forces force soldiers soldier marines airmen diplomats diplomat delegation
  commander commanders team teams players chancellor king queen prince emir amir sheikh sultan chairman secretary premier mayor court courts
  judge judges prosecutors economy dollar currency treasury bank banks company companies businesses consumers workers economists intelligence
  policy policies law laws constitution election elections squad captain coach striker champion attorney rep sen lt representative
  behalf members member allies ally interests support aid assistance`)
/** Offices that are held of a place: "President Sauli Niinistö of Finland". */
export const offices =
  wordSet(`president presidents elect minister ministers premier chancellor king queen prince princess emir amir sheikh
  sultan governor governors gov mayor senator senators sen representative rep congressman congresswoman chairman secretary ambassador
  commissioner attorney patriarch archbishop bishop taoiseach`)
/** What is said of a place, behind a form of "be" or "have". */
export const placePredicates =
  wordSet(`located lies situated surrounded landlocked mountainous arid rainy dry hot cold home population
  inhabitants kilometers kilometres miles capital climate mineral resources reserves coastline rivers mountains island islands city town village
  archipelago peninsula region province homeland gateway bombed shelled hit struck shaken rocked battered flooded devastated ravaged
  captured seized besieged occupied invaded divided destroyed rebuilt evacuated liberated visited quiet calm poor impoverished crowded
  populated known called named`)
/** What only a place does. */
export const placeDeeds = wordSet(
  'lies lie lay sits stretches stretched borders bordered falls fell shook trembled straddles adjoins located',
)
/** What is done to a place, or where it is passed: the object is one. */
export const placeVerbs =
  wordSet(`visit visits visited visiting tour tours toured touring reach reached reaches reaching enter enters
  entered entering leave leaves left leaving flee flees fled fleeing cross crosses crossed crossing hit hits hitting struck strike
  strikes striking invade invades invaded invading occupy occupies occupied occupying bomb bombs bombed bombing shell shelled shelling
  pound pounded pounding shake shook shaken rock rocked rocking batter battered battering devastate devastated ravage ravaged lash lashed
  lashing sweep swept capture captured capturing seize seized seizing besiege besieged surround surrounded surrounding control controls
  controlled controlling conquer conquered divide divided dividing liberate liberated evacuate evacuated evacuating destroy destroyed flood
  flooded flooding rebuild rebuilding rebuilt stabilize stabilizing stabilized stabilise destabilize destabilizing patrol patrolled
  bordering linking connecting attack attacks attacked attacking destroying govern governed rule rules ruled ruling claim comprise comprised overlooking circle circled depart departed departing discuss discussed discussing called named`)
/** What is done to those who act for a place. */
export const dealings =
  wordSet(`accuse accuses accused accusing urge urges urged urging support supports supported supporting help helps
  helped helping condemn condemns condemned criticize criticizes criticized criticizing blame blames blamed blaming tell told ask asks
  asked asking beat beats defeat defeats defeated warn warns warned warning thank thanked join joined press pressed pressing persuade
  persuaded convince convinced force forced forcing pressure pressured allow allowed give gave given giving isolate isolated punish punished
  assist assisting invite invited recognize recognized praise praised require requires required demand let made make makes against`)

/** A preposition: the sense of the place behind it, and what it hangs on where the other one is meant. */
export interface Tie {
  sense: Sense
  unless: ReadonlySet<string>
}
const literal = (unless = ''): Tie => ({ sense: 'literal', unless: wordSet(unless) })
const associative = (unless = ''): Tie => ({ sense: 'associative', unless: wordSet(unless) })
const stances = 'policy policies stance attitude attitudes approach hostility hostile position obligations'
const ways = `border borders bordering crossing crossings frontier boundary road roads highway route routes railway line flight flights
  train trains pipeline pipelines distance travel travels traveled travelled traveling trip strait located area corridor shuttle flew fly point points`
const departures = `leave leaves left leaving depart departed departs departing head heads headed heading bound set sail sailed flight
  flights train plane embark embarked destination problem problems future forecast outlook search`
const attacks = `attack attacks attacked strike strikes raid raids invasion assault assaults assaulting offensive march marched marching advance
  advancing bomb bombs missile missiles rocket rockets drop dropped dropping land landed landing fire fired live lived living converged`

export const ties: ReadonlyMap<string, Tie> = new Map(
  Object.entries({
    in: literal('confidence trust believe believes'),
    at: literal('anger angry outrage outraged aimed directed criticism'),
    near: literal(),
    beneath: literal(),
    behind: literal(),
    inside: literal(),
    outside: literal(),
    within: literal(),
    across: literal(),
    throughout: literal(),
    around: literal(),
    into: literal(),
    onto: literal(),
    through: literal(),
    over: literal('victory win won triumph pressure sanctions concern concerns concerned anger power'),
    off: literal(),
    beyond: literal(),
    along: literal(),
    via: literal(),
    past: literal(),
    toward: literal(stances),
    towards: literal(stances),
    to: literal(`${stances} ambassador ambassadors envoy envoys threat threats threatened warning warn warned message messages appeal appealed
      apologize apologized apology apologised sell sells sold selling give gives gave given giving offer offers offered loan loans
      loyal loyalty support related opposed opposition response responded respond answer said says say speak spoke talk talked talks
      according belong belongs belonged committed commitment commitments assistance aid lost lose loses losing defeat defeated grant
      granted grants transfer transferred supply supplying supplies proposal proposed alternative important help thanks grateful
      gratitude listen hostile friendly linked ties concessions concession handed owed owe owes lend lent provide provided provides
      providing pledge pledged proposes complained complaint protest cede ceded letter advice demand demands obligation allied
      unacceptable acceptable crucial vital applies apply attributed awarded condolences congratulations referring refer referred refers
      reference pass passed passing leak leaked leaking hand handing`),
    from: literal(`commitment commitments pledge pledges support demand demands pressure independence independent threat threats
      reaction reactions response responses statement statements help aid assistance apology criticism permission approval loan
      loans hear heard learn learned seek seeking sought request requests concession concessions guarantees assurances cooperation
      opposition objections received receive receives receiving win won offer offers invitation protest protests message order orders
      bought buy buying purchase purchased borrowed different`),
    between: associative(ways),
    with: associative(ways),
    by: associative(),
    against: associative(),
    for: associative(departures),
    on: associative(attacks),
    upon: associative(attacks),
    about: associative(),
    regarding: associative(),
    concerning: associative(),
    without: associative(),
    among: associative(),
    like: associative(),
    than: associative(),
    versus: associative(),
    under: associative(),
    unlike: associative(),
    despite: associative(),
  }),
)

/** What may stand between a preposition and a place: "in neighboring western Sudan". */
export const beforePlace =
  wordSet(`the northern southern eastern western central north south east west northeastern northwestern southeastern
  southwestern neighboring neighbouring nearby mainland downtown rural urban upper lower greater former modern ancient both current native communist independent`)
/** Behind a hyphen and before a place: "war-torn Sudan". */
export const stricken = wordSet('torn stricken ravaged rich hit held controlled ruled administered occupied run')
/** Behind a hyphen: "Baghdad-based". */
export const hyphenated = wordSet('based born bound wide area raised bred educated registered')
/** Behind these a place begins a clause, most often as its subject. */
export const clauseOpeners = wordSet(
  'that if because while when whereas although though but and or as whether so since where why how unless until before after say says said meanwhile',
)
/** What names of waters and lands end with, or begin with before "of". */
export const landforms = wordSet('sea ocean river gulf bay strait lake canal desert valley mountains delta peninsula')
/** Behind a comma: where a place lies. */
export const asides = wordSet('where located situated home kilometers kilometres miles')
/** Between a place and what it does. */
export const adverbs = wordSet('not also still now already only just even recently soon then again once itself')
/** Forms behind which it is said what a place is, has or suffers. */
export const states = wordSet('is are was were be been being has have had remains remained')
/** Behind a place, what it does as somebody. */
export const deeds =
  wordSet(`is are was were be has have had will would can could may might should must shall does did do says said say
  wants wanted want agreed agrees agree signed accuses accused denies denied rejects rejected urged urges warned warns announced announces
  condemned condemns supported supports welcomed welcomes told asked asks claimed claims called calls insisted insists seeks sought considers
  considered refuses refused became becomes become remains remained faces faced gave gives took takes took began begins hopes hoped plans
  planned believes believed views viewed expects expected opposes opposed threatened threatens won lost beat defeated needs needed
  possesses possessed pledged pledges vowed vows maintains maintained continues continued led joined sent sends expelled closed eased
  carried played hosts hosted fears feared fought scored acknowledged admitted allowed allows offered offers provided provides
  recognized recognizes invited launched negotiated suspended resumed broke withdrew imposed lifted granted named declared demanded`)
/** Words that a noun phrase does not go on with. */
export const phraseEnds =
  wordSet(`in at near inside outside within across throughout around into onto through over off beyond along via
  toward towards to from between with by against for on upon of about without among like than under and or but nor as that which who
  whom whose where when while if because after before since until during despite amid following including concerning regarding such been being not also a an
  the this that these those its his her their our last next late early earlier later monday tuesday wednesday thursday friday saturday
  sunday january february march april may june july august september october november december today yesterday tomorrow tonight ago
  once again alone itself now then so far up down out back he she they it we i you both all more some any no each every other only just
  still even already soon recently`)
