/**
 * How long keys wait in the playground while it reads 100 KB of news, in Debian's Chromium, after a build:
 * `npm run bench:playground [-- STORIES.jsonl]`.
 */
import { openChromium } from '../test/support/chromium.ts'
import { serve } from '../test/support/served.ts'
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
  const note = (list) => { for (const { name, duration } of list.getEntries()) if (name === 'keydown') waits.push(duration) }
  new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 })
}`)
await page.locator('#text').focus()
await page.keyboard.press('Control+Home')
let keys = 0
for (let round = 0; round < 8; round++) {
  const sentence = 'Lavrov met Putin in Oslo on Friday. '
  await page.keyboard.type(sentence, { delay: 50 })
  keys += sentence.length
  await page.waitForTimeout(500)
}
await ready()
const waits = ((await page.evaluate('waits')) as number[]).sort((a, b) => b - a)
console.log(`${text.length} characters, ${await page.locator('#status').textContent()}`)
console.log(
  `${keys} keys, ${waits.length} of them shown later than 16 ms; the latest after ${waits.slice(0, 5).join(', ')} ms`,
)
await browser.close()
await server.close()
