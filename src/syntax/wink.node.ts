import { createRequire } from 'node:module'
import { NutgrafError } from '../base/error.ts'
import type { Wink } from './lemma.ts'

const require = createRequire(import.meta.url)

/** wink-nlp and its model, loaded when the first lemma is asked for: those who ask for none need not have them. */
export function loadWink(): Wink {
  try {
    return { open: require('wink-nlp'), model: require('wink-eng-lite-web-model') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    throw new NutgrafError(
      'missing-package',
      'readSyntax',
      'lemmas are found by wink-nlp, which is not installed: npm install wink-nlp wink-eng-lite-web-model',
    )
  }
}
