import { firstNames } from '../data/first-names.ts'
import type { Document, Sentence, Token } from '../document/document.ts'
import {
  eventHeads,
  facilityHeads,
  facilityTails,
  groups,
  lawHeads,
  notNames,
  organizationHeads,
  organizations,
  particles,
  titleHeads,
  titleWords,
} from '../english/words.ts'
import type { Span } from '../span.ts'

/** A name in the text with its type; `location` names are resolved by the location layer. */
export interface NameMention extends Span {
  type: string
  source: string
  confidence: number
  /** The name by which a list knows what is mentioned. */
  name?: string
  /** The title before a person's name, as written. */
  title?: string
}

/** What the tagger asks of other layers' data. */
export interface Knowledge {
  isPlace(name: string): boolean
  isDemonym(word: string): boolean
}

let lists: { firstNames: Set<string>; organizations: Set<string>; groups: Set<string> } | undefined
const open = () => {
  lists ??= {
    firstNames: new Set(firstNames.split(' ')),
    organizations: new Set(organizations),
    groups: new Set(groups),
  }
  return lists
}

/** Names of people, organizations, groups, places and facilities by shape, titles, lists and context. */
export function tagNames(doc: Document, dates: readonly Span[], knowledge: Knowledge): NameMention[] {
  const names: NameMention[] = []
  const dated = new Set<number>()
  for (const date of dates) for (let at = date.start; at < date.end; at++) dated.add(at)
  for (const sentence of doc.sentences) {
    if (sentence.capitals || sentence.titleCase) continue
    for (const run of runs(doc, sentence, dated)) names.push(...readRun(doc, run, knowledge))
  }
  return withSurnames(
    doc,
    [...names, ...inHeadlines(doc, names, dated, knowledge)].sort((a, b) => a.start - b.start),
  )
}

/** In a Headline in Title Case only what the body names, or a list knows, is a name. */
function inHeadlines(doc: Document, body: readonly NameMention[], dated: ReadonlySet<number>, knowledge: Knowledge) {
  const headlines = doc.sentences.filter(({ titleCase }) => titleCase)
  if (headlines.length === 0) return []
  const known = new Map(body.map((name) => [doc.text.slice(name.start, name.end), name]))
  const common = new Set(doc.tokens.flatMap(({ text, normal }) => (text === normal ? [normal] : [])))
  const found: NameMention[] = []
  for (const { first, last } of headlines)
    for (let at = first; at < last; ) {
      const hit = longest(last - at, 6, (length) => {
        const [from, to] = [doc.tokens[at]!, doc.tokens[at + length - 1]!]
        const name = doc.text.slice(from.start, to.end)
        if (dated.has(from.start) || !capital(from) || common.has(name.toLowerCase())) return null
        const type = known.get(name)?.type ?? listedType(name, knowledge)
        return type === 'demonym' ? 'group' : type
      })
      if (hit) {
        const span = { start: doc.tokens[at]!.start, end: doc.tokens[at + hit.length - 1]!.end }
        found.push({ ...span, type: hit.type, source: 'names/headline', confidence: 0.7 })
      }
      at += hit?.length ?? 1
    }
  return found
}

function listedType(name: string, knowledge: Knowledge): string | null {
  if (open().organizations.has(name)) return 'organization'
  if (open().groups.has(name)) return 'group'
  if (knowledge.isDemonym(name)) return 'demonym'
  return knowledge.isPlace(name) ? 'location' : null
}

interface Run {
  tokens: readonly Token[]
  /** Tokens after the run, for tails in lower case. */
  after: readonly Token[]
  initial: boolean
}

const capital = ({ text }: Token) =>
  (/^\p{Lu}/u.test(text) || /^(?:al|el)-\p{Lu}/u.test(text) || /^[a-z]\p{Lu}/u.test(text)) && !text.endsWith('$')
const joins = new Set(['of', '&', 'for'])

