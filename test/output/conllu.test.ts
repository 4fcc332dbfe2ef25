import { sentenceConllToJson } from 'conllup/lib/conll.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toConllu } from '../../src/api/formats.ts'
import type { Syntax, SyntaxSentence } from '../../src/api/syntax.ts'
import { universalTags } from '../../src/base/types.ts'
import { toUniversal } from '../../src/output/universal/convert.ts'
import { wordsOf } from '../../src/output/universal/words.ts'
import { lemmaOf } from '../../src/syntax/lemma.ts'
import { relations } from '../../src/syntax/relations.ts'
import { universalTagOf } from '../../src/syntax/universal-tag.ts'
import { wordOf } from '../../src/text/word.ts'

/** A sentence written as `word/tag/relation/head` with heads from 1 and 0 for the root; `_` before a word glues it to the last. */
function sentenceOf(tree: string): SyntaxSentence {
  let text = ''
  const tokens = tree.split(/\s+/).map((given, i) => {
    const [word = '', tag = '', relation = '', head = ''] = given.split('/')
    const form = word.replace(/^_/, '')
    if (i > 0 && form === word) text += ' '
    const start = text.length
    text += form
    const pos = universalTagOf(wordOf(form), tag, relation)
    return {
      start,
      end: text.length,
      text: form,
      lemma: lemmaOf(form, pos),
      pos,
      tag,
      relation,
      head: head === '0' ? i : Number(head) - 1,
    }
  })
  return { start: 0, end: text.length, text, tokens }
}

const syntaxOf = (...trees: string[]): Syntax => ({ sentences: trees.map(sentenceOf), warnings: [] })

/** A tree as linguists write it: `nsubj(met, They)`, punctuation left out. */
function relationsOf(tree: string): string {
  const words = toUniversal(wordsOf(sentenceOf(tree)))
  return words
    .filter(({ relation }) => relation !== 'punct')
    .map(({ form, relation, head }) =>
      relation === 'root' ? `root(${form})` : `${relation}(${words[head]!.form}, ${form})`,
    )
    .join(' ')
}

