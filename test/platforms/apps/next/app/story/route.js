import { extractAll } from 'nutgraf/batch'
import { POST } from '../../../../built/readme/route.js'
import { printed } from '../../../all.js'
import { batch, served } from '../../../prints.cjs'

export const dynamic = 'force-dynamic'
export const GET = async () => served({ ...(await printed()), ...(await batch(extractAll)) }, POST)
