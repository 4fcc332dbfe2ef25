import type { FormatName } from '../src/output/format-names.ts'

/** What a person has put in; what a link holds. */
export interface State {
  text: string
  /** A day, or nothing. */
  published: string
  dayFirst: boolean
  /** A rule set as JSON, or nothing. */
  rules: string
}

/** The parts of the page that a story is drawn in. */
export type Part = 'warnings' | 'agenda' | 'marked' | 'timeline' | 'map' | 'cards'

/**
 * Parts of the page as HTML, a long one in pieces, each put in at a time of its own. As UTF-8, which a worker hands over
 * without a copy: strings of a long text would keep the page busy when they come.
 */
export type Drawn = Partial<Record<Part, Uint8Array<ArrayBuffer>[]>>

/** Something that is wrong with a rule set. */
export interface Fault {
  /** `line:column`, from 1; nothing where no place is to blame. */
  place: string | undefined
  message: string
}

/** What a text was found to hold; it was read with the day and the rules that were right last. */
export interface Reading {
  drawn: Drawn
  /** How many things were found. */
  found: number
  /** The same in words. */
  summary: string
  /** How long finding took. */
  milliseconds: number
  publishedFault: string
  rulesFaults: Fault[]
  /** What is to be said of a rule set that is right. */
  rulesNote: string
}

/** What the page can ask of a worker, and what is answered. */
interface Questions {
  read: { asked: State; answer: Reading }
  /** The later parts of the story that was read last. */
  later: { asked: Record<never, never>; answer: { drawn: Drawn } }
  /** The article of a page. */
  article: { asked: { html: string }; answer: { text: string; published: string | null } | { refused: string } }
  /** The story that was read last. */
  format: { asked: { name: FormatName }; answer: { content: string; media: string; extension: string } }
  /** The tree of the sentence at a place of a text, in UTF-16 code units. */
  tree: { asked: { text: string; at: number }; answer: { html: string } }
}

export type Kind = keyof Questions
export type Asked<K extends Kind> = Questions[K]['asked']
export type Answer<K extends Kind> = Questions[K]['answer']

/** A question with its number, under which it is answered. */
export type Request = { [K in Kind]: { id: number; kind: K; asked: Asked<K> } }[Kind]
export type Reply = { id: number; answer: Answer<Kind> } | { id: number; failed: string }
