import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import { type EventCluster, identifying, type Rank } from './clusters.ts'
import type { Compared, ComparedOf } from './compared.ts'

export const pairTemplates = templates('same event', [
  'rule',
  'rule & type',
  'rule & rank',
  'rule & rank & type',
  'rule & gap',
  'rule & same head',
  'rule & modifiers',
  'rule & definite',
  'both types',
  'gap',
  'gap & type',
  'sentence',
  'known from headline & lead sentence',
  'known from headline & lead sentence & type',
  'same head',
  'same head & type',
  'same words',
  'same words & definite',
  'modifiers',
  'modifiers & type',
  'modifiers & same head & type',
  'definite',
  'definite & type',
  'definite & same head & gap',
  'definite & rank',
  'rank',
  'rank & type',
  'rank & same head',
  'who',
  'who & type',
  'who & definite',
  'who & gap',
  'who & same head & type',
  'where',
  'where & type',
  'when',
  'when & type',
  'when & who',
  'countries & type',
  'both statuses',
  'both statuses & type',
  'same cancelled & type',
  'same previous & type',
  'previous & known previous',
  'word before',
  'word before & type',
  'word 2 before & word before',
  'head & known head',
  'head & type',
  'head & definite',
  'mentions',
  'same sentence & word before',
  'same sentence & same head & type',
  'company',
  'company & type',
  'company & also',
  'company & definite',
  'subjects & company',
  'also & type',
  'also & rank',
  'own modifiers',
  'own modifiers & type',
  'own modifiers & determiner',
  'determiner & type',
  'determiner & rank',
  'paths',
  'path & definite & type',
  'verb tags & type',
  'anaphor & type',
  'anaphor & rank & type',
  'number',
  'days',
  'days & type',
  'days & definite',
  'day words',
  'day words & known day words',
  'day words & type',
  'tenses',
  'tenses & type',
  'tenses & definite',
  'opening tense & tense',
  'own tags',
  'own tags & definite',
  'own tag & type & definite',
  'type rank',
  'type rank & type',
  'type rank & definite & type',
  'type rank & same head',
  'names',
  'names & type',
  'names & definite',
  'names & type rank',
  'subject names & company names',
  'subject names & company names & type',
  'company names & definite',
  'same opening',
  'opening modifiers',
  'quoted',
])
const t = pairTemplates
const features = new Features()

const shares = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id))
const relation = (a: readonly string[], b: readonly string[]) => relationToAll([a], b, (ids) => ids)

/** How what some name relates to what another does: nobody names any, only one side, or both, and the same or not. */
function relationToAll<One>(others: readonly One[], own: One, idsOf: (one: One) => readonly string[]): number {
  const ids = idsOf(own)
  const isNamed = others.some((other) => idsOf(other).length > 0)
  if (!isNamed || ids.length === 0) return isNamed ? 2 : ids.length === 0 ? 0 : 1
  return others.some((other) => shares(idsOf(other), ids)) ? 3 : 4
}

