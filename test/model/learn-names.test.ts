import { expect, test } from 'vitest'
import { openModel } from '../../src/layers/names/name-model.ts'
import { openTagger } from '../../src/layers/names/tagger.ts'
import { readDocument } from '../../src/text/read.ts'
import type { Corpus, Gold } from '../../train/data.ts'
import { learnNames, nameSettings } from '../../train/learn-names.ts'

const nothing = { clusters: () => ({ fine: 0, coarse: 0 }), flags: () => 0, isPlace: () => false }
const silent = () => {}

/** Names in brackets, each with its type: "[Ann Lee|person] left". */
function gold(bracketed: string, id: string): Gold {
  const entities: Gold['entities'] = []
  let text = ''
  for (const [part, name, type] of bracketed.matchAll(/\[([^|]+)\|(\w+)\]|[^[]+/g)) {
    if (name !== undefined && type !== undefined)
      entities.push({ start: text.length, end: text.length + name.length, type })
    text += name ?? part
  }
  return { id, text, entities }
}

const corpus = (name: string, ...texts: string[]): Corpus => ({
  name,
  weight: 1,
  docs: texts.map((text, i) => gold(text, `${name}-${i}`)),
})
const corpora = () => ({
  human: [
    corpus('a', 'He met [Ann Lee|person] in [Oslo|location].', 'Then [Bob Lee|person] left [Bergen|location].'),
    corpus('b', 'They saw [Ann Ray|person] in [Bergen|location].', 'So [Bob Ray|person] left [Oslo|location].'),
  ],
  silver: corpus('c', 'He met [Ann Lee|person] in [Bergen|location].'),
})
const settings = { ...nameSettings, runs: 2, rarest: 1 }

function weightsOf(file: string) {
  const exported = [...file.matchAll(/^export const (\w+) = (.*)$/gm)]
  return Object.fromEntries(exported.map(([, name, text]) => [name, JSON.parse(text!)]))
}

test('what is learned finds the names that it was learned from, and is the same each time', () => {
  const file = learnNames(corpora(), nothing, settings, silent)
  expect(learnNames(corpora(), nothing, settings, silent)).toBe(file)
  const tag = openTagger(nothing, openModel(weightsOf(file) as Parameters<typeof openModel>[0]))
  for (const { text, entities } of corpora().human.flatMap(({ docs }) => docs))
    expect(tag(readDocument(text)).map(({ start, end, type }) => ({ start, end, type }))).toEqual(entities)
})
