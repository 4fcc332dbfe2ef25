// Draws the pictures of docs/, pages of toHtml as a browser shows them: npm run picture (needs Debian's chromium)
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openChromium } from '../test/support/chromium.ts'
import { gallery, pageOf } from '../test/support/gallery.ts'

/** What a picture shows of the page of a story. */
interface Picture {
  story: string
  /** What stands in its middle, or without it the head of the page. */
  shows?: string
  width: number
  height: number
  colorScheme?: 'light' | 'dark'
  /** What a reader points at. */
  pointsAt?: string
}

const pictures: readonly Picture[] = [
  { story: 'lavrov', width: 920, height: 660 },
  { story: 'business', shows: '.map', width: 900, height: 640 },
  { story: 'sport', shows: '.story mark.event', width: 900, height: 520, pointsAt: '.story mark.event a' },
  { story: 'disaster', shows: '.published', width: 1000, height: 640 },
  { story: 'local', width: 390, height: 780, colorScheme: 'dark' },
]

const folder = new URL('../docs/gallery/', import.meta.url)
mkdirSync(folder, { recursive: true })
const browser = await openChromium()
for (const picture of pictures) {
  const { story, width, height, colorScheme = 'light' } = picture
  const page = await browser.newPage({ viewport: { width, height }, colorScheme })
  await page.setContent(pageOf(gallery.find(({ name }) => name === story)!))
  await pointTo(page, picture)
  await page.screenshot({ path: fileURLToPath(new URL(`${story}.png`, folder)) })
  await page.close()
}
await browser.close()

async function pointTo(page: Page, { shows, pointsAt }: Picture): Promise<void> {
  if (shows !== undefined) await page.evaluate(`document.querySelector('${shows}').scrollIntoView({ block: 'center' })`)
  if (pointsAt !== undefined) await page.locator(pointsAt).first().hover()
}
