import { createRequire } from 'node:module'
import type * as chronoNode from 'chrono-node/en'

const require = createRequire(import.meta.url)

/** chrono-node, loaded when a text has a numeric date or a clock time: many have none. */
export const chrono = () => require('chrono-node/en') as Pick<typeof chronoNode, 'Chrono' | 'configuration'>
