import { printed } from '../all.js'

self.onmessage = async () => self.postMessage(await printed())
