import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
