/**
 * Words under which the forms of one name meet: the last part of a person or event, and a person's first (some write
 * the surname first); of others the whole name, and its initials ("International Atomic Energy Agency" and "IAEA").
 */
export function keysOf(type: string, name: string): string[] {
  if (type === 'person' || type === 'event') return [...new Set([partsOf(name).at(-1)!, partsOf(name)[0]!])]
  return type === 'organization' && initials(name).length > 1 ? [plain(name), initials(name)] : [plain(name)]
}

const plain = (name: string) => name.replace(/^the /i, '').toLowerCase()
const isAcronym = (name: string) => /^(?:\p{Lu}\.?){2,}s?$/u.test(name)

function initials(name: string): string {
  if (isAcronym(name)) return name.replace(/[.s]/g, '')
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word) && word !== 'The')
  return words.length > 1 ? words.map((word) => word[0]).join('') : ''
}

/**
 * How well two forms name the same entity: 2 for the same words, a shared surname and no first names that disagree, or
 * an acronym; 1 for a lone first part ("Tung" and "Tung Chee-hwa", "Camilla" and "Camilla Parker"); 0 for not.
 */
export function likeness(type: string, a: string, b: string): 0 | 1 | 2 {
  if (plain(a) === plain(b)) return 2
  if (type === 'organization') return isAcronym(a) !== isAcronym(b) && initials(a) === initials(b) ? 2 : 0
  if (type !== 'person' && type !== 'event') return 0
  const [short, long] = [partsOf(a), partsOf(b)].sort((one, two) => one.length - two.length) as [string[], string[]]
  if (short.join(' ') === long.slice(-short.length).join(' ')) return 2
  if (type === 'event') return 0
  if (short.length === 1) return short[0] === long[0] ? 1 : 0
  return short.at(-1) === long.at(-1) && sameFirstName(short[0]!, long[0]!) ? 2 : 0
}

const partsOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/\./g, '')
    .split(/[\s-]+/)

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
