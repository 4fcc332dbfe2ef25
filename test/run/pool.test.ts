import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import type * as Batch from '../../src/api/batch.ts'
import { extract } from '../../src/api/index.ts'
import { fullPlaces } from '../../src/api/places-full.ts'

const entry = new URL('../../dist/batch.js', import.meta.url).href
// The built library: its workers are files of the package.
const { createPool, extractAll } = (await import(entry)) as typeof Batch

const pool = createPool({ workers: 2 })
afterAll(() => pool.close())

const published = '2006-02-23'
const small = (id: string | number) => ({
  id,
  text: `Rice met Blair in London on Friday for talk no. ${id}.`,
  published,
})
/** No machine reads it in a millisecond, or before some short ones. */
const long = 'Rice met Blair in London on Friday. '.repeat(100_000)
const storiesOf = (count: number) => Array.from({ length: count }, (_, i) => small(i))

async function idsOf(outcomes: AsyncIterable<Batch.Outcome>): Promise<unknown[]> {
  const ids: unknown[] = []
  for await (const { id } of outcomes) ids.push(id)
  return ids
}

async function* slowly<T>(items: readonly T[]) {
  for (const item of items) {
    await turn()
    yield item
  }
}

test('a story is what `extract` gives, by whatever worker', async () => {
  const texts = storiesOf(100).map(({ text }) => text)
  const stories = await Promise.all(texts.map((text) => pool.extract(text, { published })))
  expect(stories).toEqual(texts.map((text) => extract(text, { published })))
})

test.each<[string, (stories: Batch.StoryInput[]) => AsyncIterable<Batch.Outcome>]>([
  ['a pool', (stories) => pool.extractMany(stories)],
  ['a pool, slowly', (stories) => pool.extractMany(slowly(stories))],
  ['a pool, one by one', (stories) => pool.extractMany(stories, { timeLimit: 600_000 })],
  ['extractAll', (stories) => extractAll(stories, { workers: 2 })],
  ['this thread', (stories) => extractAll(slowly(stories), { workers: 0 })],
  ['a pool of this thread', (stories) => createPool({ workers: 0 }).extractMany(stories)],
])('outcomes come in order from %s', async (_, read) => {
  expect(await idsOf(read(storiesOf(300)))).toEqual(storiesOf(300).map(({ id }) => id))
})

test('outcomes come as they are ready where no order is asked for', async () => {
  const ids: unknown[] = []
  for await (const { id } of pool.extractMany([{ id: 'long', text: long }, ...storiesOf(5)], { ordered: false }))
    if (ids.push(id) === 5) break
  expect(ids.sort()).toEqual([0, 1, 2, 3, 4])
})

const both = (
  ordered: boolean,
): [string, (stories: AsyncIterable<Batch.StoryInput>) => AsyncIterable<Batch.Outcome>][] => [
  [`a pool, ordered: ${ordered}`, (stories) => pool.extractMany(stories, { ordered })],
  [`extractAll, ordered: ${ordered}`, (stories) => extractAll(stories, { ordered, workers: 1 })],
  [`this thread, ordered: ${ordered}`, (stories) => extractAll(stories, { ordered, workers: 0 })],
]
test.each([...both(true), ...both(false)])(
  'an outcome comes before its source gives the next story: %s',
  async (_, read) => {
    let taken = () => {}
    async function* source() {
      for (let id = 0; id < 3; id++) {
        yield small(id)
        await new Promise<void>((resolve) => {
          taken = resolve
        })
      }
    }
    const ids: unknown[] = []
    for await (const { id } of read(source())) {
      ids.push(id)
      taken()
    }
    expect(ids).toEqual([0, 1, 2])
  },
)

test('leaving a source that is silent for ever is no waiting, and one that is not is told', async () => {
  async function* silent() {
    yield small(0)
    await new Promise(() => undefined)
  }
  for await (const _ of pool.extractMany(silent())) break
  let told = false
  function* endless() {
    try {
      for (;;) yield small(0)
    } finally {
      told = true
    }
  }
  for await (const _ of pool.extractMany(endless())) break
  expect(told).toBe(true)
})

test.each([true, false])('what a source throws comes after the stories before it, ordered: %s', async (ordered) => {
  function* failing() {
    yield* storiesOf(40)
    throw new Error('the feed is gone')
  }
  const ids: unknown[] = []
  const read = async () => {
    for await (const { id } of pool.extractMany(failing(), { ordered })) ids.push(id)
  }
  await expect(read()).rejects.toThrow('the feed is gone')
  expect(ids).toHaveLength(40)
})

