import { createRequire } from 'node:module'
import type nlp from 'compromise/two'
import type { RE2JS } from 're2js'
import type { zod as schemaParts } from './engine.browser.ts'

const require = createRequire(import.meta.url)

/** compromise, loaded when a rule of a user is compiled and not before. */
export const compromise = (): typeof nlp => {
  const loaded = require('compromise/two') as typeof nlp & { default?: typeof nlp }
  return loaded.default ?? loaded
}

/** The engine of linear time for regular expressions, loaded when a rule has one. */
export const linearRegex = (): typeof RE2JS => (require('re2js') as { RE2JS: typeof RE2JS }).RE2JS

/** The schema library, loaded when a rule set is checked; no more of it than browsers have. */
export const zod = (): ReturnType<typeof schemaParts> => require('zod') as ReturnType<typeof schemaParts>
