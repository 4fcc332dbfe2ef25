/**
 * How long keys wait in the playground while it reads 100 KB of news, and how long after the last key what is seen first
 * is there, in Debian's Chromium, after a build: `npm run bench:playground [-- STORIES.jsonl]`. For figures of one core,
 * `taskset -c 0 npm run bench:playground`.
 */
import { openChromium } from '../test/support/chromium.ts'
import { serve } from '../test/support/served.ts'
import { median } from './measure.ts'
import { readStories, standard } from './stories.ts'

const size = 100_000
let text = ''
for (const story of readStories(process.argv[2] ?? standard)) if (text.length < size) text += `${story}\n\n`

const server = await serve(new URL('../dist/playground', import.meta.url).pathname)
const browser = await openChromium()
const page = await browser.newPage()
const ready = () => page.locator('.results[aria-busy="false"]').waitFor({ timeout: 120_000 })
await page.goto(server.address)
await ready()
await page.locator('#text').fill(text)
await ready()
await page.evaluate(`{
  globalThis.waits = []
  globalThis.firsts = []
  let lastKey = 0
  document.addEventListener('keydown', ({ timeStamp }) => { lastKey = timeStamp }, { capture: true })
  const note = (list) => { for (const { name, duration } of list.getEntries()) if (name === 'keydown') waits.push(duration) }
  new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 })
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first shown' && lastKey > 0) {
        firsts.push(Math.round(startTime - lastKey))
        lastKey = 0
      }
  }).observe({ type: 'mark' })
}`)
await page.locator('#text').focus()
await page.keyboard.press('Control+Home')
let keys = 0
for (let round = 0; round < 8; round++) {
  const sentence = 'Lavrov met Putin in Oslo on Friday. '
  await page.keyboard.type(sentence, { delay: 50 })
  keys += sentence.length
  await page.waitForTimeout(round % 2 === 0 ? 500 : 1200)
}
await ready()
const sorted = async (name: string) => ((await page.evaluate(name)) as number[]).sort((a, b) => b - a)
const [waits, firsts] = [await sorted('waits'), await sorted('firsts')]
const late = waits.filter((wait) => wait > 50).length
console.log(`${text.length} characters: ${await page.locator('#status').textContent()}`)
console.log(
  `First screen after the last key: median ${median(firsts)} ms, latest ${firsts[0]} ms (${firsts.length} pauses)`,
)
console.log(
  `${keys} keys: median ${median(waits)} ms, ${late} shown later than 50 ms, the latest after ${waits.slice(0, 5).join(', ')} ms`,
)
await browser.close()
await server.close()
