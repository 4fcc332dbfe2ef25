import { beginningIn, inOrder, type Span, SpanSet } from '../../base/span.ts'
import { oneOf } from '../../base/word-list.ts'
import { notNames } from '../../english/heads-and-titles.ts'
import { beforeOpponent, countsVotes, overTeam, resultNouns, resultVerbs, teamDoes } from '../../english/sport.ts'
import { type Columns, tokensWhere, wordAt } from '../../text/columns.ts'
import type { Document, Sentence, Token } from '../../text/document.ts'
import { wordTest } from '../../text/word.ts'
import type { NameMention } from './find-names.ts'

/** Teams among names, and those that the model passed over. */
export interface ResultTeams {
  seen: readonly NameMention[]
  unseen: readonly Span[]
}

const told = new Set([...resultVerbs, ...resultNouns])
const tellsResult = wordTest(({ normal }) => told.has(normal))
const counters = new Set(countsVotes)
const scores = /(?<![\p{L}\d-])\d{1,3}[-–]\d{1,3}(?![\d-])/gu

const wins = new RegExp(
  `^ ${oneOf([...teamDoes, ...resultVerbs, 'were beaten', 'was beaten', 'came from'])}(?![\\p{L}-])`,
  'u',
)
const opponent = oneOf(beforeOpponent)
const facesTeam = new RegExp(
  `(?<![\\p{L}-])(?:${oneOf([...overTeam, ...resultVerbs])}|\\d[-–]\\d{1,3}(?: (?:victory|win|defeat|loss|draw|away|at home))? ${opponent}|beaten(?: \\d{1,3}[-–]\\d{1,3})? by) $`,
  'u',
)
const around = 24

/**
 * "Leeds won 2-1 at Derby": a sentence with a score and a verb of winning is of sport, whatever the rest of the story is.
 * A town that wins, loses or is faced in it is a team, and so is a capitalised word there that the model passed over.
 */
export function teamsInResults(
  doc: Document,
  names: readonly NameMention[],
  mayPlay: (name: NameMention) => boolean,
  isTown: (name: string) => boolean,
): ResultTeams {
  const sentences = resultsIn(doc)
  const lines = teamsInLines(doc, isTown)
  if (sentences.length === 0) return { seen: [], unseen: lines }
  const named = new SpanSet(names)
  const ordered = inOrder(names)
  const seen = sentences.flatMap((one) =>
    beginningIn(ordered, one).filter((name) => mayPlay(name) && plays(doc.text, name)),
  )
  const unseen = sentences.flatMap(({ first, last }) =>
    doc.tokens.slice(first, last).filter((token) => isUnseen(doc, token, named) && plays(doc.text, token)),
  )
  return { seen, unseen: [...unseen.map(({ start, end }) => ({ start, end })), ...lines] }
}

/** Sentences with one score and a verb of winning; people play sets, "6-4, 6-3", and parliaments count votes. */
function resultsIn({ text, columns, sentences, tokens }: Document): Sentence[] {
  const found = new Set(tokensWhere(columns, tellsResult).map((at) => tokens[at]!.sentence))
  return sentences.filter(
    (one) =>
      found.has(one) &&
      !one.allCaps &&
      text.slice(one.start, one.end).match(scores)?.length === 1 &&
      !tokens.slice(one.first, one.last).some(({ normal }) => counters.has(normal)),
  )
}

const plays = (text: string, { start, end }: Span): boolean =>
  wins.test(text.slice(end, end + around)) || facesTeam.test(text.slice(Math.max(0, start - around), start))

const endsInNumber = (columns: Columns, last: number): boolean =>
  [last - 1, last - 2].some((at) => at >= 0 && /^\d/.test(wordAt(columns, at).text))

const line = /^(\p{Lu}[\p{L}.' -]{2,24}) \d,? (?:and )?(\p{Lu}[\p{L}.' -]{2,24}) \d\.?$/u
const longestLine = 60

/** "Liverpool 2, Everton 0.": two teams, where one of them is called like a place. */
function teamsInLines({ text, columns, sentences }: Document, isPlace: (name: string) => boolean): Span[] {
  return sentences.flatMap(({ start, end, last }) => {
    if (end - start >= longestLine || !endsInNumber(columns, last)) return []
    const written = text.slice(start, end)
    const [, home, away] = line.exec(written) ?? []
    if (home === undefined || away === undefined || !(isPlace(home) || isPlace(away))) return []
    const second = start + written.lastIndexOf(away)
    return [
      { start, end: start + home.length },
      { start: second, end: second + away.length },
    ]
  })
}

/** One capitalised word that no name holds or touches. */
function isUnseen({ text, tokens }: Document, { at, start, end, word }: Token, named: SpanSet<NameMention>): boolean {
  const isName = /^\p{Lu}\p{Ll}{3,}$/u.test(word.text) && !notNames.has(word.normal)
  const alone = !tokens[at - 1]?.word.capital && !/^[ -]\p{Lu}/u.test(text.slice(end, end + 2))
  return isName && alone && !named.overlapping({ start: Math.max(0, start - 1), end: end + 1 })
}
