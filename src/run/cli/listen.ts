import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Command, InvalidArgumentError } from 'commander'
import type { Log } from '../serve/log.ts'
import type { RouteServer } from '../serve/route-server.ts'
import { wholeNumber } from './options.ts'
import { onFirstSignal } from './signals.ts'
import { UsageError } from './usage.ts'

/** Where a server listens. */
export interface ListenOptions {
  port: number
  host: string
}

export const addListenOptions = (command: Command): Command =>
  command
    .option('--port <n>', 'where it listens; 0 takes one that is free', wholeNumber(5, 'a port'), 8080)
    .option('--host <address>', 'for whom: 0.0.0.0 is for all who reach this machine', hostOf, '127.0.0.1')

/** Serves until a signal comes and all that is under way then is answered. */
export async function serveUntilSignal(
  { server, stop }: RouteServer,
  { port, host }: ListenOptions,
  log: Log,
  about: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const signalled = new Promise<NodeJS.Signals>(onFirstSignal)
  await listen(server, port, host)
  log({ event: 'listening', address: addressOf(server), ...about })
  const signal = await signalled
  // Who reads the line can count on it that nothing is taken any more.
  const stopped = stop()
  log({ event: 'stopping', signal })
  await stopped
  log({ event: 'stopped' })
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  if (port > 65_535) throw new UsageError(`--port ${port}: ports end at 65535`)
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new UsageError(listenFaults[code]?.(port, host) ?? message)
  }
}

const listenFaults: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) => `port ${port} is taken; name another by --port, or 0 for any that is free`,
  EACCES: (port) => `port ${port} may not be used; name one from 1024 by --port`,
  EADDRNOTAVAIL: (_, host) => `this machine has no address ${host}; name one of its own by --host`,
  ENOTFOUND: (_, host) => `there is no host ${host}; name an address of this machine by --host`,
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** An empty variable of a script must not open the server to all. */
function hostOf(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('expected an address as 127.0.0.1.')
  return text
}
