import { frontBlock } from '../src/base/front-coding.ts'

/** On each line how many characters a name shares with the one before, then the rest; `openNames` of src/base/front-coding.ts reads it. */
export function frontCoded(names: readonly string[]): string {
  let before = ''
  return names
    .map((name, i) => {
      if (name < before) throw new Error(`"${name}" stands behind "${before}"`)
      let shared = 0
      while (i % frontBlock > 0 && shared < 35 && shared < before.length && before[shared] === name[shared]) shared++
      before = name
      return shared.toString(36) + name.slice(shared)
    })
    .join('\n')
}
