/** Controls and what has no width: what stands in the brackets of a regular expression. */
export const invisible = String.raw`\0-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\ufeff`

/** What the scanner tells code units apart by; of those from U+0080 on only which are blank. */
const kind = { mark: 0, blank: 1, letter: 2, digit: 3 } as const
const kinds = new Uint8Array(1 << 16)
for (let code = 0; code < 128; code++) {
  const letter = (code | 32) >= 97 && (code | 32) <= 122
  kinds[code] = letter ? kind.letter : code >= 48 && code <= 57 ? kind.digit : kind.mark
}
// What \s and `invisible` take: a table knows them at once, and what is rare costs nothing new.
const blanks = [
  [0, 0x20],
  [0x7f, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x2060],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const
for (const [first, last] of blanks) kinds.fill(kind.blank, first, last + 1)

/** White space, controls and what has no width: nothing that a token is made of. */
export const isBlank = (code: number): boolean => kinds[code] === kind.blank

/** The first code unit from `at` on that is not blank, or the length of the text. */
export function inkFrom(text: string, at: number): number {
  let i = at
  while (i < text.length && isBlank(text.charCodeAt(i))) i++
  return i
}

/** The end of what is not blank before `at`, or `from` where all is. */
export function inkBefore(text: string, at: number, from: number): number {
  let end = at
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

// Abbreviations of single letters, an initial before a name, the possessive, then words with what is glued to them.
const token =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:(?:(?<=\d)[.,:](?=\d)|(?<=[\p{L}\p{M}])(?!['’]s(?![\p{L}\p{N}]))['’](?=[\p{L}\p{M}]))[\p{L}\p{M}\p{N}]+)*|\S/uy

const apostrophe = 39
const stop = 46

/**
 * The end of the token that begins at a code unit that is not blank. "U.S.", "J." before a name, "didn't", "G20", "5th",
 * "1,200.5" are one token; "Moscow's" is two, "two-day" three.
 */
export function tokenEnd(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first < 128) {
    // Nearly all words end at a blank or a mark: those need no regular expression.
    const own = kinds[first]!
    if (own === kind.mark && first !== apostrophe) return at + 1
    if (own !== kind.mark) {
      let end = at + 1
      while (end < text.length && kinds[text.charCodeAt(end)] === own) end++
      const next = end < text.length ? text.charCodeAt(end) : 32
      const alone = own === kind.letter && end === at + 1
      const glued =
        own === kind.letter
          ? next === apostrophe || (alone && next === stop)
          : next === stop || next === 44 || next === 58
      if (next < 128 && !glued && kinds[next]! < kind.letter) return end
    }
  }
  token.lastIndex = at
  return token.test(text) ? token.lastIndex : at + 1
}
