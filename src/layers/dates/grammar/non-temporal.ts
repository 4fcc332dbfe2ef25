import { type DateContext, type DateMatch, dateRule, wordAfter, wordBefore } from '../reading.ts'

/** Names that hold the name of a day: clubs, papers, programmes, treaties, what happened on one day of history. */
const namesOfDays: readonly string[] = [
  'sheffield wednesday',
  '(?:bloody | manic | ruby | freaky | casual | girl | man | taco) WEEKDAY',
  'black (?:monday | tuesday | wednesday | thursday | saturday | sunday | september)',
  `WEEKDAY (?: times | telegraph | mail | express | mirror | herald | independent | tribune | mercury | globe | star | post | school | league)`,
  'WEEKDAY (?:night | evening | morning) (?: live | fever | football | lights | post | takeaway | raw | club | baseball)',
  'WEEKDAY (?:afternoon)? (?:club | quarterback)',
  'easter (?: rising | uprising | rebellion | island)',
  '(?: usa | russia | india | voa | psychology | business | pakistan | christianity | physics) today',
]
/** Those whose last word need not have a capital. */
const namesBegun: readonly string[] = [
  'mail on sunday',
  'good friday (?:peace)? (?: agreement | accord | accords | deal | pact | treaty)',
  '(?: today | tonight) (?: show | programme | program)',
]

const programmes = /^(?:60|sixty) minutes$|^48 hours$/

const isCapital = ({ first, last }: DateMatch, { lexemes }: DateContext): boolean =>
  lexemes.slice(first, last).every(({ capital, word }) => capital || !/^[a-z]/.test(word))

/** "Yesterday", "Friday" alone between quotation marks: a song, a film. */
const isQuoted = (match: DateMatch, context: DateContext): boolean =>
  /^["“”'‘`]$/.test(wordBefore(match, context)) &&
  /^["“”'’]$/.test(wordAfter(match, context)) &&
  isCapital(match, context)

const quote = /^["“”]$/
const longestTitle = 6
/** Words that a title does not capitalise. */
const small = /^(?:a|an|the|of|and|in|on|at|to|for|from|with|by|or|'s|[^a-z].*|)$/

/** "Tomorrow Never Dies" between quotation marks: a title of several words, each with its capital. */
function isInTitle({ first, last }: DateMatch, { lexemes }: DateContext): boolean {
  let [open, close] = [first - 1, last]
  const mayHold = (i: number) => {
    const lexeme = lexemes[i]
    return lexeme !== undefined && !quote.test(lexeme.word) && (lexeme.capital || small.test(lexeme.word))
  }
  while (first - open <= longestTitle && mayHold(open)) open--
  while (close - last < longestTitle && mayHold(close)) close++
  return (
    quote.test(lexemes[open]?.word ?? '') &&
    quote.test(lexemes[close]?.word ?? '') &&
    lexemes[first]!.capital &&
    lexemes.slice(open + 1, close).filter(({ capital }) => capital).length > 1
  )
}

/** Words of time that mean none: nothing is read in what these fit. */
export const nonTemporal = [
  ...namesOfDays.map((pattern) =>
    dateRule('name', pattern, (match, context) => (isCapital(match, context) ? 'none' : null)),
  ),
  ...namesBegun.map((pattern) =>
    dateRule('name', pattern, (match, context) => (context.lexemes[match.first]!.capital ? 'none' : null)),
  ),
  dateRule('title', '(?: WEEKDAY | TODAY | MONTH)', (match, context) =>
    isQuoted(match, context) || isInTitle(match, context) ? 'none' : null,
  ),
  dateRule(
    'age',
    '(?:(?:the | a)? COUNT -? (?:UNIT | UNITS) -? (?:old | olds) | COUNT (?:UNIT | UNITS) of age | aged COUNT (?:UNIT | UNITS)?)',
    () => 'none',
  ),
  // The programme.
  dateRule('name', '(?: COUNT minutes | COUNT hours)', ({ first, last }, { lexemes }) =>
    programmes.test(`${lexemes[first]!.word} ${lexemes[last - 1]!.word}`) && lexemes[last - 1]!.capital ? 'none' : null,
  ),
  dateRule('fraction', 'COUNT - (?:quarters | thirds | quarter)', () => 'none'),
  dateRule(
    'speed',
    '(?:miles | kilometers | kilometres | km | meters | feet) (?:an | per) (?:hour | second | minute)',
    () => 'none',
  ),
]
