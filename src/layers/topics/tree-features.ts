import { conjunction, type Features, flag, templates } from '../../model/features.ts'
import type { Governor, SentenceTree } from '../../syntax/sentence-tree.ts'
import { isTelling } from './telling.ts'
import type { StoryView } from './view.ts'

export const treeTemplates = templates('topic head', [
  'tie',
  'tie & governor',
  'tie & class of governor',
  'tie & cluster of governor',
  'tie & supercluster of governor',
  'tie & tag of governor',
  'event at governor & tie',
  'tie & governor & head tag',
  'path of two by stem',
  'path of two by class',
  'path of two: tie, class, tie, stem',
  'path of two: tie, stem, tie, class',
  'path of three by class',
  'path of three: class, class, stem',
  'governor above',
  'class of governor above & tie',
  'telling class',
  'telling class & ties to it',
  'telling stem & ties to it',
  'telling class & subject',
  'telling class & tie & subject',
  'telling stem & subject',
  'telling class & negated',
  'telling class & auxiliary',
  'telling class & tag',
  'telling class & subject & auxiliary',
  'telling class & class above',
  'telling class & stem above',
  'subject',
  'subject & tie',
  'class of subject & telling class',
  'root',
  'root & subject of root',
  'class of root & tie',
  'class of root & subject of root & telling class',
  'head',
  'head & tie',
  'supercluster of head & tie',
  'supercluster of head & telling class',
  'head & class of governor',
  'head tag',
  'head tag & tie & class of governor',
  'name of head & tie',
  'event at head & tie',
  'coordinate of a topic',
  'coordinate of a topic & tie',
  'coordinate of a topic & head tag',
  'coordinate of a topic & supercluster of head',
  'depth',
  'party & telling class',
  'party & telling stem',
  'party & telling class & tie',
])
const t = treeTemplates
/** So far up the tree what governs a topic is read. */
const steps = 4

/** What governs a head: its path up to what tells of an agenda, and who says so. */
export interface Governance {
  head: number
  /** Nearest first. */
  path: readonly Governor[]
  /** The nearest word on it that tells of an agenda, and its index; -1 where none does. */
  told: Governor | undefined
  teller: number
  /** The verb whose subject counts. */
  ruler: number
  subject: number
}

export function governanceOf({ doc: { tokens } }: StoryView, tree: SentenceTree, first: number): Governance {
  const head = tree.headFrom(first)
  const path: Governor[] = []
  let told: Governor | undefined
  let teller = -1
  for (let at = head; path.length < steps; ) {
    const governor = tree.governorOf(at)
    if (!governor) break
    at = governor.token
    if (!told && isTelling(tokens[at]!)) {
      told = governor
      teller = path.length
    }
    path.push(governor)
  }
  let ruler = (told ?? path[0])?.token ?? head
  let subject = tree.dependent(ruler, 'subject')
  // "agreed in talks on trade": a noun has the subject of the verb over it.
  for (let i = Math.max(0, teller + 1); subject < 0 && i < path.length; i++) {
    ruler = path[i]!.token
    subject = tree.dependent(ruler, 'subject')
  }
  return { head, path, told, teller, ruler, subject }
}

/** Reads words of a tree as values. */
export function treeValues(story: StoryView, tree: SentenceTree) {
  const { tokens } = story.doc
  const { stem, kind, name, event } = story.valuesOf(tree.sentence)
  return {
    typeOf: name,
    eventOf: event,
    /** The relation that ties a token to its governor, or the preposition. */
    tieOf: (governor: Governor | undefined) =>
      governor === undefined
        ? 0
        : governor.preposition < 0
          ? governor.relation + 1
          : conjunction(governor.relation, stem(governor.preposition)),
    stemOf: (governor: Governor | undefined) => (governor ? stem(governor.token) : 0),
    kindOf: (governor: Governor | undefined) => (governor ? kind(governor.token) : 0),
    /** Who or what a verb has for its subject: a kind of name, else a class of word, else the word of a pronoun. */
    subjectKind: (subject: number) =>
      subject < 0 ? 0 : name(subject) || event(subject) || kind(subject) || tokens[subject]!.word.hash,
    auxiliaryOf(verb: number) {
      const auxiliary = tree.dependent(verb, 'auxiliary')
      return auxiliary < 0 ? 0 : tokens[auxiliary]!.word.hash
    },
    negatedAt: (verb: number) => flag(tree.dependent(verb, 'negation') >= 0),
  }
}

