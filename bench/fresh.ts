/** One measure of one system in a process of its own: `fresh.ts cold|memory|heap SYSTEM FILE`, the figure as JSON. */
import { readStories } from './stories.ts'
import { systems } from './systems.ts'

const [measure, system, file] = process.argv.slice(2) as [string, string, string]
const open = systems[system]!
const print = (figure: number) => console.log(JSON.stringify(figure))

if (measure === 'cold') {
  const [text] = readStories(file)
  const from = performance.now()
  ;(await open())(text!)
  print(performance.now() - from)
} else if (measure === 'memory') {
  const read = await open()
  for (const text of readStories(file)) read(text)
  // Kilobytes, at the highest.
  print(process.resourceUsage().maxRSS)
} else {
  // Stories of 600 characters, each with four words that none had before.
  const read = await open()
  const base = readStories(file).filter((text) => text.length > 600)
  const heap = () => {
    globalThis.gc!()
    return process.memoryUsage().heapUsed + process.memoryUsage().external
  }
  let at4000 = 0
  for (let i = 0; i < 20_000; i++) {
    if (i === 4000) at4000 = heap()
    const fresh = ['', 'a', 'b', 'c'].map((letter) => `${letter}xq${i.toString(36)}z`).join(' ')
    read(`${base[i % base.length]!.slice(0, 600)} The ${fresh} said so.`)
  }
  print((heap() - at4000) / 16_000)
}
