import type { Found, Known } from '../../base/found.ts'
import { memoizeOf } from '../../base/memoize-of.ts'
import { beginningIn } from '../../base/span.ts'
import { asides, reports } from '../../english/event-senses.ts'
import { eventType } from '../../english/event-types.ts'
import { isVerbTag } from '../../syntax/penn.ts'
import type { SentenceTree } from '../../syntax/sentence-tree.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import { type Placed, placed } from './arguments.ts'
import { type Clause, type ClauseOf, headOf } from './clause.ts'
import type { EventCluster } from './clusters.ts'
import type { HeadingOf } from './diary.ts'

/** Ids of the dates on which an occasion is held, and of the places where. */
export interface Circumstances {
  when: string[]
  where: string[]
}

/** How near to an occasion something hangs in the tree: at its own words or its verb, at a verb that it goes on from, or apart. */
const holds = ['own', 'shared', 'below', 'apart'] as const
type Hold = (typeof holds)[number] | 'told'

const mostDates = 4
const farthest = 12
/** Clauses in which an occasion takes place when and where that of the verb above does. */
const saidAt = new Set(['at', 'in', 'during'])
const goesOn = new Set(['xcomp', 'advcl', 'conj', 'acl', 'pcomp', 'prep'])
/** By these what is talked about hangs on an occasion. */
const themes = new Set('on about over regarding concerning into'.split(' '))
/** Talks of a crisis in a land are seldom held there; towns that are named behind it are where they are. */
const lands = new Set(['country', 'region', 'continent', 'state'])
/** What is visited is where one is; who is met is not. */
const visited = new Set(['dobj', 'nsubjpass'])
const attributes = new Set(['amod', 'compound', 'poss', 'nmod'])
const locating = new Set('in at to on near inside outside via'.split(' '))

/**
 * Says when and where occasions are held: what hangs at their own words, else at the verb that they go on from; not what
 * tells when or where somebody said so.
 */
export function circumstanceFinder(
  doc: Document,
  found: Found,
  clauseOf: ClauseOf,
  headingOf: HeadingOf,
): (cluster: EventCluster) => Circumstances {
  const placesIn = headsBySentence(doc, found.places)
  const datesIn = headsBySentence(doc, found.dates)

  return (cluster) => ({ when: daysOf(cluster), where: whereOf(cluster) })

  /** What a diary has without a day of its own is on the day of its heading. */
  function daysOf(cluster: EventCluster): string[] {
    const own = whenOf(cluster)
    const heading = own.length > 0 ? undefined : headingOf(cluster.mentions[0]!)
    return heading === undefined ? own : [heading]
  }

  function whenOf({ when, mentions }: EventCluster): string[] {
    if (mentions.some(({ roles }) => roles.when)) return when
    const around = new Set(when)
    const held: { id: string; hold: Hold }[][] = []
    for (const mention of mentions) {
      const clause = clauseOf(mention)
      const here = datesIn(clause.tree)
        .map(({ id, head }) => ({ id, hold: holdOf(clause, head) }))
        .filter(({ id, hold }) => hold !== 'apart' || around.has(id))
      held.push(here)
      // Nothing is nearer.
      if (here.some(({ hold }) => hold === 'own')) break
    }
    for (const hold of holds) {
      const ids = held.map((dates) => dates.filter((date) => date.hold === hold)).find(({ length }) => length > 0)
      if (ids) return [...new Set(ids.map(({ id }) => id))].slice(0, mostDates)
    }
    return []
  }

  function whereOf({ where, mentions, type }: EventCluster): string[] {
    const { hasPlace, participants } = eventType(type)
    // Of a journey what it leads to says more than where it is spoken of.
    const isTold = participants === 'guest' && where.length > 0
    if (!hasPlace || isTold || mentions.some(({ roles }) => roles.where)) return where
    const named: ReturnType<typeof placeOf>[] = []
    for (const mention of mentions) {
      const clause = clauseOf(mention)
      const here = placesIn(clause.tree).map((place) => placeOf(place, clause, type))
      named.push(...here)
      // Nothing is nearer.
      if (here.some(({ hold, attributive, near }) => hold === 'own' && !attributive && near)) break
    }
    // "the Three Seas summit in Sofia", "discussed the war in Sudan at a meeting in Vienna".
    const own = named.filter(({ hold }) => hold === 'own')
    const literal = own.filter(({ attributive }) => !attributive)
    const held = literal.find(({ near }) => near) ?? literal[0] ?? own[0] ?? named.find(({ hold }) => hold === 'shared')
    if (held) return [held.id]
    return where.filter((id) => named.some((place) => place.id === id && !place.attributive && place.hold !== 'told'))
  }
}

