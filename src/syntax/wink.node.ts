import { createRequire } from 'node:module'
import { fromPackage } from '../base/error.ts'
import type { Wink } from './lemma.ts'

const require = createRequire(import.meta.url)

/** wink-nlp and its model, loaded when the first lemma is asked for: those who ask for none need not have them. */
export const loadWink = (): Wink =>
  fromPackage(
    () => ({ open: require('wink-nlp'), model: require('wink-eng-lite-web-model') }),
    'readSyntax',
    'lemmas are found by wink-nlp, which is not installed: npm install wink-nlp wink-eng-lite-web-model',
  )
