// A bundler has no synchronous loading: what `createExtractor` may need is in the bundle of those who import it.
import nlp from 'compromise'
import { RE2JS } from 're2js'
import * as z from 'zod'

export const compromise = (): typeof nlp => nlp

export const linearRegex = (): typeof RE2JS => RE2JS

export const zod = (): typeof z => z