/** Stretches of capitalised tokens, with the small words that stand inside names. */
function* runs(doc: Document, sentence: Sentence, dated: ReadonlySet<number>): Generator<Run> {
  const { tokens } = doc
  const usable = (i: number) => i < sentence.last && capital(tokens[i]!) && !dated.has(tokens[i]!.start)
  for (let i = sentence.first; i < sentence.last; ) {
    const initial = i === sentence.first || /^["“‘'(:]$/.test(tokens[i - 1]!.text)
    if (
      !usable(i) ||
      (notNames.has(tokens[i]!.normal) &&
        !titleWords.has(tokens[i]!.text) &&
        !(tokens[i]!.text === 'New' && usable(i + 1)))
    ) {
      i++
      continue
    }
    let last = i + 1
    for (;;) {
      const next = tokens[last]
      if (!next || last >= sentence.last) break
      const glued = next.start === tokens[last - 1]!.end
      if (usable(last)) last++
      else if (next.text === '-' && glued && usable(last + 1) && tokens[last + 1]!.start === next.end) last += 2
      else if (
        next.text === '.' &&
        glued &&
        tokens[last - 1]!.text.length <= 4 &&
        usable(last + 1) &&
        (tokens[last - 1]!.text.length === 1 || titleHeads.has(tokens[last - 1]!.text))
      )
        last += 2
      else if ((particles.has(next.text) || joins.has(next.text)) && usable(last + 1)) last += 2
      else if (next.normal === 'of' && tokens[last + 1]?.normal === 'the' && usable(last + 2)) last += 3
      else if (
        /^\d{1,3}$/.test(next.text) &&
        !dated.has(next.start) &&
        /^(?:Group|Flight|G)$/.test(tokens[last - 1]!.text)
      )
        last++
      else break
    }
    yield { tokens: tokens.slice(i, last), after: tokens.slice(last, Math.min(last + 4, sentence.last)), initial }
    i = last
  }
}

const isTitle = (text: string) => titleWords.has(text.replace(/\.$/, ''))
const isHead = (text: string) => titleHeads.has(text.replace(/\.$/, ''))

/** Cuts a run into names: groups and titles in front, coordinated parts, then one name with its type. */
function readRun(doc: Document, run: Run, knowledge: Knowledge): NameMention[] {
  const { tokens } = run
  const text = (from: number, to: number) => doc.text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  const mention = (from: number, to: number, type: string, by: string, confidence: number): NameMention => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    type,
    source: `names/${by}`,
    confidence,
  })
  const found: NameMention[] = []
  let at = 0
  while (at < tokens.length) {
    const rest = tokens.length - at
    const listed = longest(rest, 6, (n) => listedType(text(at, at + n), knowledge))
    const whole = typeByHead(text(at, tokens.length), tokens.slice(at))
    if (whole && rest > 1 && (listed?.length ?? 0) < rest) {
      const cut = bodyCut(tokens.slice(at), knowledge, text(at, tokens.length))
      if (cut > 0 && listed?.type === 'location') found.push(mention(at, at + cut, 'location', 'gazetteer', 0.85))
      found.push(mention(at + cut, tokens.length, whole, 'head-word', 0.8))
      return found
    }
    if (listed?.type === 'demonym' || listed?.type === 'group') {
      const end = at + listed.length
      const title = titleAfter(tokens, end)
      if (title > end && title < tokens.length) {
        found.push(mention(at, end, 'group', 'demonym', 0.95))
        found.push(...person(doc, tokens, end, title, at))
        return found
      }
      found.push(mention(at, end, 'group', 'demonym', 0.95))
      at = Math.max(title, end)
      continue
    }
    const facility = tail(run, tokens.length - at)
    if (facility && at + (listed?.length ?? 0) < tokens.length + 1 && !isTitle(tokens[at]!.text)) {
      found.push({ ...mention(at, tokens.length, 'facility', 'facility-tail', 0.8), end: facility })
      return found
    }
    const title = titleAfter(tokens, at)
    if (title > at) {
      if (title < tokens.length) found.push(...person(doc, tokens, at, title, at))
      return found
    }
    if (listed) {
      const end = at + listed.length
      const follows = tokens[end]
      // "Paris Hilton", "Jordan Smith": a place name that opens a longer name.
      const personal =
        follows &&
        listed.length === 1 &&
        open().firstNames.has(tokens[at]!.normal) &&
        !isTitle(follows.text) &&
        !knowledge.isDemonym(follows.text)
      if (!personal) {
        found.push(mention(at, end, listed.type, listed.type === 'location' ? 'gazetteer' : 'list', 0.85))
        at = end
        while (
          at < tokens.length &&
          (joins.has(tokens[at]!.text) || !/\p{L}/u.test(tokens[at]!.text) || tokens[at]!.normal === 'the')
        )
          at++
        continue
      }
    }
    const name = typeOf(tokens.slice(at), run, doc)
    if (name) found.push(mention(at, tokens.length, name.type, name.by, name.confidence))
    return found
  }
  return found
}

/** The longest run of up to `most` tokens that a list knows. */
function longest<T>(
  rest: number,
  most: number,
  find: (length: number) => T | null,
): { length: number; type: T } | null {
  for (let length = Math.min(rest, most); length > 0; length--) {
    const type = find(length)
    if (type !== null) return { length, type }
  }
  return null
}

