import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { openArchive } from '../../src/api/archive.ts'
import type { Archive } from '../../src/run/archive/archive.ts'
import { createArchiveServer } from '../../src/run/browse/server.ts'
import { archiveStories } from './archive-stories.ts'
import { send } from './http.ts'

/** The day on which pages are asked for in tests. */
const today = '2023-09-21'

/** An archive in memory with the stories of tests. */
export async function smallArchive(stories = archiveStories): Promise<Archive> {
  const archive = await openArchive(':memory:', { workers: 0 })
  await archive.addAll(stories)
  return archive
}

/** What servers logged, in order. */
export const logged: Record<string, unknown>[] = []

/** A server of the pages of an archive, on loopback. */
export async function browsing(archive: Archive, name = 'news.db') {
  const log = (fields: Readonly<Record<string, unknown>>) => void logged.push(fields)
  const { server, stop } = createArchiveServer(archive, { name, log, today: () => today })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    stop,
    /** As a browser asks. */
    page: (path: string) => send(address + path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }),
    /** As a program asks. */
    data: (path: string) => send(address + path),
  }
}
