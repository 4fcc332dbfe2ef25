import type { Rule, RuleSet } from '../rules/define.ts'

const topic = '[<topic>(#NounPhrase|how|whether|ways)]'
const occasion =
  '(talk|talks|negotiation|negotiations|discussion|discussions|consultation|consultations|dialogue|conversation|conversations|meeting|meetings|conference|summit|forum|seminar|session|round|debate|deliberations)'
const text =
  '(agreement|agreements|deal|deals|pact|pacts|accord|accords|treaty|memorandum|protocol|protocols|contract|contracts|declaration|resolution|communique)'
const helpers = '(will|would|also|to|is|are|was|were|expected|due|set)'

/** What names an occasion. */
const events: Rule[] = [
  {
    id: 'summit-name',
    match: '[<summit>#Value? (#Organization|#ProperNoun|#Group)+ (summit|conference|forum)]',
    yes: ['Leaders will attend the [summit G20 summit] in Delhi.'],
    no: ['They reached the summit of Everest.'],
  },
  {
    id: 'summit-noun',
    match:
      '(#Determiner|#Possessive|his|her|their|#Value) [<summit>(international|regional|emergency|annual|economic|ministerial)? #Noun? (summit|conference|forum|seminar)]',
    yes: ['The [summit summit] opens on Friday.'],
    no: ['He climbed to summit level.'],
  },
  {
    id: 'call-noun',
    match: '[<call>(telephone|phone|video) (call|conversation|conference|talks)]',
    yes: ['They held a [call telephone conversation].'],
    no: ['She answered the telephone.'],
  },
  {
    id: 'call-again',
    match: '(the|this|their) [<call>(conversation|call)]',
    yes: ['The [call conversation] lasted an hour.'],
    no: ['Their calls were ignored.'],
  },
  {
    id: 'meeting-noun',
    match:
      '[<meeting>(courtesy|official|emergency|ministerial|closed-door|annual|working|regular|special|direct|peace|trade|truce|budget|plenary|consultative)? (meeting|talks|negotiations|consultations|dialogue|session)]',
    yes: ['He will hold an [meeting official meeting] with the minister.'],
    no: ['They talked a lot.'],
  },
  {
    id: 'meeting-verb',
    match:
      '[<meeting>(will|would)? also? (met|meets|meet)] (with|here|separately|briefly|leaders|officials|reporters|#Person|#Group|#Location|#Organization|#ProperNoun|his|her|their|#Determiner|#Date|in|for|on|to|#Value|around|later|again|chairman|president|premier|visiting|officials|representatives|envoys|counterparts)',
    yes: ['Albright [meeting met] with leaders of the opposition.'],
    no: ['The goal was met.'],
  },
  {
    id: 'visit-noun',
    match:
      '(#Determiner|#Possessive|#Adjective|#Value|#Date|#Location|#Group|his|her|their|day|this|of) [<visit>(official|state|working)? (visit|trip|tour|stopover|journey)]',
    yes: ['He arrived for a two-day [visit visit] to Ankara.'],
    no: ['Tourists visit the museum.'],
  },
  {
    id: 'visit-verb',
    match:
      '(to|#Person|he|she|who|minister|president|secretary) [<visit>(will|would)? also? (visit|visited|visits)] #Determiner? #Location',
    yes: ['The minister is scheduled to [visit visit] Dhaka.'],
    no: ['They visit a museum.'],
  },
  {
    id: 'arrive-verb',
    match:
      '(#Person|he|she|minister|president|secretary|delegation) (has|had|will)? [<visit>(arrived|arrives|arrive)] (here|in|at|#Date|from)',
    yes: ['Rice [visit arrived] in Beirut on Friday.'],
    no: ['The train arrived in Rome.'],
  },
  {
    id: 'press-conference',
    match: '#Determiner #Adjective? [<statement>joint? (news|press) (conference|briefing)]',
    yes: ['He told a [statement news conference] on Friday.'],
    no: ['The press was there.'],
  },
  {
    id: 'signing-verb',
    match: `[<signing>(signed|sign|signs|inked)] #Determiner? #Adjective? #Value? #Noun{0,4} ${text}`,
    yes: ['They [signing signed] an agreement on trade.'],
    no: ['She signed autographs.'],
  },
  {
    id: 'vote-noun',
    match:
      '[<vote>(presidential|parliamentary|legislative|general|local|municipal|snap|early)+ (election|elections|vote|polls|runoff)]',
    yes: ['Serbia prepares for [vote presidential elections].'],
    no: ['He was elected captain.'],
  },
  {
    id: 'vote-word',
    match: '#Determiner [<vote>(referendum|election|ballot)]',
    yes: ['The [vote referendum] is set for May.'],
    no: ['They cast ballots.'],
  },
]

