// A bundler has no synchronous loading: what `readSyntax` needs stands in the bundle of those who import it.
import model from 'wink-eng-lite-web-model'
import open from 'wink-nlp'
import type { Wink } from './lemma.ts'

export const loadWink = (): Wink => ({ open, model })