/** What says that a new mention is of an occasion that was named before; `isRuled` is what the rules say. */
export function pairFeatures(
  known: EventCluster,
  fresh: EventCluster,
  { rank, typeRank }: Rank,
  isRuled: boolean,
  comparedOf: ComparedOf,
): Features {
  features.clear()
  const [mention, last, opening] = [fresh.mentions[0]!, known.mentions.at(-1)!, known.mentions[0]!]
  const own = comparedOf(mention)
  const others = identifying(known).map(comparedOf)
  const { words } = own
  const { index } = own.discourse
  const gap = Math.min(6, index - comparedOf(last).discourse.index)
  const sameHead = flag(others.some((other) => other.words.at(-1) === words.at(-1)))
  const whole = flag(others.some((other) => other.phrase === own.phrase))
  const named = (list: readonly string[]) => list.length > 1
  // "peace talks" and "trade talks", "the talks": modifiers that differ, or are left out.
  const modifiers = !named(words)
    ? 1
    : !others.some((other) => named(other.words))
      ? 2
      : others.some((other) => other.words[0] === words[0])
        ? 3
        : 4
  const definite = flag(fresh.definite)
  const type = textId(known.type)
  const types = textId(known.type) ^ (textId(fresh.type) << 1)
  const [d1, d2] = own.before
  const who = relation(known.who, fresh.who)
  const where = relation(known.where, fresh.where)
  const when = relation(known.when, fresh.when)
  const countries = relation(known.countries, fresh.countries)
  const tenses = textId(known.status) ^ (textId(fresh.status) << 1)
  const titled = flag([comparedOf(opening), ...others].every(({ discourse }) => discourse.index === 0))

  // What the rules say.
  const rule = flag(isRuled)
  features.add(t.rule, rule)
  features.add(t['rule & type'], conjunction(rule, type))
  features.add(t['rule & rank'], conjunction(rule, rank))
  features.add(t['rule & rank & type'], conjunction(rule, rank, type))
  features.add(t['rule & gap'], conjunction(rule, gap))
  features.add(t['rule & same head'], conjunction(rule, sameHead))
  features.add(t['rule & modifiers'], conjunction(rule, modifiers))
  features.add(t['rule & definite'], conjunction(rule, definite))
  features.add(t['both types'], types)
  features.add(t.gap, gap)
  features.add(t['gap & type'], conjunction(gap, type))
  features.add(t.sentence, Math.min(6, index))
  features.add(t['known from headline & lead sentence'], conjunction(titled, Math.min(3, index)))
  features.add(t['known from headline & lead sentence & type'], conjunction(titled, Math.min(3, index), type))
  features.add(t['same head'], sameHead)
  features.add(t['same head & type'], conjunction(sameHead, type))
  features.add(t['same words'], whole)
  features.add(t['same words & definite'], conjunction(whole, definite))
  features.add(t.modifiers, modifiers)
  features.add(t['modifiers & type'], conjunction(modifiers, type))
  features.add(t['modifiers & same head & type'], conjunction(modifiers, sameHead, type))
  features.add(t.definite, definite)
  features.add(t['definite & type'], conjunction(definite, type))
  features.add(t['definite & same head & gap'], conjunction(definite, sameHead, gap))
  features.add(t['definite & rank'], conjunction(definite, rank))
  features.add(t.rank, rank)
  features.add(t['rank & type'], conjunction(rank, type))
  features.add(t['rank & same head'], conjunction(rank, sameHead))
  features.add(t.who, who)
  features.add(t['who & type'], conjunction(who, type))
  features.add(t['who & definite'], conjunction(who, definite))
  features.add(t['who & gap'], conjunction(who, gap))
  features.add(t['who & same head & type'], conjunction(who, sameHead, type))
  features.add(t.where, where)
  features.add(t['where & type'], conjunction(where, type))
  features.add(t.when, when)
  features.add(t['when & type'], conjunction(when, type))
  features.add(t['when & who'], conjunction(when, who))
  features.add(t['countries & type'], conjunction(countries, type))
  features.add(t['both statuses'], tenses)
  features.add(t['both statuses & type'], conjunction(tenses, type))
  features.add(t['same cancelled & type'], conjunction(flag(known.cancelled === fresh.cancelled), type))
  features.add(t['same previous & type'], conjunction(flag(known.previous === fresh.previous), type))
  features.add(t['previous & known previous'], conjunction(flag(fresh.previous), flag(known.previous)))
  features.add(t['word before'], d1)
  features.add(t['word before & type'], conjunction(d1, type))
  features.add(t['word 2 before & word before'], conjunction(d2, d1))
  features.add(t['head & known head'], conjunction(own.head, others.at(-1)!.head))
  features.add(t['head & type'], conjunction(own.head, type))
  features.add(t['head & definite'], conjunction(own.head, definite))
  features.add(t.mentions, Math.min(4, known.mentions.length))
  features.add(t['same sentence & word before'], conjunction(flag(mention.sentence === last.sentence), d1))
  features.add(
    t['same sentence & same head & type'],
    conjunction(flag(mention.sentence === last.sentence), sameHead, type),
  )
  addClauseFeatures(own, others, rank, type, definite)
  addStoryFeatures(own, others, typeRank, type, definite, sameHead)
  return features
}

