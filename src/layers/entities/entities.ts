import { sourceOf } from '../../base/provenance.ts'
import { byPosition, inOrder, oneLine, type Span } from '../../base/span.ts'
import type { Entity, Mention } from '../../base/story.ts'
import type { Document } from '../../text/document.ts'
import type { Amount } from '../amounts/amounts.ts'
import { alike, type Gender, genderByKin, genderOfPerson, isGivenName, keysOf, likeness } from '../names/alias.ts'
import type { NameMention } from '../names/find-names.ts'

export type FoundEntity = Omit<Entity<string>, 'id'>

/** Clusters the mentions of people, organizations, groups … by alias, and adds money, percent and quantities. */
export function findEntities(doc: Document, names: readonly NameMention[], amounts: readonly Amount[]): FoundEntity[] {
  const named = names.filter(({ type }) => type !== 'location')
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

interface Cluster {
  /** The first forms that were read: those by which another is known again. */
  texts: string[]
  members: NameMention[]
  /** Where the first of them begins. */
  from: number
  gender: Gender | undefined
  titles: string[]
}

/** A mention as clusters are asked for it; `forms` are the ways in which its name is written. */
interface Sought {
  name: NameMention
  forms: readonly string[]
  gender: Gender | undefined
}

/** Names that stand for one entity: the same type, and the same name by alias. Full names first, so that "Lavrov" finds its person. */
function clusters(doc: Document, names: readonly NameMention[]): NameMention[][] {
  const found: Cluster[] = []
  const byKey = new Map<string, Map<string, Cluster[]>>()
  const acronyms = definedAcronyms(doc, names)
  const headline = headlineOf(doc)
  const order = names
    .map((name) => {
      const written = name.name ?? oneLine(doc.text.slice(name.start, name.end))
      return { name, written, words: written.split(' ').length }
    })
    .sort((a, b) => b.words - a.words || a.name.start - b.name.start)
  for (const { name, written } of order) {
    const ofType = byKey.get(name.type) ?? new Map<string, Cluster[]>()
    byKey.set(name.type, ofType)
    const keys = keysOf(name.type, written)
    const long = acronyms.get(written)
    const forms = long === undefined ? [written] : [written, long]
    const near: Cluster[] = []
    for (const key of long === undefined ? keys : [...keys, ...keysOf(name.type, long)])
      for (const known of ofType.get(key) ?? noClusters) near.push(known)
    const gender = name.type === 'person' ? genderOf(doc, name, written) : undefined
    const cluster = bestOf(near, { name, forms, gender }, headline) ?? newCluster()
    if (cluster.members.length === 0) found.push(cluster)
    addSome(cluster.texts, written)
    cluster.members.push(name)
    cluster.from = Math.min(cluster.from, name.start)
    cluster.gender ??= gender
    if (name.title) addSome(cluster.titles, plainTitle(name.title))
    for (const key of keys) {
      const keyed = ofType.get(key)
      if (keyed) addSome(keyed, cluster)
      else ofType.set(key, [cluster])
    }
  }
  return found.map(({ members }) => inOrder(members))
}

const noClusters: readonly Cluster[] = []

/** As many clusters of a name, and forms of a cluster, as are compared: a thousand people called Smith cost no more than twenty. */
const mostNamesakes = 20

function addSome<T>(list: T[], one: T): void {
  if (list.length < mostNamesakes && !list.includes(one)) list.push(one)
}

const longestHeadline = 200

/** The first line, where it is no paragraph. */
function headlineOf({ text }: Document): Span {
  const end = text.slice(0, longestHeadline).indexOf('\n')
  return { start: 0, end: Math.max(0, end) }
}

const genderOf = ({ text }: Document, { end, title }: NameMention, written: string): Gender | undefined =>
  genderOfPerson(written, title) ?? genderByKin(text.slice(end, end + longestKin))
const longestKin = 30

const newCluster = (): Cluster => ({
  texts: [],
  members: [],
  from: Infinity,
  gender: undefined,
  titles: [],
})
const plainTitle = (title: string): string => title.toLowerCase().replace(/\./g, '')

/** The most alike cluster; of several, one of the same title, then the one whose name was read last. */
function bestOf(near: readonly Cluster[], sought: Sought, headline: Span): Cluster | undefined {
  const { title, start } = sought.name
  const distance = ({ members }: Cluster) =>
    members
      .slice(-mostNamesakes)
      .reduce((least, one) => Math.min(least, one.start < start ? start - one.start : Infinity), Infinity)
  if (near.length === 0) return undefined
  const likely = near
    .map((cluster) => ({ cluster, like: likenessTo(cluster, sought, headline) }))
    .filter(({ like }) => like > 0)
  if (likely.length < 2) return likely[0]?.cluster
  const best = Math.max(...likely.map(({ like }) => like))
  return likely
    .filter(({ like }) => like === best)
    .map(({ cluster }) => ({
      cluster,
      titled: title !== undefined && cluster.titles.includes(plainTitle(title)) ? 0 : 1,
      far: distance(cluster),
    }))
    .sort((a, b) => a.titled - b.titled || (a.far < b.far ? -1 : Number(a.far > b.far)))[0]!.cluster
}

function likenessTo({ texts, from, gender }: Cluster, { name, forms, gender: own }: Sought, headline: Span): number {
  if (gender && own && gender !== own) return 0
  let most = 0
  for (const text of texts) for (const form of forms) most = Math.max(most, likeness(name.type, text, form))
  // "Mary and John", before any full name, are not the "Mary Lowe" who comes later; a headline names people so.
  const early = most === alike.first && isGivenName(forms[0]!) && name.start >= headline.end && from > name.start
  return early ? 0 : most
}

/** "General Confederation of Greek Workers (GSEE)": the long form that the story gives for an acronym. */
function definedAcronyms({ text }: Document, names: readonly NameMention[]): Map<string, string> {
  const defined = new Map<string, string>()
  // Few stories have a name in brackets.
  if (!names.some(({ end }) => text[end] === ')')) return defined
  const sorted = inOrder(names)
  for (const [i, { start, end, type }] of sorted.entries()) {
    const before = sorted[i - 1]
    if (text[end] !== ')' || before?.type !== type || !/^\s?\($/.test(text.slice(before.end, start))) continue
    const [short, long] = [text.slice(start, end), oneLine(text.slice(before.start, before.end))]
    if (/^[\p{Lu}\d.&-]{2,10}$/u.test(short) || isWordOfInitials(short, long)) defined.set(short, long)
  }
  return defined
}

/** "Ecowas" for "Economic Community of West African States": its letters are read from the words in their order. */
function isWordOfInitials(short: string, long: string): boolean {
  if (!/^\p{Lu}\p{Ll}{2,9}$/u.test(short) || !long.includes(' ')) return false
  const words = long.toLowerCase().split(/[\s-]+/)
  let word = 0
  for (const letter of short.toLowerCase()) {
    while (word < words.length && !words[word]!.startsWith(letter)) word++
    if (word++ >= words.length) return false
  }
  return true
}

function entityOf(doc: Document, cluster: readonly NameMention[]): FoundEntity {
  const mentions: Mention[] = cluster.map(({ start, end, confidence, foundBy }) => ({
    start,
    end,
    text: doc.text.slice(start, end),
    confidence,
    source: sourceOf(foundBy),
  }))
  const forms = [...new Set(mentions.map((mention) => oneLine(mention.text)))]
  const counts = new Map<string, number>()
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1)
  const count = (form: string) => counts.get(form) ?? 0
  // The fullest form; of two as full, the one the story writes more often.
  const fullest = [...forms].sort(
    (a, b) => b.split(' ').length - a.split(' ').length || count(b) - count(a) || b.length - a.length,
  )[0]!
  const name = cluster.find((mention) => mention.name !== undefined)?.name ?? fullest
  return {
    type: cluster[0]!.type,
    name,
    aliases: forms.filter((form) => form !== name),
    titles: [
      ...new Set(cluster.flatMap(({ title, honours = [] }) => [...(title ? [oneLine(title)] : []), ...honours])),
    ],
    mentions,
    salience: 0,
  }
}

/** How central an entity is: how often it is named, more for an early first mention; the highest is 1. */
function withSalience(doc: Document, entities: FoundEntity[]): FoundEntity[] {
  const weights = entities.map(({ mentions }) => Math.sqrt(mentions.length) * (1 + 1 / (1 + mentions[0]!.start / 500)))
  const most = weights.reduce((a, b) => Math.max(a, b), 1e-9)
  return doc.text === ''
    ? entities
    : entities.map((entity, i) => ({ ...entity, salience: Math.round((weights[i]! / most) * 1000) / 1000 }))
}
