/**
 * Shows the cards of what lies at a place of the marked text beside it, innermost first, while the pointer or the focus is
 * there; Escape hides them. Without it the links lead to the cards.
 */
export function showCards(document: Document): void {
  const panel = document.createElement('div')
  panel.id = 'at-hand'
  panel.setAttribute('role', 'tooltip')
  panel.hidden = true
  document.body.append(panel)
  let described: Element | null = null

  const hide = () => {
    panel.hidden = true
    described?.removeAttribute('aria-describedby')
    described = null
  }
  const show = (at: Element) => {
    panel.replaceChildren()
    const seen = new Set<string>()
    for (let mark = at.closest('mark'); mark; mark = mark.parentElement?.closest('mark') ?? null) {
      const mention = mark.getAttribute('data-mention') ?? ''
      const card = document.getElementById(mention.split('.')[0] ?? '')
      if (!card || seen.has(mention)) continue
      seen.add(mention)
      const copy = card.cloneNode(true) as Element
      copy.removeAttribute('id')
      copy.removeAttribute('tabindex')
      for (const item of copy.querySelectorAll('li[data-mention]'))
        if (item.getAttribute('data-mention') !== mention) item.remove()
      for (const folded of copy.querySelectorAll('details')) folded.open = true
      panel.append(copy)
    }
    if (panel.childElementCount === 0) return hide()
    panel.hidden = false
    const [target] = at.getClientRects()
    if (target) {
      const box = panel.getBoundingClientRect()
      const below = target.bottom + 6 + box.height < innerHeight || target.top < box.height
      panel.style.left = `${Math.max(8, Math.min(target.left, document.documentElement.clientWidth - box.width - 8)) + scrollX}px`
      panel.style.top = `${(below ? target.bottom + 6 : target.top - box.height - 6) + scrollY}px`
    }
    described?.removeAttribute('aria-describedby')
    described = at.matches('a') ? at : null
    described?.setAttribute('aria-describedby', panel.id)
  }
  const markAt = ({ target }: Event) => (target instanceof Element ? target.closest('.story mark') : null)
  document.addEventListener('pointerover', (event) => {
    const mark = markAt(event)
    if (mark) show(mark)
    else if (!(event.target instanceof Element && event.target.closest('#at-hand')) && !described) hide()
  })
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.closest('.story mark')) show(target)
    else hide()
  })
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide()
  })
}
