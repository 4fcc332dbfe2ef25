import { wordSet } from '../../base/word-list.ts'
import type { Lexeme } from './lexemes.ts'
import { unknown } from './vocabulary.ts'

/** The names of months that are somebody's: "Theresa May", "met June Carter", not "In London May 3". */
export function peopleAmong(lexemes: readonly Lexeme[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (let i = 1; i < lexemes.length; i++) {
    const { word, capital, opens, start, end } = lexemes[i]!
    if (!capital || opens || !monthsOfPeople.has(word)) continue
    const [lead, next] = [lexemes[i - 1]!, lexemes[i + 1]]
    if (lead.code !== unknown || lead.end + 1 !== start || /^\d/.test(next?.word ?? '')) continue
    const surname = lead.capital && (!lead.opens || next?.word === "'s")
    const first = next?.capital === true && next.code === unknown && next.start === end + 1 && /^[a-z]/.test(lead.word)
    if (surname || first) names.add(word)
  }
  return names
}
const monthsOfPeople = wordSet('april may june august march')