const bodies =
  '(parliament|congress|council|assembly|senate|house|lawmakers|legislators|deputies|mps|#Organization|knesset|duma|bundestag)'

events.push(
  {
    id: 'vote-verb',
    match: `${bodies} (on #Date)? #Date? (has|have|had)? #Adverb? [<vote>(approved|adopted|passed|rejected|ratified|endorsed|voted)]`,
    yes: [
      'The parliament on Friday [vote approved] a free trade agreement.',
      'The Security Council unanimously [vote adopted] a resolution.',
    ],
    no: ['The students passed the exam.'],
  },
  {
    id: 'call-verb',
    match: '(#Person|he|she) (has|had)? [<call>(telephoned|phoned)] (#Person|#Group|#ProperNoun|his|her|the)',
    yes: ['Erdogan [call telephoned] Angela Merkel on Friday.'],
    no: ['He phoned home.'],
  },
  {
    id: 'discussions-noun',
    match:
      '({hold/Verb}|{begin/Verb}|{start/Verb}|{open/Verb}|{resume/Verb}|{conclude/Verb}|launched) #Determiner? #Adjective? [<meeting>(discussions|deliberations|negotiations|dialogue|workshop)]',
    yes: ['The ministers are scheduled to begin [meeting discussions] on air links.'],
    no: ['The discussions were heated online.'],
  },
  {
    id: 'depart-verb',
    match:
      '(#Person|he|she|minister|president|secretary|delegation|king) (has|had|will)? [<visit>(departed|departs|leaves|left)] #Location? here? on? #Date? (for|on)',
    yes: ['Bush [visit left] Washington on Thursday for Argentina.'],
    no: ['He left the room.'],
  },
  {
    id: 'summit-of',
    match: '[<summit>(first|second|third|fourth|fifth|#Value)? (summit|conference|forum) of the #ProperNoun+]',
    yes: ['They spoke at the [summit fourth Summit of the Americas].'],
    no: ['They reached the summit of a hill.'],
  },
  {
    id: 'summit-meeting',
    match:
      '[<summit>(#Organization|#ProperNoun){1,3} (ministerial|economic|leaders|summit) leaders? #Possessive? (meeting|convention)]',
    yes: ['The [summit APEC Ministerial Meeting] opens on Tuesday.'],
    no: ['The ministerial meeting was short.'],
  },
  {
    id: 'paid-visit',
    match:
      '(paid|pays|pay|paying) #Determiner? (landmark|rare|brief|short|surprise|historic|#Value)? [<visit>(official|state|working|courtesy)? visit]',
    yes: ['The premier paid a landmark [visit official visit] to Iran.'],
    no: ['They paid the bill.'],
  },
)

events.push(
  {
    id: 'paid-call',
    match: '(paid|pays|pay|paying) (a|another|his|her|their) [<meeting>(courtesy|farewell|customary) call]',
    yes: ['The envoy paid a [meeting courtesy call] on the emperor.'],
    no: ['She made a phone call.'],
  },
  {
    id: 'called-on',
    match:
      '(#Person|he|she|minister|ambassador|envoy|commissioner|delegation) (has|had)? also? [<meeting>(called|calls)] on (the|his|her)? (#Person|president|prime|minister|king|queen|emperor|governor|speaker|sultan|emir|chief)',
    yes: ['Shamim Ahsan [meeting called] on the president at his palace.'],
    no: ['They called on Friday.'],
  },
)

