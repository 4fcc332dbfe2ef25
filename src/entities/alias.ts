/**
 * Words under which the forms of one name meet: a person's surname; of others the whole name, and its initials
 * ("International Atomic Energy Agency" and "IAEA").
 */
export function keysOf(type: string, name: string): string[] {
  if (type === 'person') return [partsOf(name).at(-1)!]
  return type === 'organization' && initials(name).length > 1 ? [plain(name), initials(name)] : [plain(name)]
}

const plain = (name: string) => name.replace(/^the /i, '').toLowerCase()
const isAcronym = (name: string) => /^(?:\p{Lu}\.?){2,}s?$/u.test(name)

function initials(name: string): string {
  if (isAcronym(name)) return name.replace(/[.s]/g, '')
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word) && word !== 'The')
  return words.length > 1 ? words.map((word) => word[0]).join('') : ''
}

/** Whether two forms name the same entity: a shared surname and no first names that disagree, or the same words. */
export function sameName(type: string, a: string, b: string): boolean {
  if (plain(a) === plain(b)) return true
  if (type !== 'person') return type === 'organization' && isAcronym(a) !== isAcronym(b) && initials(a) === initials(b)
  const [one, two] = [partsOf(a), partsOf(b)]
  if (one.at(-1) !== two.at(-1)) return false
  if (one.length === 1 || two.length === 1) return true
  return sameFirstName(one[0]!, two[0]!)
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