/** Until a worker has what it was given. */
const underWay = async (one = pool) => {
  while (one.health().reading === 0) await turn()
}

const aborted = (stop: AbortController): AbortSignal => {
  stop.abort(new Error('enough'))
  return stop.signal
}

test.each<[string, (stop: AbortController) => Promise<unknown>]>([
  ['before it begins', (stop) => pool.extract(long, { signal: aborted(stop) })],
  [
    'while it waits',
    (stop) => {
      const story = pool.extract(long, { signal: stop.signal })
      aborted(stop)
      return story
    },
  ],
  [
    'while it is read',
    (stop) => {
      const story = pool.extract(long, { signal: stop.signal })
      void underWay().then(() => aborted(stop))
      return story
    },
  ],
  ['with others, before they begin', (stop) => idsOf(pool.extractMany(storiesOf(3), { signal: aborted(stop) }))],
  [
    'with others, while they are read',
    (stop) => {
      void underWay().then(() => aborted(stop))
      return idsOf(pool.extractMany([small(0), { text: long }, small(1)], { signal: stop.signal }))
    },
  ],
  [
    'with others, while the source is silent',
    (stop) => {
      async function* silent() {
        yield small(0)
        aborted(stop)
        await new Promise(() => undefined)
      }
      return idsOf(extractAll(silent(), { signal: stop.signal, workers: 1 }))
    },
  ],
])('a story is aborted %s', async (_, read) => {
  await expect(read(new AbortController())).rejects.toMatchObject({
    ...{ name: 'NutgrafError', code: 'aborted', message: expect.stringMatching(/: it was aborted: enough$/) },
    cause: new Error('enough'),
  })
  expect((await pool.extract('Rice left Beirut.')).locations).toHaveLength(1)
})

test('a story that takes too long is an error, and no other story is lost', async () => {
  // One of its own: what tests before have aborted may end a worker of the other at any time.
  await using own = createPool({ workers: 2 })
  const stories = storiesOf(100).map(({ text }) => own.extract(text))
  await expect(own.extract(long, { timeLimit: 1 })).rejects.toMatchObject({
    ...{ name: 'NutgrafError', code: 'time-limit', path: 'pool.extract' },
    message: 'pool.extract: takes longer than its time limit of 1 ms; cut it into stories, or give it more',
  })
  expect(await Promise.all(stories)).toHaveLength(100)
  const { failed, restarted } = own.health()
  expect({ failed, restarted }).toEqual({ failed: 1, restarted: 1 })
})

test('the time limit of a pool is that of each story, and one of a call goes before it', async () => {
  await using strict = createPool({ workers: 1, timeLimit: 1 })
  await expect(strict.extract(long)).rejects.toMatchObject({ code: 'time-limit' })
  expect((await strict.extract('Rice left Beirut.', { timeLimit: 600_000 })).locations).toHaveLength(1)
  const codes: unknown[] = []
  for await (const outcome of strict.extractMany([{ id: 'a', text: long.slice(0, 100_000) }, small('b')], {
    timeLimit: 600_000,
  }))
    codes.push('error' in outcome ? outcome.error.code : outcome.id)
  expect(codes).toEqual(['a', 'b'])
})

test('a story that takes too much memory is an error, and no other story is lost', async () => {
  await using little = createPool({ workers: 1, maxMemory: 128 })
  const outcomes: unknown[] = []
  for await (const outcome of little.extractMany([...storiesOf(3), { id: 'long', text: long.repeat(3) }, small(4)]))
    outcomes.push('error' in outcome ? [outcome.id, outcome.error] : outcome.id)
  const message = "wants more than a worker's memory of 128 MB; cut it into stories"
  expect(outcomes).toEqual([0, 1, 2, ['long', { code: 'out-of-memory', message }], 4])
  await expect(little.extract(long.repeat(3))).rejects.toMatchObject({
    ...{ code: 'out-of-memory', message: `pool.extract: ${message}` },
  })
})

test('a pool of which no worker can start says why', async () => {
  const names = Object.fromEntries(Array.from({ length: 400_000 }, (_, i) => [`Ursa Major ${i}`, [] as string[]]))
  await using small = createPool({ workers: 1, maxMemory: 128, rules: [{ name: 'many', names: { vessel: names } }] })
  await expect(small.extract('Rice left.')).rejects.toMatchObject({
    ...{ code: 'invalid-options', path: 'createPool.options.maxMemory' },
    message: expect.stringMatching(/128 MB is too little to start with these rules; give more$/),
  })
})

/** The processes that this one has started, where the system says it. */
const threads = '/proc/self/task'
const childrenOf = () =>
  readdirSync(threads).flatMap((thread) =>
    readFileSync(`${threads}/${thread}/children`, 'utf8').split(' ').map(Number).filter(Boolean),
  )