function titleAfter(tokens: readonly Token[], from: number): number {
  let at = from
  let head = false
  while (
    at < tokens.length &&
    (isTitle(tokens[at]!.text) ||
      (at > from &&
        /^(?:of|for|the|[.-])$/.test(tokens[at]!.text) &&
        at + 1 < tokens.length &&
        isTitle(tokens[at + 1]!.text)))
  ) {
    head ||= isHead(tokens[at]!.text)
    at++
  }
  while (at < tokens.length && /^[.]$/.test(tokens[at]!.text)) at++
  // "Secretary of State", "Minister for Foreign Affairs": the domain belongs to the title.
  return head ? at : from
}

function person(doc: Document, tokens: readonly Token[], from: number, at: number, titleFrom: number): NameMention[] {
  const first = tokens[at]!
  const last = tokens.at(-1)!
  const title = doc.text.slice(tokens[titleFrom]!.start, tokens[at - 1]!.end)
  if (/^(?:of|for)$/.test(first.text) || from === tokens.length) return []
  return [{ start: first.start, end: last.end, type: 'person', source: 'names/title', confidence: 0.9, title }]
}

function typeByHead(text: string, tokens: readonly Token[]): string | null {
  const last = tokens.at(-1)!.text
  const at = tokens.findIndex((token) => token.text === 'of' || token.text === 'for')
  const head = at > 0 ? tokens[at - 1]!.text : last
  if (isTitle(tokens[0]!.text) && !organizationHeads.has(last)) return null
  for (const word of [head, last]) {
    if (organizationHeads.has(word)) return 'organization'
    if (facilityHeads.has(word) && tokens.length > 1) return 'facility'
    if (eventHeads.has(word) && /\s/.test(text)) return 'event'
    if (lawHeads.has(word) && /\s/.test(text)) return 'law'
  }
  return null
}

// "Russian Foreign Ministry" and "Bangladesh Bank" are one name; a country before a body that has a name of its own is not.
function bodyCut(tokens: readonly Token[], knowledge: Knowledge, text: string): number {
  if (/^(?:U\.?S\.?|UK|U\.K\.) /.test(text)) return 1
  return knowledge.isPlace(tokens[0]!.text) &&
    tokens.length > 3 &&
    open().organizations.has(text.slice(text.indexOf(' ') + 1))
    ? 1
    : 0
}

function tail(run: Run, length: number): number | null {
  if (length > 3) return null
  const after = run.after.map((token) => token.normal)
  for (const phrase of facilityTails) {
    const words = phrase.split(' ')
    if (words.length > 1 && words.every((word, i) => after[i] === word)) return run.after[words.length - 1]!.end
  }
  return null
}

const personVerbs = new Set(
  'said says told added warned met visited arrived insisted argued noted stressed urged called denied joined'.split(
    ' ',
  ),
)

function typeOf(
  tokens: readonly Token[],
  run: Run,
  doc: Document,
): { type: string; by: string; confidence: number } | null {
  const first = tokens[0]!
  const name = doc.text.slice(first.start, tokens.at(-1)!.end)
  const words = tokens.filter((token) => /\p{L}/u.test(token.text))
  const next = run.after[0]
  if (words.length > 5) return { type: 'misc', by: 'shape', confidence: 0.4 }
  const known = open().firstNames.has(first.normal)
  if (known && words.length > 1) return { type: 'person', by: 'first-name', confidence: 0.9 }
  if (/^\p{Lu}[\p{Lu}\d&-]{1,6}$/u.test(name)) return { type: 'organization', by: 'acronym', confidence: 0.7 }
  if (run.initial && words.length === 1 && !first.tags.includes('ProperNoun')) return null
  if (words.length > 1 && words.length < 5 && !tokens.some((token) => joins.has(token.text)))
    return { type: 'person', by: 'shape', confidence: 0.6 }
  if (next && personVerbs.has(next.normal)) return { type: 'person', by: 'speech', confidence: 0.6 }
  if (known) return { type: 'person', by: 'first-name', confidence: 0.6 }
  if (run.initial && !first.tags.includes('ProperNoun')) return null
  return { type: words.length === 1 ? 'organization' : 'misc', by: 'shape', confidence: 0.35 }
}

// "Lavrov" after "Sergey Lavrov": a word that ends a person's full name is that person, whatever the shape said.
function withSurnames(doc: Document, names: NameMention[]): NameMention[] {
  const surnames = new Set<string>()
  for (const name of names) {
    const words = doc.text.slice(name.start, name.end).split(/\s+/)
    if (name.type === 'person' && words.length > 1) surnames.add(words.at(-1)!)
  }
  return names.map((name) => {
    const text = doc.text.slice(name.start, name.end)
    if (!surnames.has(text) || name.type === 'person' || name.source === 'names/gazetteer') return name
    return { ...name, type: 'person', source: 'names/surname', confidence: 0.9 }
  })
}
