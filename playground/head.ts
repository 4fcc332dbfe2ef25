/** Texts up to this length are read at once; of longer ones the beginning is read, and shown, before the whole. */
const atOnce = 16_000
/** About what fills the first screens. */
const headLength = 4000

/** The beginning of a long text, up to the end of a line where there is one; a text that is not long. */
export function headOf(text: string): string {
  if (text.length <= atOnce) return text
  const end = text.indexOf('\n', headLength)
  return text.slice(0, end < 0 || end > atOnce ? headLength : end)
}

/** How many lines a text has that are not blank: each is a paragraph of what is drawn. */
export const linesIn = (text: string): number => text.split(/[\r\n]/).filter((line) => /\S/.test(line)).length

/** How far a sentence is looked for around a place. */
const reach = 2000

/** The lines around a place that may belong to its sentence, and the place in them. */
export function stretchAt(text: string, at: number): { text: string; at: number } {
  const before = text.slice(Math.max(0, at - reach), at)
  const after = text.slice(at, at + reach)
  // A blank line ends a sentence, and so does the end of a line after the sign that ends one.
  const start =
    Math.max(0, at - reach) + Math.max(0, ...[...before.matchAll(ends)].map(({ index, 0: end }) => index + end.length))
  const [end] = after.matchAll(ends)
  return { text: text.slice(start, at + (end ? end.index + end[0].length : after.length)), at: at - start }
}

const ends = /[.!?]["'”’)\]]{0,3}\r?\n|\n\s{0,80}\n/g
