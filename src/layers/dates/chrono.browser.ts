// A bundler has no synchronous loading: chrono-node stands in the bundle.
import * as chronoNode from 'chrono-node/en'

// Named one by one: a bundle has all of what is handed on as a whole.
const parts = { Chrono: chronoNode.Chrono, configuration: chronoNode.configuration }

export const chrono = (): typeof parts => parts
