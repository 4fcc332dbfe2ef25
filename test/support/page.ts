import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { executablePath, isInstalled, patience } from './chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

if (!isInstalled) {
  // The project's own check of a change must not pass without.
  if (process.env.CI) throw new Error(`tests in a browser need ${executablePath}: apt-get install chromium`)
  console.warn(`Skipped: tests in a browser need ${executablePath} (Debian: apt-get install chromium).`)
}

/** A page, with all that it says on its console, and all that it asks of a server. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
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

/** What axe finds against WCAG 2.2 AA. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  // What is out of sight has the height of a guess, and what is in it lies over what comes after it.
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
  return page.evaluate(async () => {
    const { violations } = (await (
      globalThis as never as { axe: { run(where: unknown, how: unknown): Promise<never> } }
    ).axe.run((globalThis as never as { document: unknown }).document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
  })
}
