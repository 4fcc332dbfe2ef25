// A bundler has no synchronous loading: what `createExtractor` may need stands in the bundle of those who import it.
import nlp from 'compromise'
import { RE2JS } from 're2js'

export const compromise = (): typeof nlp => nlp

export const linearRegex = (): typeof RE2JS => RE2JS
