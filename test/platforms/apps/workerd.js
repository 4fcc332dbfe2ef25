import sample from '../built/readme/workerd.js'
import { printed } from './all.js'
import { served } from './prints.cjs'

export default { fetch: async () => served(await printed(), sample.fetch) }
