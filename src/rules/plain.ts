import type { NutgrafIssue } from '../base/error.ts'

/** No value of a rule set lies deeper than five; what does is none, or lies within itself. */
const deepest = 6

/** A copy of plain data as JSON has it, each value read once: what is checked is what is used. */
export interface PlainCopy {
  /** Undefined in place of what is no plain data. */
  value: unknown
  /** What is wrong with it; `fatal` where the rest could not be read. */
  issues: readonly NutgrafIssue[]
  fatal: boolean
  /** The paths of what was left out of the copy. */
  left: ReadonlySet<string>
}

export function plainData(given: unknown, path: string): PlainCopy {
  const issues: NutgrafIssue[] = []
  const left = new Set<string>()
  const refuse = (path: string, message: string, isLeft = true) => {
    issues.push({ path, message })
    if (isLeft) left.add(path)
  }
  try {
    return { value: copyOf(given, path, 0, refuse), issues, fatal: false, left }
  } catch (error) {
    // A proxy may throw whatever it likes.
    if (error instanceof TooDeep) refuse(error.message, 'is nested too deeply, or lies within itself')
    else refuse(path, "can't be read: reading it throws; give plain data, as from JSON.parse")
    return { value: undefined, issues, fatal: true, left }
  }
}

/** Its message is the path. What is below is not read: there may be no end to it. */
class TooDeep extends Error {}

type Refuse = (path: string, message: string, isLeft?: boolean) => void

function copyOf(value: unknown, path: string, depth: number, refuse: Refuse): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return refuse(path, `expected plain data, as from JSON.parse, got a ${typeof value}`)
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) throw new TooDeep(path)
  return Array.isArray(value) ? copyOfArray(value, path, depth, refuse) : copyOfObject(value, path, depth, refuse)
}

function copyOfArray(list: readonly unknown[], path: string, depth: number, refuse: Refuse): unknown[] {
  const copy: unknown[] = []
  const { length } = list
  for (let i = 0; i < length; i++) {
    if (!Object.hasOwn(list, i)) {
      // One hole is told of: an array may have billions.
      refuse(`${path}.${i}`, 'is a hole in an array; take it out', false)
      break
    }
    copy.push(ownValue(list, String(i), path, depth, refuse))
  }
  return copy
}

function copyOfObject(object: object, path: string, depth: number, refuse: Refuse): object | undefined {
  const prototype: unknown = Object.getPrototypeOf(object)
  // An object of another realm has another Object.prototype.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    refuse(path, 'expected a plain object, as from JSON.parse, got an instance of a class')
    return undefined
  }
  const copy: Record<string, unknown> = {}
  for (const key of Reflect.ownKeys(object)) {
    if (typeof key === 'symbol') refuse(path, `unknown key ${String(key)}; keys are strings`, false)
    else if (key === '__proto__') refuse(path, 'the key "__proto__" is not taken; write the name another way', false)
    else copy[key] = ownValue(object, key, path, depth, refuse)
  }
  return copy
}

function ownValue(object: object, key: string, path: string, depth: number, refuse: Refuse): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key)
  if (property?.get || property?.set) return refuse(`${path}.${key}`, 'is a getter; write its value')
  return copyOf(property?.value, `${path}.${key}`, depth + 1, refuse)
}
