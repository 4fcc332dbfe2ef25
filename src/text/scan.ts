/** What the scanner tells characters below U+0080 apart by. */
const kind = { mark: 0, blank: 1, letter: 2, digit: 3 } as const
const kinds = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const letter = (code | 32) >= 97 && (code | 32) <= 122
  kinds[code] =
    code <= 32 || code === 127 ? kind.blank : letter ? kind.letter : code >= 48 && code <= 57 ? kind.digit : 0
}

/** Controls and what has no width: what stands in the brackets of a regular expression. */
export const invisible = String.raw`\0-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\ufeff`
const blank = new RegExp(String.raw`[\s${invisible}]`)

/** White space, controls and what has no width: nothing that a token is made of. */
export const isBlank = (code: number): boolean =>
  code < 128 ? kinds[code] === kind.blank : blank.test(String.fromCharCode(code))

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
