/** What a run writes beside an output, until that is whole. */

/** Records of an output that is something else. */
export const recordsBeside = (path: string): string => `${path}.nutgraf-records`

/** A file that is to take the place of another. */
export const freshBeside = (path: string): string => `${path}.nutgraf-new`
