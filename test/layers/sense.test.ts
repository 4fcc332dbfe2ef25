import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { senseReader } from '../../src/layers/locations/sense.ts'
import { openTrees } from '../../src/syntax/sentence-tree.ts'
import { readDocument } from '../../src/text/read.ts'

/** The sense of the first place in brackets; all in brackets are places. */
function senseOf(marked: string) {
  const places: { start: number; end: number }[] = []
  let text = ''
  for (const [index, part] of marked.split(/[[\]]/).entries()) {
    if (index % 2 === 1) places.push({ start: text.length, end: text.length + part.length })
    text += part
  }
  const doc = readDocument(text)
  return senseReader(doc, openTrees(doc), places)(places[0]!)
}

describe('labelled places', () => {
  const rows = readFileSync(new URL('../../fixtures/place-senses.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t') as [set: string, sense: string, source: string, sentence: string])

  test.each(['dev', 'aside'])('%s: nine of ten and more are right', (set) => {
    const of = rows.filter(([one]) => one === set)
    expect(of).toHaveLength(100)
    const right = of.filter(([, sense, , sentence]) => senseOf(sentence) === sense)
    expect(right.length / of.length).toBeGreaterThanOrEqual(0.9)
  })
})

// Each beside its near miss.
test.each([
  // Nothing follows.
  ['[Dhaka] ’s', 'associative'],
  ['He spoke in [Dhaka].', 'literal'],
  ['[Dhaka] spoke of peace.', 'associative'],
  ['She flew to [Moscow].', 'literal'],
  ['She is the ambassador to [Moscow].', 'associative'],
  ['The road from [Lahore] was closed.', 'literal'],
  ['They want a commitment from [Lahore].', 'associative'],
  ['Relations between [India] and [China] improved.', 'associative'],
  ['The border between [India] and [China] was closed.', 'literal'],
  ['He held talks with [Bangladesh].', 'associative'],
  ['The long border with [Bangladesh] was closed.', 'literal'],
  ["[China]'s economy grew.", 'associative'],
  ["[China]'s capital grew.", 'literal'],
  ["[Iraq]'s [Anbar] was calm.", 'literal'],
  ["[Iraq]'s parliament was calm.", 'associative'],
  ['[U.S.] troops arrived.', 'associative'],
  ['[Diyala] province was calm.', 'literal'],
  ['Two [Paris] residents died.', 'associative'],
  ['Two [Paris] suburbs burned.', 'literal'],
  ['A [London]-based group said so.', 'literal'],
  ['A [London]-backed group said so.', 'associative'],
  ['The [U.S.]-[Mexico] border is long.', 'literal'],
  ['The [U.S.]-[Mexico] relationship is old.', 'associative'],
  ['[Brazil] beat [Italy].', 'associative'],
  ['He left [Brazil] for [Italy].', 'literal'],
  ['They accused [Syria] of murder.', 'associative'],
  ['They visited [Syria] in May.', 'literal'],
  ['The streets of [Kabul] were empty.', 'literal'],
  ['The government of [Kabul] was silent.', 'associative'],
  ['She met President Ana Gomez of [Malta].', 'associative'],
  ['The race was won by Ana Gomez of [Malta].', 'literal'],
  ['[Nepal] is a landlocked country.', 'literal'],
  ['[Nepal] is considering an offer.', 'associative'],
  ['[Ramadi], about 110 kilometers west of here, was quiet.', 'literal'],
  ['[Ramadi], meanwhile, rejected the offer.', 'associative'],
  ['The sanctions on [Iran] were lifted.', 'associative'],
  ['The rockets landed on [Iran].', 'literal'],
  ['It happened in war-torn [Sudan].', 'literal'],
  ['It was a failure of war-torn [Sudan].', 'associative'],
  ['The ship sank in the [Yellow Sea].', 'literal'],
  ['Farmers in [Mali], [Niger] and [Chad] lost their crops.', 'literal'],
  ['Talks with [Mali], [Niger] and [Chad] failed.', 'associative'],
  ['In [Asia], [Tokyo]\u2019s index fell.', 'literal'],
  ['[NEW YORK], Sept 7 (Reuters) - Shares fell.', 'literal'],
  ['[New York], which had refused, signed on Friday.', 'associative'],
  ['He sold old rifles to [Libya].', 'associative'],
  ['He carried old rifles to [Libya].', 'literal'],
])('%s: %s', (sentence, sense) => {
  expect(senseOf(sentence)).toBe(sense)
})
