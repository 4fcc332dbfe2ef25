import type { ItsFunction, Model, WinkMethods } from 'wink-nlp'
import { loadWink } from '#wink'
import { memoizeBounded } from '../base/memoize-bounded.ts'
import type { UniversalTag } from '../base/syntax.ts'
import { contractionOf } from '../text/contractions.ts'

/** wink-nlp and the model that it is opened with. */
export interface Wink {
  open: (model: Model, pipe: string[]) => WinkMethods
  model: Model
}

/** What wink-nlp knows of words. Looking up adds nothing to it, as reading would: no text leaves a trace. */
interface Lexicon {
  /** The number of a word; more of them where it is a contraction; null where the word is not known. */
  lookup(word: string): number[] | null
}

/** How wink-nlp finds the lemma of a word that has several, or that it does not know. */
type Lemmatize = (word: string, pos: string, lexicon: Lexicon) => unknown

/** Forms that wink-nlp leaves as they are. */
const irregular = new Map([
  ["AUX 's", 'be'],
  ['AUX being', 'be'],
  ['AUX wo', 'will'],
  ['PRON i', 'I'],
])

let find: ((word: string, pos: UniversalTag) => string) | undefined

/**
 * The lemma of a word by its part of speech, as wink-nlp has it, and by nothing else. A name is its own lemma; of a
 * contraction it is that of its verb, or of the word before a verb that only helps.
 *
 * @throws NutgrafError `missing-package` where wink-nlp or its model is not installed
 */
export function lemmaOf(word: string, pos: UniversalTag): string {
  if (pos === 'PROPN') return word
  find ??= openLemmas(loadWink())
  const normal = word.replaceAll('’', "'")
  const parts = contractionOf(normal)
  const isVerb = pos === 'AUX' || pos === 'VERB'
  return find(parts ? parts[isVerb && !/n't$|not$/i.test(normal) ? 1 : 0] : normal, pos)
}

function openLemmas(wink: Wink): (word: string, pos: UniversalTag) => string {
  const { its, lexicon, lemmatize } = openWink(wink)
  // wink-nlp's own way to a lemma, for a token that is this word.
  const itsLemma = its.lemma as unknown as (at: number, text: object, by: { lemmatize: Lemmatize }) => unknown
  const lemmaBy = (word: string, pos: string): string => {
    const lower = word.toLowerCase()
    const known = irregular.get(`${pos} ${lower}`)
    if (known !== undefined) return known
    const as: Lemmatize = (form) => lemmatize(form as string, pos === 'AUX' ? 'VERB' : pos, lexicon)
    const numbers = lexicon.lookup(lower)
    const lemma =
      numbers?.length === 1
        ? itsLemma(0, { tokens: [...numbers, 0, 0, 0], cache: lexicon }, { lemmatize: as })
        : as(lower, pos, lexicon)
    // Its tables answer for "constructor", too.
    return typeof lemma === 'string' ? lemma : lower
  }
  const lately = memoizeBounded(8000, (key) => {
    const [pos = '', word = ''] = key.split(' ')
    return { lemma: lemmaBy(word, pos) }
  })
  return (word, pos) => lately(`${pos} ${word}`).lemma
}

/** Opens wink-nlp so that it lemmatizes one word, and keeps what it hands to its model for that. */
function openWink({ open, model }: Wink) {
  const { lemmatize } = model.addons as unknown as { lemmatize: Lemmatize }
  let lexicon: Lexicon | undefined
  const listen: Lemmatize = (word, pos, handed) => {
    lexicon = handed
    return lemmatize(word, pos, handed)
  }
  const { readDoc, its } = open({ ...model, addons: { ...model.addons, lemmatize: listen } } as Model, [])
  readDoc('meeting')
    .tokens()
    .out(its.lemma as ItsFunction<string>)
  if (!lexicon) throw new Error('wink-nlp asks its model for no lemma: this version is not known')
  return { its, lexicon, lemmatize }
}
