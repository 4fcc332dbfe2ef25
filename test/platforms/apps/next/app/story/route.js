import { extractAll } from 'nutgraf/batch'
import { printed } from '../../../all.js'
import { batch } from '../../../prints.cjs'

export const dynamic = 'force-dynamic'
export const GET = async () => Response.json({ ...(await printed()), ...(await batch(extractAll)) })
