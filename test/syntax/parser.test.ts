import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as packed from '../../src/data/syntax.ts'
import { Configuration, right, shift } from '../../src/syntax/configuration.ts'
import { openParser, parseInTurn, type Tree } from '../../src/syntax/parser.ts'
import { pennTags } from '../../src/syntax/penn.ts'
import { openPennTagger } from '../../src/syntax/penn-tagger.ts'
import { relations, root } from '../../src/syntax/relations.ts'
import { openSyntax } from '../../src/syntax/syntax.ts'
import { wordAt } from '../../src/text/columns.ts'
import { Sentence } from '../../src/text/document.ts'
import { readDocument } from '../../src/text/read.ts'

const sentenceOf = (text: string): Sentence => {
  const { columns } = readDocument(text)
  return new Sentence(text, columns, 0, columns.length, false, false)
}

const wordsOf = ({ columns, first, last }: Sentence) =>
  Array.from({ length: last - first }, (_, i) => wordAt(columns, first + i).text)

/** Each token with its relation and its head: `They nsubj met`. */
function arcsOf(text: string): string[] {
  const sentence = readDocument(text).sentences[0]!
  const words = wordsOf(sentence)
  const tree = openSyntax()(sentence)
  return words.map((word, i) => `${word} ${relations[tree.relations[i]!]} ${words[tree.heads[i]!]}`)
}

test.each<[string, string]>([
  ['The ministers met on Friday.', 'ministers nsubj met, The det ministers, on prep met, Friday pobj on'],
  ['Lavrov met Fidan in Ankara.', 'Lavrov nsubj met, Fidan dobj met, met ROOT met'],
  ['Trade was discussed by the leaders.', 'Trade nsubjpass discussed, was auxpass discussed, leaders pobj by'],
  ['The talks will not begin.', 'talks nsubj begin, will aux begin, not neg begin'],
  ['She urged Iran to release the sailors.', 'release xcomp urged, sailors dobj release'],
  ['He said the talks had failed.', 'failed ccomp said, talks nsubj failed, He nsubj said'],
  ['They discussed trade and energy.', 'trade dobj discussed, energy conj trade, and cc trade'],
  ['Russia and China signed a deal.', 'Russia nsubj signed, China conj Russia, deal dobj signed'],
  ["The country's president resigned.", "country poss president, 's case country, president nsubj resigned"],
  ['The official, who left on Friday, said so.', 'left relcl official, who nsubj left, official nsubj said'],
  ['Three soldiers were killed.', 'Three nummod soldiers, soldiers nsubjpass killed'],
  ['Talks on trade with China collapsed.', 'Talks nsubj collapsed, on prep Talks, trade pobj on'],
  [
    'Hua Chunying, a ministry spokeswoman, said so.',
    'Hua compound Chunying, spokeswoman appos Chunying, Chunying nsubj said',
  ],
  ['The president of France arrived.', 'of prep president, France pobj of, president nsubj arrived'],
  ['He is a good president.', 'president attr is, He nsubj is, good amod president'],
  ['If the talks fail, the ministers will return.', 'fail advcl return, If mark fail, ministers nsubj return'],
  // Contractions, as the words that they are written for.
  ["Sergey Lavrov didn't visit Dhaka.", "Lavrov nsubj visit, didn't aux visit, visit ROOT visit"],
  ['Lavrov can’t travel to Rome.', 'Lavrov nsubj travel, can’t aux travel, travel ROOT travel'],
  ["Officials won't comment.", "Officials nsubj comment, won't aux comment"],
  ["The minister wasn't ready.", "minister nsubj wasn't, ready acomp wasn't"],
  ['The ministers cannot agree.', 'ministers nsubj agree, cannot aux agree'],
  ['The police shut down the station.', 'down prt shut, station dobj shut'],
  ['The new trade agreement failed.', 'agreement nsubj failed, failed ROOT failed'],
  ['The peace talks collapsed.', 'peace compound talks, talks nsubj collapsed'],
  ["This visit highlights Russia's determination.", 'visit nsubj highlights, determination dobj highlights'],
  ['The agreement that they signed is old.', 'signed relcl agreement, agreement nsubj is, is ROOT is'],
  [
    'The man who led the inquiry resigned.',
    'led relcl man, inquiry dobj led, man nsubj resigned, resigned ROOT resigned',
  ],
  [
    'Several companies that built the pipeline left Russia.',
    'built relcl companies, companies nsubj left, left ROOT left',
  ],
  ['If it rains, we will stay.', 'rains advcl stay, stay ROOT stay'],
  ["Lavrov didn't visit Dhaka.", "Lavrov nsubj visit, didn't aux visit, Dhaka dobj visit"],
])('%s', (text, expected) => {
  expect(arcsOf(text)).toEqual(expect.arrayContaining(expected.split(', ')))
})

