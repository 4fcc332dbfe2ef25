import { SpanSet } from '../../base/span.ts'
import { oneOf } from '../../base/word-list.ts'
import { nameParticles, notStormNames, stormWords } from '../../english/names.ts'
import { tokensWhere, wordAt } from '../../text/columns.ts'
import type { Document } from '../../text/document.ts'
import { hasLegalForm, shortFirmName } from './alias.ts'
import type { NameMention } from './find-names.ts'
import { steps } from './steps.ts'

const particle = oneOf(nameParticles)
const betweenParts = new RegExp(`^ ${particle} $`)
const beforeSurname = new RegExp(`(?<!\\p{L})${particle} $`, 'iu')
const particleSurname = new RegExp(`\\S ${particle} (\\p{Lu}\\S*)$`, 'u')
const storm = new RegExp(`^${oneOf(stormWords)} (\\p{Lu}\\p{L}+)$`, 'u')

/** What a people has one of, with the word that says of what: "Olympic Committee", "Tennis Federation". */
const nationalBody = /^(?:\p{Lu}\p{L}+ )+(?:Committee|Federation|Association|Institute|Academy|Confederation|Society)$/u

const longestJoined = 80

/**
 * "Maria do Carmo Silveira", "Johnson & Johnson": a person whom a particle has cut in two is one, a firm of partners and a
 * place with a hyphen too.
 */
export function joinParts(
  { text }: Document,
  names: readonly NameMention[],
  isPlace: (name: string) => boolean,
): NameMention[] {
  const joined: NameMention[] = []
  for (const name of names) {
    const before = joined.at(-1)
    const type = before && name.end - before.start <= longestJoined && joinedType(before, name, text, isPlace)
    if (type)
      joined[joined.length - 1] = {
        ...before,
        type,
        end: name.end,
        confidence: Math.min(before.confidence, name.confidence),
      }
    else joined.push(name)
  }
  return joined
}

function joinedType(
  before: NameMention,
  { type, start, end }: NameMention,
  text: string,
  isPlace: (name: string) => boolean,
): string | null {
  const between = text.slice(before.end, start)
  if (between === '-' && isPlace(text.slice(before.start, end))) return 'location'
  const firm = (part: string) => part === 'person' || part === 'organization'
  if (between === ' & ' && firm(before.type) && firm(type)) return 'organization'
  // "Brighton & Hove Albion".
  if (between === ' & ' && before.type === 'location' && type === 'organization') return 'organization'
  // "Swedish Olympic Committee".
  if (
    before.type === 'group' &&
    type === 'organization' &&
    between === ' ' &&
    nationalBody.test(text.slice(start, end))
  )
    return 'organization'
  return before.type === 'person' && type === 'person' && betweenParts.test(between) ? 'person' : null
}

/** What a story's full names say of its short ones: "dos Santos" has its particle, "Durian" is a typhoon. */
export function asNamedInFull({ text }: Document, names: readonly NameMention[]): NameMention[] {
  const written = ({ start, end }: NameMention) => text.slice(start, end)
  const surnames = new Map<string, string>()
  const storms = new Set<string>()
  for (const name of names) {
    const full = written(name)
    const named = storm.exec(full)
    if (named && !notStormNames.has(named[1]!.toLowerCase())) storms.add(named[1]!)
    const surname = name.type === 'person' && particleSurname.exec(full)
    if (surname) surnames.set(surname[1]!, full)
  }
  return names.map((name) => {
    const short = written(name)
    if (name.type === 'person' && storms.has(short)) return { ...name, type: 'event', foundBy: steps.storm }
    const particle = surnames.has(short) && beforeSurname.exec(text.slice(Math.max(0, name.start - 10), name.start))
    return particle && surnames.get(short)!.endsWith(` ${particle[0].toLowerCase()}${short}`)
      ? { ...name, start: name.start - particle[0].length }
      : name
  })
}

/**
 * Short forms of the story's people and acronyms of its organizations, where the reader overlooked them: capitals that
 * open a sentence say little to the model.
 */
export function propagateNames(
  { text, columns }: Document,
  names: readonly NameMention[],
  isPlace: (name: string) => boolean,
): NameMention[] {
  // By the first word of the form.
  const known = new Map<string, { form: string; like: NameMention }>()
  const shared = sharedSurnames(text, names)
  for (const name of names) {
    const parts = text.slice(name.start, name.end).split(/\s+/)
    if (name.type === 'person' && parts.length > 1) {
      const byFirst = name.title !== undefined || (shared.has(parts.at(-1)!) && !isPlace(parts[0]!))
      for (const form of [parts.at(-1)!, ...(byFirst ? [parts[0]!] : [])])
        if (/^\p{Lu}\p{Ll}{2,}$/u.test(form)) known.set(form, { form, like: name })
    } else if (name.type === 'organization' && /^\p{Lu}{3,}$/u.test(parts[0]!) && parts.length === 1)
      known.set(parts[0]!, { form: parts[0]!, like: name })
    else if (name.type === 'organization') {
      const short = shortFirmName(parts.join(' '))
      if (short && (!isPlace(short) || hasLegalForm(parts)))
        known.set(short.split(' ')[0]!, { form: short, like: name })
    }
  }
  if (known.size === 0) return []
  const taken = new SpanSet(names)
  const found: NameMention[] = []
  for (const at of tokensWhere(columns, ({ capital, text }) => capital && known.has(text))) {
    const start = columns.starts[at]!
    const { form, like } = known.get(wordAt(columns, at).text)!
    const { type, confidence } = like
    const span = { start, end: start + form.length }
    const stands = text.startsWith(form, start) && !isWordChar.test(text[span.end] ?? ' ') && !taken.overlapping(span)
    if (
      stands &&
      !(type === 'organization' && isPlace(form) && inPlaceOrName.test(text.slice(Math.max(0, start - 9), start)))
    )
      found.push({ ...span, type, foundBy: steps.repeated, confidence: 0.8 * confidence })
  }
  return found
}

/** "in Summit", "the G20 Summit": not the firm of that name. */
const inPlaceOrName = /(?:(?<!\p{L})(?:in|at|near|from|to|around|the|a)|\p{Lu}[\p{L}\d]{0,9},?) $/u
const isWordChar = /[\p{L}\p{N}]/u

/** Surnames of two people: a story calls such by their first names. */
function sharedSurnames(text: string, names: readonly NameMention[]): ReadonlySet<string> {
  const firstOf = new Map<string, string>()
  const shared = new Set<string>()
  for (const { type, start, end } of names) {
    const parts = type === 'person' ? text.slice(start, end).split(/\s+/) : []
    if (parts.length < 2) continue
    const [first, surname] = [parts[0]!, parts.at(-1)!]
    if ((firstOf.get(surname) ?? first) !== first) shared.add(surname)
    firstOf.set(surname, first)
  }
  return shared
}
