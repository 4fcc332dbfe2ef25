const finite = 'Mood=Ind|'
/** What a Penn tag says of a word's form, as features of Universal Dependencies, which are in the order of their names. */
const byTag: Readonly<Record<string, string>> = {
  ...{ NN: 'Number=Sing', NNS: 'Number=Plur', NNP: 'Number=Sing', NNPS: 'Number=Plur', CD: 'NumType=Card' },
  ...{ JJ: 'Degree=Pos', JJR: 'Degree=Cmp', JJS: 'Degree=Sup', RBR: 'Degree=Cmp', RBS: 'Degree=Sup' },
  ...{
    MD: 'VerbForm=Fin',
    VB: 'VerbForm=Inf',
    VBD: `${finite}Tense=Past|VerbForm=Fin`,
    VBN: 'Tense=Past|VerbForm=Part',
  },
  ...{ VBP: `${finite}Tense=Pres|VerbForm=Fin`, VBZ: `${finite}Number=Sing|Person=3|Tense=Pres|VerbForm=Fin` },
  ...{ PRP: 'PronType=Prs', PRP$: 'Poss=Yes|PronType=Prs', VBG: 'VerbForm=Ger' },
}

/** The features of a word, `_` where its tag tells none. */
export function featuresOf(lemma: string, tag: string): string {
  if (lemma === 'not' && tag === 'RB') return 'Polarity=Neg'
  return byTag[tag] ?? '_'
}
