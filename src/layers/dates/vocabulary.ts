import { classes, type Meaning, shapes } from './lexicon.ts'
import { type Needs, needsOf } from './needs.ts'

/**
 * A pattern over lexemes, in the notation of regular expressions: names in capitals are classes, words stand for
 * themselves, `-` and `,` for the marks, `(?<name>…)` for a group that the reader asks for. A name may stand more than
 * once, in branches of which one fits.
 * `the? (?<which>ORDINAL) -? quarter (?: of (?<year>YEAR))?`
 */
interface DatePattern {
  /** Over a string of lexeme codes, with indices; made when it is asked for, since few texts need more than some. */
  regex(): RegExp
  needs: Needs
}

/** The words of the lexicon and of all patterns; each set of classes has one character as its code. */
export interface Vocabulary {
  /** The code of a word, or of a lexeme that has classes by its shape (names with spaces between). */
  codeOf(word: string, shape?: string): string
  meaningOf(word: string, className: string): Meaning | undefined
  compile(pattern: string, end?: '$'): DatePattern
  /** Codes of lexemes that belong to none but the given classes. */
  codesWithin(names: ReadonlySet<string>): ReadonlySet<string>
}

export const unknown = ' '

const part = /\(\?[:=!]|\(\?<[a-z]+\d?>|\(\?<[=!]|[()?*+|]|\{\d+(?:,\d+)?\}|[A-Z][A-Z_]*|'?[a-z]+|[-,']|\s+/g
const isName = (text: string) => /^(?:[A-Z]|'?[a-z]|[-,'])/.test(text)
const marks: Record<string, string> = { '-': 'HYPHEN', ',': 'COMMA', "'": 'APOSTROPHE' }

function partsOf(pattern: string): string[] {
  const parts = pattern.match(part) ?? []
  if (parts.join('') !== pattern)
    throw new Error(`date pattern: of "${pattern}" only "${parts.join('')}" is understood`)
  return parts.filter((one) => one.trim() !== '').map((one) => marks[one] ?? one)
}

/** A vocabulary for the given patterns: only their words and those of the lexicon have a code. */
export function openVocabulary(patterns: readonly string[]): Vocabulary {
  const classesOf = new Map<string, Set<string>>()
  const put = (word: string, name: string) => {
    const names = classesOf.get(word) ?? new Set<string>()
    classesOf.set(word, names.add(name))
  }
  for (const [name, words] of Object.entries(classes)) for (const word of Object.keys(words)) put(word, name)
  const known = new Set([...shapes, ...Object.keys(classes)])
  const piecesOf = new Map(patterns.map((pattern) => [pattern, partsOf(pattern)]))
  for (const name of [...new Set([...piecesOf.values()].flat())].filter(isName))
    if (!/^[A-Z]/.test(name)) put(name, name)
    else if (!known.has(name))
      throw new Error(
        `date pattern: unknown class ${name} in ${patterns.find((one) => piecesOf.get(one)!.includes(name))}`,
      )

  const codes = new Map<string, string>()
  const namesOf: string[][] = []
  /** The codes of all sets that have a name. */
  const withName = new Map<string, string>()
  const codeOfNames = (names: readonly string[]): string => {
    if (names.length === 0) return unknown
    const key = [...names].sort().join(' ')
    const code = codes.get(key)
    if (code !== undefined) return code
    // From U+4E00 on every code is one unit and no character of the notation.
    const made = String.fromCharCode(0x4e00 + codes.size)
    codes.set(key, made)
    namesOf.push([...names])
    for (const name of names) withName.set(name, (withName.get(name) ?? '') + made)
    return made
  }
  const codeOfWord = new Map([...classesOf].map(([word, names]) => [word, codeOfNames([...names])]))
  const codeOfShape = new Map<string, string>()
  const codeOf: Vocabulary['codeOf'] = (word, shape) => {
    if (!shape) return codeOfWord.get(word) ?? unknown
    const made = codeOfShape.get(shape)
    if (made !== undefined) return made
    const code = codeOfNames(shape.split(' '))
    codeOfShape.set(shape, code)
    return code
  }
  for (const shape of shapesInUse) codeOf('', shape)
  return {
    codeOf,
    meaningOf: (word, name) => classes[name]?.[word],
    compile: (pattern, end) => {
      const pieces = piecesOf.get(pattern)!
      let regex: RegExp | undefined
      return {
        regex() {
          regex ??= regexOf(pieces, (name) => withName.get(name) ?? '', end)
          return regex
        },
        needs: needsOf(pieces, (piece) => withName.get(piece) ?? null),
      }
    },
    codesWithin: (names) =>
      new Set(
        namesOf.flatMap((own, i) => (own.every((name) => names.has(name)) ? [String.fromCharCode(0x4e00 + i)] : [])),
      ),
  }
}

/** A group that stands more than once has its number behind its name. */
function regexOf(pieces: readonly string[], codesOf: (name: string) => string, end?: '$'): RegExp {
  const seen = new Map<string, number>()
  const source = pieces
    .map((piece) => {
      if (isName(piece)) return `[${codesOf(piece)}]`
      const count = piece.startsWith('(?<') ? (seen.get(piece) ?? 0) : 0
      seen.set(piece, count + 1)
      return count > 0 && /\w>$/.test(piece) ? `${piece.slice(0, -1)}_${count}>` : piece
    })
    .join('')
  return new RegExp(end ? `(?:${source})$` : source, end ? 'd' : 'dg')
}

/** The sets of classes that a shape may have. */
const shapesInUse = [
  ...['COUNT', 'COUNT DAY', 'COUNT DAY TWO_DIGITS', 'COUNT TWO_DIGITS', 'COUNT YEAR', 'COUNT YEAR_SPOKEN', 'YEAR'],
  ...['NTH ORDINAL', 'ORDINAL', 'DECADE', 'YEAR_SHORT', 'QUARTER_CODE', 'FISCAL_CODE', 'TIME', 'DATE'],
  ...['HYPHEN', 'DASH', 'COMMA', 'OPEN', 'CLOSE', 'APOSTROPHE'],
]
