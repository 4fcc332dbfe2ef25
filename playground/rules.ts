import { createExtractor, type Extractor, NutgrafError, type NutgrafIssue, type RuleSet } from '../src/api/index.ts'
import { testRules } from '../src/api/testing.ts'
import { placeOfFault, placeOfIssue, placesIn } from '../src/base/json-places.ts'
import type { Fault } from './protocol.ts'
import { noteOf } from './words.ts'

/** What is made of the text of a rule set. */
export interface Compiled {
  /** None where the set is wrong. */
  extractor: Extractor<string> | undefined
  faults: Fault[]
  note: string
}

/** An extractor with one rule set or a list of them, as JSON; all that is wrong with them, and with their sentences. */
export function compile(json: string): Compiled {
  if (json.trim() === '') return { extractor: createExtractor(), faults: [], note: '' }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { extractor: undefined, faults: [syntaxFault(json, error)], note: '' }
  }
  const sets = [value].flat() as RuleSet[]
  const faultsOf = locator(json, Array.isArray(value))
  const wrong = sets.flatMap((set, i) => faultsOf(i, () => createExtractor({ rules: [set] })))
  if (wrong.length > 0) return { extractor: undefined, faults: wrong.sort(byPlace), note: '' }
  let extractor: Extractor<string> | undefined
  const together = faultsOf(null, () => {
    extractor = createExtractor({ rules: sets })
  })
  const failed = sets.flatMap((set, i) => faultsOf(i, () => testRules(set)))
  const faults = [...together, ...failed].sort(byPlace)
  return { extractor, faults, note: faults.length === 0 ? noteOf(sets) : '' }
}

/** From the first line to the last. */
function byPlace(a: Fault, b: Fault): number {
  const [line, column] = placeIn(a)
  const [otherLine, otherColumn] = placeIn(b)
  return line - otherLine || column - otherColumn
}

const placeIn = ({ place = '0:0' }: Fault) => place.split(':').map(Number) as [line: number, column: number]

const advice = 'JSON has no comments, and no comma after the last value.'

function syntaxFault(json: string, error: unknown): Fault {
  const message = messageOf(error)
  const plain = message
    .replace(/^JSON\.parse: |^JSON Parse error: /, '')
    .replace(
      / (?:in JSON )?at (?:position \d+|line \d+ column \d+)(?: of the JSON data)?(?: \(line \d+ column \d+\))?/,
      '',
    )
  return { place: placeOfFault(json, message), message: `${plain}. ${advice}` }
}

/** What is wrong with a set, by its number, where the text is a list; of all of them together, nothing has a place. */
function locator(json: string, isList: boolean): (set: number | null, run: () => void) => Fault[] {
  let places: ReadonlyMap<string, string> | undefined
  return (set, run) => {
    try {
      run()
      return []
    } catch (error) {
      if (!(error instanceof NutgrafError)) throw error
      return error.issues.map((issue: NutgrafIssue) => {
        places ??= placesIn(json)
        const place = set === null ? undefined : placeOfIssue(places, issue, isList ? set : null)
        return { place, message: `${issue.path}: ${issue.message}` }
      })
    }
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
