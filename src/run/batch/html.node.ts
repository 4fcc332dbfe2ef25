import { createRequire } from 'node:module'
import type * as html from '../../api/html.ts'

const require = createRequire(import.meta.url)

/** What reads pages, loaded with the first one: most corpora have none. By its public name, as it is found wherever this lies. */
export const loadHtml = (): typeof html => require('nutgraf/html')