/** Adds what the tree says of a head: its path up to what tells of an agenda, and who says so. */
export function treeReader(
  story: StoryView,
  tree: SentenceTree,
): (features: Features, first: number, heads: ReadonlySet<number>) => void {
  const { doc, named, idOf, besideOccasion } = story
  const { tokens } = doc
  const { stem, kind, cluster, supercluster } = story.valuesOf(tree.sentence)
  const { typeOf, eventOf, tieOf, stemOf, kindOf, subjectKind, auxiliaryOf, negatedAt } = treeValues(story, tree)

  return (features, first, heads) => {
    const { head, path, told: teller, teller: place, ruler, subject } = governanceOf(story, tree, first)
    const g1 = path[0]
    const g2 = path[1]
    const g3 = path[2]
    const tie1 = tieOf(g1)
    const tie2 = tieOf(g2)
    const tie3 = tieOf(g3)
    const stem1 = stemOf(g1)
    const stem2 = stemOf(g2)
    const stem3 = stemOf(g3)
    const kind1 = kindOf(g1)
    const kind2 = kindOf(g2)
    const kind3 = kindOf(g3)
    const headTag = tree.tagOf(head)
    const word = stem(head)
    const group = supercluster(head)

    features.add(t.tie, tie1)
    features.add(t['tie & governor'], conjunction(tie1, stem1))
    features.add(t['tie & class of governor'], conjunction(tie1, kind1))
    features.add(t['tie & cluster of governor'], conjunction(tie1, g1 ? cluster(g1.token) : 0))
    features.add(t['tie & supercluster of governor'], conjunction(tie1, g1 ? supercluster(g1.token) : 0))
    features.add(t['tie & tag of governor'], conjunction(tie1, g1 ? tree.tagOf(g1.token) : 0))
    features.add(t['event at governor & tie'], conjunction(g1 ? eventOf(g1.token) : 1, tie1))
    features.add(t['tie & governor & head tag'], conjunction(tie1, stem1, headTag))
    features.add(t['path of two by stem'], conjunction(tie1, stem1, tie2, stem2))
    features.add(t['path of two by class'], conjunction(tie1, kind1, tie2, kind2))
    features.add(t['path of two: tie, class, tie, stem'], conjunction(tie1, kind1, tie2, stem2))
    features.add(t['path of two: tie, stem, tie, class'], conjunction(tie1, stem1, tie2, kind2))
    features.add(t['path of three by class'], conjunction(conjunction(tie1, kind1), tie2, kind2, tie3, kind3))
    features.add(t['path of three: class, class, stem'], conjunction(kind1, tie2, kind2, tie3, stem3))
    features.add(t['governor above'], stem2)
    features.add(t['class of governor above & tie'], conjunction(tie2, kind2))

    const told = kindOf(teller)
    const toldStem = stemOf(teller)
    let ties = place
    for (let i = 0; i <= place; i++) ties = conjunction(ties, tieOf(path[i]))
    const next = path[place + 1]
    const negated = negatedAt(ruler)
    const helper = auxiliaryOf(ruler)
    const by = subjectKind(subject)
    features.add(t['telling class'], told)
    features.add(t['telling class & ties to it'], conjunction(told, ties))
    features.add(t['telling stem & ties to it'], conjunction(toldStem, ties))
    features.add(t['telling class & subject'], conjunction(told, by))
    features.add(t['telling class & tie & subject'], conjunction(told, tie1, by))
    features.add(t['telling stem & subject'], conjunction(toldStem, by))
    features.add(t['telling class & negated'], conjunction(told, negated))
    features.add(t['telling class & auxiliary'], conjunction(told, helper))
    features.add(t['telling class & tag'], conjunction(told, teller ? tree.tagOf(teller.token) : 0))
    features.add(t['telling class & subject & auxiliary'], conjunction(told, by, helper))
    features.add(t['telling class & class above'], conjunction(told, kindOf(next)))
    features.add(t['telling class & stem above'], conjunction(told, stemOf(next)))
    features.add(t.subject, by)
    features.add(t['subject & tie'], conjunction(by, tie1))
    features.add(t['class of subject & telling class'], conjunction(subject < 0 ? 0 : kind(subject), told))
    const top = path.length === 0 ? head : path[path.length - 1]!.token
    const speaker = subjectKind(tree.dependent(top, 'subject'))
    const topKind = kind(top)
    features.add(t.root, stem(top))
    features.add(t['root & subject of root'], conjunction(stem(top), speaker))
    features.add(t['class of root & tie'], conjunction(topKind, tie1))
    features.add(t['class of root & subject of root & telling class'], conjunction(topKind, speaker, told))
    features.add(t.head, word)
    features.add(t['head & tie'], conjunction(word, tie1))
    features.add(t['supercluster of head & tie'], conjunction(group, tie1))
    features.add(t['supercluster of head & telling class'], conjunction(group, told))
    features.add(t['head & class of governor'], conjunction(word, kind1))
    features.add(t['head tag'], headTag)
    features.add(t['head tag & tie & class of governor'], conjunction(headTag, tie1, kind1))
    features.add(t['name of head & tie'], conjunction(typeOf(head), tie1))
    features.add(t['event at head & tie'], conjunction(eventOf(head), tie1))
    const root = tree.firstCoordinate(head)
    // The coordinate of a topic is one, and that of none is none.
    const beside = root === head ? 0 : heads.has(root) ? 1 : heads.has(tree.headOf(head)) ? 2 : 3
    features.add(t['coordinate of a topic'], beside)
    features.add(t['coordinate of a topic & tie'], conjunction(beside, tie1))
    features.add(t['coordinate of a topic & head tag'], conjunction(beside, headTag))
    features.add(t['coordinate of a topic & supercluster of head'], conjunction(beside, group))
    const name = subject < 0 ? undefined : named.overlapping(tokens[subject]!)
    const id = name && idOf(name)
    // Who is named beside an occasion speaks in it; who is not speaks to the press.
    const party = id === undefined ? 0 : flag(besideOccasion.has(id))
    features.add(t['party & telling class'], conjunction(party, told))
    features.add(t['party & telling stem'], conjunction(party, toldStem))
    features.add(t['party & telling class & tie'], conjunction(party, told, tie1))
    features.add(t.depth, path.length)
  }
}
