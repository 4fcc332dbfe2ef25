import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createPool } from '../../src/api/batch.ts'
import { extract, NutgrafError, type Story } from '../../src/api/index.ts'
import type { StoryReader } from '../../src/run/serve/reader.ts'
import { createStoryServer, type StoryServerOptions } from '../../src/run/serve/server.ts'
import { send } from './http.ts'

const counts = { workers: 1, busy: 0, waiting: 0, reading: 0, done: 0, failed: 0, dropped: 0, restarted: 0 }
export const health = () => ({ ...counts, closed: false })

/** Reads in this process. */
export const reader = createPool({ workers: 0 })

/** What servers logged, in order. */
export const logged: Record<string, unknown>[] = []

/** A server of stories on loopback. */
export async function listening(from: StoryReader = reader, options: StoryServerOptions = {}) {
  const { server, stop } = createStoryServer(from, { log: (fields) => void logged.push(fields), ...options })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  return { stop, port, address, ask: (row: Row) => ask(address, row) }
}

export const text = 'Lavrov will visit Dhaka on September 7.'
export const published = '2023-08-30'
export const story = extract(text, { published })
export const paragraph =
  'Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, diplomats told reporters on Sunday in Zürich.'
export const page = `<title>Lavrov to visit Dhaka</title><meta name="date" content="${published}"><article><p>${paragraph}</p></article>`

/** A request, as a row of a table has it. */
export interface Row {
  path?: string
  method?: string
  type?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export const post = (type: string, body: string | Uint8Array, query = '', headers = {}): Row => ({
  ...{ method: 'POST', type, body, path: `/extract${query}`, headers },
})
export const json = (value: unknown, query = '') => post('application/json', JSON.stringify(value), query)

const ask = (address: string, { path = '/extract', method = 'GET', type, headers, body }: Row) =>
  send(address + path, {
    method,
    headers: { ...(type !== undefined && { 'content-type': type }), ...headers },
    ...(body !== undefined && { body }),
  })

/** Stories that are read when the test says so. */
export function gated() {
  const open: { text: string; give(): void; signal: AbortSignal | undefined }[] = []
  const come: (() => void)[] = []
  const reader: StoryReader = {
    health,
    extract: (text, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const entry = { text, signal, give: () => resolve({ ...extract(''), published: text } as Story) }
        open.push(entry)
        come.shift()?.()
        signal?.addEventListener('abort', () => reject(new NutgrafError('invalid-input', 'extract', 'aborted')))
      }),
  }
  return {
    reader,
    open,
    /** The next story that is asked for. */
    async next() {
      if (open.length === 0) await new Promise<void>((resolve) => come.push(resolve))
      return open.shift()!
    },
  }
}

export const line = (value: unknown) => `${JSON.stringify(value)}\n`
export const ndjson = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } }
