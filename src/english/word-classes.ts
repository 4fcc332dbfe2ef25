// Classes of words by what they say of an agenda, data only: the models generalise over them. A word is in one class.

import { words } from '../base/word-list.ts'

const classes = {
  // Verbs that treat a subject.
  discuss: `discuss discusses discussed discussing debate debated debating negotiate negotiated negotiating review reviewed
    reviewing reviews address addressed addressing addresses tackle tackled tackling examine examined examining consider considered considering
    deliberate mull mulled raise raised raising explore explored exploring assess assessed assessing evaluate study analyze cover covered covering covers
    touched touch broach broached consult consulted iron hammer hammered thrash air aired veered dwelt dwell`,
  focus: `focus focused focuses focusing focussed focussing centre centred center centered centring concentrate concentrated
    concentrating revolve revolved dominate dominated dominating top topped topping tops feature featured features include includes included including involve involving
    concern concerns concerned concerning relate related relating deal deals dealing dealt aimed aim aims`,
  exchange: 'exchange exchanged exchanges exchanging share shared swap swapped compare compared notes',
  inform:
    'brief briefed briefing briefs inform informed informing informs update updated report reported tell told telling tells apprise apprised acquaint acquainted explain explained outline outlined',
  agree: `agree agreed agrees agreeing consent consented accept accepted accepts concur reach reached reaching conclude concluded clinch clinched seal sealed
    strike struck decide decided decides deciding resolve resolved resolves settle settled approve approved approves endorse endorsed endorses adopt adopted adopts adopting ratify ratified pass passed
    back backed vote voted votes finalize finalized finalise finalised hail hailed`,
  sign: 'sign signed signs signing ink inked initial initialed initialled',
  commit: `pledge pledged pledges pledging vow vowed vows commit committed commits promise promised promises promising undertake undertook undertaken
    reaffirm reaffirmed reaffirms reiterate reiterated reiterates affirm affirmed affirms assure assured offer offered offers stand ready willing prepared determined`,
  urge: `urge urged urges urging call called calls calling ask asked asks asking press pressed pressing demand demanded demands demanding request requested
    requests appeal appealed push pushed pushing seek sought seeking seeks want wants wanted encourage encouraged encouraging persuade persuading convince convincing insist insisted insists invite invited pressure pressured
    propose proposed proposes proposing suggest suggested suggesting suggests recommend recommended recommends advocate`,
  // What an author says of an occasion: "the visit reflects …".
  comment: `reflect reflects reflected reflecting highlight highlights underscore underscores signal signals signaled signifies signifying demonstrate demonstrates
    demonstrated illustrate illustrates mark marks marked marking showcase showcases symbolizes represents represent exemplifies serves`,
  stress: `stress stressed stresses stressing emphasize emphasized emphasizes emphasise emphasised underline underlined underscored
    highlighted note noted noting point pointed warn warned warns warning voice voiced express expressed expresses expressing convey conveyed`,
  praise: `praise praised praises appreciate appreciated appreciates thank thanked commend commended congratulate congratulated welcome welcomed welcomes laud lauded
    applaud applauded regret regretted deplore condemn condemned criticize criticized protest protested lodge lodged attach attaches attached`,
  hope: 'hope hoped hopes hoping wish wished wishes expect expected expects expecting believe believes believed look looks looked',
  say: 'say said says saying add added adds adding quote quoted according announce announced announces declare declared state stated claim claimed argue argued comment commented',
  strengthen: `strengthen strengthened strengthening strengthens boost boosted boosting enhance enhanced enhancing promote promoted promoting expand expanded expanding
    develop developed developing improve improved improving deepen deepened deepening increase increased increasing broaden widen upgrade intensify further
    accelerate consolidate forge forging build building establish established establishing create creating launch launched launching set setting open opening resume resumed resuming restore continue continuing`,
  end: `end ended ending ends stop stopped stopping halt halted halting resolving solve solved solving settling break breaking overcome reduce reducing cut cutting ease easing lift lifting lifted
    curb curbing combat combating fight fighting prevent preventing defuse defusing avoid avoiding abolish ban remove removing suspend suspending freeze eliminate abandon dismantle withdraw withdrawing extend extending release allow allowing`,
  go: 'visit visited visits visiting travel traveled travelled traveling arrive arrived arrives arriving leave left leaves leaving fly flew flying head headed heads heading tour touring',
  meet: 'meet met meets meeting hold held holds holding host hosted hosting hosts attend attended attending attends convene convened gather gathered gathering opened opens begin began begun begins start started starts',
  // Nouns.
  talks: `talks talk meetings summit summits conference conferences session sessions negotiation negotiations discussion discussions consultation consultations
    dialogue dialogues conversation conversations forum seminar workshop symposium round rounds debates deliberations hearing trip assembly congress convention`,
  text: `agreement agreements accord accords pact pacts treaty treaties memorandum memorandums mou protocol contract contracts declaration statement communique resolution
    resolutions bill law legislation document documents charter constitution truce ceasefire text plan plans proposal proposals initiative draft package program programme`,
  light: `issue issues question questions matter matters topic topics subject subjects problem problems range number series variety agenda area areas field fields
    aspect aspects points theme themes item items sector sectors`,
  view: 'view views opinion opinions idea ideas information stance position positions consensus understanding',
  need: 'need importance necessity urgency support backing appreciation determination commitment willingness readiness desire intention satisfaction priority emphasis',
  way: 'way ways mean means how method methods step steps measure measures effort efforts attempt bid possibility prospects',
  side: `side sides country countries leader leaders minister ministers president premier official officials delegate delegates participant participants members nations government governments parties party
    delegation delegations envoy envoys ambassador representatives counterpart counterparts chief chiefs secretary diplomats negotiators two both lawmakers parliament council committee commission`,
  press:
    'reporters journalists newspaper interview television radio news media newsmen correspondents agency daily broadcast',
  ties: 'ties relations cooperation relationship partnership collaboration coordination links friendship trade',
}

export type WordClass = keyof typeof classes

/** The words of each class, in lower case. */
export const wordClasses: ReadonlyMap<WordClass, readonly string[]> = new Map(
  Object.entries(classes).map(([name, list]) => [name as WordClass, words(list)]),
)

/** The class of a word in lower case, undefined for most. */
export const wordClass: ReadonlyMap<string, WordClass> = new Map(
  [...wordClasses].flatMap(([name, words]) => words.map((word) => [word, name] as const)),
)
