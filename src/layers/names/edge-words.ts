import { shipPrefixes, statuteHeads } from '../../english/names.ts'
import { tokensWhere } from '../../text/columns.ts'
import type { Document } from '../../text/document.ts'
import { wordTest } from '../../text/word.ts'
import type { NameMention } from './find-names.ts'
import { isNameWord, runBefore } from './name-borders.ts'
import { steps } from './steps.ts'

const isShipPrefix = wordTest(({ text }) => shipPrefixes.has(text))
const insideShipName = wordTest(({ text }) => /^(?:of|de|del|la|-|\.|\d{1,2})$/.test(text))
const mostWords = 6
const confidence = 0.85

/** "HMS Prince of Wales", "USS Gerald R. Ford": what a prefix of ships opens is one ship, whoever it is called after. */
export function ships({ columns, tokens }: Document): NameMention[] {
  const found: NameMention[] = []
  for (const at of tokensWhere(columns, isShipPrefix)) {
    const { start, sentence } = tokens[at]!
    let last = at
    for (let i = at + 1; i < sentence.last && i - at <= mostWords && tokens[i]!.start - tokens[i - 1]!.end <= 1; i++) {
      const { word } = tokens[i]!
      if (isNameWord(word)) last = i
      else if (i === at + 1 || !insideShipName(word)) break
      else if (/^\d/.test(word.text)) last = i
    }
    const end = tokens[last]!.end
    if (last === at || sentence.allCaps) continue
    found.push({ start, end, type: 'product', foundBy: steps.ship, confidence })
  }
  return found
}

const isStatuteHead = wordTest(({ text }) => statuteHeads.has(text))

/** "The Terrorism Act 2000": the capitalised words before a law's last word, and the year behind it, which is no date. */
export function statutes({ columns, tokens }: Document): NameMention[] {
  const found: NameMention[] = []
  for (const at of tokensWhere(columns, isStatuteHead)) {
    const year = tokens[at + 1]
    const { sentence, end } = tokens[at]!
    if (year?.start !== end + 1 || !/^(?:1[89]|20)\d\d$/.test(year.text)) continue
    const first = runBefore(tokens, sentence.first, at)
    if (first !== null && !sentence.allCaps)
      found.push({ start: tokens[first]!.start, end: year.end, type: 'law', foundBy: steps.statute, confidence })
  }
  return found
}
