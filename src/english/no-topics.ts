// Words that tell what is no topic of an agenda, data only.

import { oneOf, wordSet, words } from '../base/word-list.ts'

/** "refused to discuss", "avoided discussing", "failed to agree on", "ruled out talks on": kept off the agenda. */
export const keepsOff: ReadonlySet<string> = wordSet(
  `refuse refused refuses refusing decline declined declines declining avoid avoided avoids avoiding fail failed fails failing
  reject rejected rejects rejecting deny denied denies denying`,
)

/** What is on a subject and on no agenda: "the film focused on a family". */
export const works: ReadonlySet<string> = wordSet(
  `film films movie movies documentary documentaries book books novel novels exhibition exhibit play musical opera series episode show album
  song podcast article column magazine study studies course lecture`,
)

/** "on the sidelines", "over the phone", "for their hospitality": where or how people meet. */
export const circumstances: ReadonlySet<string> = wordSet(
  `sideline sidelines margin margins fringes invitation phone telephone coffee tea zoom weekend others basis occasion eve behalf arrival
  hospitality`,
)

/** Before whom one speaks: "addressed the forum". */
export const audiences: ReadonlySet<string> = wordSet(
  'forum conference summit parliament congress senate assembly rally crowd session gathering meeting audience nation troops delegates reporters sejm knesset bundestag',
)

const parley = '(?:talks|negotiations|discussions|consultations|dialogue|meetings?|conversations?|contacts?)'
const plain = '(?:(?:the|their|such|these|regular|further|more|direct|bilateral|high-level|formal|close) ){0,3}'
const when = '(?: (?:again|soon|regularly|further|next|later|on|in|at)\\b.{0,30})?'

/** "meet again", "stay in touch", "resume talks on Monday": the next occasion, and no subject of this one. */
export const nextOccasion = new RegExp(
  `^(?:(?:meet|talk|speak|reconvene|convene)|(?:stay|keep|remain|be) in (?:\\w+ )?(?:touch|contact)|` +
    `(?:continue|resume|hold|have) ${plain}${parley}|(?:hold )?(?:a )?(?:next|another|second|third|new|further) (?:round|meeting|session)(?: of ${parley})?)${when}$`,
  'i',
)

const qualities =
  words(`bilateral various other many several key important common mutual major range number series variety
  wide of broad related concerned these regional international`)
const lightNouns =
  words(`issue issues matter matters topic topics subject subjects question questions agenda concern concerns
  range number variety series side sides parties way ways thing things detail details talks meeting meetings visit visits
  basis sidelines invitation year month`)
/** Words that name no subject: "issues", "the agenda", "a number of matters". */
export const namesNoSubject = new RegExp(`^(?:${oneOf(qualities)}\\s)*${oneOf(lightNouns)}$`, 'i')

/** What goes up when it is raised, and is not brought up: "raised its forecast". */
export const figures = wordSet(
  `forecast forecasts guidance outlook dividend dividends stake stakes rate rates price prices wage wages pay salaries salary capital
  money funds cash funding target targets estimate estimates fares fees rent rents output revenue profit profits`,
)
