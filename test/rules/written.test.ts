import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NutgrafError } from '../../src/api/index.ts'
import { agenda } from '../../src/english/agenda.ts'
import { compilePattern } from '../../src/rules/compile.ts'
import { patterns } from './match-language.ts'

/** The elements of a pattern, as explanations show them. */
function elementsOf(match: string): string[] {
  const { elements } = compilePattern(match, 'test').written
  return elements.map(({ start, end }) => match.slice(start, end))
}

test.each<[string, string[]]>([
  ['signed? agreement', ['signed?', 'agreement']],
  ['[<who>#Vessel] will [<visit>{call/Verb}]', ['#Vessel', 'will', '{call/Verb}']],
  ['at (on? [<when>#Date+])?', ['at', '(on? [<when>#Date+])?', 'on?', '#Date+']],
  ['signed (two|old){0,3} deals', ['signed', '(two|old){0,3}', 'deals']],
  ['(two old|the quiet) (deals|park)', ['(two old|the quiet)', 'two', 'old', 'the', 'quiet', '(deals|park)']],
  ['([<topic>a]|[<topic>b c]) d', ['([<topic>a]|[<topic>b c])', 'a', 'b', 'c', 'd']],
  ['^[<who>they] left$', ['they', 'left$']],
  ['[<who>^they] .* oil$', ['^they', '.*', 'oil$']],
  ['the !old /a b/ /^co|\\/[dk]/', ['the', '!old', '/a b/', '/^co|\\/[dk]/']],
  ['[<topic>/^co/+] #Noun', ['/^co/+', '#Noun']],
  ['the\t[<topic>uss\n  cole]', ['the', 'uss', 'cole']],
  // compromise makes two of the first and one of the second.
  ['closed-door talks', ['closed-door', 'talks']],
  ['co-chair talks', ['co-chair', 'talks']],
  ['(closed-door|open) talks', ['(closed-door|open)', 'talks']],
])('%j has the elements %j', (match, elements) => {
  expect(elementsOf(match)).toEqual(elements)
})

const written = [...patterns, ...(agenda.rules ?? []).map(({ match }) => match)]

test.each(written)('each test of %s knows its element', (match) => {
  const { steps, written } = compilePattern(match, 'test')
  expect(written.elements[0], 'the whole stands for it').not.toEqual({ start: 0, end: match.length + 1 })
  for (const [i, step] of steps.entries())
    expect(written.elements[written.elementOf[i]!] !== undefined, `step ${i}`).toBe(
      ['test', 'atStart', 'atEnd'].includes(step.op),
    )
  // What is written lies side by side, between spaces and brackets.
  for (const { start, end } of written.elements) expect(match.slice(start, end)).toMatch(/^[^\s[\]|](?:.*[^\s[|])?$/)
})

test('whatever the pattern, its elements lie in it', () => {
  const sign = fc.constantFrom(
    ...['[<topic>', ']', '(', ')', '|', ' ', ' ', 'oil', '#Noun', '{call/Verb}', '/a+/', '/a b/', '{2,3}'],
    ...['?', '+', '*', '.', '^', '$', '!', 'a-b', '\n'],
  )
  let compiled = 0
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
      const match = signs.join('')
      try {
        const { elements } = compilePattern(match, 'test').written
        compiled++
        for (const { start, end } of elements) {
          expect(0 <= start && start < end && end <= match.length, match).toBe(true)
          expect(match.slice(start, end).trim()).toBe(match.slice(start, end))
        }
      } catch (error) {
        if (!(error instanceof NutgrafError)) throw error
      }
    }),
    { numRuns: 2000 },
  )
  expect(compiled).toBeGreaterThan(100)
})
