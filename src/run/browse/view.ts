import type * as z from 'zod'
import type { Archive } from '../archive/archive.ts'
import type { Content } from './markup.ts'

/** What a page is asked: the archive, and what its address says. */
export interface Asked {
  archive: Archive
  /** The name of the archive, for people. */
  name: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The path of the page, without its query. */
  path: string
  /** The day on which it is asked, `YYYY-MM-DD`. */
  today: string
}

/** What stands on a page. */
export interface Sheet {
  title: string
  main: Content
  /** Words that were searched for: the box still has them. */
  words?: string
}

/** A page: what it asks the archive, and how that is shown. The same answer is had as JSON under `/api`. */
export interface View<Data = unknown> {
  path: string
  id: string
  summary: string
  query?: Readonly<Record<string, z.ZodType>>
  /** The name of the shape of its data. */
  shape: string
  /** @throws Problem where the address asks for what there is not */
  read(asked: Asked): Promise<Data>
  draw(data: Data, asked: Asked): Sheet
}

/** Views of all kinds of data in one list: each draws what it has read itself. */
export const viewOf = <Data>(view: View<Data>): View => view as View
