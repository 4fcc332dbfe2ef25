import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { openResources } from '../../src/api/resources.ts'
import { builtInRules } from '../../src/rules/ruleset.ts'
import { stretchesOfOtherLanguages } from '../../src/text/other-language.ts'
import { readDocument } from '../../src/text/read.ts'
import { corpus, readRecords } from '../../train/corpora.ts'
import { otherLanguages } from '../support/other-languages.ts'

const { isEnglish } = openResources(builtInRules())
const foundIn = (text: string) =>
  stretchesOfOtherLanguages(readDocument(text), isEnglish).map(({ start, end }) => text.slice(start, end))

const languages = Object.entries(otherLanguages)

test.each(languages)('%s is told from English, as a whole and in each paragraph', (_, { paragraphs, headlines }) => {
  const [first, second] = paragraphs as [string, string]
  for (const text of [first, second, `${first}\n\n${second}`, `${first}\n${second}`]) {
    const [found = '', ...more] = foundIn(text)
    expect(more).toEqual([])
    expect(text.startsWith(found.slice(0, 20))).toBe(true)
    expect(found.length).toBeGreaterThan(0.95 * text.length)
  }
  expect(foundIn(headlines.join('\n'))).toHaveLength(1)
})

test('of headlines nine in ten', () => {
  const headlines = languages.flatMap(([, { headlines }]) => headlines)
  expect(headlines.filter((line) => foundIn(line).length > 0).length / headlines.length).toBeGreaterThan(0.88)
})

const stories = (['gmb', 'gov', 'voa-all', 'agenda-voa'] as const).flatMap((name) =>
  readRecords<{ text: string }>(corpus(name))
    .slice(0, 1500)
    .map(({ text }) => text),
)

test('English news, its headlines and its names are English', { timeout: 60_000 }, () => {
  const sentences = stories.flatMap((text) =>
    readDocument(text).sentences.map(({ start, end }) => text.slice(start, end)),
  )
  const capitals = (text: string) =>
    text.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length / text.split(' ').length
  const short = sentences.filter((text) => text.length < 100 && (text.length < 70 || capitals(text) > 0.5))
  expect(short.length).toBeGreaterThan(2000)
  for (const text of [...stories, ...stories.map((text) => text.replaceAll('. ', '.\n\n')), ...short])
    expect(foundIn(text)).toEqual([])
})

const lavrov = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')

test.each([
  ['a story', lavrov],
  ['a story in capitals', lavrov.toUpperCase()],
  ['a story in small letters', lavrov.toLowerCase()],
  ['nothing', ''],
  ['two words of German', 'Guten Morgen! Das ist gut.'.slice(0, 13)],
  [
    'a name with particles',
    'Charles de Gaulle, Ursula von der Leyen, Vicente del Bosque and Robin van Persie met Rafael da Silva.',
  ],
  [
    'a list of clubs',
    'Real Sociedad de Fútbol\nClub Atlético de Madrid\nSport Lisboa e Benfica\nOlympique de Marseille\n1. FC Köln',
  ],
  [
    'a list of names',
    'Nguyễn Phú Trọng, Recep Tayyip Erdoğan, Viktor Orbán, Mateusz Morawiecki, Petr Pavel, Sauli Niinistö',
  ],
  [
    'a list of names in capitals',
    'REAL SOCIEDAD DE FUTBOL, CLUB ATLETICO DE MADRID, PARIS SAINT-GERMAIN, BAYERN MUNCHEN',
  ],
  ['a table of figures', 'Q1 12.5 14.1 pct\nQ2 13.0 15.2 pct\nQ3 9.8 11.0 chg\nEBIT 1,204 1,310\nvol hi lo cl op'],
  ['results', 'Djokovic (SRB) bt Alcaraz (ESP) 7-6 6-4\nŚwiątek (POL) bt Krejčíková (CZE) 6-1 6-2'],
  [
    'addresses',
    'https://www.lemonde.fr/politique/article\nhttps://elpais.com/espana/una-nueva-ley.html\nkontakt@spiegel.de',
  ],
  ['code', 'const foo = await fs.readdir(dir, opts)\nnpm run lint && npx tsc --noEmit'],
  [
    'a quotation in a sentence',
    'The president told the crowd “liberté, égalité, fraternité” and said that talks would go on in Paris next week.',
  ],
  [
    'a name in its own script',
    'Foreign Minister Sergey Lavrov (Сергей Лавров) and Wang Yi (王毅) will meet in Dhaka on Monday.',
  ],
  ['formulas', 'The α and β waves of the γ band are 4 μm long.'],
  ['dishes', 'She cooked crème brûlée, jalapeño poppers and smörgåsbord for the café, and wrote a résumé.'],
  ['dialect', 'Ah dinnae ken whit tae dae, he said, an it wis a braw nicht for aw o us here in Glasgow.'],
])('no warning for %s', (_, text) => {
  expect(foundIn(text)).toEqual([])
})

const german = otherLanguages.German!.paragraphs.join('\n\n')
const english = 'The chancellor will meet the French president in Paris on Monday to discuss the price of energy.'

test.each([
  ['at the end', `${english}\n\n`, german, ''],
  ['at the beginning', '', german, `\n\n${english}`],
  ['between two others', `${english}\n\n`, german, `\n\n${english} They will talk about the budget too.`],
  ['in lines', `${english}\n`, german.replaceAll('\n\n', '\n'), `\n${english}`],
  ['with a headline', `${english}\n\n`, `${otherLanguages.German!.headlines[1]}\n\n${german}`, ''],
  [
    'of Chinese without spaces',
    `${english}\n\n`,
    otherLanguages.Chinese!.paragraphs.join('').repeat(4),
    `\n\n${english}`,
  ],
])('an English story with paragraphs of another language %s', (_, before, other, after) => {
  const { warnings } = extract(before + other + after)
  expect(warnings.filter(({ code }) => code === 'not-english')).toEqual([
    {
      code: 'not-english',
      message: 'not in English, by its words: what is found in it is not to be trusted',
      start: before.length,
      end: before.length + other.length,
    },
  ])
})

test('two apart are two warnings, and beside other limits they are in order', () => {
  const text = `${german}\n\n${english} ${'x'.repeat(300)}\n\n${german}`
  expect(extract(text, { layers: ['dates'] }).warnings.map(({ code }) => code)).toEqual([
    'not-english',
    'long-token',
    'not-english',
  ])
})
