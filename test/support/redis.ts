import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './free-port.ts'

/** Whether this machine has a Redis server; tests of the queue are skipped where it has not. */
export const hasRedis = (() => {
  try {
    execFileSync('redis-server', ['--version'])
    return true
  } catch {
    return false
  }
})()

/** Said in the name of a test that is skipped. */
export const skipped = hasRedis ? '' : ' (SKIPPED: no redis-server on this machine, apt-get install redis-server)'

/** A server on loopback that keeps nothing, unless its options say so. */
export async function startRedis(folder: string, ...options: string[]) {
  const port = await freePort()
  const server = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder, ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of server.stdout) if (String(line).includes('Ready to accept connections')) break
  return {
    port,
    /** Done when it writes no more. */
    async stop() {
      const ended = once(server, 'exit')
      server.kill()
      await ended
    },
  }
}
