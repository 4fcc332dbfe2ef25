import { memoizeBounded } from '../../base/memoize-bounded.ts'
import { oneOf } from '../../base/word-list.ts'
import { either, men, women } from '../../data/first-names.ts'
import { groups, organizationHeads, portfolios } from '../../english/heads-and-titles.ts'
import { businessWords, genericWords, legalForms } from '../../english/names.ts'
import {
  americanSpelling,
  arabicArticles,
  generation,
  kinOfMen,
  kinOfWomen,
  kinsmen,
  kinswomen,
  namesOfEither,
  titlesOfMen,
  titlesOfWomen,
} from '../../english/spelling.ts'
import { sameVowels, spelled } from '../../text/spelled.ts'

export type Gender = 'man' | 'woman'

/** A written name as it is compared. */
interface Form {
  /** Lower case, without "the". */
  plain: string
  /** In lower case, without full stops, articles of Arabic and "Jr.". */
  parts: readonly string[]
  /** The parts in one spelling. */
  spelled: readonly string[]
  /** "jr", "ii"; empty for most. */
  generation: string
  /** By the given name. */
  gender: Gender | undefined
  /** Of an acronym its own letters; empty for a name of one word. */
  initials: string
  acronym: boolean
  /** The words of a firm without "Inc." and the like. */
  core: readonly string[]
}

const formOf = memoizeBounded(2000, (name): Form => {
  const acronym = /^(?:\p{Lu}[.&]?){2,}s?$/u.test(name)
  const heads = name
    .split(/[\s-]+/)
    .filter((word, i) => /^\p{Lu}/u.test(word) && word !== 'The' && (i === 0 || !isLegalForm(word)))
  const lower = name
    .toLowerCase()
    .replace(/[.,]/g, '')
    .split(/[\s-]+/)
  const named = lower.length > 1 && generation.test(lower.at(-1)!) ? lower.slice(0, -1) : lower
  const parts = withoutArticles(named)
  const plain = name.replace(/^the /i, '').toLowerCase()
  return {
    plain,
    parts,
    spelled: parts.map(spelled),
    generation: named === lower ? '' : lower.at(-1)!,
    gender: parts.length > 1 ? genderOf(parts[0]!) : undefined,
    initials: acronym ? name.replace(/[.&s]/g, '') : heads.length > 1 ? heads.map((word) => word[0]).join('') : '',
    acronym,
    core: coreOf(plain),
  }
})

function withoutArticles(parts: readonly string[]): readonly string[] {
  const kept = parts.filter((part, i) => i === parts.length - 1 || !arabicArticles.has(part))
  return kept.length > 0 ? kept : parts
}

let names: ReadonlyMap<string, Gender | undefined> | undefined

/** Given names with whose they are, where they are of men alone or of women alone; made at first use. */
function given(): ReadonlyMap<string, Gender | undefined> {
  names ??= new Map([
    ...either.split(' ').map((one) => [one, undefined] as const),
    ...men.split(' ').map((one) => [one, 'man'] as const),
    ...women.split(' ').map((one) => [one, 'woman'] as const),
    ...[...namesOfEither].map((one) => [one, undefined] as const),
  ])
  return names
}

const genderOf = (name: string): Gender | undefined => given().get(name)

/** Whether a lone name may be a given name. */
export const isGivenName = (name: string): boolean => given().has(name.toLowerCase())

/** Man or woman, by the title or the given name. */
export function genderOfPerson(name: string, title: string | undefined): Gender | undefined {
  const words = title?.toLowerCase().replace(/\./g, '').split(/\s+/) ?? []
  if (words.some((word) => titlesOfMen.has(word))) return 'man'
  if (words.some((word) => titlesOfWomen.has(word))) return 'woman'
  return formOf(name).gender
}

const isLegalForm = (word: string): boolean => legalForms.has(word.toLowerCase().replace(/[.,]/g, ''))

const behindMan = new RegExp(`^['’]s (?:\\p{Ll}+ )?(?:${kinOfMen.join('|')})(?!\\p{L})`, 'u')
const behindWoman = new RegExp(`^['’]s (?:\\p{Ll}+ )?(?:${kinOfWomen.join('|')})(?!\\p{L})`, 'u')

const isWoman = new RegExp(`^, (?:his|the) (?:\\p{Ll}+ )?${oneOf([...kinOfMen, ...kinswomen])}(?!\\p{L})`, 'u')
const isMan = new RegExp(`^, (?:her|the) (?:\\p{Ll}+ )?${oneOf([...kinOfWomen, ...kinsmen])}(?!\\p{L})`, 'u')

/** Man or woman, by whose wife or husband follows a name: "Mubarak's wife", "Melania Trump, his wife". */
export function genderByKin(behind: string): Gender | undefined {
  if (isWoman.test(behind)) return 'woman'
  if (isMan.test(behind)) return 'man'
  if (behindMan.test(behind)) return 'man'
  return behindWoman.test(behind) ? 'woman' : undefined
}

/** "Defence" as "defense". */
const inAmerican = (word: string): string =>
  americanSpelling.reduce((text, [british, american]) => text.replace(british, american), word)

/** The words of a firm's name without its legal form, in one spelling. */
function coreOf(plain: string): readonly string[] {
  const words = plain.replace(/[.,]/g, '').split(/\s+/)
  let end = words.length
  while (end > 1 && (isLegalForm(words[end - 1]!) || words[end - 1] === '&')) end--
  return words.slice(0, end).map(inAmerican)
}