describe('a tree of ClearNLP becomes one of Universal Dependencies', () => {
  test.each([
    [
      'a transitive verb',
      'Lavrov/NNP/nsubj/2 visited/VBD/ROOT/0 Dhaka/NNP/dobj/2',
      'nsubj(visited, Lavrov) root(visited) obj(visited, Dhaka)',
    ],
    [
      'a phrase that modifies a verb',
      'They/PRP/nsubj/2 met/VBD/ROOT/0 in/IN/prep/2 Dhaka/NNP/pobj/3',
      'nsubj(met, They) root(met) case(Dhaka, in) obl(met, Dhaka)',
    ],
    [
      'one that modifies a noun',
      'talks/NNS/ROOT/0 on/IN/prep/1 trade/NN/pobj/2',
      'root(talks) case(trade, on) nmod(talks, trade)',
    ],
    [
      'two prepositions',
      'He/PRP/nsubj/2 came/VBD/ROOT/0 out/IN/prep/2 of/IN/prep/3 prison/NN/pobj/4',
      'nsubj(came, He) root(came) case(prison, out) case(prison, of) obl(came, prison)',
    ],
    [
      'prepositions that are joined',
      'before/IN/prep/6 and/CC/cc/1 after/IN/conj/1 the/DT/det/5 war/NN/pobj/3 rose/VBD/ROOT/0',
      'case(war, before) cc(after, and) conj(before, after) det(war, the) obl(rose, war) root(rose)',
    ],
    [
      'phrases that are joined',
      'held/VBN/ROOT/0 in/IN/prep/1 Rome/NNP/pobj/2 and/CC/cc/2 in/IN/conj/2 Oslo/NNP/pobj/5',
      'root(held) case(Rome, in) obl(held, Rome) cc(Oslo, and) case(Oslo, in) conj(Rome, Oslo)',
    ],
    [
      'a preposition before a clause',
      'He/PRP/nsubj/2 left/VBD/ROOT/0 after/IN/prep/2 meeting/VBG/pcomp/3 Putin/NNP/dobj/4',
      'nsubj(left, He) root(left) mark(meeting, after) advcl(left, meeting) obj(meeting, Putin)',
    ],
    [
      'a preposition without its noun',
      'the/DT/det/2 house/NN/ROOT/0 he/PRP/nsubj/4 lives/VBZ/relcl/2 in/IN/prep/4',
      'det(house, the) root(house) nsubj(lives, he) acl:relcl(house, lives) obl(lives, in)',
    ],
    [
      'a noun as predicate',
      'He/PRP/nsubj/2 is/VBZ/ROOT/0 a/DT/det/4 minister/NN/attr/2',
      'nsubj(minister, He) cop(minister, is) det(minister, a) root(minister)',
    ],
    [
      'an adjective as predicate, denied',
      'They/PRP/nsubj/2 were/VBD/ROOT/0 not/RB/neg/2 ready/JJ/acomp/2',
      'nsubj(ready, They) cop(ready, were) advmod(ready, not) root(ready)',
    ],
    [
      'a phrase as predicate',
      'He/PRP/nsubj/3 has/VBZ/aux/3 been/VBN/ROOT/0 in/IN/prep/3 Moscow/NNP/pobj/4',
      'nsubj(Moscow, He) aux(Moscow, has) cop(Moscow, been) case(Moscow, in) root(Moscow)',
    ],
    [
      'an adverb as predicate',
      'He/PRP/nsubj/2 is/VBZ/ROOT/0 here/RB/advmod/2 now/RB/advmod/2',
      'nsubj(here, He) cop(here, is) root(here) advmod(here, now)',
    ],
    ['"there is"', 'There/EX/expl/2 is/VBZ/ROOT/0 hope/NN/attr/2', 'expl(is, There) root(is) nsubj(is, hope)'],
    [
      'a predicate in a clause',
      'He/PRP/nsubj/2 said/VBD/ROOT/0 talks/NNS/nsubj/4 were/VBD/ccomp/2 useful/JJ/acomp/4',
      'nsubj(said, He) root(said) nsubj(useful, talks) cop(useful, were) ccomp(said, useful)',
    ],
    [
      '"become" is no copula',
      'He/PRP/nsubj/2 became/VBD/ROOT/0 president/NN/attr/2',
      'nsubj(became, He) root(became) xcomp(became, president)',
    ],
    [
      'a passive with its agent',
      'It/PRP/nsubjpass/3 was/VBD/auxpass/3 signed/VBN/ROOT/0 by/IN/agent/3 Putin/NNP/pobj/4',
      'nsubj:pass(signed, It) aux:pass(signed, was) root(signed) case(Putin, by) obl:agent(signed, Putin)',
    ],
    [
      'an indirect object',
      'gave/VBD/ROOT/0 them/PRP/dative/1 aid/NN/dobj/1',
      'root(gave) iobj(gave, them) obj(gave, aid)',
    ],
    [
      'one with "to"',
      'gave/VBD/ROOT/0 aid/NN/dobj/1 to/IN/dative/1 Iraq/NNP/pobj/3',
      'root(gave) obj(gave, aid) case(Iraq, to) obl(gave, Iraq)',
    ],
    ['an infinitive', 'want/VBP/ROOT/0 to/TO/aux/3 go/VB/xcomp/1', 'root(want) mark(go, to) xcomp(want, go)'],
    [
      'a list',
      'oil/NN/ROOT/0 _,/,/punct/1 gas/NN/conj/1 and/CC/cc/3 coal/NN/conj/3',
      'root(oil) conj(oil, gas) cc(coal, and) conj(oil, coal)',
    ],
    [
      'verbs that are joined',
      'He/PRP/nsubj/2 was/VBD/ROOT/0 ill/JJ/acomp/2 and/CC/cc/2 left/VBD/conj/2',
      'nsubj(ill, He) cop(ill, was) root(ill) cc(left, and) conj(ill, left)',
    ],
    [
      'a possessive',
      "Putin/NNP/poss/3 _'s/POS/case/1 visit/NN/ROOT/0",
      "nmod:poss(visit, Putin) case(Putin, 's) root(visit)",
    ],
    ['a day without preposition', 'left/VBD/ROOT/0 Friday/NNP/npadvmod/1', 'root(left) obl:unmarked(left, Friday)'],
    [
      'dollars',
      'paid/VBD/ROOT/0 $/$/quantmod/4 _5/CD/compound/4 million/CD/dobj/1',
      'root(paid) obj(paid, $) compound(million, 5) nummod($, million)',
    ],
    [
      'a fixed preposition',
      'fled/VBD/ROOT/0 because/IN/prep/1 of/IN/pcomp/2 war/NN/pobj/3',
      'root(fled) case(war, because) fixed(because, of) obl(fled, war)',
    ],
    [
      'a fixed conjunction',
      'oil/NN/ROOT/0 as/RB/advmod/3 well/RB/advmod/4 as/IN/cc/1 gas/NN/conj/1',
      'root(oil) cc(gas, as) fixed(as, well) fixed(as, as) conj(oil, gas)',
    ],
    [
      'a fixed number',
      'more/JJR/amod/3 than/IN/quantmod/3 300/CD/nummod/4 people/NNS/ROOT/0',
      'advmod(300, more) fixed(more, than) nummod(people, 300) root(people)',
    ],
    [
      'the words of one in another use',
      'such/JJ/amod/2 talks/NNS/ROOT/0 as/IN/prep/2 these/DT/pobj/3',
      'amod(talks, such) root(talks) case(these, as) nmod(talks, these)',
    ],
    [
      'a contraction that helps',
      "They/PRP/nsubj/3 didn't/VBD/aux/3 come/VB/ROOT/0",
      "nsubj(come, They) aux(come, did) advmod(come, n't) root(come)",
    ],
    [
      'one that is the copula',
      "It/PRP/nsubj/2 isn't/VBZ/ROOT/0 clear/JJ/acomp/2",
      "nsubj(clear, It) cop(clear, is) advmod(clear, n't) root(clear)",
    ],
    ['one with its subject', "I'm/VBP/ROOT/0 ready/JJ/acomp/1", "nsubj(ready, I) cop(ready, 'm) root(ready)"],
    [
      'one that the parser sees as its subject',
      "We'll/PRP/nsubj/2 go/VB/ROOT/0",
      "nsubj(go, We) aux(go, 'll) root(go)",
    ],
    ['a name with an apostrophe', "O'Brien/NNP/nsubj/2 left/VBD/ROOT/0", "nsubj(left, O'Brien) root(left)"],
    ['a phrase that stands alone', 'In/IN/ROOT/0 Moscow/NNP/pobj/1', 'case(Moscow, In) root(Moscow)'],
  ])('%s: %s', (_, tree, universal) => {
    expect(relationsOf(tree)).toBe(universal)
  })
})

