import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { format } from 'node:util'
import { expect, test, vi } from 'vitest'

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

test.each(examples)('$name prints what it says', async ({ name, code, output }) => {
  const file = new URL(`./${name}.readme.ts`, import.meta.url)
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(format(...values).trimEnd()))
  writeFileSync(file, code)
  try {
    await import(file.pathname)
  } finally {
    rmSync(file)
    log.mockRestore()
  }
  expect(`${printed.join('\n')}\n`).toBe(output)
})