/**
 * Words under which the forms of one name meet: the last part of a person or event, and a person's first (some write
 * the surname first); of others the whole name, its initials ("International Atomic Energy Agency" and "IAEA"), and of a
 * firm the words by which it is called.
 */
export function keysOf(type: string, name: string): string[] {
  const { plain, spelled, initials, core } = formOf(name)
  if (type === 'person' || type === 'event') return [...new Set([spelled.at(-1)!, spelled[0]!])]
  if (type !== 'organization') return [plain]
  return [...new Set([plain, closed(plain), core[0]!, core.at(-1)!, ...(initials.length > 1 ? [initials] : [])])]
}

/**
 * How well two forms name the same entity, 0 for not at all. A shared surname and no first names that disagree is best;
 * a surname in another spelling is less, a lone first part ("Tung" and "Tung Chee-hwa", "Camilla" and "Camilla Parker")
 * is least.
 */
export function likeness(type: string, a: string, b: string): number {
  const [one, other] = [formOf(a), formOf(b)]
  if (one.plain === other.plain) return alike.same
  if (type === 'organization') return likeOrganization(one, other)
  if (type !== 'person' && type !== 'event') return 0
  const [short, long] = one.parts.length <= other.parts.length ? [one, other] : [other, one]
  if (type === 'event') return endsIn(long.parts, short.parts) ? alike.same : 0
  if (short.generation && long.generation && short.generation !== long.generation) return 0
  if (short.parts.length === 1) return likeLone(short, long)
  if (endsIn(long.parts, short.parts)) return alike.same
  const surname = likeSurname(short, long)
  if (surname === 0 || !sameGiven(short, long) || !sameMiddle(short.parts, long.parts)) return 0
  return surname
}

/** Degrees of likeness. */
export const alike = { same: 4, spelled: 3, vowels: 2, first: 1 } as const

const endsIn = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((part, i) => part === long[long.length - short.length + i])

function likeLone(short: Form, long: Form): number {
  const surname = likeSurname(short, long)
  if (surname > 0) return surname
  return short.parts[0] === long.parts[0] ? alike.first : 0
}

function likeSurname(one: Form, other: Form): number {
  if (one.parts.at(-1) === other.parts.at(-1)) return alike.same
  const [a, b] = [one.spelled.at(-1)!, other.spelled.at(-1)!]
  if (a === b) return alike.spelled
  return a.length >= longSurname && sameVowels(a) === sameVowels(b) ? alike.vowels : 0
}

/** In short names one vowel tells two people apart. */
const longSurname = 7

// "Sergey" and "Sergei" are two transliterations, as "Mohammed" and "Muhammad"; "S." is an initial.
function sameGiven({ parts, spelled, gender }: Form, other: Form): boolean {
  const [a, b] = [parts[0]!, other.parts[0]!]
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  if (gender && other.gender && gender !== other.gender) return false
  return nearlySame(sameVowels(spelled[0]!), sameVowels(other.spelled[0]!))
}

/** The same but for one vowel inside a word of some length. */
function nearlySame(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length !== b.length || a.length < 5) return false
  const differs = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [i]))
  const [at] = differs
  return differs.length === 1 && at! < a.length - 1 && /[aiu]/.test(a[at!]!) && /[aiu]/.test(b[at!]!)
}

/** "George W." and "George H. W." are two people. */
function sameMiddle(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.slice(1, -1)[0], b.slice(1, -1)[0]]
  if (one === undefined || other === undefined) return true
  return (one.length > 1 && other.length > 1) || one[0] === other[0]
}

/** "Toyota" and "Toyota Motor Corp.", "IMF" and its full name, "Bosch" and "Robert Bosch GmbH". */
function likeOrganization(one: Form, other: Form): number {
  if (one.acronym !== other.acronym && one.initials === other.initials) return alike.same
  if (closed(one.plain) === closed(other.plain)) return alike.spelled
  const [short, long] = one.core.length <= other.core.length ? [one.core, other.core] : [other.core, one.core]
  if (short.every(isGeneric)) return short.length === long.length && endsIn(long, short) ? alike.same : 0
  if (short.every((word, i) => word === long[i]) && long.slice(short.length).every((word) => businessWords.has(word)))
    return short.length === long.length ? alike.same : alike.spelled
  const ofFounder = short.length === 1 && long.length === 2 && short[0] === long[1] && isGivenName(long[0]!)
  return ofFounder ? alike.spelled : 0
}

/** "Wal-Mart" as "walmart". */
const closed = (plain: string): string => plain.replaceAll('-', '')

const nouns = [organizationHeads, portfolios, new Set(groups)]

/** "Bank", "National": they name nobody alone. */
const isGeneric = (word: string): boolean =>
  businessWords.has(word) ||
  genericWords.has(word) ||
  nouns.some((list) => list.has(word[0]!.toUpperCase() + word.slice(1)))

/** "Summit Therapeutics Inc." is a firm, whatever else is called Summit. */
export const hasLegalForm = (words: readonly string[]): boolean => words.length > 1 && isLegalForm(words.at(-1)!)

/** The words by which a firm is called for short: "Massy" of "Massy Stores", "Credit Suisse" of "Credit Suisse Group AG". */
export function shortFirmName(name: string): string | null {
  const words = name.split(' ')
  let length = words.length
  while (length > 1 && businessWords.has(words[length - 1]!.toLowerCase().replace(/[.,]/g, ''))) length--
  if (length === words.length) return null
  const short = words.slice(0, length).join(' ').replace(/,$/, '')
  return short.length > 3 && likeness('organization', short, name) >= alike.spelled ? short : null
}
