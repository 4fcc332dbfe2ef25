import { readFileSync, statSync } from 'node:fs'
import ICAL from 'ical.js'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boxesOf, overlaps } from '../support/boxes.ts'
import { isInstalled, openChromium, patience } from '../support/chromium.ts'
import { gallery, pageOf } from '../support/gallery.ts'
import { layoutFaults, ringFaults } from '../support/layout.ts'
import { barriers } from '../support/page.ts'

/** Points: the narrowest phone that WCAG asks for, a phone, a tablet, a desk. */
const widths = [320, 375, 768, 1440] as const

describe.skipIf(!isInstalled)('a page of toHtml in Chromium', () => {
  let browser: Browser
  const pages = new Map(gallery.map((shown) => [shown.name, pageOf(shown)]))
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())

  async function open(name: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
    page.setDefaultTimeout(patience)
    await page.setContent(pages.get(name)!)
    return page
  }

  const rows = gallery.flatMap(({ name }) => widths.map((width) => [name, width] as const))

  test.each(rows)(
    'of the %s story at %d points lies within the viewport, and nothing over another',
    async (name, width) => {
      const page = await open(name, width)
      await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`)
      expect(await layoutFaults(page, 'svg, .story')).toEqual([])
      expect(await ringFaults(page)).toEqual([])
      for (const apart of [
        'nav a',
        '.legend label',
        '.plan',
        '.card',
        '.timeline summary, .timeline li, .published',
        '.tick',
        '.places li',
      ])
        expect(overlaps(await boxesOf(page, apart))).toEqual([])
      for (const parts of ['.plan dt, .plan dd, .plan q, .plan .save', '.timeline .when, .timeline .what'])
        expect(overlaps(await boxesOf(page, parts))).toEqual([])
      await page.close()
    },
  )

  test.each(rows)(
    'of the %s story at %d points has a map with names that can be read, within it and apart',
    async (name, width) => {
      const page = await open(name, width)
      const [map] = await boxesOf(page, '.map svg')
      const names = await boxesOf(page, '.map text')
      expect(names.length).toBeGreaterThan(2)
      expect(overlaps(names)).toEqual([])
      expect(
        names.filter(
          ({ left, right, top, bottom }) =>
            left < map!.left || right > map!.right || top < map!.top || bottom > map!.bottom,
        ),
      ).toEqual([])
      // The height of a line; letters of 9 pixels need about 11.
      for (const { top, bottom } of names) expect(bottom - top).toBeGreaterThan(11)
      await page.close()
    },
  )

  test.each([
    ...widths.flatMap((width) => [['lavrov', width, 'light'] as const, ['disaster', width, 'dark'] as const]),
    ['sport', 320, 'light'] as const,
  ])('of the %s story has no barrier that axe finds at %d points, %s', async (name, width, colorScheme) => {
    const page = await open(name, width, colorScheme)
    expect(await barriers(page)).toEqual([])
    await page.close()
  })

  test('gives an event to a calendar by keyboard', async () => {
    const page = await open('lavrov', 375)
    await page.getByRole('link', { name: 'Save to a calendar: visit to Dhaka' }).focus()
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^v\d+\.ics$/)
    const [, properties, components] = ICAL.parse(readFileSync(await (await download).path(), 'utf8'))
    expect(properties[0]).toEqual(['version', {}, 'text', '2.0'])
    expect(components[0][1].find(([key]: [string]) => key === 'summary')?.[3]).toBe('visit to Dhaka')
    await page.close()
  })

  test('folds a month by keyboard', async () => {
    const page = await open('disaster', 375)
    const month = page.locator('.timeline summary').first()
    const row = page.locator('.timeline li').first()
    expect(await row.isVisible()).toBe(true)
    await month.focus()
    await page.keyboard.press('Enter')
    expect(await row.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await row.isVisible()).toBe(true)
    await page.close()
  })

  test('moves nothing by itself', async () => {
    const page = await open('lavrov', 768)
    expect(
      await page.evaluate(`[...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto'
      }).length`),
    ).toBe(0)
    await page.close()
  })

  test('shows on paper what is folded, and no buttons', async () => {
    const page = await open('local', 768)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.save').first().isVisible()).toBe(false)
    expect(overlaps(await boxesOf(page, '.plan, .timeline li, .card'))).toEqual([])
    await page.close()
  })
})

test.each(gallery.map(({ name }) => name))('the picture of the %s story is small enough for a README', (name) => {
  const { size } = statSync(new URL(`../../docs/gallery/${name}.png`, import.meta.url))
  expect(size).toBeGreaterThan(10_000)
  expect(size).toBeLessThanOrEqual(150_000)
})
