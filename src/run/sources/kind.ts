import type { Input } from './input.ts'

/** A story as it is read: its text, or the page that it is the article of, or why there is none. */
export type SourceStory = { id?: string; published?: string } & (
  | { text: string }
  | { html: string }
  | { unreadable: string }
)

/** What an input shows of itself. */
export interface Looks {
  /** Its name, without what says how it is packed. */
  name: string
  /** How its text begins. */
  head: string
  /** Whether its first line can be UTF-8: no bytes of nothing. */
  isText: boolean
  /** The outermost element, where it is XML or a page, as "rss". */
  root: string | undefined
}

/**
 * Reads the stories of a kind of input as lines of NDJSON. Always the same for the same bytes: a run that goes on knows them
 * by it.
 *
 * @throws NutgrafError `invalid-input` where the input as a whole can't be read
 */
type ReadLines = (input: Input) => AsyncIterable<Buffer>

/** A kind of input. */
export interface Kind {
  /** For people. */
  name: string
  is(looks: Looks): boolean
  /** What tells, before it is read, that it can't be, and what to do. */
  wrong?(looks: Looks): string | undefined
  /** Loaded with what it needs when an input is of it. */
  read(): Promise<ReadLines>
}

/** A story as a line of NDJSON. */
export const lineOf = (story: SourceStory): Buffer => Buffer.from(`${JSON.stringify(story)}\n`)
