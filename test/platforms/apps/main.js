import { extractAll } from 'nutgraf/batch'
import { printed } from './all.js'
import { batch, print } from './prints.cjs'

printed().then(print)
batch(extractAll).then(print)