/** Companions, modifiers and determiners, as the trees of both sentences have them: "also met with", "the six-party talks". */
function addClauseFeatures(
  own: Compared,
  others: readonly Compared[],
  rank: number,
  type: number,
  definite: number,
): void {
  const company = relationToAll(others, own, ({ clause }) => clause.company)
  const subjects = relationToAll(others, own, ({ clause }) => clause.subjects)
  const modified = relationToAll(others, own, ({ clause }) => clause.modifiers)
  const { also, determiner, path, anaphor, verbTag, number } = own.clause
  const last = others.at(-1)!.clause
  features.add(t.company, company)
  features.add(t['company & type'], conjunction(company, type))
  features.add(t['company & also'], conjunction(company, also))
  features.add(t['company & definite'], conjunction(company, definite))
  features.add(t['subjects & company'], conjunction(subjects, company))
  features.add(t['also & type'], conjunction(also, type))
  features.add(t['also & rank'], conjunction(also, rank))
  features.add(t['own modifiers'], modified)
  features.add(t['own modifiers & type'], conjunction(modified, type))
  features.add(t['own modifiers & determiner'], conjunction(modified, determiner))
  features.add(t['determiner & type'], conjunction(determiner, type))
  features.add(t['determiner & rank'], conjunction(determiner, rank))
  features.add(t.paths, conjunction(path, last.path))
  features.add(t['path & definite & type'], conjunction(path, definite, type))
  features.add(t['verb tags & type'], conjunction(verbTag, last.verbTag, type))
  features.add(t['anaphor & type'], conjunction(anaphor, type))
  features.add(t['anaphor & rank & type'], conjunction(anaphor, rank, type))
  features.add(t.number, number)
}

/** Names, days and tenses of both, and how many occasions of the type were named between them. */
function addStoryFeatures(
  own: Compared,
  others: readonly Compared[],
  typeRank: number,
  type: number,
  definite: number,
  sameHead: number,
): void {
  const [opening, last] = [others[0]!, others.at(-1)!]
  const days = relationToAll(others, own, ({ days }) => days)
  const names = relationToAll(others, own, ({ names }) => names.all)
  const subjects = relationToAll(others, own, ({ names }) => names.subjects)
  const company = relationToAll(others, own, ({ names }) => names.company)
  const { dayWords } = own.discourse
  const { tag } = own.clause
  features.add(t.days, days)
  features.add(t['days & type'], conjunction(days, type))
  features.add(t['days & definite'], conjunction(days, definite))
  features.add(t['day words'], dayWords)
  features.add(t['day words & known day words'], conjunction(dayWords, last.discourse.dayWords))
  features.add(t['day words & type'], conjunction(dayWords, type))
  features.add(t.tenses, conjunction(own.tense, last.tense))
  features.add(t['tenses & type'], conjunction(own.tense, last.tense, type))
  features.add(t['tenses & definite'], conjunction(own.tense, last.tense, definite))
  features.add(t['opening tense & tense'], conjunction(own.tense, opening.tense))
  features.add(t['own tags'], conjunction(tag, last.clause.tag))
  features.add(t['own tags & definite'], conjunction(tag, last.clause.tag, definite))
  features.add(t['own tag & type & definite'], conjunction(tag, type, definite))
  features.add(t['type rank'], typeRank)
  features.add(t['type rank & type'], conjunction(typeRank, type))
  features.add(t['type rank & definite & type'], conjunction(typeRank, definite, type))
  features.add(t['type rank & same head'], conjunction(typeRank, sameHead))
  features.add(t.names, names)
  features.add(t['names & type'], conjunction(names, type))
  features.add(t['names & definite'], conjunction(names, definite))
  features.add(t['names & type rank'], conjunction(names, typeRank))
  features.add(t['subject names & company names'], conjunction(subjects, company))
  features.add(t['subject names & company names & type'], conjunction(subjects, company, type))
  features.add(t['company names & definite'], conjunction(company, definite))
  features.add(t['same opening'], flag(opening.phrase === own.phrase))
  features.add(t['opening modifiers'], relation(opening.clause.modifiers, own.clause.modifiers))
  features.add(t.quoted, conjunction(flag(own.discourse.isQuoted), flag(last.discourse.isQuoted)))
}
