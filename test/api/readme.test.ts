import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { printedBy, typeErrors } from '../support/public-api.ts'

const root = new URL('../../', import.meta.url).pathname
const read = (page: string) => readFileSync(join(root, page), 'utf8')

const examples = ['README.md', 'docs/rules.md', 'docs/syntax.md'].flatMap((page) => {
  return [...read(page).matchAll(/```ts\n(.*?)```.*?```text\n(.*?)```/gs)].map(([, code, output], i) => ({
    name: `${page.replace(/\W/g, '-')}-${i + 1}`,
    code: code!,
    output: output!,
  }))
})

test('the pages have their examples', () => {
  expect(examples.length).toBe(27)
})

test('a user who copies them has no type errors', () => {
  expect(typeErrors(examples)).toEqual({})
})

test.each(examples)('$name prints what it says', async ({ name, code, output }) => {
  expect(`${await printedBy(name, code)}\n`).toBe(output)
})

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'train/README.md'].concat(
  ...['architecture', 'archive', 'evaluation', 'model-card', 'rules', 'syntax'].map((name) => `docs/${name}.md`),
)
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')

test.each(pages)('links of %s lead somewhere', (page) => {
  const text = read(page)
  const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => `#${anchorOf(heading!)}`)
  const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link!)
  const dead = links.filter((link) =>
    link.startsWith('#') ? !anchors.includes(link) : !existsSync(join(root, dirname(page), link)),
  )
  expect(dead).toEqual([])
})
