import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../src/api/formats.ts'
import { extract } from '../../src/api/index.ts'
import { barriers } from '../support/axe.ts'
import { executablePath, isInstalled, openChromium, patience } from '../support/chromium.ts'
import { serve } from '../support/served.ts'

if (!isInstalled) {
  // The project's own check of a change must not pass without.
  if (process.env.CI) throw new Error(`tests in a browser need ${executablePath}: apt-get install chromium`)
  console.warn(`Skipped: tests in a browser need ${executablePath} (Debian: apt-get install chromium).`)
}

const root = new URL('../../', import.meta.url).pathname
const lavrov = readFileSync(`${root}fixtures/lavrov/article.txt`, 'utf8')
const published = '2023-08-30'

describe.skipIf(!isInstalled)('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())

  /** A page, with all that it says on its console, and all that it asks of a server. */
  async function open(address: string) {
    const context = await browser.newContext({
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    const told: string[] = []
    const asked: string[] = []
    page.on('console', (message) => told.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => told.push(`error: ${error.message}`))
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(address)
    return { page, told, asked }
  }

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

  describe('the playground', () => {
    let server: Awaited<ReturnType<typeof serve>>
    beforeAll(async () => {
      server = await serve(`${root}dist/playground`)
    })
    afterAll(() => server.close())

    const ready = (page: Page) => page.locator('.results[aria-busy="false"]').waitFor()
    async function edit(page: Page, field: string, value: string) {
      await page.locator(field).fill(value)
      await ready(page)
    }

    test('opens with the Lavrov article, asks no server for anything else, and has no barrier', async () => {
      const { page, told, asked } = await open(server.address)
      await ready(page)
      expect(await page.locator('#text').inputValue()).toBe(lavrov)
      expect(await page.locator('#agenda .plan').first().innerText()).toMatch(/visit to Dhaka/i)
      for (const part of ['#marked mark', '#timeline .bar', '#map circle', '#cards .card'])
        expect(await page.locator(part).count()).toBeGreaterThan(4)
      expect(await barriers(page)).toEqual([])
      expect(told).toEqual([])
      expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([])
      await page.locator('#text').focus()
      await page.locator('#tree[aria-busy="false"]').waitFor()
      const before = asked.length
      await edit(page, '#text', 'Talks on trade were held in Paris on Friday.')
      expect(asked.length).toBe(before)
      await page.context().close()
    })

    test('follows an edit of text, date and rules, and says what is wrong with them', async () => {
      const { page, told } = await open(server.address)
      await ready(page)
      await edit(page, '#text', 'The Ursa Major will call at Murmansk on Friday.')
      expect(await page.locator('#timeline .when').allInnerTexts()).toEqual(['Friday 1 September 2023'])
      await edit(page, '#published', '2024-05-15')
      expect(await page.locator('#timeline .when').allInnerTexts()).toEqual(['Friday 17 May 2024'])
      await edit(page, '#published', 'yesterday')
      expect(await page.locator('#published-note').innerText()).toContain('expected a date as "2023-08-30"')
      expect(await page.locator('#published').getAttribute('aria-invalid')).toBe('true')
      const rules = { name: 'shipping', names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } } }
      await edit(page, '#rules', JSON.stringify(rules))
      expect(await page.locator('#cards .card.entity h4').allInnerTexts()).toContain('MV Ursa Major vessel')
      expect(await page.locator('#rules-note').innerText()).toContain('in use')
      await edit(page, '#rules', '{ "name": "shipping", ')
      expect(await page.locator('#rules-note').innerText()).toContain('JSON')
      await edit(page, '#rules', JSON.stringify({ ...rules, rules: [{ id: 'x', match: '(a' }] }))
      expect(await page.locator('#rules-note').innerText()).toContain('shipping.rules.0.match')
      await edit(
        page,
        '#rules',
        JSON.stringify({ ...rules, rules: [{ id: 'x', match: 'call at [<topic>port]', yes: ['A [topic ship].'] }] }),
      )
      expect(await page.locator('#rules-note').innerText()).toContain('shipping.rules.0.yes.0: expected')
      expect(told).toEqual([])
      await page.context().close()
    })

    test('draws the tree of the sentence that the caret is in, and follows it', async () => {
      const { page, told } = await open(server.address)
      await page.setViewportSize({ width: 320, height: 600 })
      await ready(page)
      const words = '#tree .tree g text:first-child'
      const drawn = (text: string) => expect.poll(() => page.locator(words).allTextContents()).toEqual(text.split(' '))
      await edit(page, '#text', 'The talks failed.\n\nSergey Lavrov will visit Dhaka on <b>September 7</b> & 8.')
      await drawn('Sergey Lavrov will visit Dhaka on < b > September 7 < / b > & 8 .')
      expect(await page.locator('#tree .at').textContent()).toMatch(/^\./)
      for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp')
      await drawn('The talks failed .')
      await page.locator('#tree summary').click()
      expect(await page.locator('#tree li').nth(1).innerText()).toMatch(/^talks ← nsubj – failed/)
      expect(await page.locator('#tree .relation').allTextContents()).toContain('nsubj')
      await page.locator('#text').focus()
      await page.keyboard.press('Control+End')
      await drawn('Sergey Lavrov will visit Dhaka on < b > September 7 < / b > & 8 .')
      expect(await page.locator('#tree details').getAttribute('open')).not.toBe(null)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      expect(await page.evaluate(`document.querySelector('.tree').scrollWidth`)).toBeGreaterThan(320)
      await page.setViewportSize({ width: 1000, height: 800 })
      expect(await barriers(page)).toEqual([])
      await page.locator('#format').selectOption('conllu')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download' }).click()
      expect(readFileSync(await (await download).path(), 'utf8')).toMatch(
        /^# sent_id = 1\n# text = The talks failed\.\n1\tThe\tthe\t.*\n2\ttalks\ttalk\t/,
      )
      expect(told).toEqual([])
      await page.context().close()
    })

    test('keeps markup in a text as text', async () => {
      const { page, told } = await open(server.address)
      await ready(page)
      const text = '<script>document.title = "x"</script><img src=x onerror="document.title = 1"> Lavrov visited Paris.'
      await edit(page, '#text', text)
      expect(await page.locator('#marked p').innerText()).toBe(text)
      expect(await page.title()).toBe('nutgraf playground')
      expect(told).toEqual([])
      await page.context().close()
    })

    test('keeps its state in the address', async () => {
      const { page } = await open(server.address)
      await ready(page)
      expect(new URL(page.url()).hash).toBe('')
      await edit(page, '#published', '2024-05-15')
      await edit(page, '#text', 'Lavrov wird 😀 in Zürich: he will visit Paris on Friday.')
      await expect.poll(() => new URL(page.url()).hash).toMatch(/^#story=/)
      const { page: other, told } = await open(page.url())
      await ready(other)
      expect(await other.locator('#text').inputValue()).toBe('Lavrov wird 😀 in Zürich: he will visit Paris on Friday.')
      expect(await other.locator('#timeline .when').allInnerTexts()).toEqual(['Friday 17 May 2024'])
      await other.getByRole('button', { name: 'Lavrov article' }).click()
      await ready(other)
      await expect.poll(() => new URL(other.url()).hash).toBe('')
      expect(told).toEqual([])
      await other.context().close()
      const { page: damaged } = await open(`${server.address}#story=abc`)
      await ready(damaged)
      expect(await damaged.locator('#text-note').innerText()).toContain('damaged')
      await damaged.context().close()
      await page.context().close()
    })

    test('reads a page that is dropped, says so of one without an article, and saves a format', async () => {
      const { page, told } = await open(server.address)
      await ready(page)
      const drop = (name: string, content: string) =>
        page.evaluate(`{
          const data = new DataTransfer()
          data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}))
          document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
        }`)
      const paragraph =
        'Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, diplomats told reporters on Sunday.'
      await drop(
        'a.html',
        `<html><head><meta name="date" content="2023-08-29"></head><body><article><p>${paragraph}</p></article></body></html>`,
      )
      await expect.poll(() => page.locator('#text').inputValue(), { timeout: patience }).toContain('told reporters')
      await ready(page)
      expect(await page.locator('#published').inputValue()).toBe('2023-08-29')
      await drop('b.html', '<a href="/">Home</a>')
      await expect.poll(() => page.locator('#text-note').innerText()).toContain('the page has no article')
      await page.locator('#format').selectOption('geojson')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download' }).click()
      expect((await download).suggestedFilename()).toBe('story.geojson')
      expect(JSON.parse(readFileSync(await (await download).path(), 'utf8')).type).toBe('FeatureCollection')
      expect(told).toEqual([])
      await page.context().close()
    })

    test('takes keys while it reads 100 KB', async () => {
      const { page, told } = await open(server.address)
      await ready(page)
      const long = `${lavrov}\n`.repeat(Math.ceil(100_000 / lavrov.length))
      await page.locator('#text').fill(long)
      await page.locator('#text').focus()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('Lavrov visited Oslo. ', { delay: 20 })
      expect(await page.locator('#text').inputValue()).toBe(`Lavrov visited Oslo. ${long}`)
      await page.locator('.results[aria-busy="false"]').waitFor()
      // What is out of sight is not laid out: its text is not asked for as it looks.
      expect(await page.locator('#marked p').first().textContent()).toMatch(/^Lavrov visited Oslo\./)
      expect(told).toEqual([])
      await page.context().close()
    })
  })
})