/** Words that may name an occasion: the event model tells which of them do. */
const mayBe: Rule[] = [
  {
    id: 'arrive-any',
    match: '[<visit>(arrived|arrives|arriving|arrive)] #Adverb? (here|in|at|for|from|on|#Date)',
    yes: ['A Pakistani military chief [visit arrived] here Wednesday for talks with the president.'],
    no: ['The bus never arrived.'],
  },
  {
    id: 'travel-verb',
    match:
      '[<visit>(flew|flies|fly|flying|travel|travels|traveled|travelled|traveling|travelling|head|heads|headed|heading|dispatched)] #Adverb? (to|for) #Determiner? #Location',
    yes: ['A United Nations envoy is [visit traveling] to Somalia on Tuesday for a ministerial meeting.'],
    no: ['They travelled light.'],
  },
  {
    id: 'visit-any',
    match: '[<visit>(will|would)? also? (visit|visited|visits|visiting)] (the|here|by|#Location|#ProperNoun)',
    yes: ['Bush left Washington for Argentina and [visit will visit] Brazil and Panama.'],
    no: ['They visit often.'],
  },
  {
    id: 'meet-any',
    match: '[<meeting>(will|would)? also? (meet|met|meets)]',
    yes: ['He will hold talks with leaders in Rabat and [meeting meet] officials in Algiers.'],
    no: ['The goal was met.'],
  },
  {
    id: 'talks-any',
    match:
      '[<meeting>(talks|negotiations|negotiation|meetings|discussions|discussion|consultations|dialogue|dialogues|workshop|conversation|conversations|roundtable|convening|gathering|bargaining|mediation|lunch|dinner|luncheon|breakfast|banquet)]',
    yes: ['The two leaders held [meeting consultations] on Friday.'],
    no: ['He talks too much.'],
  },
  {
    id: 'deal-reached',
    match: '[<signing>(agreement|agreements|deal|accord|pact|compromise|truce)]',
    yes: ['The two sides reached an [signing agreement] on Tuesday on the crossing.'],
    no: ['They could strike.'],
  },
  {
    id: 'conclude-verb',
    match: `[<signing>(concluded|completed|finalized|clinched|ratified)] #Determiner? #Adjective? #Noun{0,3} ${text}`,
    yes: ['Taiwan just [signing completed] a trade agreement with China.'],
    no: ['She completed the course.'],
  },
  {
    id: 'call-any',
    match: '[<call>(telephone|phone|conference|joint|video)? (call|calls|discussion|videoconference|teleconference)]',
    yes: ['Readout of the [call Call] with the prime minister.'],
    no: ['They called.'],
  },
  {
    id: 'call-person',
    match: '[<call>(called|calls|phoned|phones|telephoned|rang)] (the|his|her|their|#Person|#Group|#ProperNoun|#Noun)',
    yes: ['The president [call called] the chief executive on Friday.'],
    no: ['They called on Friday.'],
  },
  {
    id: 'speak-verb',
    match:
      '[<call>(will|would)? also? (spoke|speak|speaks|spoken|talked)] (with|to|by|on|over|via|today|separately|again|briefly|earlier|this|virtually|#Date|#Adverb)',
    yes: ['The president [call spoke] by phone with his counterpart on Sunday.'],
    no: ['He spoke for an hour.'],
  },
  {
    id: 'receive-verb',
    match:
      '[<meeting>(will|would)? also? (received|receives|receive|hosted|hosts|host|hosting|welcomed|welcomes|greeted|briefed|informed|summoned)] (the|his|her|their|visiting|a|an|former|new|#Person|#Group|#Organization|#Location|#ProperNoun|#Adjective|#Noun|#Value)',
    yes: ['The king [meeting received] the president in Amman on Sunday.'],
    no: ['He received nothing.'],
  },
  {
    id: 'received-by',
    match: '(is|are|was|were|be|been|being) #Adverb? [<meeting>(received|welcomed|greeted|hosted)] (by|in|at|on)',
    yes: ['The sultan was [meeting received] by the emir on Monday.'],
    no: ['The news was well received.'],
  },
  {
    id: 'confer-verb',
    match: '[<meeting>(conferred|confers|confer|sat down|sit down|sits down)] #Adverb? with',
    yes: ['The premier [meeting sat down] with union leaders on Friday.'],
    no: ['She sat down.'],
  },
  {
    id: 'send-delegation',
    match:
      '[<visit>(sent|sends|send|sending)] #Determiner? #Adjective? (delegation|mission|envoy|envoys|delegates) to #Determiner? #Location',
    yes: ['The government has [visit sent] a delegation to Cairo.'],
    no: ['The firm sent a parcel to Cairo.'],
  },
  {
    id: 'due-in',
    match: '(is|are) [<visit>due] #Adverb? (in|at) #Determiner? #Location',
    status: 'planned',
    yes: ['The premier is [visit due] in Rome on Friday.'],
    no: ['The rent is due in May.'],
  },
  {
    id: 'convene-verb',
    match:
      '[<meeting>(convened|convenes|negotiated|negotiate|negotiating|consulted)] (the|with|a|an|#Adjective|#Noun|#ProperNoun|#Group)',
    yes: ['The White House [meeting convened] state legislators to discuss the law.'],
    no: ['The court convened.'],
  },
  {
    id: 'stay-noun',
    match:
      '[<visit>(official|state|working|goodwill|surprise|inspection)? (visit|visits|trip|trips|tour|tours|stopover|stop|stay|mission)]',
    yes: ['The tour begins with [visit visits] to Israel and Egypt.'],
    no: ['They stopped.'],
  },
  {
    id: 'leave-any',
    match: '[<visit>(left|leaves|leave|leaving|departed|departs|departing)] (for|here|the|on|#Location|#Date)',
    yes: ['The premier [visit left] Accra for Lagos on Monday.'],
    no: ['She left early.'],
  },
  {
    id: 'land-verb',
    match: '[<visit>(landed|lands|toured|touring|tours)] (in|at|the|#Location|#ProperNoun)',
    yes: ['The premier [visit landed] in Singapore on Tuesday.'],
    no: ['The plane landed.'],
  },
  {
    id: 'sign-any',
    match: '[<signing>(signed|sign|signs|signing|inked)]',
    yes: ['China and Pakistan [signing signed] a free trade agreement on Friday.'],
    no: ['There is no sign of rain.'],
  },
  {
    id: 'vote-any',
    match:
      '[<vote>(by-election|by-elections|vote|votes|voted|voting|election|elections|referendum|polls|ballot|runoff|veto|vetoed|ratification)]',
    yes: ['The parliament [vote voted] on the budget on Monday.'],
    no: ['He polls well.'],
  },
  {
    id: 'approve-any',
    match:
      '[<vote>(approved|approves|approve|adopted|adopts|adopt|passed|passes|endorsed|endorses|ratified|ratify|rejected|rejects|backs|backed)]',
    yes: ['The parliament on Thursday [vote approved] a bill on chemicals.'],
    no: ['He passed the salt.'],
  },
  {
    id: 'joint-statement',
    match: '[<statement>joint? (statement|communique|communiqué|declaration|briefing|briefings)]',
    yes: ['The two countries issued a [statement joint statement] after the talks.'],
    no: ['They stood jointly.'],
  },
  {
    id: 'gathering',
    match: '[<summit>(summit|conference|forum|convention|congress|assembly|symposium|seminar)]',
    yes: ['Ministers of 20 countries attended the [summit conference] in Singapore on Monday.'],
    no: ['She confers with him.'],
  },
]

