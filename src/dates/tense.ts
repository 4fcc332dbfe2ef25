import type { Lexeme } from './lexemes.ts'

const words = (list: string) => new Set(list.trim().split(/\s+/))

const ahead = words(
  `will shall would may might could can must should upcoming forthcoming scheduled planned plans plan planning expected
  expects expect due slated soon hopes hope intends intend going wants want pending tomorrow deadline`,
)
const behind = words(
  `was were had did has have said told met held went came took made gave saw left began got found kept fell rose hit won
  lost sent spent shot led put became brought flew spoke wrote broke drew drove grew knew ran sat stood sold paid read
  heard thought fought caught bought sought taught swore threw struck stuck quit cut shut built dealt slept hurt since ago
  yesterday says reported`,
)
const border = /^[.;:!?"“”]$/
const farthest = 14

/** Whether the clause around a stretch of lexemes speaks of what lies ahead: its nearest verb decides, the one before it first. */
export function tenseAround(lexemes: readonly Lexeme[], first: number, last: number): 'past' | 'future' | null {
  const opens = opensClause(lexemes, first)
  if (!opens && /^(?:until|till|through)$/.test(lexemes[first - 1]?.word ?? '')) return 'future'
  for (let i = first - 1; !opens && i >= Math.max(0, first - farthest); i--) {
    const { word } = lexemes[i]!
    if (border.test(word) || word.startsWith('\n')) break
    const tense = tenseOf(lexemes, i)
    if (tense) return tense
  }
  for (let i = last; i < Math.min(lexemes.length, last + farthest); i++) {
    const { word } = lexemes[i]!
    if (border.test(word) || word.startsWith('\n')) break
    const tense = tenseOf(lexemes, i)
    if (tense) return tense
  }
  return null
}

const joint = /^(?:but|and|that|while|when|,|[-–—]|["“”`.;:!?])$/

/** "…, but in March a judge ruled": what stands first in its clause has its verb behind it. */
function opensClause(lexemes: readonly Lexeme[], first: number): boolean {
  const lead = lexemes[first - 1]
  if (!lead || border.test(lead.word) || lead.word.startsWith('\n')) return true
  const preposition = /^(?:in|on|by|since|until|from|during|over|at|late|early|earlier|later)$/.test(lead.word)
  const before = lexemes[first - (preposition ? 2 : 1)]
  return preposition
    ? !before || joint.test(before.word) || before.word.startsWith('\n')
    : /^(?:but|that)$/.test(lead.word)
}

function tenseOf(lexemes: readonly Lexeme[], i: number): 'past' | 'future' | null {
  const { word, capital } = lexemes[i]!
  const lead = lexemes[i - 1]?.word ?? ''
  if (ahead.has(word) && !(capital && word === 'may')) return 'future'
  const participle = word.length > 3 && word.endsWith('ed') && word !== 'need' && word !== 'united'
  // "to be published" lies ahead, "is heard" tells nothing.
  if (participle || behind.has(word)) return lead === 'be' ? 'future' : /^(?:is|are)$/.test(lead) ? null : 'past'
  if (word === 'early') return lead === 'as' ? 'future' : null
  if (word === 'to') {
    const next = lexemes[i + 1]
    return next &&
      !next.capital &&
      /^(?!the$|an?$|his$|her$|its$|their$|this$|that$|work$)[a-z]{2,}(?<!ing)$/.test(next.word)
      ? 'future'
      : null
  }
  return null
}