/** How long a process has worked, in the units of the system. */
const workOf = (pid: number) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[11])

test.runIf(existsSync(threads))(
  'a story is read where its worker was killed, and so was the next at its start',
  {
    timeout: 60_000,
  },
  async () => {
    const others = childrenOf()
    const mine = () => childrenOf().filter((pid) => !others.includes(pid))
    await using two = createPool({ workers: 2 })
    // Both have read something: what one of them was killed by may not be the story.
    await vi.waitFor(() => expect(two.health().workers).toBe(2), 20_000)
    await idsOf(two.extractMany(storiesOf(100)))
    const before = mine().map((pid) => ({ pid, work: workOf(pid) }))
    const read = two.extract(long.slice(0, 300_000))
    await pause(400)
    const [busy] = before.sort((a, b) => workOf(b.pid) - b.work - (workOf(a.pid) - a.work))
    process.kill(busy!.pid, 'SIGKILL')
    const isNew = (pid: number) => before.every((one) => one.pid !== pid)
    await vi.waitFor(() => expect(mine().some(isNew)).toBe(true), { interval: 5 })
    process.kill(mine().find(isNew)!, 'SIGKILL')
    expect((await read).locations.map(({ name }) => name)).toEqual(['London'])
    expect(two.health()).toMatchObject({ restarted: 2, failed: 0, dropped: 0 })
  },
)

test('as many stories wait as may', async () => {
  await using one = createPool({ workers: 1, maxWaiting: 2 })
  const told = await Promise.allSettled(storiesOf(6).map(({ text }) => one.extract(text)))
  // Two are read, and two wait.
  expect(told.map((story) => (story.status === 'rejected' ? story.reason.code : 'read'))).toEqual([
    ...['read', 'read', 'read', 'read', 'busy', 'busy'],
  ])
  expect(await idsOf(one.extractMany(storiesOf(50)))).toHaveLength(50)
})

test('health counts', async () => {
  const idle = { busy: 0, waiting: 0, reading: 0 }
  await using one = createPool({ workers: 1 })
  const stop = new AbortController()
  const stories = [
    ...storiesOf(3).map(({ text }) => one.extract(text)),
    one.extract('Rice left.', { home: 'Nowhere' }),
    one.extract('Rice left.', { signal: stop.signal }),
  ]
  expect(one.health()).toEqual({
    ...{ ...idle, workers: 0, waiting: 5, done: 0, failed: 0, dropped: 0, restarted: 0, closed: false },
  })
  stop.abort()
  await Promise.allSettled(stories)
  expect(one.health()).toEqual({
    ...{ ...idle, workers: 1, done: 4, failed: 1, dropped: 1, restarted: 0, closed: false },
  })
  await one.close()
  expect(one.health()).toMatchObject({ ...idle, workers: 0, closed: true })
})

test.each<[string, object, (string | undefined)[]]>([
  ['what is under way is read', {}, [undefined, undefined]],
  ['by force it is not', { force: true }, ['closed', 'closed']],
])('closing with work under way: %s', async (_, options, codes) => {
  const one = createPool({ workers: 1 })
  const stories = [one.extract(long.slice(0, 200_000)), one.extract('Rice left.')]
  await underWay(one)
  const [told] = await Promise.all([Promise.allSettled(stories), one.close(options)])
  expect(told.map((story) => (story.status === 'rejected' ? story.reason.code : undefined))).toEqual(codes)
  await expect(one.extract('Rice left.')).rejects.toMatchObject({ code: 'closed' })
  await expect(idsOf(one.extractMany(storiesOf(2)))).rejects.toMatchObject({ code: 'closed' })
  await one.close()
})

test('a pool is closed at the end of its block', async () => {
  let left: Batch.Pool | undefined
  {
    await using one = createPool({ workers: 0 })
    left = one
    expect(await idsOf(one.extractMany(storiesOf(2)))).toEqual([0, 1])
  }
  expect(left.health().closed).toBe(true)
})

test.each<[string, string]>([
  ['nothing is asked of', ''],
  ['has read all', "await pool.extract('Rice left.')"],
  ['nobody waits for', "pool.extractMany([{ text: 'Rice left.' }])"],
])('a program ends when its pool %s', async (_, use) => {
  const program = `const { createPool } = await import('${entry}'); const pool = createPool({ workers: 1 }); ${use}`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
})

