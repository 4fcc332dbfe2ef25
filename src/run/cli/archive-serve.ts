import { basename } from 'node:path'
import type { Command } from 'commander'
import { placeOf } from '../archive/database.ts'
import { addListenOptions, type ListenOptions, serveUntilSignal } from './listen.ts'

interface Options extends ListenOptions {
  db: string
  name?: string
}

/** `withDatabase` adds the option that says which archive. */
export function addArchiveServe(archive: Command, withDatabase: (command: Command) => Command): void {
  addListenOptions(withDatabase(archive.command('serve')))
    .summary('pages of an archive: search, people, places, days and events')
    .description(
      'Serves pages of an archive, and what they say as JSON, calendars and maps; GET /openapi.json describes it. It only ' +
        'reads: stories may be added meanwhile. There is no password: who reaches the address can read all. SIGTERM and Ctrl-C ' +
        'end it when all is answered, a second time at once.',
    )
    .argument('[archive]', 'the same as --db')
    .option('--name <words>', 'what the pages call it, the name of the file where it is not given')
    .addHelpText('after', '\nExample:\n  nutgraf archive serve news.db --port 8080')
    .action(serve)
}

async function serve(archive: string | undefined, { db, name, port, host }: Options): Promise<void> {
  const location = archive ?? db
  // Loaded here, so that help is quick.
  const [{ openArchive }, { createArchiveServer }, { logToStandardError: log }] = await Promise.all([
    import('../../api/archive.ts'),
    import('../browse/server.ts'),
    import('../serve/log.ts'),
  ])
  await using opened = await openArchive(location, { workers: 0, readOnly: true })
  const server = createArchiveServer(opened, { log, name: name ?? basename(placeOf(location)) })
  await serveUntilSignal(server, { port, host }, log)
}
