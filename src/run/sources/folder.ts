import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileFault, NutgrafError } from '../../base/error.ts'
import { decodePage } from '../html/decode.ts'
import { bytesOf, tooLong } from './bytes.ts'
import { unpack, unpackedName } from './compression.ts'
import { decodeText } from './decode.ts'
import { identityOf } from './files.ts'
import { lineOf, type SourceStory } from './kind.ts'

/** A file of a folder, with its path from there as all systems write it. */
export interface FolderFile {
  id: string
  path: string
  bytes: number
  identity: string
}

const isPage = (name: string) => /\.x?html?$/i.test(unpackedName(name))

/** Whether a file is read where its folder is: a page, or a text. */
export const isReadInFolder = (name: string): boolean => isPage(name) || /\.txt$/i.test(unpackedName(name))

/**
 * The pages and texts of a folder and of those in it, in order of their names; what is hidden is not read.
 *
 * @throws NutgrafError `invalid-input` where there are none
 */
export async function filesIn(folder: string): Promise<FolderFile[]> {
  const files: FolderFile[] = []
  let others = 0
  async function walk(inside: string): Promise<void> {
    const entries = (await readdir(join(folder, inside), { withFileTypes: true })).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const id = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) await walk(id)
      else if (!isReadInFolder(entry.name)) others++
      else {
        const path = join(folder, id)
        // A link is what it leads to; of one that leads nowhere is told when it is read.
        const about = await stat(path, { bigint: true }).catch(() => undefined)
        if (!about) files.push({ id, path, bytes: 0, identity: '' })
        else if (about.isFile()) files.push({ id, path, bytes: Number(about.size), identity: identityOf(about) })
      }
    }
  }
  try {
    await walk('')
  } catch (error) {
    // A folder in it may be one that may not be opened.
    throw fileFault('invalid-input', (error as NodeJS.ErrnoException).path ?? folder, error)
  }
  if (files.length > 0) return files
  const what = others > 0 ? `none of its ${others} files ends` : 'it has no file that ends'
  throw new NutgrafError(
    'invalid-input',
    folder,
    `${what} in .html, .htm or .txt; give feeds, archives and NDJSON one by one`,
  )
}

/** A line of NDJSON for each; `read` is told of each that was read. */
export async function* linesOfFiles(
  files: readonly FolderFile[],
  signal: AbortSignal | undefined,
  read: (file: FolderFile) => void,
) {
  for (const file of files) {
    const line = lineOf(await storyOf(file, signal))
    read(file)
    yield line
  }
}

async function storyOf({ id, path }: FolderFile, signal: AbortSignal | undefined): Promise<SourceStory> {
  try {
    const bytes = await bytesOf(unpack(chunksOf(path, signal), id))
    if (!bytes) return { id, unreadable: tooLong }
    return isPage(path) ? { id, html: decodePage(bytes, id) } : { id, text: decodeText(bytes, id) }
  } catch (error) {
    signal?.throwIfAborted()
    return {
      id,
      unreadable: error instanceof NutgrafError ? error.message : fileFault('invalid-input', id, error).message,
    }
  }
}

async function* chunksOf(path: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { signal }) as AsyncIterable<Buffer>
}
