/** One measure of one system in a process of its own: `fresh.ts cold|first|memory|heap SYSTEM FILE`, the figure as JSON. */
import { readStories } from './stories.ts'
import { firstStories, readInBlocks, systems } from './systems.ts'

const [measure, system, file] = process.argv.slice(2) as [string, string, string]
const print = (figure: number) => console.log(JSON.stringify(figure))
const open = () => systems[system]!()

const measures: Record<string, () => Promise<number>> = {
  /** Milliseconds to load and to read one story. */
  async cold() {
    const [text] = readStories(file)
    const from = performance.now()
    ;(await open())(text!)
    return performance.now() - from
  },
  /** Milliseconds of processor time for the first stories, without loading. */
  async first() {
    const texts = readStories(file).slice(0, firstStories)
    const readAll =
      system === 'in blocks' ? await readInBlocks() : await open().then((read) => (all: string[]) => all.forEach(read))
    const before = process.cpuUsage()
    readAll(texts)
    const { user, system: kernel } = process.cpuUsage(before)
    return (user + kernel) / 1000
  },
  /** Kilobytes, at the highest. */
  async memory() {
    const read = await open()
    for (const text of readStories(file)) read(text)
    return process.resourceUsage().maxRSS
  },
  /** Bytes that stories leave, of 600 characters each, with four words that none had before. */
  async heap() {
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
    return (heap() - at4000) / 16_000
  },
}

print(await measures[measure]!())
