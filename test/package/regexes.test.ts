import { checkSync } from 'recheck'
import { expect, test } from 'vitest'
import { literals, made } from './regexes.ts'

const read = async () => {
  const { extract } = await import('../../src/api/index.ts')
  extract('Putin will meet Xi in Paris at 10:30 GMT on 7/9/2023 to sign a $5 million deal.', {
    published: '2023-08-30',
  })
  await import('../../src/api/html.ts')
}

/** A regular expression is safe where no text makes it more than linear (Davis et al. 2018; checked by recheck). */
const isSafe = ({ source, flags }: RegExp) => checkSync(source, flags.replace('d', ''), bySteps).status
/** Recheck stops at numbers of steps; by the clock a busy machine would find other things than an idle one. */
const bySteps = { timeout: null, seedingTimeout: null, incubationTimeout: null, attackTimeout: null }

test('every regular expression of the source is linear', { timeout: 7_200_000 }, async () => {
  const written = literals()
  expect(written.size).toBeGreaterThan(200)
  const all = new Map([...written, ...(await made(read))])
  expect([...all].filter(([, regex]) => isSafe(regex) !== 'safe').map(([name]) => name)).toEqual([])
})
