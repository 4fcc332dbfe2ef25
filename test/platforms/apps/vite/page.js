import { printed } from '../all.js'

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
const ofWorker = new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = reject
})
worker.postMessage('read')
globalThis.result = Promise.all([printed(), ofWorker])
