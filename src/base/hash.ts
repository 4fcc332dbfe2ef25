/** FNV-1a over UTF-16 code units. */
export function hashText(text: string): number {
  // Signed as all that follow are: engines keep a larger number in another way.
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** The same as eight hexadecimal digits, by which versions are told. */
export const hashDigits = (text: string): string => (hashText(text) >>> 0).toString(16).padStart(8, '0')

export const combine = (a: number, b: number): number => Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) ^ (b >>> 7)

/** Features are numbers of 26 bits: few of half a million share one. */
export const featureId = (template: number, value: number): number => idFrom(templateSeed(template), value)

/** The part of an id that a template gives, which need not be found again for each value. */
export const templateSeed = (template: number): number => Math.imul(template + 1, 0x9e3779b1)

export function idFrom(seed: number, value: number): number {
  let hash = Math.imul(value ^ seed, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 0x3ffffff
}
