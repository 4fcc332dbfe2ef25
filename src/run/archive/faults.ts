import { fileFault, NutgrafError, type NutgrafErrorCode } from '../../base/error.ts'
import type { Database } from './database.ts'

type Told = readonly [begins: string, code: NutgrafErrorCode, said: string]

/** What SQLite would not do, by the beginning of its code. */
const ofSqlite: readonly Told[] = [
  [
    'SQLITE_BUSY',
    'busy',
    'another program has been writing to it for half a minute; try again when it is done, or end it if it hangs',
  ],
  ['SQLITE_LOCKED', 'busy', 'another part of this program is writing to it; try again when it is done'],
  ['SQLITE_FULL', 'invalid-output', 'the disk is full; make room and run it again: what was added before is kept'],
  [
    'SQLITE_NOTADB',
    'invalid-archive',
    'it is no SQLite database; give the path of an archive, or of a file that does not exist yet',
  ],
  [
    'SQLITE_CORRUPT',
    'invalid-archive',
    'the database is damaged; take a copy of before, or save what can be read: sqlite3 FILE .recover',
  ],
  [
    'SQLITE_READONLY_DBMOVED',
    'invalid-output',
    'its file was moved or deleted while it was open; put it back, open it again, and add what came since',
  ],
  ['SQLITE_READONLY', 'invalid-output', 'it may only be read; adding needs the right to write the file and its folder'],
  [
    'SQLITE_CANTOPEN',
    'invalid-output',
    'it can’t be opened; its folder must exist, and you must have the right to write in it',
  ],
  ['SQLITE_IOERR', 'invalid-output', 'its disk fails, or is full; make room and run it again: what was added is kept'],
]

/** What PostgreSQL, or the way to it, would not do. */
const ofPostgres: readonly Told[] = [
  ['ECONNREFUSED', 'unreachable', 'nobody answers there; start PostgreSQL, or correct host and port'],
  ['ENOTFOUND', 'unreachable', 'there is no such host; correct its name'],
  ['EAI_AGAIN', 'unreachable', 'the name of the host can’t be looked up; try again, or give its address'],
  ['ETIMEDOUT', 'unreachable', 'the server does not answer; correct host and port, or look at the network'],
  ['ECONNRESET', 'unreachable', 'the connection broke; run it again: what was added before is kept'],
  ['EPIPE', 'unreachable', 'the connection broke; run it again: what was added before is kept'],
  ['28', 'unreachable', 'the server refuses the user or the password; correct them in the URL'],
  ['3D000', 'unreachable', 'there is no such database; make it: createdb NAME'],
  ['42501', 'invalid-output', 'the user may not write there; grant it the right: grant all on schema public to NAME'],
  ['25006', 'invalid-output', 'this server may only be read; give the URL of the one that is written to'],
  ['53100', 'invalid-output', 'the disk of the server is full; make room and run it again: what was added is kept'],
  ['53300', 'unreachable', 'the server has too many connections; try again, or run fewer writers'],
  ['57P', 'unreachable', 'the server is stopping or starting; run it again: what was added before is kept'],
  ['08', 'unreachable', 'the connection broke; run it again: what was added before is kept'],
  ['55P03', 'busy', 'another program holds what is wanted; try again when it is done'],
]

/** What pg says of connections without a code. */
const broken = /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered/

/** What better-sqlite3 says where its binary is not there, or is of another Node. */
const unbuilt = /bindings file|compiled against a different Node/
/** What Kysely, better-sqlite3 and pg say of what is closed. */
const closed = /^driver has already been destroyed|^The database connection is not open|after calling end on the pool/
export const closedSaid = 'it is closed; open it again'

/** An error of a database in words that say what to do; others stay as they are. */
export function archiveFault(error: unknown, { engine, place }: Pick<Database, 'engine' | 'place'>, caller: string) {
  if (error instanceof NutgrafError) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  if (closed.test(message)) return new NutgrafError('closed', caller, `${place}: ${closedSaid}`, { cause: error })
  if (/^E[A-Z]+$/.test(code) && engine === 'sqlite') return fileFault('invalid-output', place, error)
  if (message === 'Cannot open database because the directory does not exist')
    return new NutgrafError('invalid-output', caller, `${place}: there is no such folder; make it`, { cause: error })
  if (engine === 'sqlite' && unbuilt.test(message))
    return new NutgrafError(
      'missing-package',
      caller,
      'better-sqlite3 is installed without its binary for this Node: npm rebuild better-sqlite3, with install scripts allowed',
      { cause: error },
    )
  const told = (engine === 'sqlite' ? ofSqlite : ofPostgres).find(([begins]) => code.startsWith(begins))
  if (told) return new NutgrafError(told[1], caller, `${place}: ${told[2]} (${message})`, { cause: error })
  if (engine === 'postgres' && broken.test(message))
    return new NutgrafError(
      'unreachable',
      caller,
      `${place}: the connection broke; run it again: what was added before is kept (${message})`,
      { cause: error },
    )
  return error
}

/** What is asked of a database, with its errors as people read them. */
export async function told<T>(database: Pick<Database, 'engine' | 'place'>, caller: string, run: () => Promise<T>) {
  try {
    return await run()
  } catch (error) {
    throw archiveFault(error, database, caller)
  }
}
