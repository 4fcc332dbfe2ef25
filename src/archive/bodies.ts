import { memoizeBounded } from '../base/memoize-bounded.ts'
import { bodySpellings, bodyTails, knownBodies, landsOwn, openings } from '../english/linking.ts'
import { businessWords, genericWords, legalForms } from '../english/names.ts'
import { arabicArticles } from '../english/spelling.ts'
import { sameVowels, spelled } from '../text/spelled.ts'
import { normalizeName } from './names.ts'

/** A name of a body, place, work or event as it is compared. */
export interface BodyName {
  /** In one order of words and one spelling; of known bodies the name that stands for all. */
  canonical: string
  /** Without what firms are called without; empty where nothing telling is left. */
  core: string
  /** First letters of its words, of an acronym its own; empty for one word. */
  initials: string
  isAcronym: boolean
  /** Whether many lands or towns have one of this name: "Foreign Ministry". */
  landsOwn: boolean
  /** Whether it is of the United States where nothing says otherwise. */
  american: boolean
  /** Whether it is listed: nobody else is called so. */
  known: boolean
  /** As it sounds; empty where it is short. */
  sound: string
}

const standsFor = new Map<string, string>()
for (const row of knownBodies) for (const name of row) standsFor.set(name, row[0]!)
const known = new Set(standsFor.values())

export const bodyName = memoizeBounded(5000, (name): BodyName => {
  const plain = inOneOrder(plainBody(name))
  const canonical = known.has(plain) ? plain : (standsFor.get(withoutTail(plain)) ?? plain)
  const words = canonical.split(' ')
  const american = words[0] === 'us' && words.slice(1).every((word) => landsOwn.has(word))
  const isAcronym = /^(?:\p{Lu}[.&]?){2,6}s?$/u.test(name) || isMixed(name)
  return {
    canonical,
    core: coreOf(words),
    initials: isAcronym ? name.replace(/[^\p{Lu}]/gu, '').toLowerCase() : initialsOf(words),
    isAcronym,
    landsOwn: !known.has(canonical) && words.every((word) => landsOwn.has(word)),
    american: american,
    known: known.has(canonical) || american,
    sound: soundOf(words),
  }
})

/** "Reuters News Agency" is Reuters; what is listed whole stays whole. */
function withoutTail(plain: string): string {
  const words = plain.split(' ')
  let end = words.length
  while (end > 1 && !standsFor.has(words.slice(0, end).join(' ')) && bodyTails.has(words[end - 1]!)) end--
  return words.slice(0, end).join(' ')
}

/** Of the United States where no land is named: "the Justice Department"; other lands have ministries. */
const isAmerican = (words: readonly string[]) =>
  words.at(-1) === 'department' && words.length > 1 && words.every((word) => landsOwn.has(word))

/** "AfDB": an acronym with small letters of its own. */
const isMixed = (name: string) => /^[\p{Lu}\p{Ll}]{3,6}$/u.test(name) && name.replace(/\P{Lu}/gu, '').length > 2

/** Small letters, one spelling of each word, the short form of what opens the names of parts. */
function plainBody(name: string): string {
  const words = normalizeName(name)
    .replace(/^the /, '')
    .replace(/\b([a-z]) (\d+)\b/g, '$1$2')
    .split(' ')
    .filter((word, i, all) => word !== 'the' || i === all.length - 1)
    .map((word) => bodySpellings.get(word) ?? word)
  const plain = words.filter((word, i) => !(legalForms.has(word) && i > 0 && i === words.length - 1)).join(' ')
  for (const [short, long] of openings)
    if (plain.startsWith(`${short} `) && !standsFor.has(plain)) return `${long}${plain.slice(short.length)}`
  return plain
}

/** "Ministry of Foreign Affairs" is a foreign ministry. */
function inOneOrder(plain: string): string {
  const [, head, of] = /^(ministry|department) (?:of|for) (.+)$/.exec(plain) ?? []
  const turned = head && of && !of.includes(' of ') ? `${of} ${head}` : plain
  const ordered = turned.replace(/^(foreign|home|internal) affairs (?=ministry|department)/, '$1 ')
  return isAmerican(ordered.split(' ')) ? `us ${ordered}` : ordered
}

const isGeneric = (word: string) => genericWords.has(word) || landsOwn.has(word)

/** What is left without legal forms and trades: "toyota" of "Toyota Motor Corporation". */
function coreOf(words: readonly string[]): string {
  let end = words.length
  while (end > 1 && businessWords.has(words[end - 1]!)) end--
  const core = words.slice(0, end)
  return end === words.length || core.every(isGeneric) || core.join('').length < 3 ? '' : core.join(' ')
}

const unlettered = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'to'])
const initialsOf = (words: readonly string[]): string => {
  const counted = words.filter((word) => !unlettered.has(word))
  return counted.length > 2 ? counted.map((word) => word[0]).join('') : ''
}

/** In one spelling, where the name is long enough to bear it: "Hezbollah" and "Hizbullah". */
function soundOf(words: readonly string[]): string {
  const bare = words.length > 1 && arabicArticles.has(words[0]!) ? words.slice(1) : words
  const sound = bare.map((word) => sameVowels(spelled(word))).join(' ')
  return sound.length > 5 ? sound : ''
}

export type BodyRelation = 'known' | 'sameBody' | 'landsOwn' | 'firm' | 'acronym' | 'spelledBody'

/** How two names may be those of one body; null where they can't be. */
export function compareBodies(a: string, b: string): BodyRelation | null {
  const [one, other] = [bodyName(a), bodyName(b)]
  if (one.canonical === other.canonical) return one.known ? 'known' : one.landsOwn ? 'landsOwn' : 'sameBody'
  if (one.isAcronym !== other.isAcronym && one.initials === other.initials && one.initials.length > 2) return 'acronym'
  if (one.known && other.known) return null
  if ((one.core || one.canonical) === (other.core || other.canonical)) return 'firm'
  return one.sound !== '' && one.sound === other.sound ? 'spelledBody' : null
}

/** Keys of a body's name: under each lie those whose name may be the same. */
export const bodyKeys = memoizeBounded(5000, (name): string[] => {
  const { canonical, core, initials, sound } = bodyName(name)
  return [
    ...new Set([
      `body ${canonical}`,
      ...(core ? [`body ${core}`] : []),
      ...(initials.length > 2 ? [`letters ${initials}`] : []),
      ...(sound ? [`sound ${sound}`] : []),
    ]),
  ]
})

/** Whether one name is the end or the beginning by which a story calls the other for short. */
export function isShortName(short: string, long: string): boolean {
  const [few, many] = [normalizeName(short).split(' '), normalizeName(long).split(' ')]
  if (few.length !== 1 || many.length < 2) return false
  const [word] = few
  if (landsOwn.has(word!)) return word === many.at(-1) || (word === 'house' && many[0] === 'house')
  return word === many[0] && legalForms.has(many.at(-1)!)
}
