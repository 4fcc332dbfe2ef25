/** A name as it is looked up: small letters, no accents, no dots: "Jean-Claude Juncker" is `jean claude juncker`. */
export function normalizeName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
