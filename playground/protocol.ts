import type { FormatName } from '../src/output/format-names.ts'

/** What a person has put in; what an address holds. */
export interface State {
  text: string
  published: string
  dayFirst: boolean
  /** A rule set as JSON, or nothing. */
  rules: string
}

/** The parts of the page that a story is drawn in, as HTML; a long part in pieces, each put in at a time of its own. */
export type Drawn = Record<'warnings' | 'agenda' | 'marked' | 'timeline' | 'map' | 'cards', string[]>

/** What the page asks of the worker, which answers in the order of asking. */
export type Request =
  | ({ kind: 'extract' } & State)
  | { kind: 'article'; html: string }
  | { kind: 'format'; name: FormatName }
  /** The tree of the sentence at a place of a text, in UTF-16 code units. */
  | { kind: 'tree'; text: string; at: number }

/** What the worker answers. */
export type Reply =
  | {
      kind: 'story'
      drawn: Drawn
      mentions: number
      milliseconds: number
      /** What is wrong with the input, in words; the story is read with what was right last. */
      publishedError: string
      rulesErrors: string[]
      /** What is to be said of a rule set that is right. */
      rulesNote: string
    }
  | { kind: 'article'; text: string; published: string | null }
  | { kind: 'no-article'; message: string }
  | { kind: 'tree'; html: string }
  | { kind: 'file'; content: string; media: string; extension: string }
