import { hashText } from '../base/hash.ts'

/** 16 hexadecimal digits that stand for a text: two hashes, which begin differently. */
export const hashOf = (text: string): string =>
  ['', 'nutgraf'].map((start) => (hashText(start + text) >>> 0).toString(16).padStart(8, '0')).join('')
