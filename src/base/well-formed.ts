const unfit = /[\0\p{Surrogate}]/gu

/** A text as any database takes it, of the same length: PostgreSQL has no zero in its texts, and neither half of a pair of surrogates. */
export const wellFormed = (text: string): string => text.replace(unfit, '\ufffd')
