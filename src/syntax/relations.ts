/** Relations of ClearNLP, as the trees that the parser is learned from name them; the weights number them in this order. */
export const relations = (
  'ROOT prep pobj det punct compound amod nsubj dobj aux conj advmod cc ccomp poss nummod npadvmod advcl auxpass case ' +
  'nsubjpass xcomp mark acl relcl appos pcomp nmod attr quantmod acomp prt neg agent oprd dative expl csubj predet ' +
  'preconj parataxis dep intj meta csubjpass'
).split(' ')

/** Relation of the one token of a sentence that has no head. */
export const root = 0
