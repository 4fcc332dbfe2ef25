import type { RuleSet } from '../rules/define.ts'

/** The agenda of news English: what names an event, and what says that a subject is on the table. */
export const agenda: RuleSet = {
  name: 'english',
  rules: [
    // Events by noun
    {
      id: 'summit-name',
      match: '[<summit>#Organization (summit|conference|forum|assembly|congress)]',
      yes: ['Leaders will attend the [summit G20 summit] in Delhi.'],
      no: ['They reached the summit of Everest.'],
    },
    {
      id: 'summit-noun',
      match: '(#Determiner|#Adjective|#Group|#Location|his|her|their) [<summit>#Adjective? (summit|conference|forum)]',
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
      id: 'meeting-noun',
      match:
        '[<meeting>(courtesy|official|emergency|ministerial|closed-door|bilateral|trilateral|annual|working|regular|special)? (meeting|meetings|talks|negotiations|consultations|dialogue)]',
      yes: ['He will hold an [meeting official meeting] with the minister.'],
      no: ['He talks a lot.'],
    },
    {
      id: 'visit-noun',
      match:
        '(#Determiner|#Possessive|#Adjective|his|her|their|two|three|four|five|#Value) [<visit>(official|state|working)? (visit|trip|tour|stopover)]',
      yes: ['He arrived for a two-day [visit visit] to Ankara.'],
      no: ['Tourists visit the museum.'],
    },
    {
      id: 'visit-verb',
      match: 'to [<visit>visit] #Location',
      status: 'planned',
      yes: ['The minister is scheduled to [visit visit] Dhaka.'],
      no: ['They visit a museum.'],
    },
    {
      id: 'press-conference',
      match: '[<statement>(news|press) (conference|briefing)]',
      yes: ['He told a [statement news conference] on Friday.'],
      no: ['The press was there.'],
    },
    {
      id: 'signing-verb',
      match:
        '[<signing>(signed|sign|signs|inked)] #Determiner? #Adjective? #NounPhrase? (agreement|agreements|deal|deals|pact|pacts|accord|accords|treaty|memorandum|protocol|contract|contracts)',
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
    {
      id: 'meeting-verb',
      match:
        '[<meeting>(will|would)? (met|meets|meet)] (with|#Person|#Group|#Location|his|her|their|#Determiner|in|on|for)',
      yes: ['Albright [meeting met] with leaders of the opposition.'],
      no: ['The goal was met.'],
    },
    // Topics
    {
      id: 'centred-on',
      match:
        '(centered|centred|focused|focussed|focus|focuses|focusing|concentrated|concentrate|center|centre) (on|upon) [<topic>#NounPhrase]',
      yes: ['The talks focused on [topic border security].'],
      no: ['The lens focused the light.'],
    },
    {
      id: 'discuss',
      match:
        '{discuss/Verb} (the|their|a)? (issue|issues|question|matter)? (of|such as|including)? [<topic>#NounPhrase]',
      yes: ['They discussed [topic trade].'],
      no: ['They discussed.'],
    },
    {
      id: 'talks-on',
      match:
        '(talks|negotiations|discussions|consultations|dialogue|meeting|conference|summit|views|agreement|agreements|pact|deal|accord|memorandum|treaty|contract) (on|about|over|concerning|regarding) (issues of|issue of|question of|the)? [<topic>#NounPhrase]',
      yes: ['They held talks on [topic grain exports].'],
      no: ['The talks were held on Friday.'],
    },
    {
      id: 'topics-such-as',
      match:
        '(topics|issues|subjects|matters|agenda|questions) (such as|including|include|includes|included|like|ranging from) [<topic>#NounPhrase]',
      yes: ['Talks will cover issues including [topic fishing rights].'],
      no: ['The issues are many.'],
    },
    {
      id: 'raise',
      match:
        '{raise/Verb} (the|his|her|their)? (issue|issues|question|matter|concerns|concern|subject) (of|about|over|on) [<topic>#NounPhrase]',
      yes: ['He raised the issue of [topic human rights].'],
      no: ['She raised two children.'],
    },
    {
      id: 'agree-on',
      match: '{agree/Verb} (on|upon) [<topic>#NounPhrase]',
      status: 'agreed',
      yes: ['They agreed on [topic tariff cuts].'],
      no: ['They agreed.'],
    },
    {
      id: 'agree-to',
      match: '{agree/Verb} to [<topic>#Verb #NounPhrase]',
      status: 'agreed',
      yes: ['They agreed to [topic reduce tariffs].'],
      no: ['They agreed to it.'],
    },
    {
      id: 'exchange-views',
      match: '{exchange/Verb} (views|opinions) (on|about|over) (issues of|the)? [<topic>#NounPhrase]',
      yes: ['They exchanged views on [topic regional security].'],
      no: ['They exchanged gifts.'],
    },
  ],
}
