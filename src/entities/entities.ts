import type { Document } from '../document/document.ts'
import { byPosition, keepLongest, type Span, SpanSet } from '../span.ts'
import type { Entity, Mention } from '../story.ts'
import { keysOf, sameName } from './alias.ts'
import { findAmounts } from './amounts.ts'
import type { NameMention } from './mentions.ts'

export type FoundEntity = Omit<Entity<string>, 'id'>

/** Clusters the mentions of people, organizations, groups … by alias, and adds money, percent and quantities. */
export function findEntities(doc: Document, names: readonly NameMention[], taken: readonly Span[]): FoundEntity[] {
  const used = new SpanSet(taken)
  const named = names.filter((name) => name.type !== 'location' && !used.overlapping(name))
  const occupied = new SpanSet([...taken, ...names])
  const amounts = keepLongest(findAmounts(doc)).filter((amount) => !occupied.overlapping(amount))
  const entities: FoundEntity[] = clusters(doc, named).map((cluster) => entityOf(doc, cluster))
  for (const { value, type, source, ...span } of amounts) {
    const text = doc.text.slice(span.start, span.end)
    entities.push({
      type,
      name: text,
      aliases: [],
      titles: [],
      value,
      mentions: [{ ...span, text, confidence: 0.9, source }],
      salience: 0,
    })
  }
  return withSalience(
    doc,
    entities.sort((a, b) => byPosition(a.mentions[0]!, b.mentions[0]!)),
  )
}

/** Names that stand for one entity: the same type, and the same name by alias. Full names first, so that "Lavrov" finds its person. */
function clusters(doc: Document, names: readonly NameMention[]): NameMention[][] {
  const found: { type: string; texts: Set<string>; members: NameMention[] }[] = []
  const byKey = new Map<string, (typeof found)[number][]>()
  const text = (name: Span) => doc.text.slice(name.start, name.end).replace(/\s+/g, ' ')
  const order = [...names].sort((a, b) => text(b).split(' ').length - text(a).split(' ').length || a.start - b.start)
  for (const name of order) {
    const written = name.name ?? text(name)
    const keys = keysOf(name.type, written).map((key) => `${name.type} ${key}`)
    const cluster = keys
      .flatMap((key) => byKey.get(key) ?? [])
      .find((other) => [...other.texts].some((seen) => sameName(name.type, seen, written)))
    if (cluster) {
      cluster.texts.add(written)
      cluster.members.push(name)
      continue
    }
    const made = { type: name.type, texts: new Set([written]), members: [name] }
    found.push(made)
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), made])
  }
  return found.map(({ members }) => members.sort(byPosition))
}

function entityOf(doc: Document, cluster: readonly NameMention[]): FoundEntity {
  const mentions: Mention[] = cluster.map(({ start, end, confidence, source }) => ({
    start,
    end,
    text: doc.text.slice(start, end),
    confidence,
    source,
  }))
  const forms = [...new Set(mentions.map((mention) => mention.text.replace(/\s+/g, ' ')))]
  const count = (form: string) => mentions.filter((mention) => mention.text === form).length
  // The fullest form; of two as full, the one the story writes more often.
  const fullest = [...forms].sort(
    (a, b) => b.split(' ').length - a.split(' ').length || count(b) - count(a) || b.length - a.length,
  )[0]!
  const name = cluster.find((mention) => mention.name !== undefined)?.name ?? fullest
  return {
    type: cluster[0]!.type,
    name,
    aliases: forms.filter((form) => form !== name),
    titles: [...new Set(cluster.flatMap((mention) => (mention.title ? [mention.title.replace(/\s+/g, ' ')] : [])))],
    mentions,
    salience: 0,
  }
}

/** How central an entity is: how often it is named, more for an early first mention; the highest is 1. */
function withSalience(doc: Document, entities: FoundEntity[]): FoundEntity[] {
  const weights = entities.map(({ mentions }) => Math.sqrt(mentions.length) * (1 + 1 / (1 + mentions[0]!.start / 500)))
  const most = Math.max(1e-9, ...weights.slice(0, 10_000))
  return doc.text === ''
    ? entities
    : entities.map((entity, i) => ({ ...entity, salience: Math.round(Math.min(1, weights[i]! / most) * 1000) / 1000 }))
}
