// Words by which noun phrases and topics are cut, data only.

import { wordSet } from '../base/word-list.ts'

/** Words that open a noun phrase and stay out of a topic. */
export const phraseOpeners = wordSet(
  'the a an their its his her our my your any some this that these those such both all certain several',
)

/** Prepositions that tie a phrase to the noun before it. */
export const ties = wordSet(
  'of between for from in to with on against over into within about among toward towards under regarding concerning through',
)

/** Heads that name no subject, but lead to one: "the issues of", "a range of topics such as". */
export const lightHeads =
  wordSet(`issue issues question questions matter matters topic topics subject subjects problem problems range
  number series variety host set agenda concern concerns area areas field fields aspects aspect items point points initiatives sides side parties`)

/** What stands between a light head and the subject. */
export const lightLinks = [
  'of',
  'on',
  'about',
  'in',
  'over',
  'concerning',
  'regarding',
  'including',
  'involving',
  'covering',
  'like',
  'such as',
  'related to',
  'relating to',
  'ranging from',
]

/** Heads that take a list behind "in" or "on" as their own: "cooperation in trade, energy and transport". */
export const takesList = wordSet(
  'cooperation collaboration coordination exchange exchanges relations ties partnership partnerships fight investment',
)

/** Heads that take an infinitive: "efforts to save the peace process". */
export const takesInfinitive =
  wordSet(`effort efforts plan plans proposal proposals way ways means initiative initiatives move moves bid measures
  steps need decision mechanism attempt attempts right rights recommendation projects how whether`)

/** What has a day of its own: "the election next month". */
export const calendarNouns = wordSet(
  `election elections vote referendum summit meeting conference talks visit trip hearing trial match game final race session
  festival games budget anniversary holiday strike tournament launch inauguration ceremony event events gathering poll polls`,
)

/** Heads that keep the name behind "with": "relations with Iran", but "discussed trade with Putin". */
export const takesCompany = wordSet('relations ties cooperation trade talks agreement links border war dispute')

/** Gerunds that lead to a list and are no part of a name. */
export const gerundPrepositions = wordSet('including concerning regarding involving covering following')

/** Words that open a clause which may be a subject itself: "how to end the fighting". */
export const questionWords = wordSet('how whether what which who where why if')

/** Nouns of texts, before which their subject ends: "a cooperation agreement". */
export const textNouns =
  wordSet(`agreement agreements accord accords pact pacts deal deals treaty treaties memorandum memorandums
  protocol protocols contract contracts declaration bill bills framework resolution resolutions issue issues convention`)
