import { frontLine } from '../src/base/front-coding.ts'

/** On each line how many characters a name shares with the one before, then the rest; `openNames` of src/base/front-coding.ts reads it. */
export function frontCoded(names: readonly string[]): string {
  let before = ''
  return names
    .map((name, i) => {
      if (name < before) throw new Error(`"${name}" stands behind "${before}"`)
      const line = frontLine(name, before, i)
      before = name
      return line
    })
    .join('\n')
}
