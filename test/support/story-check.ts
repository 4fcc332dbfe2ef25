import { expect } from 'vitest'
import { StorySchema } from '../../src/base/schema.ts'
import type { Story } from '../../src/base/story.ts'

/** Every promise of the contract that can be told from a text and its story. */
export function check(text: string, story: Story<string>) {
  expect(StorySchema.safeParse(story).error).toBeUndefined()
  expect(JSON.parse(JSON.stringify(story))).toEqual(story)
  const { entities, dates, locations, events, topics } = story
  const mentioned = [...entities, ...locations, ...events, ...topics].flatMap(({ mentions }) => mentions)
  for (const span of [...mentioned, ...dates, ...topics.map(({ evidence }) => evidence)]) {
    expect(span.start).toBeLessThan(span.end)
    expect(text.slice(span.start, span.end)).toBe(span.text)
    // No blank, and nothing without width, at an edge.
    expect(span.text).not.toMatch(/^[\s\u200b-\u200f]|[\s\u200b-\u200f]$/)
  }
  const ids = [entities, dates, locations, events, topics].flatMap((list) => list.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  const lists = { e: entities, d: dates, l: locations, v: events, t: topics }
  for (const [letter, list] of Object.entries(lists))
    expect(list.map(({ id }) => id)).toEqual(list.map((_, i) => `${letter}${i + 1}`))
  const known = new Set(ids)
  for (const event of events)
    for (const id of [...event.participants, ...event.locations, ...event.dates, ...event.topics])
      expect(known).toContain(id)
  for (const topic of topics)
    for (const id of [...topic.entities, ...(topic.event ? [topic.event] : [])]) expect(known).toContain(id)
  const holder = new Map(locations.map(({ id, within }) => [id, within]))
  for (const { id, within } of locations) {
    for (let over = within, steps = 0; over !== null; over = holder.get(over)!, steps++) {
      expect(known).toContain(over)
      expect(steps).toBeLessThan(locations.length)
      expect(over).not.toBe(id)
    }
  }
  const rising = (spans: readonly { start: number }[]) => {
    const starts = spans.map(({ start }) => start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  }
  for (const { mentions } of [...entities, ...locations, ...events, ...topics]) rising(mentions)
  for (const { start, end, text: sentence } of story.sentences ?? []) expect(text.slice(start, end)).toBe(sentence)
  rising(story.sentences ?? [])
  for (const { start, end } of story.warnings) expect(text.slice(start, end)).toHaveLength(end - start)
  rising(story.warnings)
  const first = (list: readonly { mentions: readonly { start: number }[] }[]) =>
    list.map(({ mentions }) => mentions[0]!.start)
  for (const starts of [
    first(entities),
    first(locations),
    first(events),
    first(topics),
    dates.map(({ start }) => start),
  ])
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  // No stretch is a mention in two lists, a demonym apart.
  const taken = [
    ...entities.flatMap(({ mentions }) => mentions),
    ...dates,
    ...locations.flatMap(({ mentions }) => mentions.filter(({ form }) => form === 'name')),
  ].sort((a, b) => a.start - b.start)
  for (let i = 1; i < taken.length; i++) expect(taken[i - 1]!.end).toBeLessThanOrEqual(taken[i]!.start)
}
