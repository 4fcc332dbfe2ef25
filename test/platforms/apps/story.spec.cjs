const { webcrypto } = require('node:crypto')
const { TextEncoder } = require('node:util')
const { prints } = require('./prints.cjs')

// jsdom has neither; they are the test's, nutgraf needs none.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto })
Object.assign(globalThis, { TextEncoder })

const entries = ['nutgraf', 'nutgraf/formats', 'nutgraf/html', 'nutgraf/places', 'nutgraf/syntax']

test('reads the article', async () => {
  const all = await prints(Object.assign({}, ...entries.map((entry) => require(entry))))
  // Jest's own console says where each line was printed.
  process.stdout.write(`${JSON.stringify(all)}\n`)
})
