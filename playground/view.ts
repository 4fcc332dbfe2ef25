import { showCards } from '../src/output/page/behaviour.ts'
import { drawLegend } from '../src/output/page/page.ts'
import { pageStyle } from '../src/output/page/style.ts'
import { openPace, type Pace, patch } from './patch.ts'
import type { Drawn, Fault, Part } from './protocol.ts'
import own from './style.css?inline'

export const element = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T

/** Style, legend and cards of a page, as `toHtml` has them. */
export function openView(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${pageStyle}\n${own}`)
  document.adoptedStyleSheets = [sheet]
  // Beside the text: what it shows is told by the style of what comes after it.
  element('marked').insertAdjacentHTML('beforebegin', drawLegend())
  showCards(document)
  // The address holds the story: links within the page must not change it.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!link) return
    event.preventDefault()
    const target = document.getElementById(link.getAttribute('href')!.slice(1))
    target?.scrollIntoView({ block: target.matches('h2') ? 'start' : 'center' })
    target?.focus({ preventScroll: true })
  })
}

const shown = new WeakMap<Element, string>()
const decoder = new TextDecoder()

/**
 * Puts what changed into the page, little by little, so that a key that is struck meanwhile is not kept waiting, and stops
 * where it is outdated. Of parts that are only begun, the pieces that are there already stay behind those that are given.
 */
export async function show(drawn: Drawn, isOutdated: () => boolean, isWhole = true): Promise<void> {
  const pace = openPace(isOutdated)
  for (const [part, pieces] of Object.entries(drawn))
    if (!(await showPart(element(part), pieces, isWhole, pace))) return
}

async function showPart(container: Element, pieces: Drawn[Part] & {}, isWhole: boolean, pace: Pace): Promise<boolean> {
  for (const [i, bytes] of pieces.entries()) {
    const html = decoder.decode(bytes)
    const piece = container.children[i] ?? container.appendChild(document.createElement('div'))
    piece.className = 'piece'
    if (shown.get(piece) === html) continue
    shown.delete(piece)
    const template = document.createElement('template')
    // All of the text in it is escaped where it is drawn.
    template.innerHTML = html
    if (!(await patch(piece, template.content, pace))) return false
    shown.set(piece, html)
  }
  while (isWhole && container.children.length > pieces.length) container.lastElementChild?.remove()
  return true
}

/** Shows the tree of a sentence, the word at the caret in sight. */
export function showTree(html: string): void {
  const container = element('tree')
  const isOpen = container.querySelector('details')?.open ?? false
  // All of the text in it is escaped where it is drawn.
  container.innerHTML = html || '<p class="quiet">There is no sentence yet.</p>'
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

/** Says something beside a field or a button; what says the same again is not read out again. */
export function say(about: string, message: string): void {
  const box = element(`${about}-note`)
  if (box.textContent !== message) box.textContent = message
}

/** Says something of a field, and whether it is right. */
export function note(field: string, message: string, isWrong = false): void {
  say(field, message)
  markWrong(field, isWrong)
}

/** All that is wrong with a rule set, each fault with a way to its place. */
export function noteFaults(faults: readonly Fault[]): void {
  const box = element('rules-note')
  const field = element<HTMLTextAreaElement>('rules')
  const list = document.createElement('ol')
  list.append(
    ...faults.map(({ place, message }) => {
      const item = document.createElement('li')
      if (place !== undefined) {
        const [line, column] = place.split(':').map(Number) as [number, number]
        const way = document.createElement('button')
        way.type = 'button'
        way.className = 'way'
        way.textContent = `Line ${line}, column ${column}`
        way.addEventListener('click', () => {
          const at = placeIn(field.value, line, column)
          field.focus()
          field.setSelectionRange(at, at)
        })
        item.append(way, ' ')
      }
      item.append(message)
      return item
    }),
  )
  const title = document.createElement('p')
  title.textContent = `${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} wrong; the last set without faults stays in use.`
  box.replaceChildren(title, list)
  markWrong('rules', true)
}

function placeIn(text: string, line: number, column: number): number {
  let at = 0
  for (let i = 1; i < line; i++) at = text.indexOf('\n', at) + 1
  return at + column - 1
}

function markWrong(field: string, isWrong: boolean): void {
  element(`${field}-note`).classList.toggle('error', isWrong)
  element(field).setAttribute('aria-invalid', String(isWrong))
}
