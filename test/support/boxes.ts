import type { Page } from 'playwright-core'

/** A box of a page as it is shown, and what it is of. */
interface Box {
  of: string
  left: number
  right: number
  top: number
  bottom: number
}

/** The boxes of all that a selector finds and that is seen. */
export const boxesOf = (page: Page, selector: string): Promise<Box[]> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { of: element.tagName.toLowerCase() + ' ' + element.textContent.trim().slice(0, 40), left, right, top, bottom }
    })
    .filter(({ left, right }) => right > left)`)

/** Pairs of boxes that lie over one another by more than a pixel. */
export function overlaps(boxes: readonly Box[]): string[] {
  const found: string[] = []
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      if (
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
      )
        found.push(`${a.of} / ${b.of}`)
  return found
}
