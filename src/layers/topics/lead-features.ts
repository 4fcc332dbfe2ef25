import { conjunction, Features, templates, textId } from '../../model/features.ts'
import { tagId } from '../../text/chunks.ts'
import { stemId } from '../../text/stem.ts'
import { coordination, type Past } from './past.ts'
import type { SentenceView } from './view.ts'

export const leadTemplates = templates('topic lead', [
  'bias',
  'stem before',
  'stem 2 before & stem before',
  'stem 3 before & stem 2 before & stem before',
  'class 2 before & class before',
  'class 3 before & class 2 before & class before',
  'class 2 before & stem before',
  'verb before & stem before',
  'supercluster of verb before & stem before',
  'class of verb before & stem before',
  'class of verb 2 before & class of verb before & stem before',
  'noun before & stem before',
  'first stem',
  'tag & stem before',
  'first supercluster & stem before',
  'event before & stem before',
  'events in sentence & in story',
  'coordinate & stem before',
])
const t = leadTemplates
const features = new Features()

/**
 * Reads the few things by which it shows at most tokens that no topic begins there, so that what costs more, their trees and
 * some 170 other features, need not be read.
 */
export function leadReader(view: SentenceView): (at: number, past: Past) => Features {
  const { story, sentence, chunks, before } = view
  const { tokens } = story.doc
  const { all, stem, kind } = chunks
  const { supercluster } = story.valuesOf(sentence)
  const here = story.mentionsIn.get(sentence) ?? []
  const events = conjunction(Math.min(2, here.length), Math.min(3, story.eventMentions.length))
  return (at, { ends }) => {
    const k = chunks.chunkAt(at)
    const [last, second, third] = [stem(k - 1), stem(k - 2), stem(k - 3)]
    const [kind1, kind2, kind3] = [kind(k - 1), kind(k - 2), kind(k - 3)]
    const verb = before.verb[k]!
    const verb2 = verb < 0 ? -1 : before.verb[verb]!
    const noun = k < 1 ? -1 : before.noun[k - 1]!
    const verbKind = verb < 0 ? 0 : kind(verb)
    const token = tokens[at]!
    const prior = here.findLast(({ end }) => end <= token.start)
    features.clear()
    features.add(t.bias, 0)
    features.add(t['stem before'], last)
    features.add(t['stem 2 before & stem before'], conjunction(second, last))
    features.add(t['stem 3 before & stem 2 before & stem before'], conjunction(third, second, last))
    features.add(t['class 2 before & class before'], conjunction(kind2, kind1))
    features.add(t['class 3 before & class 2 before & class before'], conjunction(kind3, kind2, kind1))
    features.add(t['class 2 before & stem before'], conjunction(kind2, last))
    features.add(t['verb before & stem before'], conjunction(verb < 0 ? 0 : stem(verb), last))
    features.add(
      t['supercluster of verb before & stem before'],
      conjunction(verb < 0 ? 0 : supercluster(all[verb]!.first), last),
    )
    features.add(t['class of verb before & stem before'], conjunction(verbKind, last))
    features.add(
      t['class of verb 2 before & class of verb before & stem before'],
      conjunction(verb2 < 0 ? 0 : kind(verb2), verbKind, last),
    )
    features.add(t['noun before & stem before'], conjunction(noun < 0 ? 0 : stem(noun), last))
    features.add(t['first stem'], stemId(token))
    features.add(t['tag & stem before'], conjunction(tagId(token), last))
    features.add(t['first supercluster & stem before'], conjunction(supercluster(at), last))
    features.add(t['event before & stem before'], conjunction(textId(prior?.type), last))
    features.add(t['events in sentence & in story'], events)
    features.add(t['coordinate & stem before'], conjunction(coordination(view, at, ends), last))
    return features
  }
}
