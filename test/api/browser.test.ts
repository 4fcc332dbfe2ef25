import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../src/api/formats.ts'
import { extract } from '../../src/api/index.ts'
import { isInstalled, openChromium } from '../support/chromium.ts'
import { barriers, openPage } from '../support/page.ts'
import { serve } from '../support/served.ts'

const root = new URL('../../', import.meta.url).pathname
const lavrov = readFileSync(`${root}fixtures/lavrov/article.txt`, 'utf8')
const published = '2023-08-30'

describe.skipIf(!isInstalled)('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())

  const open = (address: string) => openPage(browser, address)

  describe('the built library', () => {
    test.each(['page', 'worker'])('gives in a %s the story that it gives in Node, byte for byte', async (where) => {
      const { outputFiles } = await build({
        stdin: { contents: `export { extract } from './dist/index.js'`, resolveDir: root },
        ...{
          bundle: true,
          write: false,
          format: 'esm',
          platform: 'browser',
          minify: true,
          tsconfigRaw: {},
          logLevel: 'silent',
        },
      })
      const texts = [lavrov, '', '<script>alert(1)</script> 😀 \ud800 Talks in Zürich on Friday.', 'May 5 '.repeat(500)]
      const run = `import { extract } from './nutgraf.js'
        const texts = ${JSON.stringify(texts)}
        const stories = JSON.stringify(texts.map((text) => extract(text, { published: '${published}' })))`
      const server = await serve(root, {
        '/nutgraf.js': outputFiles[0]!.contents,
        '/worker.js': `${run}\npostMessage(stories)`,
        '/run.js': `${run}\nglobalThis.stories = stories`,
        '/page.html': '<!doctype html><title>x</title><script type="module" src="run.js"></script>',
        '/empty.html': '<!doctype html><title>x</title>',
      })
      try {
        const { page, told } = await open(`${server.address}${where === 'page' ? 'page' : 'empty'}.html`)
        const stories =
          where === 'page'
            ? await page.waitForFunction('globalThis.stories').then((handle) => handle.jsonValue())
            : await page.evaluate(`new Promise((resolve, reject) => {
                const worker = new Worker('./worker.js', { type: 'module' })
                worker.onmessage = ({ data }) => resolve(data)
                worker.onerror = ({ message }) => reject(new Error(message))
              })`)
        expect(stories).toBe(JSON.stringify(texts.map((text) => extract(text, { published }))))
        expect(told).toEqual([])
        await page.context().close()
      } finally {
        await server.close()
      }
    })
  })

  describe('a page of toHtml', () => {
    const html = toHtml(extract(lavrov, { published }), lavrov, { title: 'Lavrov to visit Dhaka' })
    let server: Awaited<ReturnType<typeof serve>>
    beforeAll(async () => {
      server = await serve(root, { '/lavrov.html': html })
    })
    afterAll(() => server.close())

    test.each(['light', 'dark'] as const)('has no barrier that axe finds, %s', async (colorScheme) => {
      const { page, told, asked } = await open(`${server.address}lavrov.html`)
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page)).toEqual([])
      expect(told).toEqual([])
      expect(asked.filter((url) => !/lavrov\.html$|favicon/.test(url))).toEqual([])
      await page.context().close()
    })

    test('shows the cards of a place to pointer and keyboard, and hides them', async () => {
      const { page } = await open(`${server.address}lavrov.html`)
      const panel = page.locator('#at-hand')
      expect(await panel.isVisible()).toBe(false)
      await page
        .getByRole('link', { name: /^Bangladesh, country/ })
        .nth(1)
        .hover()
      await page.locator('.story mark.topic mark.location a').first().hover()
      expect(await panel.locator('h4').allInnerTexts()).toEqual([
        'Bangladesh country',
        'bilateral ties between Bangladesh and Russia discussed',
      ])
      await page.keyboard.press('Escape')
      expect(await panel.isVisible()).toBe(false)
      await page.locator('.story mark.entity a').first().focus()
      expect(await panel.isVisible()).toBe(true)
      await page.keyboard.press('Enter')
      expect(new URL(page.url()).hash).toMatch(/^#[el]\d+$/)
      await page.context().close()
    })

    test('leads from text to card without its script', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(`${server.address}lavrov.html`)
      await page.locator('.story mark.entity a', { hasText: 'Sergey Lavrov' }).first().click()
      expect(await page.locator('.card:target h4').innerText()).toBe('Sergey Lavrov person')
      await context.close()
    })

    test('hides a layer', async () => {
      const { page } = await open(`${server.address}lavrov.html`)
      const background = () =>
        page.evaluate(`getComputedStyle(document.querySelector('.story mark.date')).backgroundColor`)
      expect(await background()).not.toBe('rgba(0, 0, 0, 0)')
      await page.getByLabel('When').uncheck()
      expect(await background()).toBe('rgba(0, 0, 0, 0)')
      await page.context().close()
    })

    test('prints all that it has: what is folded too, and no boxes to tick', async () => {
      const { page } = await open(`${server.address}lavrov.html`)
      const folded = page.locator('.card details li').first()
      expect(await folded.isVisible()).toBe(false)
      await page.emulateMedia({ media: 'print' })
      expect(await folded.isVisible()).toBe(true)
      expect(await page.locator('.legend input').first().isVisible()).toBe(false)
      await page.context().close()
    })
  })
})
