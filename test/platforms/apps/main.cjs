const { extractAll } = require('nutgraf/batch')
const { batch, print, prints } = require('./prints.cjs')

const entries = ['nutgraf', 'nutgraf/formats', 'nutgraf/html', 'nutgraf/places', 'nutgraf/syntax']
prints(Object.assign({}, ...entries.map((entry) => require(entry)))).then(print)
batch(extractAll).then(print)
