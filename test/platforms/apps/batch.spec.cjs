const { extractAll } = require('nutgraf/batch')
const { batch } = require('./prints.cjs')

test('reads the article in a process of its own', async () => {
  process.stdout.write(`${JSON.stringify(await batch(extractAll))}\n`)
})
