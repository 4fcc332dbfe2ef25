import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { StorySchema } from '../../src/base/schema.ts'

const article = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')

/** Texts that are no ordinary stories. */
test.each<[string, string]>([
  ['one line', 'Lavrov to discuss trade in Dhaka'],
  ['one word', 'Talks'],
  ['headlines only', 'Putin, Xi discuss energy\nEU leaders agree on budget\nUN to vote on Darfur mission\n'],
  ['a list', '- talks on trade\n- visit to Dhaka\n* vote on the budget;\n1. agenda: energy, water, transport\n'],
  [
    'a transcript',
    'Q: Will you discuss trade?\nA: We will discuss trade, and we "may" visit Paris.\nQ: When?\nA: In May.\n',
  ],
  [
    'quotes in quotes',
    'He said: "The minister told us, \'we will discuss "trade and ‘fair’ tariffs" with Paris\', and left for talks on oil."',
  ],
  ['an open quote', 'They discussed "trade, security and the return of'],
  ['no full stops', 'They met and discussed trade and then '.repeat(120)],
  ['a list without end', `They discussed ${Array(400).fill('trade').join(', ')} and oil.`],
  ['capitals', 'PUTIN AND XI DISCUSS ENERGY. THEY MET IN MOSCOW ON FRIDAY.'],
  ['no capitals', 'putin and xi discussed energy in moscow on friday. they agreed to build a pipeline.'],
  ['5,000 words', article.repeat(5)],
])('%s', (_, text) => {
  const story = extract(text, { published: '2023-08-30' })
  expect(StorySchema.parse(story)).toEqual(story)
  const ids = new Set([...story.entities, ...story.locations, ...story.dates].map(({ id }) => id))
  const eventIds = new Set(story.events.map(({ id }) => id))
  const topicIds = new Set(story.topics.map(({ id }) => id))
  for (const event of story.events) {
    expect([...event.participants, ...event.locations, ...event.dates].filter((id) => !ids.has(id))).toEqual([])
    expect(event.topics.filter((id) => !topicIds.has(id))).toEqual([])
  }
  for (const { event, entities, mentions, evidence } of story.topics) {
    expect(event === null || eventIds.has(event)).toBe(true)
    expect(entities.filter((id) => !ids.has(id))).toEqual([])
    expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text)
    const [first] = mentions
    // No topic is longer than the sentence that says it.
    expect(first!.start >= evidence.start && first!.end <= evidence.end).toBe(true)
    for (const { start, end, text: own } of mentions) expect(text.slice(start, end)).toBe(own)
  }
  expect(story.topics.map(({ mentions }) => mentions[0]!.start)).toEqual(
    story.topics.map(({ mentions }) => mentions[0]!.start).sort((a, b) => a - b),
  )
})

test.each<[string, ...string[]]>([
  ['Putin and Xi discussed energy.', 'energy'],
  ['They discussed trade. "We will discuss oil next week," he said.', 'trade', 'oil'],
  // Silence: nothing is on a table here.
  ['The company sold 300 cars. Its shares rose by 3 percent.'],
  ['He spoke of the weather.'],
])('topics of %s', (text, ...labels) => {
  expect(extract(text, { published: '2023-08-30' }).topics.map(({ label }) => label)).toEqual(labels)
})
