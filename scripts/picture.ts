// Draws docs/lavrov.png, the page of the Lavrov article as a browser shows it: npm run picture (needs Debian's chromium)
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toHtml } from '../src/api/formats.ts'
import { extract } from '../src/api/index.ts'
import { openChromium } from '../test/support/chromium.ts'

const here = (file: string) => new URL(file, import.meta.url)
const { title, published } = JSON.parse(readFileSync(here('../fixtures/lavrov/about.json'), 'utf8'))
const text = readFileSync(here('../fixtures/lavrov/article.txt'), 'utf8')

const browser = await openChromium()
const page = await browser.newPage({ viewport: { width: 1000, height: 860 } })
await page.setContent(toHtml(extract(text, { published }), text, { title }))
await page.evaluate(`document.getElementById('text').scrollIntoView()`)
// As a reader sees it who points at a topic.
await page.locator('.story mark.topic a').first().hover()
await page.screenshot({ path: fileURLToPath(here('../docs/lavrov.png')) })
await browser.close()
