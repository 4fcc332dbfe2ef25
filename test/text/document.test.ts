import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenFlag } from '../../src/text/columns.ts'
import { readDocument } from '../../src/text/read.ts'
import { inkFrom, invisible, isBlank, tokenEnd } from '../../src/text/scan.ts'

const cut = (text: string) => {
  const { sentences, tokens } = readDocument(text)
  return sentences.map(({ first, last }) => tokens.slice(first, last).map((token) => token.text))
}

test.each([
  ["Moscow's U.S.-led talks.", "Moscow 's U.S. - led talks ."],
  ['Lavrov’s and O’Brien’s', 'Lavrov ’s and O’Brien ’s'],
  ["They didn't, he'd go, the ministers' plan", "They didn't , he'd go , the ministers ' plan"],
  ['The G20, the 5th and COVID-19', 'The G20 , the 5th and COVID - 19'],
  ['1,200.5 at 3:30pm for $5m.', '1,200.5 at 3:30pm for $ 5m .'],
  ['John F. Kennedy', 'John F. Kennedy'],
  ['Mr. Blair left. He spoke.', 'Mr . Blair left . / He spoke .'],
  ['“Go!” he said. “Why?” (He left.) She stayed.', '“ Go ! ” / he said . / “ Why ? ” / ( He left . ) / She stayed .'],
  ['LYON, France (AFP) - It rained.', 'LYON , France ( AFP ) - / It rained .'],
  ['BEIJING, Nov. 3 (Xinhua) -- Six boats sank.', 'BEIJING , Nov . 3 ( Xinhua ) - - / Six boats sank .'],
  ['OSLO — Two men were held.', 'OSLO — / Two men were held .'],
  // Near misses: a headline, a remark in dashes.
  ['CRICKET - ENGLAND BEAT PAKISTAN IN SHARJAH', 'CRICKET - ENGLAND BEAT PAKISTAN IN SHARJAH'],
  ['Lyon — a city in France — is rainy.', 'Lyon — a city in France — is rainy .'],
  ['A headline\nA story begins', 'A headline / A story begins'],
  ['one\u00a0two\u200bthree\u0000four', 'one two three four'],
  ['Ḥasan e\u0301té 上海', 'Ḥasan e\u0301té 上海'],
])('tokens and sentences of %j', (text, expected) => {
  expect(
    cut(text)
      .map((sentence) => sentence.join(' '))
      .join(' / '),
  ).toBe(expected)
})

test('blank is what a regular expression takes for white space, and what has no width', () => {
  const blank = new RegExp(String.raw`[\s${invisible}]`)
  const codes = Array.from({ length: 1 << 16 }, (_, code) => code)
  expect(codes.filter(isBlank)).toEqual(codes.filter((code) => blank.test(String.fromCharCode(code))))
})

test('the quick way through letters and digits ends where the regular expression does', () => {
  const piece = fc.constantFrom('a', 'Bc', '1', '23', '.', ',', ':', "'", '’', 's', ' ', '-', 'é', 'n\u0303', '\n', '$')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (parts) => {
      const text = parts.join('')
      // A letter that is no ASCII in front keeps the quick way out: what follows is cut alike.
      for (let at = inkFrom(text, 0); at < text.length; at = inkFrom(text, tokenEnd(text, at))) {
        const end = tokenEnd(text, at)
        expect(end).toBeGreaterThan(at)
        const slow = tokenEnd(`\u00e9${text.slice(at)}`, 0) - 1
        if (/^[A-Za-z]/.test(text.slice(at, end)) && !/^[A-Za-z]\./.test(text.slice(at))) expect(end - at).toBe(slow)
      }
    }),
  )
})

test.each<[string, string]>([
  ['They will discuss trade in Paris.', 'Pronoun Auxiliary Verb Singular Preposition ProperNoun -'],
  ["Moscow's five ships left.", 'ProperNoun Possessive Cardinal Plural Verb -'],
  ["They didn't go.", 'Pronoun Auxiliary Verb -'],
])('part of speech of %s', (text, expected) => {
  expect(
    readDocument(text)
      .tokens.map(({ tags }) => tags.at(-1) ?? '-')
      .join(' '),
  ).toBe(expected)
})

test('words of one writing are one object, in any text', () => {
  const [first] = readDocument('Dhaka is calm.').tokens
  const last = readDocument('He flew to Dhaka').tokens.at(-1)
  expect(last!.word).toBe(first!.word)
})

test.each([
  [
    "Moscow's talks.\n\nThey met.",
    "Moscow:opens | 's:glued | talks: | .:glued | They:opens,paragraph | met: | .:glued",
  ],
  ['One\ntwo.', 'One:opens | two:opens | .:glued'],
  [`See ${'x'.repeat(201)} here`, 'See:opens | here:afterUnread'],
])('flags of the tokens of %j', (text, expected) => {
  const { columns, tokens } = readDocument(text)
  const names = (at: number) =>
    Object.entries(tokenFlag).flatMap(([name, bit]) => ((columns.flags[at]! & bit) !== 0 ? [name] : []))
  expect(tokens.map((token, at) => `${token.text}:${names(at).sort().join()}`).join(' | ')).toBe(expected)
})
