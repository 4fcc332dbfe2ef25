import type { UniversalTag } from '../base/syntax.ts'
import { wordSet } from '../base/word-list.ts'
import type { Word } from '../text/word.ts'

const be = wordSet(
  "be am is are was were been being 's 'm 're i'm you're we're they're ain't aren't isn't wasn't weren't",
)
const helping = wordSet('aux auxpass')
const determining = wordSet('det predet')

/** Parts of speech of the Penn Treebank that are one of Universal Dependencies, whatever they do. */
const plain: Readonly<Record<string, UniversalTag>> = {
  ...{ NN: 'NOUN', NNS: 'NOUN', NNP: 'PROPN', NNPS: 'PROPN', CD: 'NUM', JJ: 'ADJ', JJR: 'ADJ', JJS: 'ADJ' },
  ...{ RB: 'ADV', RBR: 'ADV', RBS: 'ADV', WRB: 'ADV', MD: 'AUX', CC: 'CCONJ', POS: 'PART', RP: 'ADP', UH: 'INTJ' },
  ...{ PRP: 'PRON', PRP$: 'PRON', WP: 'PRON', WP$: 'PRON', EX: 'PRON', $: 'SYM', '#': 'SYM', SYM: 'SYM', AFX: 'ADJ' },
  ...{ ',': 'PUNCT', '.': 'PUNCT', ':': 'PUNCT', '``': 'PUNCT', "''": 'PUNCT', '-LRB-': 'PUNCT', '-RRB-': 'PUNCT' },
  ...{ HYPH: 'PUNCT', NFP: 'PUNCT' },
}

/** The part of speech of Universal Dependencies of a word, by its Penn tag and by what it does in its sentence. */
export function universalTagOf({ normal, punctuation }: Word, tag: string, relation: string): UniversalTag {
  if (punctuation) return tag === 'SYM' && relation !== 'punct' ? 'SYM' : 'PUNCT'
  if (tag === 'RB' && (normal === 'not' || normal === "n't")) return 'PART'
  if (tag === 'NN' && normal === '%') return 'SYM'
  const known = plain[tag]
  if (known !== undefined) return known
  if (tag.startsWith('VB')) return helping.has(relation) || be.has(normal) ? 'AUX' : 'VERB'
  switch (tag) {
    case 'IN':
      return relation === 'mark' ? 'SCONJ' : 'ADP'
    case 'TO':
      return helping.has(relation) ? 'PART' : 'ADP'
    case 'DT':
    case 'PDT':
    case 'WDT':
      return determining.has(relation) ? 'DET' : relation === 'neg' ? 'DET' : 'PRON'
    default:
      return 'X'
  }
}
