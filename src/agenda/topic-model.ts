import * as packed from '../data/agenda.ts'
import type { Document, Sentence, Token } from '../document/document.ts'
import { overlaps, type Span, SpanSet } from '../span.ts'
import type { ClusterOf, TopicMatch, Trigger } from './agenda.ts'
import { type Linear, openLinear, probability } from './linear.ts'
import { type Barrier, type Phrase, phraseReader } from './phrases.ts'

/** Phrases that may be on the table: those behind a verb or a preposition, with what the clause says of them. */
export interface TopicCandidate {
  sentence: Sentence
  phrases: readonly Phrase[]
  features: string[]
}

const links = new Set(
  'on about over of for in against to from with by as including at towards toward into regarding concerning covering via between'.split(
    ' ',
  ),
)
const most = 60
/** What an author says of an occasion is not on its agenda: "the visit reflects …". */
const commentary =
  /^(?:reflect|highlight|underscore|underline|illustrate|demonstrate|signal|mark|symboli[sz]e|showcase)(?:s|d|ed|ing)?$/
const has = (token: Token | undefined, tag: string) => token?.tags.includes(tag) ?? false

/** Lemma by rule of thumb: enough to bring "discussed" and "discuss" together. */
const stem = (word: string) =>
  word.length < 5 ? word : word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '')

