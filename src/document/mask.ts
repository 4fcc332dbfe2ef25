import type { Limit } from './document.ts'

// wink-nlp is quadratic in the length of a token: 60,000 characters of `a-a-a…` take 20 s, 200 take nothing.
const longestToken = 200
const longestSentence = 4000

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const notRead = /[^\S\n]|[\0-\x08\x0e-\x1f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const longRun = new RegExp(`\\S{${longestToken + 1},}`, 'g')

/**
 * Blanks out what wink-nlp can't read in linear time, one space for each code unit, so that offsets stay as they are.
 * Other white space becomes a plain space, since wink-nlp counts only that.
 */
export function mask(text: string): { masked: string; limits: Limit[] } {
  const limits: Limit[] = []
  const masked = text.replace(notRead, ' ').replace(longRun, (run, start: number) => {
    limits.push({
      code: 'long-token',
      message: `${run.length} characters without a space are not read (limit ${longestToken})`,
      start,
      end: start + run.length,
    })
    return ' '.repeat(run.length)
  })
  return { masked, limits }
}

/** Cuts lines without sentence ends at spaces, so that no sentence is longer than the limit. */
export function cutLongLines(masked: string, limits: Limit[]): string {
  let out = ''
  let copied = 0
  // A regular expression for long lines would try each start of a short one.
  for (let start = 0; start <= masked.length; ) {
    const newline = masked.indexOf('\n', start)
    const end = newline < 0 ? masked.length : newline
    if (end - start > longestSentence) {
      out += masked.slice(copied, start) + cutLine(masked.slice(start, end), start, limits)
      copied = end
    }
    start = end + 1
  }
  return out + masked.slice(copied)
}

function cutLine(line: string, start: number, limits: Limit[]): string {
  let cut = ''
  let from = 0
  while (line.length - from > longestSentence) {
    const window = line.slice(from, from + longestSentence)
    const stop = Math.max(window.lastIndexOf('. '), window.lastIndexOf('? '), window.lastIndexOf('! '))
    if (stop < 0 && window.trim() !== '')
      limits.push({
        code: 'long-sentence',
        message: `a sentence of more than ${longestSentence} characters is cut`,
        start: start + from,
        end: start + from + longestSentence,
      })
    const space = window.lastIndexOf(' ')
    const at = stop >= 0 ? stop + 1 : space > 0 ? space : longestSentence - 1
    cut += `${line.slice(from, from + at)}\n`
    from += at + 1
  }
  return cut + line.slice(from)
}
