import { expect, test, vi } from 'vitest'

const text = `Putin, Merkel discuss gas
Vladimir Putin and Angela Merkel met in Sochi on Friday. They discussed gas supplies and the ceasefire in Ukraine. Merkel
will visit Paris next week, where she is expected to sign an agreement on nuclear energy.`

/** A number for all that the models are told of a text: the ids of features as a set, whatever their order. */
async function fingerprint(): Promise<string> {
  const seen = new Set<number>()
  const { Features } = await import('../../src/model/features.ts')
  const add = Features.prototype.add
  const { extract } = await import('../../src/api/index.ts')
  const spy = vi.spyOn(Features.prototype, 'add').mockImplementation(function (
    this: InstanceType<typeof Features>,
    ...feature
  ) {
    add.apply(this, feature)
    seen.add(this.ids[this.length - 1]!)
  })
  extract(text, { published: '2023-08-30' })
  spy.mockRestore()
  const { hashText } = await import('../../src/base/hash.ts')
  return `${seen.size} ${hashText([...seen].sort((a, b) => a - b).join())}`
}

test('names of word classes, of rules, and where they stand, are no features', async () => {
  vi.resetModules()
  const before = await fingerprint()
  vi.resetModules()
  vi.doMock('../../src/english/word-classes.ts', async (original) => {
    const { wordClasses, ...module } = await original<typeof import('../../src/english/word-classes.ts')>()
    const shuffled = [...wordClasses].map(([name, words]) => [name, words.toReversed()] as const).reverse()
    return { ...module, wordClasses: new Map(shuffled) }
  })
  vi.doMock('../../src/data/rules.ts', async (original) => {
    const { compiledRules } = await original<typeof import('../../src/data/rules.ts')>()
    return { compiledRules: compiledRules.replace(/"source":"english\/([^"]+)"/g, '"source":"english/renamed-$1"') }
  })
  const after = await fingerprint()
  vi.doUnmock('../../src/english/word-classes.ts')
  vi.doUnmock('../../src/data/rules.ts')
  vi.resetModules()
  expect(after).toBe(before)
})

test('other words of a class are other features', async () => {
  vi.resetModules()
  const before = await fingerprint()
  vi.resetModules()
  vi.doMock('../../src/english/word-classes.ts', async (original) => {
    const module = await original<typeof import('../../src/english/word-classes.ts')>()
    return { ...module, wordClass: new Map([...module.wordClass].filter(([word]) => word !== 'discussed')) }
  })
  const after = await fingerprint()
  vi.doUnmock('../../src/english/word-classes.ts')
  vi.resetModules()
  expect(after).not.toBe(before)
})

test('a word is in one class', async () => {
  const { wordClasses } = await import('../../src/english/word-classes.ts')
  const words = [...wordClasses.values()].flat()
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
})

test('the weights that ship were learned with the features of the code', async () => {
  const { events } = await import('../../src/data/events.ts')
  const { topics } = await import('../../src/data/topics.ts')
  const { eventTemplates } = await import('../../src/layers/events/classifier.ts')
  const { topicTemplates } = await import('../../src/layers/topics/classifier.ts')
  expect([events.templates, topics.templates]).toEqual([eventTemplates, topicTemplates])
})

test('weights of other features are not opened', async () => {
  const { events } = await import('../../src/data/events.ts')
  const { openWeights } = await import('../../src/model/weights.ts')
  expect(() => openWeights(events, { model: 'events', templates: 'other' })).toThrow('npm run train -- events')
})
