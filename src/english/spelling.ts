// How one name is spelled in several ways, data only.

import { wordSet } from '../base/word-list.ts'

/** Letters that do not come apart into a plain one and a mark. */
export const plainLetters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ə: 'e' },
}

/** Transliterations of one sound, in order: "Qaddafi" and "Gadhafi", "Yanukovich" and "Yanukovych". */
export const oneSound: readonly (readonly [written: RegExp, as: string])[] = [
  [/['’‘`ʿʾ]/g, ''],
  [/^[gq]h?(?=a[dz])/, 'k'],
  [/tch|tsch/g, 'ch'],
  [/dzh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/dh/g, 'd'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/ts|tz/g, 'c'],
  [/ck|q/g, 'k'],
  [/c(?=[aoulrkt]|$)/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/ou|oo|ue/g, 'u'],
  [/oe/g, 'o'],
  [/ae/g, 'a'],
  [/(.)\1/g, '$1'],
  [/(?<=[dt])r$/, 'er'],
  [/vych$/, 'vich'],
  [/iy(?:eh|ah|a)$/, 'ia'],
  [/e?[yij]{1,2}$/, 'i'],
]

/** British spellings in the names of bodies, in order, and the American ones. */
export const americanSpelling: readonly (readonly [british: RegExp, american: string])[] = [
  [/(?<=fen|licen)ce$/, 'se'],
  [/is(?=ations?$|ed$)/, 'iz'],
  [/tre$/, 'ter'],
  [/our$/, 'or'],
  [/gramme$/, 'gram'],
]

/** Articles of Arabic before a surname: "el-Sisi" and "Al-Sisi". */
export const arabicArticles: ReadonlySet<string> = new Set(['al', 'el', 'as', 'ash', 'ad', 'ar', 'an', 'at'])

/** What stands behind a name and tells father from son, or a king from his namesake. */
export const generation = /^(?:jr|sr|i{2,3}|iv|vi{0,3}|ix|x[iv]{1,4})$/

/** Titles by which a man, a woman is called. */
export const titlesOfMen: ReadonlySet<string> = wordSet('mr sir lord king prince duke emperor sultan father fr brother')
export const titlesOfWomen: ReadonlySet<string> = wordSet(
  'mrs ms miss lady dame queen princess duchess baroness sister congresswoman chairwoman spokeswoman',
)

/** Given names of women in one country that are surnames or names of men in another. */
export const namesOfEither: ReadonlySet<string> = new Set(
  `kim lee jean andrea robin leslie lindsay ashley kelly stacy dana jan marion pat sandy tracy shannon courtney lynn carol
  evelyn hilary beverly vivian sasha nikita yuri nguyen mai le li ming ha hu jin min yan jing feng ying wei hao lin lu chen
  blake jordan taylor morgan casey jamie kerry terry francis sydney paris madison mackenzie shelby whitney may`.split(
    /\s+/,
  ),
)

/** Kin of a man, of a woman: "Mubarak's wife" is said of him. */
export const kinOfMen: readonly string[] = ['wife', 'widow', 'girlfriend', 'fiancée', 'ex-wife']
export const kinswomen: readonly string[] = ['mother', 'daughter', 'sister', 'aunt', 'niece']
export const kinsmen: readonly string[] = ['father', 'son', 'brother', 'uncle', 'nephew']
export const kinOfWomen: readonly string[] = ['husband', 'widower', 'boyfriend', 'fiancé', 'ex-husband']
