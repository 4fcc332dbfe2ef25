import type { NutgrafIssue } from './error.ts'

/** Where the values of a JSON text stand, `line:column` from 1, by their paths: `rules.0.match`. The text must be valid. */
export function placesIn(json: string): Map<string, string> {
  const places = new Map<string, string>()
  /** The arrays and objects around a value, and the key or number that comes next in each. */
  const around: { path: string; next: string | number | null }[] = []
  let line = 1
  let lineStart = 0
  const note = (at: number): string => {
    const parent = around.at(-1)
    const path = parent ? [parent.path, parent.next].filter((part) => part !== '').join('.') : ''
    // Of a key that is there twice JSON.parse takes the last.
    places.set(path, `${line}:${at - lineStart + 1}`)
    return path
  }
  for (const { 0: sign, index } of json.matchAll(/\n|[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g)) {
    const parent = around.at(-1)
    if (sign === '\n') {
      line++
      lineStart = index + 1
    } else if (sign === '{' || sign === '[') around.push({ path: note(index), next: sign === '[' ? 0 : null })
    else if (sign === '}' || sign === ']') around.pop()
    else if (sign === ',' && parent) parent.next = typeof parent.next === 'number' ? parent.next + 1 : null
    else if (sign === ':') continue
    else if (parent && parent.next === null) parent.next = JSON.parse(sign) as string
    else note(index)
  }
  return places
}

/** Where a value stands; of one that is not there, where that stands which should hold it. */
export function placeOf(places: ReadonlyMap<string, string>, path: string): string {
  for (let rest = path; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
    const place = places.get(rest)
    if (place !== undefined) return place
  }
  return places.get('') ?? '1:1'
}

/**
 * Where a fault of a rule set stands. Its path begins with the name of the set, in place of which the text has the set's
 * number, or nothing where it is one set alone. A key that is not known is told by its name.
 */
export function placeOfIssue(
  places: ReadonlyMap<string, string>,
  { path, message }: NutgrafIssue,
  set: number | null,
): string {
  const key = /^unknown key "([^"]+)"/.exec(message)?.[1]
  const parts = [...(set === null ? [] : [set]), ...path.split('.').slice(1), ...(key ? [key] : [])]
  return placeOf(places, parts.join('.'))
}

/** Where JSON.parse stopped, as `line:column`: engines tell a number of characters, or line and column, or neither. */
export function placeOfFault(json: string, message: string): string | undefined {
  const [, line, column] = /at line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined) return `${line}:${column}`
  // Where the text just ends, there is nothing to tell a place by.
  const position = /end of JSON input/.test(message) ? json.length : /at position (\d+)/.exec(message)?.[1]
  if (position === undefined) return undefined
  const before = json.slice(0, Number(position)).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}