// What levels 1 and 2 of Universal Dependencies' own validation ask of a file.
const universalRelations = new Set(
  (
    'acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed ' +
    'flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp'
  ).split(' '),
)
const column = /^(?! )[^\t\n\r]+(?<! )$/
const feature = /^[A-Z]\w*=[A-Z]\w*$/

/** What is wrong with a file, in words; the sentence and the word first. */
function faultsOf(file: string): string[] {
  if (file === '') return []
  if (!file.endsWith('\n\n')) return ['the last sentence has no end']
  if (file !== file.normalize('NFC')) return ['not in NFC']
  return file
    .slice(0, -2)
    .split('\n\n')
    .flatMap((block, i) => faultsOfSentence(block.split('\n'), i + 1).map((fault) => `${i + 1}: ${fault}`))
}

function faultsOfSentence(lines: readonly string[], id: number): string[] {
  const comments = lines.filter((line) => line.startsWith('# '))
  const rows = lines.slice(comments.length).map((line) => line.split('\t'))
  const words = rows.filter(([id]) => !id!.includes('-'))
  const faults: string[] = []
  const expect = (right: boolean, fault: string) => void (right || faults.push(fault))
  expect(comments[0] === `# sent_id = ${id}`, 'sent_id')
  expect(rows.length > 0, 'no word')
  let text = ''
  let covered = 0
  let next = 1
  for (const cells of rows) {
    const [own = '', form = '', , pos = '', , features = '', head = '', relation = '', deps, misc = ''] = cells
    expect(cells.length === 10 && cells.every((cell) => column.test(cell)), `columns of ${own}`)
    const [, from, to] = /^(\d+)-(\d+)$/.exec(own) ?? []
    if (from !== undefined) {
      expect(Number(from) === next && Number(to) === next + 1, `range ${own}`)
      expect(
        cells.slice(2, 9).every((cell) => cell === '_'),
        `a range with more than its form ${own}`,
      )
      covered = Number(to)
    } else {
      expect(Number(own) === next, `number ${own}`)
      next++
      expect(universalTags.includes(pos as never), `part of speech ${pos}`)
      expect(universalRelations.has(relation.split(':')[0]!), `relation ${relation}`)
      expect((head === '0') === (relation === 'root'), `root ${own}`)
      expect(Number(head) <= words.length && head !== own, `head ${own}`)
      expect((pos === 'PUNCT') === (relation === 'punct') || relation === 'root', `punctuation ${own}`)
      expect(deps === '_', `deps ${own}`)
      const listed = features.split('|')
      expect(features === '_' || listed.every((one) => feature.test(one)), `features ${own}`)
      expect(listed.join() === listed.toSorted().join(), `order of features ${own}`)
    }
    if (from !== undefined || Number(own) > covered) text += form + (misc.includes('SpaceAfter=No') ? '' : ' ')
  }
  expect(comments[1] === `# text = ${text.trimEnd()}`, 'text')
  expect(words.filter((cells) => cells[6] === '0').length === 1, 'roots')
  for (const [own] of words) {
    let at = Number(own)
    for (let steps = 0; at > 0 && steps <= words.length; steps++) at = Number(words[at - 1]?.[6])
    expect(at === 0, `circle of ${own}`)
  }
  return faults
}

