// node run.mjs: a Redis server on loopback, two workers, one of them killed in mid-run. Every story is read, none is lost.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { openQueue } from 'nutgraf/queue'

const article = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')
const paragraphs = article.split('\n').filter((line) => line.trim() !== '')
// The same paragraphs, each story with a number of its own: no two are the same text.
const stories = Array.from({ length: 300 }, (_, i) => ({
  id: `story-${i}`,
  text: `No. ${i}. ${paragraphs[i % paragraphs.length]}`,
  published: '2023-08-30',
}))

const port = await freePort()
// Without an append-only file, a server that ends loses what was queued since its last snapshot.
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-redis-'))
const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
const redis = spawn('redis-server', settings, { stdio: 'ignore' })
const connection = { host: '127.0.0.1', port }
const queue = openQueue({ connection })
const jobs = await queue.enqueue(stories)
console.log(`${jobs.length} stories in ${queue.name}`)

const done = [startWorker(), startWorker()]
const [steady, killed] = done
while (killed.count < 40) await pause(20)
killed.process.kill('SIGKILL')
console.log(`a worker was killed when it had read ${killed.count}`)

const found = await Promise.all(jobs.map((job) => queue.wait(job, 120_000)))
console.log(`${found.length} stories read, ${found.filter(({ entities }) => entities.length > 0).length} with entities`)
console.log(`the other worker read ${steady.count}`)

steady.process.kill('SIGTERM')
await once(steady.process, 'exit')
await queue.close()
redis.kill()
await once(redis, 'exit')
rmSync(folder, { recursive: true })

function startWorker() {
  const script = new URL('work.mjs', import.meta.url).pathname
  const worker = spawn(process.execPath, [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const state = { process: worker, count: 0 }
  createInterface({ input: worker.stdout }).on('line', () => state.count++)
  return state
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
