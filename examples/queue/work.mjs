// A worker: node work.mjs PORT. Prints the job of each story that it has read. Run as many as you like, on any machine.
import { createWorker } from 'nutgraf/queue'

const connection = { host: '127.0.0.1', port: Number(process.argv[2]) }
// A short lock, so that the stories of a killed worker are soon another's; the usual 30 s are right for real work.
const { worker, close } = createWorker({
  connection,
  threads: 1,
  bullmq: { lockDuration: 2000, stalledInterval: 1000 },
})
worker.on('completed', ({ id }) => console.log(id))
worker.on('error', (error) => console.error(error.message))
process.once('SIGTERM', () => void close())