/** How a place of its sentence hangs with an occasion. */
function placeOf({ id, known, head }: Headed, clause: Clause, type: EventCluster['type']) {
  const { landOfSubjectIsElsewhere, participants } = eventType(type)
  const lead = leadOf(clause, head, participants === 'guest')
  const isTheme = lead !== undefined && lands.has(known.type) && isOfTheme(clause, lead, landOfSubjectIsElsewhere)
  return {
    id,
    hold: isTheme ? ('told' as const) : lead === undefined ? undefined : holdOf(clause, lead),
    attributive: isAttributive(clause.tree, head),
    near: lead !== undefined && hangsOn(clause, lead),
  }
}

/** A place or date with its head in the tree of its sentence. */
type Headed = Placed & { head: number }

/** Finds what is named in a sentence: once, whatever occasions ask for it. */
function headsBySentence(doc: Document, known: readonly Known[]): (tree: SentenceTree) => readonly Headed[] {
  const all = placed(known)
  return memoizeOf((tree: SentenceTree) =>
    beginningIn(all, tree.sentence).map((one) => ({
      ...one,
      head: headOf(tree, tokenAt(doc, one.start), tokenAt(doc, one.end - 1) + 1),
    })),
  )
}

/** Whether what begins at a token hangs on the word of an occasion itself, and not on its verb. */
function hangsOn({ tree, head }: Clause, token: number): boolean {
  for (let at = token, step = 0; at >= 0 && step < farthest; at = tree.parentOf(at), step++) {
    if (at === head) return true
    if (isVerbTag(tree.tag(at))) return false
  }
  return false
}

const invites = /^invit(?:e[ds]?|ing)$/

/** How what begins at a token hangs with an occasion. */
function holdOf(clause: Clause, token: number): Hold {
  const { tree, head, verb } = clause
  let at = token
  for (let step = 0; step < farthest; step++) {
    if (at === head) return 'own'
    if (isVerbTag(tree.tag(at))) break
    const parent = tree.parentOf(at)
    if (parent < 0) break
    at = parent
    // "the first visit since 2016" is not held then.
    if (tree.word(at) === 'since') return 'told'
  }
  if (at === verb) return clause.isVerb || !reports.has(tree.word(verb)) || isTold(clause) ? 'own' : 'told'
  for (let above = verb, step = 0; above >= 0 && step < farthest; step++) {
    if (!goesOn.has(tree.relation(above)) || asides.has(tree.word(above))) break
    // "thanked him on Monday and invited him to the summit": one is invited to what is on another day.
    const isInvited = !clause.isVerb && tree.relation(above) === 'conj' && invites.test(tree.word(above))
    above = tree.parentOf(above)
    if (isInvited && above === at) return 'told'
    if (above === at) return reports.has(tree.word(at)) ? 'told' : 'shared'
  }
  for (let above = at, step = 0; above >= 0 && step < farthest; step++) {
    if (above === head) return 'below'
    if (asides.has(tree.word(above)) || tree.relation(above) === 'relcl' || reports.has(tree.word(above))) break
    above = tree.parentOf(above)
  }
  return reports.has(tree.word(at)) ? 'told' : 'apart'
}

/** Whether what begins at a token is part of what is talked about, of this occasion (`own`) or beside it. */
function isOfTheme({ tree, head, verb }: Clause, token: number, own: boolean): boolean {
  for (let at = token, step = 0; step < farthest; step++) {
    if (at !== token && tree.relation(at) === 'prep' && themes.has(tree.word(at)))
      return own || tree.parentOf(at) !== head
    if (at === head || at === verb) return false
    at = tree.parentOf(at)
    if (at < 0) return false
  }
  return false
}

/** What ties a place to what is held there: "in", "at", or the occasion itself: "visited Dhaka", "the Geneva talks". */
function leadOf({ tree, head }: Clause, token: number, isVisit: boolean): number | undefined {
  if (!tree.tag(token).startsWith('NN')) return
  let at = token
  for (let step = 0; step < farthest; step++) {
    const [relation, parent] = [tree.relation(at), tree.parentOf(at)]
    if (parent < 0) return
    if (parent === head && (relation === 'compound' || (isVisit && visited.has(relation)))) return parent
    if (relation === 'pobj') {
      if (locating.has(tree.word(parent))) return parent
      if (tree.word(parent) !== 'of') return
      at = parent
    } else if (relation === 'appos' || relation === 'conj' || relation === 'prep') at = parent
    else if (relation === 'compound' && at + 1 >= parent - 1 && at !== token) at = parent
    else return
  }
  return
}

/** "German Chancellor", "Jordan's King": whose somebody is, not where something is held. */
const isAttributive = (tree: SentenceTree, token: number): boolean =>
  attributes.has(tree.relation(token)) && !tree.tag(tree.parentOf(token)).startsWith('V')

/** "Told a news conference", "said at a news conference": where something was said is when it was. */
function isTold({ tree, head }: Clause): boolean {
  const relation = tree.relation(head)
  if (relation === 'dobj' || relation === 'dative') return true
  return relation === 'pobj' && saidAt.has(tree.word(tree.parentOf(head)))
}
