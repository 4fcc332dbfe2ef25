import { hashText } from '../hash.ts'

/** 16 hexadecimal digits that stand for a text. */
export const hashOf = (text: string): string =>
  [text, `${text}\n${text.length}`].map((part) => (hashText(part) >>> 0).toString(16).padStart(8, '0')).join('')
