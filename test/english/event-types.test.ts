import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eventTypes } from '../../src/base/types.ts'
import { agenda } from '../../src/english/agenda.ts'
import { doneVerbs, eventType, pastVerbs } from '../../src/english/event-types.ts'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replace(/\s+/g, ' ')
const list = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

test('README and docs name the types of events, all of them and no other', () => {
  const plurals = list(eventTypes.map((type) => `${type}s`))
  expect(read('README.md')).toContain(`${plurals.charAt(0).toUpperCase()}${plurals.slice(1)} are events`)
  expect(read('docs/rules.md')).toContain(`(${eventTypes.map((type) => `\`${type}\``).join(', ')})`)
})

test.each(eventTypes)('a rule finds a %s', (type) => {
  expect(agenda.rules?.some(({ match, yes }) => match.includes(`<${type}>`) && yes && yes.length > 0)).toBe(true)
})

test('verbs of a type tell that it is over', () => {
  expect(doneVerbs.has('ratified')).toBe(true)
  expect(pastVerbs.has('ratified') && pastVerbs.has('met')).toBe(true)
  expect(doneVerbs.has('met')).toBe(false)
})

test('only what has a guest is named by where it leads', () => {
  for (const type of eventTypes) {
    const { namedByDestination, participants } = eventType(type)
    expect(namedByDestination && participants !== 'guest').toBe(false)
  }
})
