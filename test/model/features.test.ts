import { expect, test } from 'vitest'
import { combine, featureId } from '../../src/base/hash.ts'
import { FeatureRow, Features, inOrder, templates, templatesHash } from '../../src/model/features.ts'

test('a template is known by its name and its decision, and where it stands tells nothing', () => {
  const own = templates('starts', ['word', 'word -1', 'tags'])
  expect(templates('starts', ['tags', 'word', 'word -1'])).toEqual(own)
  expect(templates('starts', ['new', 'word'])).toMatchObject({ word: own.word })
  expect(new Set([...Object.values(own), ...Object.values(templates('ends', ['word', 'tags']))]).size).toBe(5)
})

test('two templates of a name are refused', () => {
  expect(() => templates('starts', ['word', 'tags', 'word'])).toThrow('two templates of "starts" are named "word"')
  const own = templates('starts', ['word'])
  expect(() => templatesHash(own, own)).toThrow('two templates share the id')
})

test('the hash of templates is of their names, whatever their order', () => {
  const [starts, ends] = [templates('starts', ['word', 'tags']), templates('ends', ['word'])]
  const hash = templatesHash(starts, ends)
  expect(hash).toMatch(/^[0-9a-f]{8}$/)
  expect(templatesHash(ends, templates('starts', ['tags', 'word']))).toBe(hash)
  for (const other of [
    [starts],
    [starts, templates('ends', ['form'])],
    [starts, templates('end', ['word'])],
    [starts, ends, templates('links', ['word'])],
  ])
    expect(templatesHash(...other)).not.toBe(hash)
})

test('features are as many as were added, in a list that is used again', () => {
  const features = new Features()
  for (let value = 0; value < 1000; value++) features.add(7, value)
  expect([...features.copy()]).toEqual(Array.from({ length: 1000 }, (_, value) => featureId(7, value)))
  features.clear()
  features.add(7, 5)
  features.each(8, [1, 2], 3)
  expect([...features.copy(1)]).toEqual([featureId(8, combine(1, 3)), featureId(8, combine(2, 3))])
  expect(features.length).toBe(3)
})

test('a row has the features that were added one by one', () => {
  const own = templates('starts', ['word', 'tags', 'form'])
  const row = new FeatureRow(inOrder(own, ['tags', 'word']))
  row.values.set([0, 5])
  row.hashTold()
  expect(row.length).toBe(1)
  expect(row.ids[0]).toBe(featureId(own.word, 5))
  row.values[0] = -7
  row.hash()
  const features = new Features()
  features.add(own.tags, -7)
  features.add(own.word, 5)
  expect([...row.ids.slice(0, row.length)]).toEqual([...features.copy()])
  for (let times = 0; times < 100; times++) features.take(row)
  expect([...features.copy(200)]).toEqual([...row.ids])
})
