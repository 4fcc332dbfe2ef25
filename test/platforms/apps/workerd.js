import { printed } from './all.js'

export default { fetch: async () => Response.json(await printed()) }
