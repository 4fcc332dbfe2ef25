/** `once`, `3 times`. */
export const timesInWords = (count: number): string => (count === 1 ? 'once' : `${count} times`)
