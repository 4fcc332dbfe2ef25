import { oneSound, plainLetters } from '../english/spelling.ts'

/** A word of a name, in small letters, in one spelling: without marks, and with one letter for what sounds alike. */
export function spelled(name: string): string {
  let text = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđıßæœðþə]/g, (letter) => plainLetters[letter]!)
  if (text.length > 3) for (const [written, as] of oneSound) text = text.replace(written, as)
  return text
}

/** With vowels that are written one for another, "Hezbollah" and "Hizbullah", as one. */
export const sameVowels = (name: string): string =>
  name.replace(/[ey]/g, 'i').replace(/o/g, 'u').replace(/(.)\1/g, '$1')
