import { wordSet } from '../../base/word-list.ts'
import type { Lexeme } from './lexemes.ts'
import { type DateContext, type DateMatch, wordBefore } from './reading.ts'

const counted =
  /^(?:people|men|women|children|troops|feet|more|other|new|of|km|kg|mi|ft|lb|mph|kph|metres|meters|miles|kilometres|kilometers)$/

/** Nouns that a number follows as a name: "Resolution 1701", "Flight 1944". */
const numberedNouns = wordSet(
  `no number flight route highway interstate page room resolution resolutions article section paragraph clause rule lot
  bus train channel prisoner inmate docket form gate platform unit suite apartment code decree proposition extension
  postcode hr`,
)
/** A number of these is one where no name stands before it: "Law 1530", but "the Finance Act 2006". */
const numberedIfFirst = wordSet('law bill act order directive statute proposal')

/** What history names by its year, long ago as well: "the treaty of 1648", "the 1215 charter". */
const ofHistory = wordSet(
  `treaty peace war battle siege revolt rebellion uprising revolution conquest constitution charter edict accord plague
  fire earthquake eruption famine census massacre crusade coup union`,
)

/** After a hyphen: "1950-era"; what else a number is joined to is counted, "an 1800-seat hall". */
const datedBy = wordSet('era built style vintage set born model founded dated based present onward onwards now')

/** "rose to 1985": where a count went. */
const wentTo = /^(?:rose|rises|risen|climbed|grew|fell|dropped|jumped|increased|declined)$/

/** Words in -s that follow a year and count nothing. */
const noPlural = wordSet(
  `was is has says its his does as this onwards afterwards begins starts opens ends closes kicks takes runs gets sees
  brings comes follows shows remains protects stands marks looks promises
  levels`,
)

/** Whether a noun before a number makes it a name's number: "Resolution 1701", "Order No. 1984". */
function isNameNumber(lexemes: readonly Lexeme[], at: number): boolean {
  const stop = lexemes[at - 1]?.word === '.' ? 1 : 0
  const noun = lexemes[at - 1 - stop]
  if (!noun) return false
  if (stop === 1) return noun.word === 'no' && !lexemes[at]!.opens
  if (numberedNouns.has(noun.word)) return true
  return numberedIfFirst.has(noun.word) && noun.capital && !lexemes[at - 2]?.capital
}

/** "an 1800-seat hall", but "a 1950-era house". */
const isGlued = (lexemes: readonly Lexeme[], at: number): boolean => {
  const [hyphen, noun] = [lexemes[at + 1], lexemes[at + 2]]
  if (hyphen?.word !== '-' || hyphen.start !== lexemes[at]!.end || noun?.start !== hyphen.end) return false
  return /^[a-z]/.test(noun.word) && !noun.capital && !datedBy.has(noun.word)
}

/** "the treaty of 1648", "the 1215 charter". */
const isOfHistory = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at - 1]?.word === 'of'
    ? ofHistory.has(lexemes[at - 2]?.word ?? '')
    : lexemes[at - 1]?.word === 'the' && ofHistory.has(lexemes[at + 1]?.word ?? '')

/** Whether a number of four digits can be a year where it stands: not a count, a price or a name's number. */
export function standsAsYear(match: DateMatch, context: DateContext): boolean {
  const { lexemes } = context
  const at = match.groups.year!
  if (match.first !== at) return true
  const year = Number(lexemes[at]!.meaning)
  const previous = lexemes[at - 1]
  const next = lexemes[match.last]
  const lead = wordBefore(match, context)
  const strong = /^(?:in|since|until|by|from|during|circa)$/.test(lead)
  const history = isOfHistory(lexemes, at)
  const plural =
    next !== undefined &&
    !next.capital &&
    (counted.test(next.word)
      ? next.word !== 'of' || year < 1900
      : /[^aiu's]s$/.test(next.word) && !noPlural.has(next.word))
  if (/^(?:at|nearly|almost|some|least|over|under|about|approximately|\d.*)$/.test(lead)) return false
  if (
    isNameNumber(lexemes, at) ||
    (lead === 'to' && wentTo.test(wordBefore(match, context, 2)) && next?.word !== 'levels')
  )
    return false
  if (isGlued(lexemes, at)) return false
  if (
    previous &&
    /^[-–/.:+$]$/.test(previous.word) &&
    previous.end === lexemes[match.first]!.start &&
    !/^(?:\d{4}|mid|post|pre)$/.test(lexemes[match.first - 2]?.word ?? '')
  )
    return false
  if (year < 1700 || year > 2070) return (strong || history) && !plural
  return !plural || /^(?:in|since|the|'s|during|before|after)$/.test(lead)
}