test('workers know rules, places and what is left out', async () => {
  const rules = [{ name: 'shipping', names: { vessel: { Sparta: [] } } }] as const
  const without = ['english/visit-noun', 'english/stay-noun']
  await using one = createPool({ workers: 1, rules, without, places: fullPlaces })
  const story = await one.extract('On his visit to Weiswampach, Luxembourg, he saw the Sparta.')
  expect(story.entities.map(({ type }) => type)).toEqual(['vessel'])
  expect(story.locations[0]?.country).toBe('LU')
  expect(story.events).toEqual([])
})

test.each<[object, RegExp]>([
  [{ workers: 1.5 }, /^createPool\.options\.workers: expected a whole number from 0 to 512, got number 1.5/],
  [{ maxMemory: 12 }, /^createPool\.options\.maxMemory: expected .* from 128/],
  [{ timeLimit: 0 }, /^createPool\.options\.timeLimit: expected a whole number of milliseconds from 1, got number 0/],
  [{ workers: 0, timeLimit: 9 }, /^createPool\.options\.timeLimit: it needs workers/],
  [{ maxWaiting: 0 }, /^createPool\.options\.maxWaiting: expected a whole number of stories from 1/],
  [{ places: {} }, /options\.places: expected `fullPlaces`/],
  [{ rules: [{ name: 'x', rules: [{ id: 'a', match: '(' }] }] }, /x\.rules\.0/],
  [{ ordered: true }, /^createPool\.options\.ordered: unknown option/],
])('a pool with wrong options is refused: %j', (options, message) => {
  expect(() => createPool(options)).toThrow(message)
})

test.each<[unknown, object, string, RegExp]>([
  [7, {}, 'invalid-text', /^pool\.extract\.text: expected a string/],
  ['', { published: 'today' }, 'invalid-published', /^pool\.extract\.options\.published: expected a date/],
  ['', { home: 'Nowhere' }, 'invalid-options', /^pool\.extract\.options\.home: expected a place/],
  ['', { timeLimit: '1' }, 'invalid-options', /^pool\.extract\.options\.timeLimit: expected a whole number/],
  ['', { signal: 1 }, 'invalid-options', /^pool\.extract\.options\.signal: expected the signal/],
  ['', { id: 1 }, 'invalid-options', /^pool\.extract\.options\.id: unknown option/],
])('a story with wrong options is refused: %j, %j', async (text, options, code, message) => {
  await expect(pool.extract(text as string, options)).rejects.toMatchObject({
    ...{ name: 'NutgrafError', code, message: expect.stringMatching(message) },
  })
})

test.each<[unknown, object, RegExp]>([
  [[], { ordered: 1 }, /^pool\.extractMany\.options\.ordered: expected true or false/],
  [[], { signal: {} }, /^pool\.extractMany\.options\.signal: expected the signal/],
  [[], { timeLimit: -1 }, /^pool\.extractMany\.options\.timeLimit: expected a whole number/],
  [[], { published }, /^pool\.extractMany\.options\.published: unknown option/],
  ['Rice left.', {}, /^pool\.extractMany\.stories: expected a list, a generator or a stream/],
  [null, {}, /^pool\.extractMany\.stories: expected a list, a generator or a stream/],
])('stories with wrong options are refused at once: %j, %j', (stories, options, message) => {
  expect(() => pool.extractMany(stories as never, options)).toThrow(message)
})

const hostile = {
  story: (id: number) => small(id),
  'wrong day': (id: number) => ({ id, text: 'Rice left.', published: 'today' }),
  'no text': (id: number) => ({ id }),
  'a function for a text': (id: number) => ({ id, text: () => 0 }),
  'more than is asked for': (id: number) => ({ ...small(id), more: () => 0 }),
  'a getter that throws': (id: number) => ({
    id,
    get text() {
      throw new Error('no text here')
    },
  }),
  'a long one': (id: number) => ({ id, text: long.slice(0, 200_000) }),
}
const kinds = Object.keys(hostile) as (keyof typeof hostile)[]

test('whatever stories are mixed, each has its outcome', async () => {
  const mix = fc.array(fc.constantFrom(...kinds), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(mix, fc.boolean(), fc.constantFrom(undefined, 150), async (kinds, ordered, timeLimit) => {
      const stories = kinds.map((kind, id) => hostile[kind](id)) as Batch.StoryInput[]
      const ids = await idsOf(pool.extractMany(stories, { ordered, ...(timeLimit && { timeLimit }) }))
      const expected = stories.map(({ id }) => id)
      expect(ordered ? ids : ids.sort((a, b) => Number(a) - Number(b))).toEqual(expected)
      expect(pool.health()).toMatchObject({ waiting: 0, reading: 0 })
    }),
    { numRuns: 15 },
  )
})
