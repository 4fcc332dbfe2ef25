import type { ExtractOptions } from '../../api/options.ts'
import { NutgrafError } from '../../base/error.ts'
import { checkInput as checkFile } from '../batch/files.ts'
import { faultOf, idOf } from '../batch/input.ts'
import { contentOf, isBlankLine, jsonIn, linesOf, tooLong } from '../batch/lines.ts'
import { storyOfLine } from '../batch/story-of-line.ts'
import { openSource } from '../sources/source.ts'
import type { ArchiveInput } from './archive.ts'
import { checkInput } from './input.ts'

/** Who is told of what a corpus has, while it is read. */
export interface CorpusReader {
  signal?: AbortSignal
  /** What holds for all stories that say nothing else. */
  about: ExtractOptions
  /** Bytes that have been read, of all files. */
  onRead(bytes: number): void
  /** A line, or a whole file where none is given, that gives no story. */
  onError(file: string, line: number | undefined, message: string, id: string | number | null): void
}

/** Files that hold stories, checked. */
export type CorpusFiles = readonly (Awaited<ReturnType<typeof checkFile>> & { path: string })[]

/** @throws NutgrafError `invalid-input` where one can't be read; none is opened before all are there */
export const checkCorpus = (paths: readonly string[]): Promise<CorpusFiles> =>
  Promise.all(paths.map(async (path) => ({ path, ...(await checkFile(path)) })))

/** The stories of files and folders, whatever corpora these are; what gives none is told of and passed over. */
export async function* storiesIn(files: CorpusFiles, reader: CorpusReader): AsyncGenerator<ArchiveInput> {
  let before = 0
  for (const file of files) {
    try {
      yield* storiesOf(file, before, reader)
    } catch (error) {
      reader.signal?.throwIfAborted()
      if (!(error instanceof NutgrafError)) throw error
      reader.onError(file.path, undefined, error.message, null)
    }
    before += file.bytes
    reader.onRead(before)
  }
}

async function* storiesOf(
  { path, ...file }: CorpusFiles[number],
  before: number,
  { signal, about, onRead, onError }: CorpusReader,
): AsyncGenerator<ArchiveInput> {
  const source = await openSource(path, file, signal)
  try {
    for await (const line of linesOf(source.lines())) {
      if (isBlankLine(line)) continue
      const read = line.cut ? tooLong : jsonIn(contentOf(line))
      const told = 'value' in read ? storyOfLine(read.value, about) : { id: null, error: read }
      onRead(before + source.bytesAt(line.end))
      if ('error' in told) {
        onError(path, line.number, told.error.message, told.id)
        continue
      }
      const story = withAddress(told.value)
      try {
        checkInput(story, 'story')
      } catch (error) {
        onError(path, line.number, faultOf(error).message, idOf(story))
        continue
      }
      yield story as ArchiveInput
    }
  } finally {
    await source.close()
  }
}

/** What a story of a feed or a web archive is known by is most often where it was published. */
function withAddress(story: unknown): unknown {
  const id = idOf(story)
  if (typeof id !== 'string' || !/^https?:\/\//i.test(id) || (story as { url?: unknown }).url) return story
  return { ...(story as object), url: id }
}
