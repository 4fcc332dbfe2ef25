import { NutgrafError } from '../base/error.ts'

/** No value of a rule set lies deeper than five; what does is none, or lies within itself. */
const deepest = 6

/**
 * A copy of plain data as JSON has it, each value read once: what is checked is what is used.
 *
 * @throws NutgrafError for what is no plain data, and for what can't be read
 */
export function plainData(value: unknown, path: string): unknown {
  try {
    return copyOf(value, path, 0)
  } catch (error) {
    if (error instanceof NutgrafError) throw error
    // A proxy may throw whatever it likes.
    throw refusal(path, "can't be read: reading it throws; give plain data, as from JSON.parse")
  }
}

const refusal = (path: string, reason: string) => new NutgrafError('invalid-rules', path, reason)

function copyOf(value: unknown, path: string, depth: number): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw refusal(path, `expected plain data, as from JSON.parse, got a ${typeof value}`)
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) throw refusal(path, 'is nested too deeply, or lies within itself')
  return Array.isArray(value) ? copyOfArray(value, path, depth) : copyOfObject(value, path, depth)
}

function copyOfArray(list: readonly unknown[], path: string, depth: number): unknown[] {
  const copy: unknown[] = []
  const { length } = list
  for (let i = 0; i < length; i++) {
    if (!Object.hasOwn(list, i)) throw refusal(`${path}.${i}`, 'is a hole in an array; take it out')
    copy.push(copyOf(ownValue(list, String(i), path), `${path}.${i}`, depth + 1))
  }
  return copy
}

function copyOfObject(object: object, path: string, depth: number): object {
  const prototype: unknown = Object.getPrototypeOf(object)
  // An object of another realm has another Object.prototype.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw refusal(path, 'expected a plain object, as from JSON.parse, got an instance of a class')
  const copy: Record<string, unknown> = {}
  for (const key of Reflect.ownKeys(object)) {
    if (typeof key === 'symbol') throw refusal(path, `unknown key ${String(key)}; keys are strings`)
    if (key === '__proto__') throw refusal(path, 'the key "__proto__" is not taken; write the name another way')
    copy[key] = copyOf(ownValue(object, key, path), `${path}.${key}`, depth + 1)
  }
  return copy
}

function ownValue(object: object, key: string, path: string): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key)
  if (property?.get || property?.set) throw refusal(`${path}.${key}`, 'is a getter; write its value')
  return property?.value
}