export function topicCandidates(
  doc: Document,
  triggers: readonly Trigger[],
  subjects: readonly TopicMatch[],
  actors: readonly (Span & { type: string })[],
  barrier: Barrier,
  clusterOf: ClusterOf,
): TopicCandidate[] {
  const { tokens } = doc
  const found: TopicCandidate[] = []
  const byRule = new Map(subjects.map((subject) => [subject.start, subject]))
  const people = new SpanSet(actors)
  const occasions = new SpanSet<Span>(triggers)
  const triggersIn = new Map<Sentence, Trigger[]>()
  for (const trigger of triggers) {
    const list = triggersIn.get(trigger.sentence)
    if (list) list.push(trigger)
    else triggersIn.set(trigger.sentence, [trigger])
  }
  const subjectsIn = new Map<Sentence, number>()
  for (const { sentence } of subjects) subjectsIn.set(sentence, Math.min(3, (subjectsIn.get(sentence) ?? 0) + 1))
  const eventBefore = (order: number) => [1, 2].map((back) => triggersIn.has(doc.sentences[order - back]!)).join()
  const types = [...new Set(triggers.map(({ type }) => type))]
  doc.sentences.forEach((sentence, order) => {
    if (sentence.capitals) return
    const reader = phraseReader(doc, sentence, barrier)
    const here = triggersIn.get(sentence) ?? []
    const quoted = (at: number) => {
      let count = 0
      for (let i = sentence.first; i < at; i++) if (/^["“”]$/.test(tokens[i]!.text)) count++
      return count % 2 === 1
    }
    let counted = 0
    let covered = 0
    for (let i = sentence.first + 1; i < sentence.last && counted < most; i++) {
      const lead = tokens[i - 1]!
      const link = links.has(lead.normal)
      if (!link && (!has(lead, 'Verb') || has(lead, 'Auxiliary'))) continue
      if (has(tokens[i], 'Preposition') || tokens[i]!.punctuation) continue
      const phrases = reader.topicsFrom(i).filter((phrase) => isSubject(doc, phrase, people, occasions))
      if (phrases.length === 0) continue
      if (tokens.slice(Math.max(sentence.first, i - 8), i).some(({ normal }) => commentary.test(normal))) continue
      counted++
      const at = link ? i - 2 : i - 1
      const governor = tokens[at] && at >= sentence.first ? tokens[at]!.normal : '^'
      const before = at - 1 >= sentence.first ? tokens[at - 1]!.normal : '^'
      const root = stem(governor)
      const word = link ? lead.normal : 'OBJ'
      const trigger = here.findLast(({ end }) => end <= tokens[i]!.start)
      const far = trigger ? Math.min(4, Math.floor((tokens[i]!.start - trigger.end) / 25)) : 9
      const inTrigger = here.some((one) => tokens[at] !== undefined && overlaps(one, tokens[at]!))
      const head = tokens[phrases[0]!.last - 1]!.normal
      const first = tokens[phrases[0]!.first]!
      const words = tokens.slice(sentence.first, i).map(({ normal }) => normal)
      const subject = tokens.slice(sentence.first, i).some((token) => people.overlapping(token))
      const rule = byRule.get(tokens[phrases[0]!.first]!.start)
      const features = [
        'bias',
        `g:${root}`,
        `l:${word}`,
        `gl:${root} ${word}`,
        `b:${stem(before)}`,
        `bg:${stem(before)} ${root}`,
        `gt:${inTrigger ? trigger?.type : '-'} ${word}`,
        `far:${far}`,
        `tt:${trigger?.type ?? '-'}`,
        `order:${Math.min(order, 6)}`,
        `events:${Math.min(3, triggers.length)}`,
        `n:${Math.min(4, phrases.length)}`,
        `h:${stem(head)}`,
        `f:${stem(first.normal)}`,
        `verb:${has(first, 'Verb')}${/ing$/.test(first.normal)}`,
        `long:${Math.min(6, phrases[0]!.last - phrases[0]!.first)}`,
        `proper:${tokens.slice(phrases[0]!.first, phrases[0]!.last).some((token) => has(token, 'ProperNoun'))}`,
        `quote:${quoted(i)}`,
        `subject:${subject}`,
        `modal:${words.some((one) => /^(?:will|would|should|must)$/.test(one))}`,
        ...namesIn(doc, phrases[0]!, people).map((one) => `name:${one} ${word}`),
        ...namesIn(doc, phrases[0]!, people).map((one) => `name:${one}`),
        `event:${occasions.overlapping(tokens[phrases[0]!.last - 1]!) !== undefined} ${occasions.overlapping(first) !== undefined}`,
        `inner:${tokens.slice(phrases[0]!.first, phrases[0]!.last).some((token) => occasions.overlapping(token))}`,
        ...(rule ? ['rule', `rule:${rule.source}`] : []),
        ...types.map((type) => `has:${type}`),
      ]
      for (const one of new Set(words.slice(-9, -1).map(stem))) features.push(`w:${one}`)
      const clusters = { g: governor, b: before, h: head, f: first.normal }
      for (const [name, one] of Object.entries(clusters)) {
        const { fine, coarse } = clusterOf(one)
        if (fine) features.push(`${name}1:${fine}`)
        if (coarse) features.push(`${name}2:${coarse}`, `${name}2:${coarse} ${word}`)
      }
      for (const one of new Set(words.slice(-8, -1).map((each) => clusterOf(each).coarse))) features.push(`w2:${one}`)
      features.push(
        `near:${subjectsIn.get(sentence) ?? 0}`,
        `rest:${subjectsIn.size === 0 ? 0 : subjectsIn.size < 3 ? 1 : 2}`,
        `prev:${eventBefore(order)}`,
        `inside:${i < covered}`,
        `said:${/^(?:say|said|says|told|adds?|added)$/.test(words.find((one) => /^(?:say|said|says|told|adds?|added)$/.test(one)) ?? '')}`,
        `at:${Math.min(5, Math.floor((i - sentence.first) / 5))}`,
        `after:${tokens[phrases[0]!.last]?.normal ?? '$'}`,
        `bb:${stem(tokens[at - 2]?.normal ?? '^')} ${stem(before)} ${root} ${word}`,
      )
      covered = phrases.at(-1)!.last > i + 1 ? Math.max(0, phrases.at(-1)!.last) : covered
      found.push({ sentence, phrases, features })
    }
  })
  return found
}

/** Whether a phrase can be a subject at all: a person and an occasion are none, "reviving trade talks" is one. */
function isSubject(
  { tokens }: Document,
  { first, last }: Phrase,
  names: SpanSet<Span & { type: string }>,
  occasions: SpanSet<Span>,
): boolean {
  if (names.overlapping(tokens[last - 1]!)?.type === 'person' || noSubject.test(tokens[last - 1]!.normal)) return false
  return has(tokens[first], 'Verb') || occasions.overlapping(tokens[last - 1]!) === undefined
}
/** Who or where, not what. */
const noSubject =
  /(?:^|-)(?:minister|president|premier|secretary|ambassador|envoy|leader|leaders|ministers|officials?|delegation|delegates|chairman|spokesman|counterpart|counterparts|king|queen|prince|sidelines|table|board|invitation|way)$/

/** What names a phrase ends with or is made of: "Prime Minister Sheikh Hasina" is a person. */
function namesIn({ tokens }: Document, { first, last }: Phrase, names: SpanSet<Span & { type: string }>): string[] {
  const end = names.overlapping(tokens[last - 1]!)
  const begin = names.overlapping(tokens[first]!)
  return [
    `end:${end?.type ?? '-'}`,
    `begin:${begin?.type ?? '-'}`,
    `whole:${begin !== undefined && begin === end ? begin.type : '-'}`,
  ]
}

let model: Linear | undefined

/** The candidates that the model takes for topics, none overlapping another, as a rule would have matched them. */
export function modelTopics(
  doc: Document,
  candidates: readonly TopicCandidate[],
  least: number,
): (TopicMatch & { probability: number })[] {
  model ??= openLinear(packed.topicWeights, 1)
  const taken = new SpanSet<Span>()
  const scored = candidates
    .map((candidate) => ({ candidate, probability: probability(model!.scores(candidate.features)[0]!) }))
    .filter(({ probability }) => probability >= least)
    .sort((a, b) => b.probability - a.probability)
  return scored.flatMap(({ candidate: { sentence, phrases }, probability }) =>
    phrases.flatMap(({ first, last }) => {
      const span = { start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end }
      if (taken.overlapping(span)) return []
      taken.add(span)
      return [{ ...span, status: undefined, source: 'topics/model', sentence, user: false, open: false, probability }]
    }),
  )
}
