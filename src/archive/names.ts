import { memoizeBounded } from '../base/memoize-bounded.ts'
import { either, men, women } from '../data/first-names.ts'
import { nicknames } from '../english/linking.ts'
import { arabicArticles, generation, plainLetters } from '../english/spelling.ts'
import { sameVowels, spelled } from '../text/spelled.ts'

/** A name as it is looked up: small letters, no marks: "Jean-Claude Juncker" is `jean claude juncker`, "U.N." is `un`. */
export function normalizeName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđıßæœðþə]/g, (letter) => plainLetters[letter]!)
    .replace(/(?<=\p{L})['’]s(?!\p{L})/gu, 's')
    .replace(/['’‘`.](?=\p{L}|$|\s)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** How two names of people go together, from the surest on. */
export type NameRelation = 'same' | 'spelled' | 'initials' | 'part' | 'near' | 'generation' | 'bothLone' | 'lone'

interface PersonName {
  /** In one spelling, without particles, articles and "Jr."; what a hyphen joins is one. */
  parts: readonly string[]
  /** As they are written, for what a spelling must not join. */
  written: readonly string[]
  joined: string
  generation: string
  gender: 'man' | 'woman' | undefined
}

const particles = new Set([
  'bin',
  'ibn',
  'bint',
  'de',
  'del',
  'della',
  'da',
  'dos',
  'di',
  'du',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
])

const genders = new Map<string, 'man' | 'woman' | undefined>()
for (const [list, gender] of [
  [men, 'man'],
  [women, 'woman'],
  [either, undefined],
] as const)
  for (const name of list.split(' ')) genders.set(name, genders.has(name) ? undefined : gender)

/** Each nickname with the names that it may stand for. */
const fullNames = new Map<string, Set<number>>()
nicknames.forEach((row, at) => {
  for (const name of row) fullNames.set(name, (fullNames.get(name) ?? new Set()).add(at))
})

export const personName = memoizeBounded(5000, (name): PersonName => {
  const lower = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.,'’‘`-]/g, (mark) => (mark === '.' ? '. ' : mark === ',' ? ' ' : ''))
    .replace(/\./g, '')
    .split(/\s+/)
    .filter(Boolean)
  const articled = name.toLowerCase().split(/[\s-]+/)
  const bare = lower.map((part) => withoutArticle(part, articled))
  const named = bare.length > 1 && generation.test(bare.at(-1)!) ? bare.slice(0, -1) : bare
  const kept = named.filter((part, i) => i === named.length - 1 || !(particles.has(part) || arabicArticles.has(part)))
  const written = kept.length > 0 ? kept : named
  const parts = written.map(spelled)
  return {
    parts,
    written,
    joined: parts.join(''),
    generation: named === bare ? '' : bare.at(-1)!,
    gender: written.length > 1 ? genders.get(written[0]!) : undefined,
  }
})

/** "alassad", which was "al-Assad". */
function withoutArticle(part: string, written: readonly string[]): string {
  for (const article of arabicArticles)
    if (
      part.startsWith(article) &&
      part.length > article.length + 2 &&
      written.includes(article) &&
      written.includes(part.slice(article.length))
    )
      return part.slice(article.length)
  return part
}

/** Whether a name has one part alone: "Lavrov", "al-Assad". */
export const isLone = (name: string): boolean => personName(name).parts.length === 1

/** The man or woman that a given name tells. */
export const genderOf = (name: string): 'man' | 'woman' | undefined => personName(name).gender

/** How two names may be those of one person; null where they can't be. */
export function comparePersons(a: string, b: string): NameRelation | null {
  const [one, other] = [personName(a), personName(b)]
  if (one.generation && other.generation && one.generation !== other.generation) return null
  const [short, long] = one.parts.length <= other.parts.length ? [one, other] : [other, one]
  if (short.parts.length === 0) return null
  if (long.parts.length === 1) return samePart(short.parts[0]!, long.parts[0]!) ? 'bothLone' : null
  if (Boolean(one.generation) !== Boolean(other.generation) && short.parts.length > 1)
    return short.joined === long.joined || isWithin(short.parts, long.parts) ? 'generation' : null
  if (short.joined === long.joined) return 'same'
  if (short.parts.length === 1) return isEndOf(short.parts[0]!, long) ? 'lone' : null
  if (one.gender && other.gender && one.gender !== other.gender) return null
  return compareFull(short, long)
}

/** "Fernandez" of "Cristina Fernandez de Kirchner"; of those in the middle short ones are none. */
const isEndOf = (part: string, { parts }: PersonName) =>
  parts.some((one, i) => (i === 0 || i === parts.length - 1 || one.length > 4) && samePart(part, one))

/** In short names one vowel tells two people apart. */
const longPart = 6
const samePart = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= longPart && sameVowels(a) === sameVowels(b))

function compareFull(short: PersonName, long: PersonName): NameRelation | null {
  if (inAnyOrder(short) === inAnyOrder(long)) return 'spelled'
  if (isWithin(short.parts, long.parts)) return startsOrEnds(short, long)
  if (!sameMiddle(short.written, long.written)) return null
  const [ours, theirs] = [short.parts.at(-1)!, long.parts.at(-1)!]
  if (!samePart(ours, theirs)) return short.parts[0] === long.parts[0] && isNearSurname(ours, theirs) ? 'near' : null
  const [a, b] = [short.written[0]!, long.written[0]!]
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initials' : null
  if (isNickname(a, b) || likeGiven(short.parts[0]!, long.parts[0]!)) return 'spelled'
  return distance(short.parts[0]!, long.parts[0]!) <= (Math.min(a.length, b.length) > 5 ? 2 : 1) ? 'near' : null
}

const inAnyOrder = ({ parts }: PersonName): string => [...parts].sort().join(' ')

/** "Rajapakse" and "Rajapakshe". */
const isNearSurname = (a: string, b: string) => Math.min(a.length, b.length) > 6 && a[0] === b[0] && distance(a, b) <= 1

/** "Luis Zapatero" within "José Luis Rodríguez Zapatero". */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const part of long) if (at < short.length && samePart(short[at]!, part)) at++
  return at === short.length
}

/** The first and the last part in common is one name in full; a beginning or an end of a longer one is a part of it. */
function startsOrEnds(short: PersonName, long: PersonName): NameRelation | null {
  const ofBoth = samePart(short.parts[0]!, long.parts[0]!) && samePart(short.parts.at(-1)!, long.parts.at(-1)!)
  if (!ofBoth) return 'part'
  const [one, other] = [short.written.slice(1, -1), long.written.slice(1, -1)]
  return one[0]?.length === 1 && !sameMiddle(short.written, long.written) && other.length > 0 ? null : 'same'
}

const isNickname = (a: string, b: string) => [...(fullNames.get(a) ?? [])].some((at) => fullNames.get(b)?.has(at))

/** The same but for one letter in a word of some length, which are not two names that many have. */
function likeGiven(a: string, b: string): boolean {
  if (samePart(a, b) || sameVowels(a) === sameVowels(b)) return true
  return Math.min(a.length, b.length) > 4 && a[0] === b[0] && distance(a, b) <= 1
}

/** How many letters lie between what two words begin and end with in common. */
function distance(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let [head, tail] = [0, 0]
  while (head < short.length && short[head] === long[head]) head++
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++
  return long.length - head - tail
}

/** "George W." and "George H. W." are two people. */
function sameMiddle(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.slice(1, -1), b.slice(1, -1)]
  if (one.length === 0 || other.length === 0) return true
  return one[0]![0] === other[0]![0]
}

