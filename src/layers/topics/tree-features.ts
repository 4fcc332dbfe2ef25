import { conjunction, type Features, flag, templates, textId } from '../../model/features.ts'
import { classOf } from '../../text/chunks.ts'
import { stemId } from '../../text/stem.ts'
import { isTelling } from './telling.ts'
import type { Governor, SentenceTree } from './tree.ts'
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
])
const t = treeTemplates
/** So far up the tree what governs a topic is read. */
const steps = 4

/** Adds what the tree says of a head: its path up to what tells of an agenda, and who says so. */
export function treeReader(
  story: StoryView,
  tree: SentenceTree,
): (features: Features, first: number, heads: ReadonlySet<number>) => void {
  const { doc, named, occasions, superclusterId, clusterId } = story
  const { tokens } = doc
  const typeOf = (at: number) => textId(named.overlapping(tokens[at]!)?.type)
  const eventOf = (at: number) => textId(occasions.overlapping(tokens[at]!)?.type)
  const tie = ({ relation, preposition }: Governor) =>
    preposition < 0 ? relation + 1 : conjunction(relation, stemId(tokens[preposition]!))
  /** Who or what a verb has for its subject: a kind of name, else a class of word, else the word of a pronoun. */
  const subjectOf = (at: number) => {
    const subject = tree.dependent(at, 'subject')
    if (subject < 0) return { kind: 0, token: -1 }
    const kind = typeOf(subject) || eventOf(subject) || classOf(tokens[subject]!) || tokens[subject]!.word.hash
    return { kind, token: subject }
  }

  return (features, first, heads) => {
    const head = tree.headFrom(first)
    const path: Governor[] = []
    for (let at = head; path.length < steps; at = path.at(-1)!.token) {
      const governor = tree.governorOf(at)
      if (!governor) break
      path.push(governor)
    }
    const [g1, g2, g3] = path
    const token = (governor: Governor | undefined) => (governor ? tokens[governor.token] : undefined)
    const stem = (governor: Governor | undefined) => (governor ? stemId(tokens[governor.token]!) : 0)
    const kind = (governor: Governor | undefined) => classOf(token(governor))
    const tie1 = g1 ? tie(g1) : 0
    const tie2 = g2 ? tie(g2) : 0
    const tie3 = g3 ? tie(g3) : 0
    const headTag = tree.tagOf(head)
    const word = tokens[head]!
    const group = superclusterId(word)

    features.add(t.tie, tie1)
    features.add(t['tie & governor'], conjunction(tie1, stem(g1)))
    features.add(t['tie & class of governor'], conjunction(tie1, kind(g1)))
    features.add(t['tie & cluster of governor'], conjunction(tie1, clusterId(token(g1))))
    features.add(t['tie & supercluster of governor'], conjunction(tie1, superclusterId(token(g1))))
    features.add(t['tie & tag of governor'], conjunction(tie1, g1 ? tree.tagOf(g1.token) : 0))
    features.add(t['event at governor & tie'], conjunction(g1 ? eventOf(g1.token) : 1, tie1))
    features.add(t['tie & governor & head tag'], conjunction(tie1, stem(g1), headTag))
    features.add(t['path of two by stem'], conjunction(tie1, stem(g1), tie2, stem(g2)))
    features.add(t['path of two by class'], conjunction(tie1, kind(g1), tie2, kind(g2)))
    features.add(t['path of two: tie, class, tie, stem'], conjunction(tie1, kind(g1), tie2, stem(g2)))
    features.add(t['path of two: tie, stem, tie, class'], conjunction(tie1, stem(g1), tie2, kind(g2)))
    features.add(
      t['path of three by class'],
      conjunction(conjunction(tie1, kind(g1)), tie2, kind(g2), tie3, kind(g3)),
    )
    features.add(t['path of three: class, class, stem'], conjunction(kind(g1), tie2, kind(g2), tie3, stem(g3)))
    features.add(t['governor above'], stem(g2))
    features.add(t['class of governor above & tie'], conjunction(tie2, kind(g2)))

    const above = path.findIndex((governor) => isTelling(tokens[governor.token]!))
    const teller = path[above]
    const ties = path.slice(0, above + 1).reduce((sum, governor) => conjunction(sum, tie(governor)), above)
    let ruler = teller?.token ?? g1?.token ?? head
    let subject = subjectOf(ruler)
    // "agreed in talks on trade": a noun has the subject of the verb over it.
    for (let i = Math.max(0, above + 1); subject.token < 0 && i < path.length; i++) {
      ruler = path[i]!.token
      subject = subjectOf(ruler)
    }
    const told = kind(teller)
    const next = path[above + 1]
    const negated = flag(tree.dependent(ruler, 'negation') >= 0)
    const auxiliary = tree.dependent(ruler, 'auxiliary')
    const helper = auxiliary < 0 ? 0 : tokens[auxiliary]!.word.hash
    features.add(t['telling class'], told)
    features.add(t['telling class & ties to it'], conjunction(told, ties))
    features.add(t['telling stem & ties to it'], conjunction(stem(teller), ties))
    features.add(t['telling class & subject'], conjunction(told, subject.kind))
    features.add(t['telling class & tie & subject'], conjunction(told, tie1, subject.kind))
    features.add(t['telling stem & subject'], conjunction(stem(teller), subject.kind))
    features.add(t['telling class & negated'], conjunction(told, negated))
    features.add(t['telling class & auxiliary'], conjunction(told, helper))
    features.add(t['telling class & tag'], conjunction(told, teller ? tree.tagOf(teller.token) : 0))
    features.add(t['telling class & subject & auxiliary'], conjunction(told, subject.kind, helper))
    features.add(t['telling class & class above'], conjunction(told, kind(next)))
    features.add(t['telling class & stem above'], conjunction(told, stem(next)))
    features.add(t.subject, subject.kind)
    features.add(t['subject & tie'], conjunction(subject.kind, tie1))
    features.add(
      t['class of subject & telling class'],
      conjunction(subject.token < 0 ? 0 : classOf(tokens[subject.token]), told),
    )
    const top = path.at(-1)?.token ?? head
    const speaker = subjectOf(top).kind
    const topKind = classOf(tokens[top])
    features.add(t.root, stemId(tokens[top]!))
    features.add(t['root & subject of root'], conjunction(stemId(tokens[top]!), speaker))
    features.add(t['class of root & tie'], conjunction(topKind, tie1))
    features.add(t['class of root & subject of root & telling class'], conjunction(topKind, speaker, told))
    features.add(t.head, stemId(word))
    features.add(t['head & tie'], conjunction(stemId(word), tie1))
    features.add(t['supercluster of head & tie'], conjunction(group, tie1))
    features.add(t['supercluster of head & telling class'], conjunction(group, told))
    features.add(t['head & class of governor'], conjunction(stemId(word), kind(g1)))
    features.add(t['head tag'], headTag)
    features.add(t['head tag & tie & class of governor'], conjunction(headTag, tie1, kind(g1)))
    features.add(t['name of head & tie'], conjunction(typeOf(head), tie1))
    features.add(t['event at head & tie'], conjunction(eventOf(head), tie1))
    const root = tree.firstCoordinate(head)
    // The coordinate of a topic is one, and that of none is none.
    const beside = root === head ? 0 : heads.has(root) ? 1 : heads.has(tree.headOf(head)) ? 2 : 3
    features.add(t['coordinate of a topic'], beside)
    features.add(t['coordinate of a topic & tie'], conjunction(beside, tie1))
    features.add(t['coordinate of a topic & head tag'], conjunction(beside, headTag))
    features.add(t['coordinate of a topic & supercluster of head'], conjunction(beside, group))
    features.add(t.depth, path.length)
  }
}
