import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browsing, smallArchive } from '../support/archive-server.ts'
import { boxesOf, overlaps } from '../support/boxes.ts'
import { isInstalled, openChromium, patience } from '../support/chromium.ts'
import { barriers } from '../support/page.ts'

/** Points: the narrowest phone that WCAG asks for, a phone, a tablet, a desk. */
const widths = [320, 375, 768, 1440] as const

const archive = await smallArchive()
const { address, stop } = await browsing(archive, 'A name of an archive that is rather long for the head of a phone.db')
afterAll(async () => {
  await stop()
  await archive.close()
})

const idOf = async (name: string) => (await archive.entity(name))!.id
const [meeting] = await archive.events({ topic: 'semiconductors' })
const paths: Readonly<Record<string, string>> = {
  home: '/',
  search: '/search?q=Lavrov',
  events: '/events?from=2023-09',
  person: `/person/${await idOf('Narendra Modi')}?status=held`,
  organization: `/entity/${await idOf('Organization for the Prohibition of Chemical Weapons')}`,
  event: `/event/${meeting!.id}`,
  day: '/day/2023-09-08',
  place: `/place/${(await archive.places('Dhaka'))[0]!.id}`,
  story: '/story/3',
  markup: '/story/8',
  fault: '/event/999',
}
describe.skipIf(!isInstalled)('pages of an archive in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())

  async function open(name: string, width: number, options: BrowserContextOptions = {}) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce', ...options })
    page.setDefaultTimeout(patience)
    const told: string[] = []
    page.on('console', (message) => told.push(message.text()))
    page.on('pageerror', (error) => told.push(error.message))
    await page.goto(address + paths[name])
    return { page, told }
  }

  // One page for all widths: what is read anew at each is its layout.
  test.each(Object.keys(paths))('%s at every width: all seen, whole and apart, and no barrier', async (name) => {
    // The pages let in no script but their own, and axe is another.
    const { page, told } = await open(name, widths[0], { bypassCSP: true })
    await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      expect([width, beyond(await boxesOf(page, 'body :not(.skip, .hidden)'), width)]).toEqual([width, []])
      // Rings of the focus are 3 pixels wide, 2 pixels away.
      expect([width, beyond(await boxesOf(page, 'main a, main summary, input, select, button'), width, 5)]).toEqual([
        width,
        [],
      ])
      for (const apart of [
        '.top .home, .top nav, .top form',
        'main h1, section > h2, .period, .entry, .quotations .quotation, .stories > li, .filters, .map, .bars, .paging a',
        '.leaf, .body > *',
        '.facts dt, .facts dd',
        '.filters p',
        '.names > li, .company > li, .topics > li',
        '.legend label',
      ])
        expect([width, apart, overlaps(await boxesOf(page, apart))]).toEqual([width, apart, []])
      for (const colorScheme of schemesOf(name, width)) {
        await page.emulateMedia({ colorScheme })
        expect([width, colorScheme, await barriers(page)]).toEqual([width, colorScheme, []])
      }
    }
    // The browser itself tells of a page that is not there.
    expect(told.filter((line) => !(name === 'fault' && line.includes('404')))).toEqual([])
    await page.context().close()
  })

  test('the keyboard skips to the content, and sees where it is', async () => {
    const { page } = await open('home', 375)
    const focused = () =>
      page.evaluate(`(() => {
        const { activeElement: at } = document
        const { outlineStyle, outlineWidth } = getComputedStyle(at)
        const { top, left } = at.getBoundingClientRect()
        return [at.textContent.trim() || at.name, at.id, outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, top >= 0 && left >= 0]
      })()`) as Promise<[string, string, boolean, boolean]>
    await page.keyboard.press('Tab')
    expect(await focused()).toEqual(['To the content', '', true, true])
    await page.keyboard.press('Enter')
    expect((await focused())[1]).toBe('main')
    await page.keyboard.press('Tab')
    expect((await focused())[0]).toBe('all')
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      expect((await focused()).slice(2)).toEqual([true, true])
    }
    await page.close()
  })

  test('one searches, comes to a person, chooses events and saves their calendar, by keyboard and without script', async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 800 }, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(address)
    await page.getByRole('searchbox').fill('Antony Blinken')
    await page.keyboard.press('Enter')
    await page.getByRole('main').getByRole('link', { name: 'Antony Blinken' }).first().press('Enter')
    expect(await page.locator('h1').innerText()).toBe('Antony Blinken')
    await page.getByText('Choose by day, kind or status').press('Enter')
    await page.getByLabel('Status').selectOption('planned')
    await page.getByRole('button', { name: 'Show' }).press('Enter')
    expect(new URL(page.url()).searchParams.get('status')).toBe('planned')
    expect(await page.locator('.entry').count()).toBeGreaterThan(0)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'what is planned, for a calendar' }).press('Enter')
    expect(await (await download).createReadStream().then(textOf)).toContain('BEGIN:VCALENDAR')
    await context.close()
  })

  test('what was left empty in a form does not stand in the address', async () => {
    const { page } = await open('events', 768)
    await page.getByLabel('Who').fill('Joe Biden')
    await page.getByLabel('From').fill('')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(new URL(page.url()).search).toBe('?who=Joe+Biden')
    await page.close()
  })

  test('layers of a text are shown and hidden, and marks lead to the archive', async () => {
    const { page } = await open('story', 768)
    const mark = page.locator('.story mark.entity').first()
    const background = () => mark.evaluate((at) => `${Reflect.get(globalThis, 'getComputedStyle')(at).backgroundColor}`)
    const before = await background()
    await page.getByLabel('Who').uncheck()
    expect(await background()).not.toBe(before)
    await page.locator('.story mark.date a').first().click()
    expect(await page.locator('h1').innerText()).toBe('Thursday 7 September 2023')
    await page.close()
  })

  test('nothing moves by itself', async () => {
    const { page } = await open('person', 768)
    const moving = `[...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
      return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto'
    }).length`
    expect(await page.evaluate(moving)).toBe(0)
    await page.close()
  })

  test('paper has no forms and no ways on', async () => {
    const { page } = await open('person', 768)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.top form', '.filters', '.saving', '.foot'])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false])
    expect(await page.locator('.entry').first().isVisible()).toBe(true)
    expect(overlaps(await boxesOf(page, 'main h1, section > h2, .period, .entry, .map'))).toEqual([])
    await page.close()
  })
})

/** At the widest some are looked at in both. */
const schemesOf = (name: string, width: number): readonly ('light' | 'dark')[] => {
  if (width === 1440 && ['home', 'person', 'event', 'story'].includes(name)) return ['dark', 'light']
  return [width === 375 || width === 1440 ? 'dark' : 'light']
}

/** What reaches beyond the left or the right of the viewport, a ring of so many pixels around it too. */
const beyond = (boxes: Awaited<ReturnType<typeof boxesOf>>, width: number, ring = 0): string[] =>
  boxes.filter(({ left, right }) => left < ring || right > width - ring).map(({ of }) => of)

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
