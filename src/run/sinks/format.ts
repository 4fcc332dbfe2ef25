import type { Story } from '../../base/story.ts'

/** The story of a line of a corpus. */
export interface Found {
  line: number
  id: string | number | null
  story: Story<string>
}

/** Where bytes go; done when there is room for more. */
export type Append = (bytes: Uint8Array) => Promise<void>

/** A file of many stories that is being written. */
export interface Sink {
  add(found: Found): Promise<void>
  /** Writes what belongs at the end; nothing is closed. */
  end(): Promise<void>
}

/** What a story is known by in a table: its id, else its line. */
export const nameOf = ({ id, line }: Found): string => String(id ?? line)
