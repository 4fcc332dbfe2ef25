import { showCards } from '../src/output/page/behaviour.ts'
import { drawLegend } from '../src/output/page/page.ts'
import { pageStyle } from '../src/output/page/style.ts'
import type { Drawn } from './protocol.ts'
import own from './style.css?inline'

export const element = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T

/** Style, legend and cards of a page, as `toHtml` has them. */
export function openView(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${pageStyle}\n${own}`)
  document.adoptedStyleSheets = [sheet]
  element('legend').innerHTML = drawLegend()
  showCards(document)
  // The address holds the story: links within the page must not change it.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!link) return
    event.preventDefault()
    const target = document.getElementById(link.getAttribute('href')!.slice(1))
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  })
}

const shown = new WeakMap<Element, string>()
let turn = 0

/** Puts what changed into the page, piece by piece, so that a key that is struck meanwhile is not kept waiting. */
export async function show(drawn: Drawn): Promise<void> {
  const mine = ++turn
  for (const [part, pieces] of Object.entries(drawn)) {
    const container = element(part)
    for (const [i, html] of pieces.entries()) {
      const piece = container.children[i] ?? container.appendChild(document.createElement('div'))
      piece.className = 'piece'
      if (shown.get(piece) === html) continue
      // All of the text in it is escaped where it is drawn.
      piece.innerHTML = html
      shown.set(piece, html)
      await new Promise((resolve) => setTimeout(resolve))
      if (mine !== turn) return
    }
    while (container.children.length > pieces.length) container.lastElementChild?.remove()
  }
}

/** Shows the tree of a sentence, the word at the caret in sight. */
export function showTree(html: string): void {
  const container = element('tree')
  const isOpen = container.querySelector('details')?.open ?? false
  // All of the text in it is escaped where it is drawn.
  container.innerHTML = html
  const list = container.querySelector('details')
  if (list) list.open = isOpen
  const box = container.querySelector('.tree')
  const word = container.querySelector('.at')
  if (box && word) {
    const { left, width } = word.getBoundingClientRect()
    box.scrollLeft += left + width / 2 - (box.getBoundingClientRect().left + box.clientWidth / 2)
  }
  container.setAttribute('aria-busy', 'false')
}

/** A note beside a field, which says whether the field is right. */
export function note(field: string, message: string, wrong: boolean): void {
  element(`${field}-note`).textContent = message
  element(`${field}-note`).classList.toggle('error', wrong)
  element(field).setAttribute('aria-invalid', String(wrong))
}
