import { before, behind, type Context, type Match, rule } from '../reading.ts'

/** Names that hold the name of a day: clubs, papers, programmes, treaties, what happened on one day of history. */
const namesOfDays: readonly string[] = [
  'sheffield wednesday',
  '(?:bloody | manic | ruby | freaky | casual | girl | man | taco) WEEKDAY',
  'black (?:monday | tuesday | wednesday | thursday | saturday | sunday)',
  `WEEKDAY (?: times | telegraph | mail | express | mirror | herald | independent | tribune | mercury | school | league)`,
  'WEEKDAY (?:night | evening | morning) (?: live | fever | football | lights | post | takeaway | raw | club | baseball)',
  'WEEKDAY (?:afternoon)? (?:club | quarterback)',
  'easter (?: rising | uprising | rebellion | island)',
  '(?: usa | russia | india | voa | psychology | business | pakistan | christianity | physics) today',
]
/** Those whose last word need not have a capital. */
const namesBegun: readonly string[] = [
  'good friday (?:peace)? (?: agreement | accord | accords | deal | pact | treaty)',
  'today (?: show | programme | program)',
]

const isCapital = ({ first, last }: Match, { lexemes }: Context): boolean =>
  lexemes.slice(first, last).every(({ capital, word }) => capital || !/^[a-z]/.test(word))

/** "Yesterday", "Friday" alone between quotation marks: a song, a film. */
const isQuoted = (match: Match, context: Context): boolean =>
  /^["“”'‘`]$/.test(before(match, context)) && /^["“”'’]$/.test(behind(match, context)) && isCapital(match, context)

/** Words of time that tell none: nothing is read in what these fit. */
export const none = [
  ...namesOfDays.map((pattern) =>
    rule('name', pattern, (match, context) => (isCapital(match, context) ? 'none' : null)),
  ),
  ...namesBegun.map((pattern) =>
    rule('name', pattern, (match, context) => (context.lexemes[match.first]!.capital ? 'none' : null)),
  ),
  rule('title', '(?: WEEKDAY | TODAY | MONTH)', (match, context) => (isQuoted(match, context) ? 'none' : null)),
  rule(
    'age',
    '(?:(?:the | a)? COUNT -? (?:UNIT | UNITS) -? (?:old | olds) | COUNT (?:UNIT | UNITS) of age | aged COUNT (?:UNIT | UNITS)?)',
    () => 'none',
  ),
  rule('fraction', 'COUNT - (?:quarters | thirds | quarter)', () => 'none'),
  rule(
    'speed',
    '(?:miles | kilometers | kilometres | km | meters | feet) (?:an | per) (?:hour | second | minute)',
    () => 'none',
  ),
]
