import { textId } from '../../model/features.ts'
import { classOf } from '../../text/chunks.ts'
import type { Sentence } from '../../text/document.ts'
import { stemId } from '../../text/stem.ts'
import type { StoryView } from './view.ts'

/** A value of each token of a sentence, read once, whatever begins, ends or hangs there. */
type Column = (token: number) => number

/** What features read of the tokens of a sentence. */
export interface TokenValues {
  stem: Column
  /** The class of meaning. */
  kind: Column
  cluster: Column
  supercluster: Column
  /** What kind of name, or of event, is named there. */
  name: Column
  event: Column
}

export function tokenValues(
  { doc: { tokens }, named, occasions, clusterOf }: Pick<StoryView, 'doc' | 'named' | 'occasions' | 'clusterOf'>,
  { first, last }: Sentence,
): TokenValues {
  const length = last - first
  const values = new Array<number>(6 * length).fill(unread)
  const column = (number: number, read: Column): Column => {
    const from = number * length - first
    return (token) => {
      const known = values[from + token]!
      if (known !== unread) return known
      const value = read(token)
      values[from + token] = value
      return value
    }
  }
  return {
    stem: column(0, (at) => stemId(tokens[at])),
    kind: column(1, (at) => classOf(tokens[at])),
    cluster: column(2, (at) => clusterOf(tokens[at]!.word).fine),
    supercluster: column(3, (at) => clusterOf(tokens[at]!.word).coarse),
    name: column(4, (at) => textId(named.overlapping(tokens[at]!)?.type)),
    event: column(5, (at) => textId(occasions.overlapping(tokens[at]!)?.type)),
  }
}

/** Stands where no value is known yet; a value that is the same is only read again. */
const unread = -0x5eed
