import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StorySchema } from '../../src/api/schema.ts'
import { isInstalled, openChromium, patience } from '../support/chromium.ts'
import { layoutFaults, ringFaults } from '../support/layout.ts'
import { barriers, openPage } from '../support/page.ts'
import { serve } from '../support/served.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const lavrov = readFileSync(`${root}fixtures/lavrov/article.txt`, 'utf8')

const phone = { viewport: { width: 375, height: 667 } }
const desk = { viewport: { width: 1440, height: 900 } }

describe.skipIf(!isInstalled)('the playground, in Chromium', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    browser = await openChromium()
    server = await serve(`${root}dist/playground`)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const ready = (page: Page) => page.locator('.results[aria-busy="false"]').waitFor({ state: 'attached' })
  const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })

  async function open(options: BrowserContextOptions = desk, address = server.address) {
    const opened = await openPage(browser, address, options)
    await ready(opened.page)
    return opened
  }

  async function edit(page: Page, field: string, value: string) {
    if (field === '#rules') await tab(page, 'Rules').click()
    else await tab(page, 'Text').click()
    await page.locator(field).fill(value)
    await ready(page)
  }

  /** What was found, as the page gives it as data. */
  async function storyOf(page: Page) {
    await page.locator('#format').selectOption('json')
    if ((await page.locator('#code').getAttribute('open')) === null) await page.locator('#code summary').click()
    const code = page.locator('#code-text')
    await expect.poll(() => code.inputValue()).toMatch(/^\{[\s\S]*\}\s*$/)
    return StorySchema.parse(JSON.parse(await code.inputValue()))
  }

  const long = `${lavrov}\n`.repeat(Math.ceil(100_000 / lavrov.length))

  describe('layout', () => {
    const states: Record<string, (page: Page) => Promise<void>> = {
      'a story': async () => {},
      'no text': (page) => edit(page, '#text', ''),
      'words without an end': (page) =>
        edit(page, '#text', `Talks in ${'Llanfair'.repeat(40)} on Friday. Sergey Lavrov will visit Dhaka on May 5.`),
      'faults in rules': (page) =>
        edit(
          page,
          '#rules',
          JSON.stringify(
            { name: 'x', dates: { a: 'b' }, [`unknown${'y'.repeat(90)}`]: 1, rules: [{ id: 'x', match: '(a' }] },
            null,
            2,
          ),
        ),
      'a tree, and data': async (page) => {
        await tab(page, 'Text').click()
        await page.locator('#text').focus()
        await page.locator('#tree svg').waitFor()
        if (await tab(page, 'Results').isVisible()) await tab(page, 'Results').click()
        await storyOf(page)
      },
    }
    const views = [320, 375, 768, 1440].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => [width, scheme] as const),
    )

    test.each(views)(
      'at %i points, %s, nothing lies outside or over another, and nothing is a barrier',
      async (width, colorScheme) => {
        const { page, told } = await open({ viewport: { width, height: 800 }, colorScheme })
        const found: string[] = []
        for (const [state, enter] of Object.entries(states)) {
          await enter(page)
          for (const name of ['Text', 'Results', 'Rules']) {
            if (!(await tab(page, name).isVisible())) continue
            await tab(page, name).click()
            found.push(...(await layoutFaults(page)).map((fault) => `${state}, ${name}: ${fault}`))
          }
          await tab(page, 'Text').click()
          await edit(page, '#rules', '')
          await edit(page, '#text', lavrov)
        }
        expect(found).toEqual([])
        for (const name of ['Text', 'Rules']) {
          await tab(page, name).click()
          expect(await ringFaults(page)).toEqual([])
        }
        if (width < 960) await tab(page, 'Results').click()
        expect(await ringFaults(page)).toEqual([])
        expect(await barriers(page)).toEqual([])
        expect(told).toEqual([])
        await page.context().close()
      },
    )

    test('the rules of layout find what breaks them', async () => {
      const { page } = await openPage(browser, 'about:blank', phone)
      await page.setContent(`<style>button { outline-offset: 4px } button:focus-visible { outline: 3px solid }</style>
        <p style="position: absolute; top: 0; left: 10px">One</p><p style="position: absolute; top: 2px; left: 12px">Two</p>
        <div style="width: 900px; text-align: right; padding-top: 60px">Three</div>
        <div style="overflow: hidden; width: 100px"><button style="margin: 0">Four</button></div>`)
      const found = (await layoutFaults(page)).map((fault) => fault.replace(/:.*/, ''))
      expect(found).toEqual(['the page scrolls sideways', 'outside', 'overlap'])
      expect(await ringFaults(page)).toEqual(['ring cut: button "Four" by div "Four"'])
      await page.context().close()
    })

    test('nothing moves by itself', async () => {
      const { page } = await open({ ...phone, reducedMotion: 'reduce' })
      expect(await page.evaluate('document.getAnimations().length')).toBe(0)
      const moving = `[...document.querySelectorAll('*')].filter((e) => !/^0s(, 0s)*$/.test(getComputedStyle(e).transitionDuration) || getComputedStyle(e).scrollBehavior !== 'auto').length`
      expect(await page.evaluate(moving)).toBe(0)
      await page.context().close()
    })

    test('paper has the results, whatever tab is open', async () => {
      const { page } = await open(phone)
      expect(await page.locator('#agenda').isVisible()).toBe(false)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('#agenda').isVisible()).toBe(true)
      for (const part of ['.editor', '.data', 'nav']) expect(await page.locator(part).first().isVisible()).toBe(false)
      await page.context().close()
    })
  })

  describe('by keyboard', () => {
    const focused = (page: Page) => page.evaluate<string>('document.activeElement.id')

    test('arrows go through the tabs and open them, each from its beginning', async () => {
      const { page } = await open(phone)
      await page.locator('#text-tab').focus()
      for (const [key, id] of [
        ['ArrowRight', 'results'],
        ['ArrowRight', 'rules'],
        ['ArrowRight', 'text'],
        ['ArrowLeft', 'rules'],
        ['Home', 'text'],
        ['End', 'rules'],
        ['ArrowLeft', 'results'],
      ] as const) {
        await page.keyboard.press(key)
        expect(await focused(page)).toBe(`${id}-tab`)
        expect(await page.locator('[role="tab"][aria-selected="true"]').getAttribute('id')).toBe(`${id}-tab`)
        for (const panel of ['text', 'results', 'rules'])
          expect(await page.locator(`#${panel}-panel`).isVisible()).toBe(panel === id)
      }
      const top = (selector: string) =>
        page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().top`)
      await page.getByRole('navigation').getByRole('link', { name: 'Map' }).press('Enter')
      await expect.poll(() => top('.top')).toBeLessThan(-300)
      await page.evaluate(`document.getElementById('results-tab').focus({ preventScroll: true })`)
      await page.keyboard.press('ArrowLeft')
      expect(await top('#text-panel')).toBeGreaterThan(0)
      await page.keyboard.press('ArrowRight')
      expect(await top('#results-panel')).toBeGreaterThan(0)
      await page.context().close()
    })

    test('results have no tab where there is room for them, and none of it is lost when a window is turned', async () => {
      const { page } = await open(phone)
      await tab(page, 'Results').click()
      await page.setViewportSize(desk.viewport)
      await tab(page, 'Results').waitFor({ state: 'hidden' })
      expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Text')
      for (const panel of ['text', 'results']) expect(await page.locator(`#${panel}-panel`).isVisible()).toBe(true)
      expect(await page.locator('#results-panel').getAttribute('role')).toBe('region')
      await page.context().close()
    })

    test.each([phone, desk])('Tab reaches all that can be used, in the order of the page', async (device) => {
      const { page } = await open(device)
      await edit(page, '#text', 'Sergey Lavrov will visit Dhaka on May 5.')
      await page.locator('#tree svg').waitFor()
      await page.evaluate(`document.activeElement.blur(); document.getSelection().removeAllRanges()`)
      const usable = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.disabled)`
      const all = await page.evaluate<number>(`(globalThis.usable = ${usable}).length`)
      const reached: number[] = []
      await page.locator('h1').click()
      // A field for a day has a stop for each part of it.
      for (let i = 0; i < all + 3; i++) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate<number>('usable.indexOf(document.activeElement)')
        if (at !== reached.at(-1)) reached.push(at)
      }
      expect(reached).toEqual(Array.from({ length: all }, (_, i) => i))
      await page.context().close()
    })
  })

  test('opens with a story, asks no server for anything else, and says whose data it shows', async () => {
    const { page, told, asked } = await open()
    expect(await page.locator('#text').inputValue()).toBe(lavrov)
    expect(await page.locator('#agenda').innerText()).toMatch(/visit to Dhaka/i)
    expect(await page.locator('#status').innerText()).toMatch(
      /^Found \d+ names, \d+ dates, \d+ places, \d+ events and \d+ agenda topics, in [\d,]+ ms\.$/,
    )
    for (const part of ['#marked mark', '#timeline a', '#map svg', '#cards .card'])
      expect(await page.locator(part).count()).toBeGreaterThan(0)
    expect(await page.locator('footer').innerText()).toMatch(/GeoNames.*Natural Earth.*IPTC/)
    expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([])
    await page.locator('#text').focus()
    await page.locator('#tree[aria-busy="false"]').waitFor()
    const before = asked.length
    await edit(page, '#text', 'Talks on trade were held in Paris on Friday.')
    expect(asked.length).toBe(before)
    expect(told).toEqual([])
    await page.context().close()
  })

  test.each([
    ['Text', 'Documentation', 'nutgraf'],
    ['Rules', 'How to write rules', 'Rules in five minutes'],
  ])('leads from %s to the documentation: %s', async (from, link, title) => {
    const { page, told } = await open(phone)
    await tab(page, from).click()
    await page.getByRole('link', { name: link }).click()
    await expect.poll(() => page.locator('h1').first().innerText()).toBe(title)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
    expect(await barriers(page)).toEqual([])
    for (const address of await page.evaluate<string[]>(`[...document.links].map(({ href }) => href)`))
      if (address.startsWith(server.address)) expect((await fetch(address)).status, address).toBe(200)
    await page.getByRole('link', { name: 'Playground' }).click()
    await ready(page)
    expect(told).toEqual([])
    await page.context().close()
  })

  test('follows an edit of text, day and rules', async () => {
    const { page, told } = await open()
    const days = async () => (await storyOf(page)).dates.map(({ value }) => value)
    await edit(page, '#text', 'The Ursa Major will call at Murmansk on Friday. Talks begin on 07/09/2024.')
    await expect.poll(days).toEqual(['2023-09-01', '2024-07-09'])
    await edit(page, '#published', '2024-05-15')
    await expect.poll(days).toEqual(['2024-05-17', '2024-07-09'])
    await page.getByLabel('Read 07/09 as 7 September').check()
    await expect.poll(days).toEqual(['2024-05-17', '2024-09-07'])
    await edit(page, '#published', '')
    expect(await page.locator('#published-note').innerText()).toContain('Without a day')
    await edit(
      page,
      '#rules',
      JSON.stringify({ name: 'shipping', names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } } }),
    )
    expect(await page.locator('#cards .card.entity h4').allTextContents()).toContain('MV Ursa Major vessel')
    expect(await page.locator('#rules-note').innerText()).toBe('In use: 1 name.')
    await page.getByRole('button', { name: 'Load an example and its story' }).click()
    await expect
      .poll(() => page.locator('#rules-note').innerText())
      .toBe('In use: 1 name and 1 rule. All 2 test sentences pass.')
    expect(told).toEqual([])
    await page.context().close()
  })

  test.each([
    ['{ "name": "shipping",\n  "names": {}, }', ['Line 2, column 16']],
    ['{ "name": "shipping"', ['Line 1, column 21']],
    [
      '{\n "name": "a",\n "dates": { "Ice Day": "May 5" },\n "ignore": [" "],\n "plases": []\n}',
      ['Line 3, column 24', 'Line 4, column 13', 'Line 5, column 12'],
    ],
    ['[{ "name": "a" },\n { "name": "b", "rules": [{ "id": "x", "match": "(a" }] }]', ['Line 2, column 49']],
    [
      '{ "name": "a", "rules": [{ "id": "x",\n "match": "call at [<topic>port]",\n "yes": ["A [topic ship]."] }] }',
      ['Line 3, column 10'],
    ],
  ])('all faults of %j have their places', async (rules, places) => {
    const { page, told } = await open(phone)
    await edit(page, '#rules', rules)
    await expect.poll(() => page.locator('#rules-note button').allInnerTexts()).toEqual(places)
    expect(await page.locator('#rules').getAttribute('aria-invalid')).toBe('true')
    await page.locator('#rules-note button').last().click()
    const [line, column] = places.at(-1)!.match(/\d+/g)!.map(Number) as [number, number]
    const at =
      rules
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1
    expect(await page.evaluate('document.activeElement.selectionStart')).toBe(at)
    await edit(page, '#rules', '')
    expect(await page.locator('#rules').getAttribute('aria-invalid')).toBe('false')
    expect(await page.locator('#rules-note').innerText()).toBe('')
    expect(told).toEqual([])
    await page.context().close()
  })

  test('what a button takes away comes back', async () => {
    const { page } = await open(phone)
    const text = () => page.locator('#text').inputValue()
    await edit(page, '#text', 'Talks in Oslo.')
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await text()).toBe('')
    await ready(page)
    await tab(page, 'Results').click()
    expect(await page.locator('#results-panel').innerText()).toContain('There is no text yet')
    expect(await page.locator('#agenda').isVisible()).toBe(false)
    await tab(page, 'Text').click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await text()).toBe('Talks in Oslo.')
    await page.getByRole('button', { name: 'Storm' }).click()
    expect(await text()).toContain('Tampa')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await text()).toBe('Talks in Oslo.')
    expect(await page.getByRole('button', { name: 'Undo' }).isVisible()).toBe(false)
    await page.context().close()
  })

  test('every story to try has an agenda', async () => {
    const { page, told } = await open()
    for (const name of ['Storm', 'Business', 'Town council', 'Foreign visit']) {
      await page.getByRole('button', { name }).click()
      await ready(page)
      const { dates, locations, events } = await storyOf(page)
      for (const list of [dates, locations, events]) expect(list.length, name).toBeGreaterThan(0)
    }
    expect(told).toEqual([])
    await page.context().close()
  })

  test('opens a file, and a page without what stands around its article', async () => {
    const { page, told } = await open(phone)
    const put = (name: string, mimeType: string, content: string) =>
      page.locator('#file').setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
    await put('a.txt', 'text/plain', 'Talks in Oslo on Friday.')
    await expect.poll(() => page.locator('#text').inputValue()).toBe('Talks in Oslo on Friday.')
    expect(await page.locator('#text-note').innerText()).toBe('a.txt is open.')
    const paragraph =
      'Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, diplomats told reporters on Sunday.'
    await put(
      'b.html',
      'text/html',
      `<html><head><meta name="date" content="2023-08-29"></head><body><article><p>${paragraph}</p></article></body></html>`,
    )
    await expect.poll(() => page.locator('#text').inputValue(), { timeout: patience }).toContain('told reporters')
    expect(await page.locator('#published').inputValue()).toBe('2023-08-29')
    await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(new File(['<a href="/">Home</a>'], 'c.html'))
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }`)
    await expect.poll(() => page.locator('#text-note').innerText()).toContain('the page has no article')
    expect(told).toEqual([])
    await page.context().close()
  })

  test('gives the story as data: shown, copied and saved', async () => {
    const { page, told } = await open(phone)
    await edit(page, '#text', 'Sergey Lavrov will visit Dhaka on September 7.')
    await tab(page, 'Results').click()
    expect((await storyOf(page)).events.map(({ name }) => name)).toEqual(['visit to Dhaka'])
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => page.locator('#data-note').innerText()).toBe('Copied.')
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await page.locator('#code-text').inputValue())
    await page.locator('#format').selectOption('geojson')
    await expect.poll(() => page.locator('#code-text').inputValue()).toContain('FeatureCollection')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    expect((await download).suggestedFilename()).toBe('story.geojson')
    expect(JSON.parse(readFileSync(await (await download).path(), 'utf8')).type).toBe('FeatureCollection')
    expect(told).toEqual([])
    await page.context().close()
  })

  test('draws the tree of the sentence that the caret is in, and follows it', async () => {
    const { page, told } = await open({ viewport: { width: 320, height: 600 } })
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
    await tab(page, 'Results').click()
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
    const { page, told } = await open()
    const text = '<script>document.title = "x"</script><img src=x onerror="document.title = 1"> Lavrov visited Paris.'
    await edit(page, '#text', text)
    expect(await page.locator('#marked p').innerText()).toBe(text)
    expect(await page.title()).toBe('nutgraf playground')
    expect(told).toEqual([])
    await page.context().close()
  })

  describe('a link', () => {
    test('holds text, day and rules, says how long it is, and opens with results', async () => {
      const { page } = await open(phone)
      expect(new URL(page.url()).hash).toBe('')
      const text = 'Lavrov wird 😀 in Zürich: he will visit Paris on Friday.'
      await edit(page, '#published', '2024-05-15')
      await edit(page, '#rules', '{ "name": "a" }')
      await edit(page, '#text', text)
      await expect.poll(() => new URL(page.url()).hash).toMatch(/^#story=/)
      await page.getByRole('button', { name: 'Copy link' }).click()
      await expect.poll(() => page.locator('#share-note').innerText()).toMatch(/^Copied\. /)
      const link = await page.evaluate<string>('navigator.clipboard.readText()')
      expect(link).toBe(page.url())
      expect(await page.locator('#share-note').innerText()).toBe(
        `Copied. The link holds the text, day and rules: ${link.length} characters.`,
      )
      const { page: other, told } = await open(phone, link)
      expect(await tab(other, 'Results').getAttribute('aria-selected')).toBe('true')
      expect(await other.locator('#text').inputValue()).toBe(text)
      expect(await other.locator('#rules').inputValue()).toBe('{ "name": "a" }')
      expect((await storyOf(other)).dates.map(({ value }) => value)).toEqual(['2024-05-17'])
      await tab(other, 'Text').click()
      await other.getByRole('button', { name: 'Foreign visit' }).click()
      await edit(other, '#rules', '')
      await expect.poll(() => new URL(other.url()).hash).toBe('')
      expect(told).toEqual([])
      for (const one of [page, other]) await one.context().close()
    })

    test('is made without compression where there is none, and read', async () => {
      const { page } = await open(phone)
      await page.evaluate('delete globalThis.CompressionStream')
      await edit(page, '#text', 'Talks in Zürich 😀 on Friday.')
      await expect.poll(() => new URL(page.url()).hash).toMatch(/^#plain=/)
      const { page: other } = await open(phone, page.url())
      expect(await other.locator('#text').inputValue()).toBe('Talks in Zürich 😀 on Friday.')
      for (const one of [page, other]) await one.context().close()
    })

    test('that is damaged is told of', async () => {
      const { page } = await open(phone, `${server.address}#story=abc`)
      expect(await page.locator('#text-note').innerText()).toContain('damaged')
      await page.context().close()
    })

    test('that would be too long is not made', async () => {
      const { page } = await open(phone)
      const noise = Array.from({ length: 40_000 }, (_, i) => ((i * 7919 + i ** 2) % 46_656).toString(36)).join(' ')
      await edit(page, '#text', noise)
      await expect.poll(() => page.locator('#share-note').innerText()).toContain('Too long for a link')
      expect(await page.getByRole('button', { name: 'Copy link' }).isDisabled()).toBe(true)
      expect(new URL(page.url()).hash).toBe('')
      await page.context().close()
    })
  })

  test('takes keys while it reads 100 KB, shows the beginning first and then all of it', async () => {
    const { page, told } = await open()
    await page.locator('#text').fill(long)
    await page.locator('#text').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Lavrov visited Oslo. ', { delay: 20 })
    expect(await page.locator('#text').inputValue()).toBe(`Lavrov visited Oslo. ${long}`)
    // What is out of sight is not laid out: its text is not asked for as it looks.
    const first = () => page.locator('#marked p').first().textContent()
    await expect.poll(first).toMatch(/^Lavrov visited Oslo\./)
    await ready(page)
    const drawn = await page.locator('#marked p').allTextContents()
    expect(drawn.join('\n')).toBe(
      `Lavrov visited Oslo. ${long}`
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n'),
    )
    expect(told).toEqual([])
    await page.context().close()
  })
})
