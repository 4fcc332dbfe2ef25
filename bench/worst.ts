import { median, openNotes, timed } from './measure.ts'
import { systems } from './systems.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** A name that no other number has. */
const name = (n: number) =>
  `B${[n % 26, Math.floor(n / 26) % 26, Math.floor(n / 676) % 26].map((i) => letters[i]).join('')}ov`
const repeated = (length: number, piece: (i: number) => string) => {
  let text = ''
  for (let i = 0; text.length < length; i++) text += piece(i)
  return text
}

/** Texts that make the layers work hardest. */
const inputs: Readonly<Record<string, (i: number) => string>> = {
  'one meeting after another, same name': () => 'met with Putin and ',
  'one meeting after another, other names': (i) => `President ${name(2 * i)} met with ${name(2 * i + 1)} and `,
  'one minister after another': () => 'the Russian foreign minister met ',
  'visits to other places': (i) => `visit to ${name(i)}grad `,
  'one topic after another': () => 'talks on trade and ',
  'sixteen talks a sentence': (i) => (i % 16 < 15 ? 'talks ' : 'talks. '),
  'sixteen meetings a sentence': (i) => (i % 8 < 7 ? 'Putin met Xi; Biden will visit Paris; ' : 'Putin met Xi. '),
  'one meeting a sentence, other names': (i) => `${name(i)} met Xi. `,
  'a list of talks': () => '- talks on trade\n- talks on oil\n',
  'days without end': (i) => `on Friday, May ${1 + (i % 28)}, and `,
  'only names': (i) => `${name(i)} ${name(i + 7)}, `,
  'words that none knows': (i) => `${name(i).toLowerCase()}zq `,
  'opening brackets and quotes': () => '("[',
  'numbers with signs': (i) => `$${i}.5 million-${i % 12}/`,
}

/** How many times as long a character of each takes as one of news, in turns; the slowest first. */
export async function worstInputs(stories: readonly string[], length: number, rounds: number) {
  const read = await systems.nutgraf!()
  const news = stories.slice(0, 60)
  const newsLength = news.reduce((sum, text) => sum + text.length, 0)
  const texts = Object.entries(inputs).map(([name, piece]) => [name, repeated(length, piece)] as const)
  const ratios = openNotes()
  for (let round = 0; round <= rounds; round++)
    for (const [name, text] of texts) {
      const usual = timed(() => news.forEach(read)) / newsLength
      const ratio = timed(() => void read(text)) / text.length / usual
      if (round > 0) ratios.note(name, ratio)
    }
  return Object.fromEntries([...ratios.lists].map(([name, list]) => [name, median(list)]).sort(byRatio))
}

const byRatio = ([, a]: (string | number)[], [, b]: (string | number)[]) => Number(b) - Number(a)
