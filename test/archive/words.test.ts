import { expect, test } from 'vitest'
import { categoriesMeant } from '../../src/archive/categories.ts'
import { phrasesIn, searchWords, stemsOf } from '../../src/archive/words.ts'
import { sentenceAround } from '../../src/run/archive/sentences.ts'

test.each([
  ['vote votes voted voting', 'vot vot vot vot'],
  ['plan planned planning plans', 'plan plan plan plan'],
  ['policies policy', 'policy policy'],
  ['case cases', 'cas cas'],
  ['Moscow’s Moscow', 'moscow moscow'],
  ['U.S. US', 'us us'],
  ['São Peña', 'sao pena'],
  ['news new crisis gas king', 'news new crisis gas king'],
  ['Jean-Claude G20 3.5', 'jean claud g20 3 5'],
  ['* " - ( ) …', ''],
])('%s: looked up as %s', (text, stems) => {
  expect(stemsOf(text).join(' ')).toBe(stems)
})

test('words say where they stand', () => {
  const text = '“Talks” in the U.S. ended.'
  expect([...searchWords(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
    ...['Talks', 'in', 'the', 'U.S.', 'ended'],
  ])
})

test.each<[words: string, phrases: string[]]>([
  ['nuclear power', ['nuclear', 'power']],
  ['"nuclear power" plant', ['nuclear power', 'plant']],
  ['“nuclear power”', ['nuclear power']],
  ['"nuclear', ['nuclear']],
  ['war AND peace', ['war', 'and', 'peac']],
  ['-war (peace* OR NEAR("a b", 5)', ['war', 'peac', 'or', 'near', 'a b', '5']],
  ['""', []],
])('%s asks for %s', (words, phrases) => {
  expect(phrasesIn(words).map((phrase) => phrase.join(' '))).toEqual(phrases)
})

test.each([
  ['Talks ended. Lavrov left Dhaka. He slept.', 'Lavrov', 'Lavrov left Dhaka.'],
  ['A headline\n\nMr. Lavrov left.\n\nMore.', 'Lavrov', 'Mr. Lavrov left.'],
  ['Lavrov', 'Lavrov', 'Lavrov'],
  [`${'x'.repeat(5000)} Lavrov ${'y'.repeat(5000)}`, 'Lavrov', 'Lavrov'],
])('%#: the sentence around a name', (text, name, sentence) => {
  const start = text.indexOf(name)
  const span = sentenceAround(text, { start, end: start + name.length })
  expect(text.slice(span.start, span.end)).toContain(sentence)
  expect(span.end - span.start).toBeLessThan(5000)
})

test.each([
  ['energy and resource', 'medtop:20000263', true],
  ['Environment', 'medtop:20000419', true],
  ['20000424', 'medtop:20000425', true],
  ['medtop:20000424', 'medtop:20000424', true],
  ['natural gas', 'medtop:20000256', false],
  ['gas', 'medtop:20000263', false],
])('%s holds the category %s: %s', (topic, code, isMeant) => {
  expect(categoriesMeant(topic).has(code)).toBe(isMeant)
})