/** What says that a subject is, was or will be on the table. */
const topics: Rule[] = [
  {
    id: 'focus-on',
    match: `({focus/Verb}|{centre/Verb}|{center/Verb}|{concentrate/Verb}|{revolve/Verb}|focussed|focussing|centred|centring) #Adverb? (on|upon|around) ${topic}`,
    yes: ['The talks focused on [topic border security].'],
    no: ['The lens focused the light.'],
  },
  {
    id: 'discuss',
    match: `({discuss/Verb}|{negotiate/Verb}|{debate/Verb}|{review/Verb}) #Adverb? ${topic}`,
    yes: ['They discussed [topic trade].'],
    no: ['They discussed.'],
  },
  {
    id: 'discuss-with',
    match: `{discuss/Verb} with #Person ${topic}`,
    yes: ['He discussed with Hosni Mubarak [topic ways to end the war].'],
    no: ['He discussed it.'],
  },
  {
    id: 'talk-about',
    match: `({talk/Verb}|{speak/Verb}) (about|over) ${topic}`,
    yes: ['They talked about [topic fishing rights].'],
    no: ['They talked for hours.'],
  },
  {
    id: 'talks-on',
    match: `${occasion} #Verb? #Adverb? (on|about|over|concerning|regarding|covering) ${topic}`,
    yes: [
      'They held talks on [topic grain exports].',
      'They held talks on the [topic prevention of ships, currently under sanctions, from entering the port].',
    ],
    no: ['The talks were held on Friday.'],
  },
  {
    id: 'talks-with-on',
    match: `${occasion} (with|between) #NounPhrase (on|about|over|concerning|regarding) ${topic}`,
    yes: ['He held talks with Syrian leaders on [topic grain exports].'],
    no: ['He held talks with the leaders.'],
  },
  {
    id: 'occasion-covers',
    match: `${occasion} ${helpers}{0,3} (cover|covers|covered|covering|include|includes|included|address|addressed|deal with|dealt with|take up|took up|touch on|touched on|delve into|encompass|encompasses|encompassing|feature|featured|tackle) ${topic}`,
    yes: ['The meeting will address [topic border security].'],
    no: ['The meeting was short.'],
  },
  {
    id: 'views-on',
    match: `(views|opinions|notes) (on|about|over) ${topic}`,
    yes: ['They exchanged views on [topic regional security].'],
    no: ['Views differ.'],
  },
  {
    id: 'topics-such-as',
    match: `(topics|issues|subjects|matters|questions|areas|fields) #Adverb? (such as|including|include|includes|included|like|ranging from) ${topic}`,
    yes: ['Talks will cover issues including [topic fishing rights].'],
    no: ['The issues are many.'],
  },
  {
    id: 'raise',
    match: `{raise/Verb} #Determiner? (issue|issues|question|matter|concerns|concern|subject) (of|about|over|on) ${topic}`,
    yes: ['He raised the issue of [topic human rights].'],
    no: ['She raised two children.'],
  },
  {
    id: 'agree-on',
    match: `({agree/Verb} on|{agree/Verb} upon|reached agreement on|reached consensus on) ${topic}`,
    status: 'agreed',
    yes: ['They agreed on [topic tariff cuts].'],
    no: ['They agreed.'],
  },
  {
    id: 'agree-to',
    match: '({agree/Verb}|decided) to #Adverb? [<topic>#Verb]',
    status: 'agreed',
    yes: ['They agreed to [topic reduce tariffs].'],
    no: ['They agreed to it.'],
  },
  {
    id: 'sign-on',
    match: `({sign/Verb}|inked|{conclude/Verb}|{reach/Verb}) #Determiner? #Adjective? #Noun{0,4} ${text} (on|for|about|concerning|covering) ${topic}`,
    status: 'agreed',
    yes: ['They signed an agreement on [topic nuclear energy].'],
    no: ['They signed an agreement on Friday.'],
  },
  {
    id: 'sign-text',
    match: `({sign/Verb}|inked) #Determiner? #Value? [<topic>#Adjective? #Noun+] ${text}`,
    status: 'agreed',
    yes: ['They signed a [topic free trade] agreement.'],
    no: ['They signed an agreement.'],
  },
  {
    id: 'push-for',
    match: `{push/Verb} for ${topic}`,
    status: 'planned',
    yes: ['The minister is expected to push for [topic trade talks] at the summit.'],
    no: ['They pushed the car.'],
  },
  {
    id: 'vote-on',
    match: `(vote|referendum|ballot|resolution) on ${topic}`,
    yes: ['A vote on the [topic budget] is due.'],
    no: ['The vote is due.'],
  },
]

/** The agenda of news English: what names an event, and what says that a subject is on the table. */
export const agenda: RuleSet = { name: 'english', rules: [...mayBe, ...events, ...topics] }
