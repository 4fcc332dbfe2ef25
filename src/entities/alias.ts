import { recent } from '../recent.ts'

/** A written name as it is compared. */
interface Form {
  /** Lower case, without "the". */
  plain: string
  /** In lower case, without full stops. */
  parts: readonly string[]
  /** Of an acronym its own letters; empty for a name of one word. */
  initials: string
  acronym: boolean
}

const formOf = recent(2000, (name): Form => {
  const acronym = /^(?:\p{Lu}\.?){2,}s?$/u.test(name)
  const heads = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word) && word !== 'The')
  return {
    plain: name.replace(/^the /i, '').toLowerCase(),
    parts: name
      .toLowerCase()
      .replace(/\./g, '')
      .split(/[\s-]+/),
    initials: acronym ? name.replace(/[.s]/g, '') : heads.length > 1 ? heads.map((word) => word[0]).join('') : '',
    acronym,
  }
})

/**
 * Words under which the forms of one name meet: the last part of a person or event, and a person's first (some write
 * the surname first); of others the whole name, and its initials ("International Atomic Energy Agency" and "IAEA").
 */
export function keysOf(type: string, name: string): string[] {
  const { plain, parts, initials } = formOf(name)
  if (type === 'person' || type === 'event') return [...new Set([parts.at(-1)!, parts[0]!])]
  return type === 'organization' && initials.length > 1 ? [plain, initials] : [plain]
}

/**
 * How well two forms name the same entity: 2 for the same words, a shared surname and no first names that disagree, or
 * an acronym; 1 for a lone first part ("Tung" and "Tung Chee-hwa", "Camilla" and "Camilla Parker"); 0 for not.
 */
export function likeness(type: string, a: string, b: string): 0 | 1 | 2 {
  const [one, other] = [formOf(a), formOf(b)]
  if (one.plain === other.plain) return 2
  if (type === 'organization') return one.acronym !== other.acronym && one.initials === other.initials ? 2 : 0
  if (type !== 'person' && type !== 'event') return 0
  const [short, long] = one.parts.length <= other.parts.length ? [one.parts, other.parts] : [other.parts, one.parts]
  if (short.every((part, i) => part === long[long.length - short.length + i])) return 2
  if (type === 'event') return 0
  if (short.length === 1) return short[0] === long[0] ? 1 : 0
  return short.at(-1) === long.at(-1) && sameFirstName(short[0]!, long[0]!) ? 2 : 0
}

// "Sergey" and "Sergei" are two transliterations; "S." is an initial.
function sameFirstName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  return spelled(a) === spelled(b)
}

const spelled = (name: string) =>
  name
    .replace(/ey$|ei$|iy$|ii$|ij$|y$/, 'i')
    .replace(/kh/g, 'h')
    .replace(/ts/g, 'c')
    .replace(/w/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/ck/g, 'k')
    .replace(/(.)\1/g, '$1')