/** Consonants: what stays in most spellings. */
const skeleton = (part: string): string => part[0]! + sameVowels(part).slice(1).replace(/[aiu]/g, '')

/** Keys of a person's name: under each lie those whose name may be the same. */
export const personKeys = memoizeBounded(5000, (name): { kept: string[]; asked: string[] } => {
  const { parts, written } = personName(name)
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return { kept: [], asked: [] }
  if (parts.length === 1)
    return { kept: [`only ${skeleton(first)}`], asked: [`only ${skeleton(first)}`, `part ${skeleton(first)}`] }
  const lone = [
    ...new Set(parts.filter((part, i) => i === 0 || i === parts.length - 1 || part.length > 4).map(skeleton)),
  ]
  const rows = [...(fullNames.get(written[0]!) ?? [])]
  const full = [
    ...new Set(
      [first[0]!, ...rows.map((at) => nicknames[at]![0]![0]!)].map((initial) => `${initial} ${skeleton(last)}`),
    ),
    `begin ${skeleton(first)} ${skeleton(parts[1]!)}`,
    `all ${[...parts].sort().join('')}`,
    `joined ${parts.join('')}`,
    `near ${skeleton(first).slice(1, 3)} ${skeleton(last)}`,
    `given ${first} ${skeleton(last).slice(0, 3)}`,
    ...(parts.length > 2 ? [`end ${skeleton(parts.at(-2)!)} ${skeleton(last)}`] : []),
  ]
  const ends = parts.length === 2 ? [`end ${skeleton(first)} ${skeleton(last)}`] : []
  return {
    kept: [...full, ...ends, ...lone.map((part) => `part ${part}`)],
    asked: [...full, ...ends, ...lone.map((part) => `only ${part}`)],
  }
})
