// A bundler has no synchronous loading: what `createExtractor` may need is in the bundle of those who import it.
import nlp from 'compromise/two'
import { RE2JS } from 're2js'
import * as z from 'zod'

export const compromise = (): typeof nlp => nlp

export const linearRegex = (): typeof RE2JS => RE2JS

// Named one by one, since a bundle has all of what is handed on as a whole, with every language that its messages are in.
const parts = {
  ...{ array: z.array, enum: z.enum, int: z.int, number: z.number },
  ...{ record: z.record, strictObject: z.strictObject, string: z.string, union: z.union },
}

export const zod = (): typeof parts => parts
