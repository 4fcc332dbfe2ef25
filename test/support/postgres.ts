import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/** Where Debian puts the programs of PostgreSQL, which are on no path there. */
const debian = '/usr/lib/postgresql'

/** The folder of PostgreSQL's programs, the latest of several; null where this machine has none. */
const programs = (() => {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
})()

/** Whether this machine has a PostgreSQL server; tests of archives on it are skipped where it has not. */
export const hasPostgres = programs !== null

/** Said in the name of a test that is skipped. */
export const skippedPostgres = hasPostgres
  ? ''
  : ' (SKIPPED: no PostgreSQL on this machine, apt-get install postgresql)'

/** PostgreSQL does not run as root: who is root runs it as its own user, or as nobody. */
function ownUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody'])
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' })))
      return { uid: uid!, gid: gid! }
    } catch {
      // The next one.
    }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody')
}

/** A server on loopback with an empty database, which is gone when it is stopped. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-postgres-'))
  const data = join(folder, 'data')
  const password = join(folder, 'password')
  writeFileSync(password, 'secret')
  const user = ownUser()
  if (user) for (const path of [folder, password]) chownSync(path, user.uid, user.gid)
  const how = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } }
  const settings = ['-A', 'scram-sha-256', '-U', 'nutgraf', `--pwfile=${password}`, '-E', 'UTF8', '--no-sync']
  execFileSync(join(programs!, 'initdb'), ['-D', data, ...settings], { ...how, stdio: 'pipe' })
  const port = await freePort()
  const asked = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const start = async () => {
    const server = spawn(join(programs!, 'postgres'), ['-D', data, ...asked.flatMap((one) => ['-c', one])], {
      ...how,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    for await (const line of server.stderr.iterator({ destroyOnReturn: false }))
      if (String(line).includes('ready to accept connections')) break
    server.stderr.resume()
    return server
  }
  let server = await start()
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  const urlOf = (database: string) => `postgres://nutgraf:secret@127.0.0.1:${port}/${database}`
  return {
    url: urlOf('postgres'),
    urlOf,
    port,
    /** Breaks all connections, as a server that is restarted does. */
    breakOff: () => end('SIGINT'),
    async restart() {
      server = await start()
    },
    async stop() {
      if (server.exitCode === null && server.signalCode === null) await end('SIGINT')
      rmSync(folder, { recursive: true })
    },
  }
}
