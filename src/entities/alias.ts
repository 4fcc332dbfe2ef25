/** Whether two forms name the same entity: a shared surname and no first names that disagree, or the same words. */
export function sameName(type: string, a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true
  if (type !== 'person') return false
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
