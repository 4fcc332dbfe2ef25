import { LinkedInMemory } from '../../scripts/link-in-memory.ts'
import { extract } from '../../src/api/index.ts'
import { correctionsOf, type LinkRules } from '../../src/archive/corrections.ts'
import type { Evidence } from '../../src/archive/profile.ts'

/** A story: its day of publication and its text, with brackets around what is looked at: `[jordan King Abdullah] left.` */
export type MarkedStory = readonly [published: string, marked: string]

interface Labelled {
  key: string
  /** What it was found to be; undefined where nothing was found there. */
  id: number | undefined
  text: string
  evidence: Evidence | undefined
}

/** Stories linked in their order; of each stretch in brackets the record that it was found to be. */
export function linkedOf(
  stories: readonly MarkedStory[],
  list: 'entities' | 'events',
  links: LinkRules = {},
): Labelled[] {
  const archive = new LinkedInMemory(correctionsOf([{ links }]))
  return stories.flatMap(([published, marked]) => {
    const labels: { start: number; end: number; key: string }[] = []
    let text = ''
    for (const { 0: all, 1: key, 2: inside } of marked.matchAll(/\[(\S+) ([^\]]+)\]|[^[]+/g)) {
      if (key && inside) labels.push({ start: text.length, end: text.length + inside.length, key })
      text += inside ?? all
    }
    const story = extract(text, { published })
    const { evidence, ...linked } = archive.add(story, text)
    return labels.map(({ start, end, key }) => {
      const records: readonly { id: string; mentions: { start: number; end: number }[] }[] = story[list]
      const local = records.find(({ mentions }) => mentions.some((one) => one.start < end && start < one.end))?.id
      return {
        key,
        id: local === undefined ? undefined : linked[list].get(local),
        text: text.slice(start, end),
        evidence: local === undefined ? undefined : evidence.get(local),
      }
    })
  })
}

/** The keys as they were put together: `jordan+jordan saudi` where the first two stretches are one and the third another. */
export function groupsOf(labelled: readonly Labelled[]): string {
  const groups = new Map<number | string, string[]>()
  labelled.forEach(({ id, key, text }, at) => {
    const group = id ?? `missing ${text} ${at}`
    groups.set(group, [...(groups.get(group) ?? []), id === undefined ? `${key}?` : key])
  })
  return [...groups.values()].map((keys) => keys.join('+')).join(' ')
}

/** As they should be. */
export function wantedOf(stories: readonly MarkedStory[]): string {
  const keys = stories.flatMap(([, marked]) => [...marked.matchAll(/\[(\S+) [^\]]+\]/g)].map((match) => match[1]!))
  const groups = new Map<string, string[]>()
  for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), key])
  return [...groups.values()].map((group) => group.join('+')).join(' ')
}