const trees = [
  "They/PRP/nsubj/3 didn't/VBD/aux/3 come/VB/ROOT/0 to/IN/prep/3 Rome/NNP/pobj/4 _././punct/3",
  'Talks/NNS/nsubj/2 failed/VBD/ROOT/0 _././punct/2',
]

/** What a reader of the format finds, word by word. */
const readBack = (file: string) =>
  file
    .split('\n\n')
    .slice(0, -1)
    .map((block) => sentenceConllToJson(block))

describe('a file of CoNLL-U', () => {
  const written = toConllu(syntaxOf(...trees))

  test('has ten columns, a contraction as two words, and in MISC what a relation does not tell', () => {
    expect(faultsOf(written)).toEqual([])
    expect(written.split('\n\n')[0]).toBe(
      [
        '# sent_id = 1',
        "# text = They didn't come to Rome.",
        '1 They they PRON PRP PronType=Prs 4 nsubj _ _',
        "2-3 didn't _ _ _ _ _ _ _ _",
        '2 did do AUX VBD Mood=Ind|Tense=Past|VerbForm=Fin 4 aux _ _',
        "3 n't not PART RB Polarity=Neg 4 advmod _ ClearNLP=neg",
        '4 come come VERB VB VerbForm=Inf 0 root _ _',
        '5 to to ADP IN _ 6 case _ ClearNLP=prep',
        '6 Rome Rome PROPN NNP Number=Sing 4 obl _ ClearNLP=pobj|SpaceAfter=No',
        '7 . . PUNCT . _ 4 punct _ _',
      ]
        .map((line) => (line.startsWith('#') ? line : line.replaceAll(' ', '\t')))
        .join('\n'),
    )
  })

  test('is read back by a reader of the format', () => {
    const [first, second] = readBack(written)
    expect(first!.metaJson).toEqual({ sent_id: '1', text: "They didn't come to Rome." })
    expect(Object.keys(first!.treeJson.groupsJson)).toEqual(['2-3'])
    const words = Object.values(first!.treeJson.nodesJson)
    expect(words.map(({ FORM }) => FORM).join(' ')).toBe("They did n't come to Rome .")
    expect(words.map(({ HEAD, DEPREL }) => `${HEAD} ${DEPREL}`)).toContain('4 obl')
    expect(words[5]!.MISC).toEqual({ ClearNLP: 'pobj', SpaceAfter: 'No' })
    expect(second!.treeJson.nodesJson['2']).toMatchObject({ FORM: 'failed', LEMMA: 'fail', UPOS: 'VERB', HEAD: 0 })
  })

  test('is empty where there is no sentence', () => {
    expect(toConllu(syntaxOf())).toBe('')
  })

  const words = [
    'talks',
    'in',
    'was',
    "didn't",
    "I'm",
    'and',
    ',',
    '.',
    '$',
    '5',
    'because',
    'of',
    'cafe\u0301',
    '=',
    '_\u0338',
    '\ud800',
  ]
  const tags = 'NN NNP IN TO DT VBD VB VBG MD CC CD $ , . : RB PRP EX POS SYM XX'.split(' ')
  const node = fc.record({
    word: fc.constantFrom(...words),
    tag: fc.constantFrom(...tags),
    relation: fc.constantFrom(...relations.filter((relation) => relation !== 'ROOT')),
    turn: fc.nat(1000),
    above: fc.nat(1000),
  })

  test('writes apart what would be another character if it touched', () => {
    const file = toConllu(syntaxOf('a/NN/ROOT/0 =/SYM/punct/1 _\u0338/NN/dep/1 _\u0301/NN/dep/1'))
    expect(file.split('\n')[1]).toBe('# text = a = \u0338\u0301')
    expect(faultsOf(file)).toEqual([])
  })

  test.each([
    ['commas', ',/,/punct'],
    ['marks', 'that/IN/mark'],
    ['conjuncts', 'oil/NN/conj'],
  ])('of five thousand %s, each on the one before, is a tree', (_, word) => {
    const file = toConllu(
      syntaxOf(`met/VBD/ROOT/0 ${Array.from({ length: 5000 }, (_, i) => `${word}/${i + 1}`).join(' ')}`),
    )
    const heads = file
      .split('\n')
      .slice(2, -2)
      .map((line) => line.split('\t')[6])
    expect(new Set(heads)).toEqual(new Set(['0', '1']))
  })

  test('of any tree is a tree that validation passes', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 14 }), (nodes) => {
        // Heads are chosen among those whose turn was before: a tree, whatever the order of words.
        const order = nodes.map((_, i) => i).sort((a, b) => nodes[a]!.turn - nodes[b]!.turn || a - b)
        const heads = new Map(order.map((at, i) => [at, i === 0 ? -1 : order[nodes[at]!.above % i]!]))
        const tree = nodes.map(({ word, tag, relation }, i) => {
          const head = heads.get(i)! + 1
          return `${word}/${tag}/${head === 0 ? 'ROOT' : relation}/${head}`
        })
        const file = toConllu(syntaxOf(tree.join(' ')))
        expect(faultsOf(file)).toEqual([])
        expect(readBack(file)).toHaveLength(1)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['two roots', written.replace('4\tadvmod', '0\troot')],
    ['a circle', written.replace('0\troot', '3\tadvcl')],
    ['a relation of another scheme', written.replace('case', 'prep')],
    ['another text', written.replace('SpaceAfter=No', '_')],
  ])('with %s would not pass', (_, wrong) => {
    expect(faultsOf(wrong)).not.toEqual([])
  })
})
