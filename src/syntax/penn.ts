/** Parts of speech of the Penn Treebank, as spaCy writes them; the weights number them in this order. */
export const pennTags = (
  "NN NNP IN DT JJ NNS . VBD VBN , CD VBZ VB CC RB VBG VBP TO PRP POS PRP$ HYPH MD WDT NNPS JJR RP WP WRB JJS `` '' RBS " +
  '$ RBR : -RRB- -LRB- EX SYM PDT WP$ FW UH XX NFP AFX ADD LS'
).split(' ')

export const isVerbTag = (tag: string): boolean => tag.startsWith('VB')

/** What stands beyond a sentence: a number after those of all tags, below 64. */
export const beyond = pennTags.length
