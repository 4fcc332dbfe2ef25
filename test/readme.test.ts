import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printedBy, typeErrors } from './public-api.ts'

const examples = ['README.md', 'docs/rules.md'].flatMap((page) => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/```ts\n(.*?)```.*?```text\n(.*?)```/gs)].map(([, code, output], i) => ({
    name: `${page.replace(/\W/g, '-')}-${i + 1}`,
    code: code!,
    output: output!,
  }))
})

test('the pages have their examples', () => {
  expect(examples.length).toBe(13)
})

test('a user who copies them has no type errors', () => {
  expect(typeErrors(examples)).toEqual({})
})

test.each(examples)('$name prints what it says', async ({ name, code, output }) => {
  expect(`${await printedBy(name, code)}\n`).toBe(output)
})
