import type { Page } from 'playwright-core'

/** Runs in the page: what of a box can be seen, as the boxes that cut it leave it. */
const tools = (except: string) => `
  const round = (x) => Math.round(x * 10) / 10
  const name = (e) => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (typeof e.className === 'string' && e.className ? '.' + e.className : '') +
    ' "' + (e.textContent || e.value || '').trim().slice(0, 30) + '"'
  const cuts = (e) => getComputedStyle(e).overflowX !== 'visible' || getComputedStyle(e).overflowY !== 'visible'
  const around = (e) => { const all = []; for (let up = e.parentElement; up; up = up.parentElement) all.push(up); return all }
  const within = (e, { left, top, right, bottom }) => {
    for (const up of around(e)) if (cuts(up) && up !== document.body && up !== document.documentElement) {
      const box = up.getBoundingClientRect()
      ;[left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)]
    }
    return { left, top, right, bottom }
  }
  const isShown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  const all = [...document.body.querySelectorAll('*')].filter((e) => isShown(e) && !e.closest('${except}'))
  // A text is where its lines are; what is only for readers of the screen is cut to nothing.
  const boxes = all.flatMap((e) => {
    const own = e.matches('button, input, select, textarea') ? [e.getBoundingClientRect()] : [...e.childNodes].flatMap((node) => {
      if (node.nodeType !== 3 || !/\\S/.test(node.data) || e.closest('button, select, textarea')) return []
      const range = document.createRange()
      range.selectNodeContents(node)
      return [...range.getClientRects()]
    })
    return own.map((box) => ({ e, whole: box, ...within(e, box) })).filter((b) => b.right - b.left > 1 && b.bottom - b.top > 1)
  })`

const faults = (except: string) => `(() => {
  scrollTo(0, 0)
  ${tools(except)}
  const found = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways: ' + document.documentElement.scrollWidth)
  for (const { e, left, right } of boxes)
    if (left < -0.5 || right > width + 0.5) found.push('outside: ' + name(e) + ' ' + round(left) + '…' + round(right))
  boxes.sort((a, b) => a.top - b.top)
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
      const [a, b] = [boxes[i], boxes[j]]
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      // Lines of a text may touch, and its marks lie in it.
      if (wide > 1 && high > 4 && a.e !== b.e && !a.e.contains(b.e) && !b.e.contains(a.e)) found.push('overlap: ' + name(a.e) + ' and ' + name(b.e))
    }
  return found
})()`

const rings = (except: string) => `(() => { ${tools(except)}
  const found = []
  document.activeElement?.blur()
  for (const e of all.filter((e) => e.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') && !e.disabled)) {
    e.focus({ focusVisible: true })
    if (document.activeElement !== e) { found.push('takes no focus: ' + name(e)); continue }
    const style = getComputedStyle(e)
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) found.push('no ring: ' + name(e))
    const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset)
    for (const box of e.getClientRects()) {
      if (box.left - reach < 0 || box.right + reach > document.documentElement.clientWidth) found.push('ring outside: ' + name(e))
      for (const up of around(e)) if (up !== document.body && up !== document.documentElement) {
        const s = getComputedStyle(up)
        const spare = s.contentVisibility === 'auto' ? parseFloat(s.overflowClipMargin) : 0
        if (!cuts(up) && s.contentVisibility !== 'auto') continue
        const edge = up.getBoundingClientRect()
        if (box.left - reach < edge.left - spare || box.right + reach > edge.right + spare || box.top - reach < edge.top - spare || box.bottom + reach > edge.bottom + spare)
          found.push('ring cut: ' + name(e) + ' by ' + name(up).slice(0, 40))
      }
    }
  }
  document.activeElement?.blur()
  return found
})()`

/**
 * What breaks a rule of layout: a box outside of the page, a page that scrolls sideways, boxes that lie over one another;
 * what lies in `except` is not looked at.
 */
export const layoutFaults = (page: Page, except = 'svg'): Promise<string[]> => page.evaluate<string[]>(faults(except))

/** Focus rings that are missing, or not seen whole. */
export const ringFaults = (page: Page, except = 'svg'): Promise<string[]> => page.evaluate<string[]>(rings(except))
