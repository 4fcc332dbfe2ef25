import { type Span, SpanSet } from '../../base/span.ts'
import type { SentenceTree, TreeOf } from '../../syntax/sentence-tree.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import {
  actors,
  adverbs,
  asides,
  beforePlace,
  clauseOpeners,
  dealings,
  deeds,
  hyphenated,
  landforms,
  offices,
  phraseEnds,
  placeDeeds,
  placeNouns,
  placePredicates,
  placeVerbs,
  placeWholes,
  type Sense,
  states,
  stricken,
  ties,
} from './sense-words.ts'

/** Tokens of a name or of names that are joined, `last` inclusive, in the sentence from `from` to before `to`. */
interface Stretch {
  first: number
  last: number
  from: number
  to: number
}

/** How many words a phrase is followed for, and how far what a preposition hangs on is looked for. */
const longestPhrase = 4
const reach = 7
const nearby = 3
const longestTitle = 9
const longestList = 30

/**
 * Tells whether a place name means the place or, by metonymy, who acts for it ("Moscow views …", "relations with
 * Bangladesh"), after the taxonomy of Gritta, Pilehvar and Collier (2020). Words tell it most often; parsing takes time,
 * so that the tree is asked only where they do not.
 */
export function senseReader(doc: Document, treeOf: TreeOf, places: readonly Span[]): (name: Span) => Sense {
  const { tokens } = doc
  const named = new SpanSet(places)

  return ({ start, end }) => {
    const first = tokenAt(doc, start)
    const token = tokens[first]
    if (!token) return 'literal'
    const { first: from, last: to } = token.sentence
    const name = { first, last: Math.max(first, Math.min(tokenAt(doc, end - 1), to - 1)), from, to }
    return byWords(name) ?? byTree(name)
  }

  function byWords(name: Stretch): Sense | undefined {
    const all = withJoined(name)
    return (
      ofHyphen(name, all) ??
      ofOwner(all) ??
      (endsPhrase(all.last + 1, all) ? (ofKind(name) ?? ofPreposition(all) ?? ofClause(all)) : ofModifier(all))
    )
  }

  /** "Diyala province", "U.S. troops". "China products" and "China produces" are of one sense, which "in China getting" is not. */
  function ofModifier(all: Stretch): Sense | undefined {
    const next = all.last + 1
    const known = placeDeeds.has(word(next)) ? 'literal' : ofPhrase(next, all)
    if (known) return known
    const lead = word(leadOf(all.first, all.from))
    return ties.get(lead)?.sense === 'literal' || placeVerbs.has(lead) ? 'literal' : 'associative'
  }

  /** "U.S.-led", "anti-China", "Baghdad-based"; "U.S.-Chile border" goes on with the noun. */
  function ofHyphen(name: Stretch, all: Stretch): Sense | undefined {
    if (isHyphen(all.last + 1)) return hyphenated.has(word(all.last + 2)) ? 'literal' : 'associative'
    if (isHyphen(all.first - 1)) return 'associative'
    if (!isHyphen(name.last + 1) && !isHyphen(name.first - 1)) return undefined
    return endsPhrase(all.last + 1, all) ? undefined : (ofPhrase(all.last + 1, all) ?? 'associative')
  }

  /** "China's economy", "China's capital city". */
  function ofOwner(all: Stretch): Sense | undefined {
    const mark = word(all.last + 1)
    if (mark !== "'s" && (mark !== "'" || endsPhrase(all.last + 2, all))) return undefined
    return ofPhrase(all.last + 2, all) ?? 'associative'
  }

  /** By the last noun of a phrase that a place stands before and that is known. */
  function ofPhrase(first: number, { to }: Stretch): Sense | undefined {
    let last = first
    while (last + 1 < to && last - first + 1 < longestPhrase && !endsPhrase(last + 1, { to })) last++
    for (let at = last; at >= first; at--) {
      if (actors.has(word(at))) return 'associative'
      if (placeNouns.has(word(at)) || beginsPlace(at, first)) return 'literal'
    }
    return undefined
  }

  /** The Yellow Sea acts for nobody. */
  function ofKind({ first, last }: Stretch): Sense | undefined {
    return landforms.has(word(last)) || (word(first + 1) === 'of' && landforms.has(word(first))) ? 'literal' : undefined
  }

  function isNamed(at: number): boolean {
    const token = tokens[at]
    return token !== undefined && named.overlapping(token) !== undefined
  }

  /** "Iraq's Anbar", "Russia's southern Chechnya" */
  function beginsPlace(at: number, first: number): boolean {
    return (at === first || beforePlace.has(word(at - 1))) && isNamed(at)
  }

  function ofPreposition({ first, from }: Stretch): Sense | undefined {
    const at = leadOf(first, from)
    if (at < from) return undefined
    if (word(at) === 'of') return ofWhole(at - 1, from)
    const tie = ties.get(word(at))
    if (!tie) return undefined
    if (tie.unless.has(word(at - 1))) return opposite(tie.sense)
    // What it hangs on may stand farther away, which the tree knows.
    for (let before = at - 2; before >= Math.max(from, at - nearby); before--)
      if (tie.unless.has(word(before))) return undefined
    return tie.sense
  }

  /** "the streets of Kabul", "the people of Iraq", "President Sauli Niinistö of Finland", "Marcus Grönholm of Finland". */
  function ofWhole(at: number, from: number): Sense {
    if (placeNouns.has(word(at)) || placeWholes.has(word(at))) return 'literal'
    if (at < from || !tokens[at]?.word.capital || actors.has(word(at))) return 'associative'
    for (let before = at; before >= Math.max(from, at - longestTitle); before--) {
      if (offices.has(word(before))) return 'associative'
      if (punctuates(before) && !dashes.has(word(before)) && word(before) !== '.') break
    }
    return 'literal'
  }

  function ofClause(all: Stretch): Sense | undefined {
    const at = leadOf(all.first, all.from)
    if (at >= all.from) {
      if (placeVerbs.has(word(at))) return 'literal'
      if (dealings.has(word(at))) return 'associative'
      if (word(at) === ',' && placeNouns.has(word(at - 1)) && punctuates(all.last + 1)) return 'literal'
      if (placeNouns.has(word(at))) return 'literal'
      if (!clauseOpeners.has(word(at)) && !punctuates(at) && !deeds.has(word(all.last + 1)))
        return /(?:ed|ing|s)$/.test(word(at)) ? 'associative' : undefined
    }
    const [mark, verb] = [word(all.last + 1), all.last + (adverbs.has(word(all.last + 1)) ? 2 : 1)]
    if (deeds.has(word(verb))) return ofDeed(verb, all.to)
    if (verb > all.last + 1 ? !endsPhrase(verb, all) : /ed$/.test(mark))
      return placeDeeds.has(word(verb)) ? 'literal' : 'associative'
    if (mark === ',' && isPlaced(all.last + 2, all.to)) return 'literal'
    if (at >= all.from) return undefined
    // A list, a dateline, a heading; or it acts, and what it does comes later: "Peru, which …", "Iran on Friday rejected …".
    return all.last + 2 >= all.to || opensStory(all) ? 'literal' : 'associative'
  }

  /** "Ramadi, about 110 kilometers west of Baghdad" */
  function isPlaced(first: number, to: number): boolean {
    for (let at = first; at < Math.min(to, first + longestPhrase) && !punctuates(at); at++)
      if (asides.has(word(at))) return true
    return false
  }

  /** "NEW YORK, Sept 7 (Reuters) -", "Paris (AFP)" */
  function opensStory({ first, last }: Stretch): boolean {
    const { text, word: type } = tokens[first]!
    return (
      word(last + 1) === '(' || dashes.has(word(last + 1)) || (type.allCaps && text.length > 2 && !text.includes('.'))
    )
  }

  function ofDeed(verb: number, to: number): Sense {
    if (!states.has(word(verb))) return placeDeeds.has(word(verb)) ? 'literal' : 'associative'
    for (let at = verb + 1; at < Math.min(to, verb + reach) && !punctuates(at); at++) {
      if (actors.has(word(at))) break
      if (placePredicates.has(word(at))) return 'literal'
    }
    return 'associative'
  }

  function byTree(name: Stretch): Sense {
    const tree = treeOf(tokens[name.first]!.sentence)
    return inTree(tree, headOf(tree, name), reach)
  }

  /** By what a name depends on; a name beside another stands where that one does. */
  function inTree(tree: SentenceTree, token: number, steps: number): Sense {
    const at = tree.firstCoordinate(token)
    const head = tree.parentOf(at)
    if (head < 0 || steps === 0) return 'literal'
    const relation = tree.relation(at)
    if (modifiers.has(relation)) {
      if (named.overlapping(tokens[head]!)) return inTree(tree, head, steps - 1)
      return placeNouns.has(tree.word(headOfPhrase(tree, head))) ? 'literal' : 'associative'
    }
    if (relation === 'appos') return isPlace(head) ? inTree(tree, head, steps - 1) : 'literal'
    if (subjects.has(relation)) return isPlaceDeed(tree, head, relation) ? 'literal' : 'associative'
    if (objects.has(relation)) return placeVerbs.has(tree.word(head)) ? 'literal' : 'associative'
    if (relation !== 'pobj') return 'literal'
    const governor = tree.parentOf(head)
    const tie = ties.get(tree.word(head))
    if (tree.word(head) === 'of') return ofWhole(governor, tree.sentence.first)
    if (tie) return tie.unless.has(tree.word(governor)) ? opposite(tie.sense) : tie.sense
    // "countries such as France" stand where the countries do.
    const example = examples.has(tree.word(head)) && (tree.word(head) !== 'as' || tree.word(head - 1) === 'such')
    if (governor < 0 || !example) return 'literal'
    return isPlace(governor) ? inTree(tree, governor, steps - 1) : 'associative'
  }

  function isPlaceDeed(tree: SentenceTree, verb: number, relation: string): boolean {
    const deed = tree.word(verb)
    if (placeDeeds.has(deed)) return true
    if (relation === 'nsubjpass') return placePredicates.has(deed) || placeVerbs.has(deed)
    return states.has(deed) && tree.children(verb, complements).some((at) => placePredicates.has(tree.word(at)))
  }

  /** The names that are joined to one, so that all stand where the first does: "in Mali, Niger and Chad", "in Paris, Texas". */
  function withJoined({ first, last, from, to }: Stretch): Stretch {
    const all = { first, last, from, to }
    for (let count = 0; count < longestList; count++) {
      const link = leadOf(all.first, from)
      const before = link > from && links.has(word(link)) ? link - (word(link - 1) === ',' ? 2 : 1) : -1
      const other = before >= from ? named.overlapping(tokens[before]!) : undefined
      if (!other || (word(link) === ',' && !endsList(all.last + 1, all))) break
      all.first = Math.max(from, tokenAt(doc, other.start))
    }
    for (let count = 0; count < longestList; count++) {
      let next = all.last + 1
      while (next < to && next < all.last + 3 && links.has(word(next))) next++
      const comma = word(next - 1) === ','
      while (next < to && beforePlace.has(word(next))) next++
      const other = next > all.last + 1 && next < to ? named.overlapping(tokens[next]!) : undefined
      if (!other) break
      const end = Math.min(tokenAt(doc, other.end - 1), to - 1)
      if (comma && !endsList(end + 1, all)) break
      all.last = end
    }
    return all
  }

  /** "In Asia, Tokyo's index", "In Paris, Iran said": what follows a comma so is no list. */
  function endsList(at: number, { to }: Stretch): boolean {
    return at >= to || punctuates(at) || (phraseEnds.has(word(at)) && !deeds.has(word(at)))
  }

  /** The token before a name, over what may stand between the two. */
  function leadOf(first: number, from: number): number {
    let at = first - 1
    while (at >= from && first - at <= reach && (beforePlace.has(word(at)) || isStricken(at)))
      at -= isStricken(at) ? 3 : 1
    return at
  }

  /** "war-torn", "oil-rich" */
  function isStricken(at: number): boolean {
    return stricken.has(word(at)) && isHyphen(at - 1)
  }

  function endsPhrase(at: number, { to }: { to: number }): boolean {
    if (at >= to || punctuates(at)) return true
    const next = word(at)
    return phraseEnds.has(next) || deeds.has(next) || next === "'s" || next === "'" || /\d|ed$|ly$/.test(next)
  }

  function headOfPhrase(tree: SentenceTree, token: number): number {
    let at = token
    while (modifiers.has(tree.relation(at)) && tree.parentOf(at) > at) at = tree.parentOf(at)
    return at
  }

  function isPlace(at: number): boolean {
    return placeNouns.has(word(at)) || isNamed(at)
  }

  function isHyphen(at: number): boolean {
    const [mark, before] = [tokens[at], tokens[at - 1]]
    return (
      mark !== undefined &&
      before !== undefined &&
      dashes.has(mark.text) &&
      tokens[at + 1]?.start === mark.end &&
      before.end === mark.start
    )
  }

  function word(at: number): string {
    return tokens[at]?.normal ?? ''
  }

  function punctuates(at: number): boolean {
    return tokens[at]?.punctuation ?? true
  }
}

const opposite = (sense: Sense): Sense => (sense === 'literal' ? 'associative' : 'literal')

/** The token of a name that depends on none of it. */
function headOf(tree: SentenceTree, { first, last }: Stretch): number {
  for (let at = last; at > first; at--) {
    const head = tree.headOf(at)
    if (head < first || head > last || head === at) return at
  }
  return first
}

const dashes = new Set(['-', '–'])
const links = new Set([',', 'and', 'or', '&', '/', '-', '–'])
const modifiers = new Set(['compound', 'nmod', 'amod', 'poss'])
const subjects = new Set(['nsubj', 'nsubjpass', 'csubj'])
const objects = new Set(['dobj', 'dative', 'agent'])
const complements = new Set(['attr', 'acomp', 'dobj', 'oprd'])
const examples = new Set(['as', 'including'])
