import { type LabelScheme, openViterbi } from '../../model/viterbi.ts'

/** Types that the model tells apart; finer ones are told by the words of the name. */
export const types = ['person', 'location', 'organization', 'group', 'misc'] as const
export type TaggedType = (typeof types)[number]

/**
 * Labels of the BILOU scheme (Ratinov & Roth 2009): 0 is outside, then for each type the Beginning, the Inside and the
 * Last token of a name, and a Unit of one token.
 */
export const labelCount = 1 + 4 * types.length
export const begin = (type: number) => 1 + 4 * type
export const inside = (type: number) => 2 + 4 * type
export const last = (type: number) => 3 + 4 * type
export const unit = (type: number) => 4 + 4 * type
export const typeOf = (label: number) => (label === 0 ? -1 : (label - 1) >> 2)

const all = [...types.keys()]
/** Labels after which no name is open. */
const closed: readonly number[] = [0, ...all.map(last), ...all.map(unit)]
/** How labels may follow each other: no name reaches over an end of the tokens. */
export const nameScheme: LabelScheme = {
  before: [
    closed,
    ...all.flatMap((type) => {
      const open = [begin(type), inside(type)]
      return [closed, open, open, closed]
    }),
  ],
  ends: closed,
}

/** Finds the best labels by what transitions weigh. */
export const labelsBy = openViterbi(nameScheme)
