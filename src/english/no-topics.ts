// Words that tell what is no topic of an agenda, data only.

/** "refused to discuss", "avoided discussing", "failed to agree on", "ruled out talks on": kept off the agenda. */
export const keepsOff: ReadonlySet<string> = new Set(
  `refuse refused refuses refusing decline declined declines declining avoid avoided avoids avoiding fail failed fails failing
  reject rejected rejects rejecting`.split(/\s+/),
)

/** "on the sidelines", "over the phone": where or how people meet. */
export const circumstances: ReadonlySet<string> = new Set(
  `sideline sidelines margin margins fringes invitation phone telephone others basis occasion eve behalf arrival`.split(
    /\s+/,
  ),
)

const parley = '(?:talks|negotiations|discussions|consultations|dialogue|meetings?|conversations?|contacts?)'
const plain = '(?:(?:the|their|such|these|regular|further|more|direct|bilateral|high-level|formal|close) ){0,3}'
const when = '(?: (?:again|soon|regularly|further|next|later|on|in|at)\\b.{0,30})?'

/** "meet again", "stay in touch", "resume talks on Monday": the next occasion, and no subject of this one. */
export const nextOccasion = new RegExp(
  `^(?:(?:meet|talk|speak|reconvene|convene)|(?:stay|keep|remain|be) in (?:\\w+ )?(?:touch|contact)|` +
    `(?:continue|resume|hold|have) ${plain}${parley}|(?:next|another|second|third|new) (?:round|meeting|session)(?: of ${parley})?)${when}$`,
  'i',
)
