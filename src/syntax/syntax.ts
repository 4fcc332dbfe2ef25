import { packedSyntax } from '#packed'
import type { Sentence } from '../text/document.ts'
import { openParser, type Parser, type Tree } from './parser.ts'
import { openPennTagger, type PennTagger } from './penn-tagger.ts'

/** The tree of a sentence, and the numbers in `pennTags` of its tokens. */
interface SentenceSyntax extends Tree {
  readonly tags: readonly number[]
}

/** Gives the syntax of sentences; one is parsed when it is asked for the first time. */
export type Syntax = (sentence: Sentence) => SentenceSyntax

let standard: { tag: PennTagger; parse: Parser } | undefined

/** The weights are unpacked once, when a sentence is asked for the first time: many stories ask for none. */
function openStandard() {
  if (!standard) {
    const { tags, ...parser } = packedSyntax()
    standard = { tag: openPennTagger(tags), parse: openParser(parser) }
  }
  return standard
}

/** A reader for the sentences of one story: it keeps what it has parsed. */
export function openSyntax(): Syntax {
  const parsed = new Map<Sentence, SentenceSyntax>()
  return (sentence) => {
    const known = parsed.get(sentence)
    if (known) return known
    const { tag, parse } = openStandard()
    const tags = tag(sentence, sentence.speech)
    const syntax = { tags, ...parse(sentence, tags) }
    parsed.set(sentence, syntax)
    return syntax
  }
}
