const negated = /^(.+)(n['’]t)$/iu
const joined = /^(\p{L}+)(['’](?:m|re|ve|ll|d))$/iu

/** The two words that one token is written as: "did" and "n't", "we" and "'ll", "can" and "not". */
export function contractionOf(text: string): readonly [first: string, second: string] | undefined {
  if (text.toLowerCase() === 'cannot') return [text.slice(0, 3), text.slice(3)]
  const [, first, second] = negated.exec(text) ?? joined.exec(text) ?? []
  return first === undefined || second === undefined ? undefined : [first, second]
}
