import { printed } from './all.js'

globalThis.result = printed()
