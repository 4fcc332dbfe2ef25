import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/```ts\n(.*?)```.*?```text\n(.*?)```/gs)].map(([, code, output], i) => ({
  name: `example ${i + 1}`,
  code: code!,
  output: output!,
}))

test('the README has its examples', () => {
  expect(examples.length).toBe(3)
})

test.each(examples)('$name prints what it says', async ({ name, code, output }) => {
  const file = new URL(`./${name.replace(' ', '-')}.readme.ts`, import.meta.url)
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(values.join(' ').trimEnd()))
  writeFileSync(
    file,
    code.replace("'nutgraf'", "'../src/index.ts'").replace("'nutgraf/testing'", "'../src/testing.ts'"),
  )
  try {
    await import(file.pathname)
  } finally {
    rmSync(file)
    log.mockRestore()
  }
  expect(`${printed.join('\n')}\n`).toBe(output)
})