test.each<[string, string]>([
  ['Trade was discussed by Friday.', 'Trade nsubj discussed'],
  ['They met the ministers of France.', 'of prep met'],
  ['They discussed trade and left.', 'left conj trade'],
  ['The man said that he left.', 'left relcl man'],
  ['They visited France to sign a deal.', 'sign xcomp visited'],
])('%s: not %s', (text, near) => {
  expect(arcsOf(text)).not.toContain(near)
})

const tagsIn = (text: string) => {
  const sentence = readDocument(text).sentences[0]!
  return Array.from(openSyntax()(sentence).tags, (tag) => pennTags[tag]).join(' ')
}

test.each([
  ['They signed the agreements.', 'PRP VBD DT NNS .'],
  ['The agreements were signed in Moscow.', 'DT NNS VBD VBN IN NNP .'],
  ['He wants to sign it.', 'PRP VBZ TO VB PRP .'],
  ["Lavrov didn't visit Rome.", 'NNP VBD VB NNP .'],
  ["They haven't met.", 'PRP VBP VBN .'],
  ["She met O'Brien.", 'PRP VBD NNP .'],
  ["They didn't sign it.", 'PRP VBD VB PRP .'],
  ['The meeting ended, meeting them helped.', 'DT NN VBD , VBG PRP VBD .'],
])('Penn tags of %s', (text, expected) => {
  expect(tagsIn(text)).toBe(expected)
})

test('a sentence is parsed once, and gives the same whatever was parsed before', () => {
  const { sentences } = readDocument('The ministers met. They discussed trade.')
  const syntax = openSyntax()
  const first = syntax(sentences[0]!)
  syntax(sentences[1]!)
  expect(syntax(sentences[0]!)).toBe(first)
  expect(openSyntax()(sentences[0]!)).toEqual(first)
})

/** Every token comes to the one root by its heads. */
function expectTree({ heads, relations: named }: Tree, length: number): void {
  expect([heads.length, named.length]).toEqual([length, length])
  const roots = [...heads.keys()].filter((token) => heads[token] === token)
  expect(roots).toHaveLength(length > 0 ? 1 : 0)
  // From the root downwards: what is not reached is in a cycle.
  const dependents: number[][] = Array.from({ length }, () => [])
  heads.forEach((head, token) => {
    if (head !== token) dependents[head]!.push(token)
  })
  const open = [...roots]
  let reached = 0
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    reached++
    open.push(...dependents[token]!)
  }
  expect(reached).toBe(length)
  expect([...named.keys()].filter((token) => named[token] === root)).toEqual(roots)
}

const parse = openParser(packed)
const tag = openPennTagger(packed.tags)
const word = fc.constantFrom(
  ...'the of to and met talks Moscow , . ( ) " said that who 5 % – minister’s très 上海'.split(' '),
)

test('any words with any tags give one root and no cycle', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.nat(pennTags.length - 1)), { maxLength: 60 }), (tokens) => {
      const sentence = sentenceOf(tokens.map(([text]) => text).join(' '))
      const tags = Uint8Array.from({ length: sentence.last }, (_, i) => tokens[i % tokens.length]![1])
      expectTree(parse(sentence, tags), sentence.last)
    }),
  )
})

test('any string gives trees', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const syntax = openSyntax()
      for (const sentence of readDocument(text).sentences) expectTree(syntax(sentence), sentence.last - sentence.first)
    }),
  )
})

test('whatever is chosen, the transitions come to a tree', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.infiniteStream(fc.nat(2)), (length, choices) => {
      const configuration = new Configuration()
      let chosen = 0
      const choose = () => {
        chosen++
        const choice = choices.next().value as number
        return choice === right && !configuration.mayRight ? shift : choice
      }
      expectTree(
        parseInTurn(configuration, length, choose, () => root + 1),
        length,
      )
      expect(chosen).toBeLessThanOrEqual(2 * length)
    }),
  )
})

test.each([
  ['a thousand words', 'the minister of the country that met '.repeat(150)],
  ['nothing but marks', '( '.repeat(2000)],
  ['nothing but conjunctions', 'and '.repeat(2000)],
  ['nothing but numbers', '1 '.repeat(2000)],
])('%s in one sentence', (_, text) => {
  const sentence = sentenceOf(text)
  expect(sentence.last).toBeGreaterThan(1000)
  expectTree(parse(sentence, tag(sentence, sentence.speech)), sentence.last)
})

test('weights that were learned with other features are not opened', () => {
  const { transitions } = packed
  expect(() => openParser({ ...packed, transitions: { ...transitions, templates: 'another' } })).toThrow(
    'npm run train -- syntax',
  )
  expect(() => openPennTagger({ ...packed.tags, templates: 'another' })).toThrow('npm run train -- syntax')
})
