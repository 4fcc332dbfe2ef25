/** Milliseconds a megabyte of each layer over the first stories of a fresh process: `fresh-layers.ts FILE`, as JSON. */
import { timeLayers } from './layers.ts'
import { timed } from './measure.ts'
import { readStories } from './stories.ts'
import { firstStories } from './systems.ts'

const stories = readStories(process.argv[2]!).slice(0, firstStories)
const megabytes = stories.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
const times = timeLayers(stories, timed)
console.log(JSON.stringify(Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, ms / megabytes]))))
