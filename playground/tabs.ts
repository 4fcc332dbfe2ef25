/** Where there is room for two, the results stand beside what is put in, and have no tab. */
const roomForTwo = matchMedia('(min-width: 60rem)')

/** Tabs as the ARIA Authoring Practices have them: arrows, Home and End go from one to the next and open it. */
export function openTabs(list: HTMLElement): { open(name: string): void } {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
  const panelOf = (tab: Element) => document.getElementById(tab.getAttribute('aria-controls')!)!
  const shown = () => tabs.filter((tab) => !tab.hidden)
  let chosen = tabs[0]!

  function open(tab: HTMLElement): void {
    chosen = tab.hidden ? tabs[0]! : tab
    for (const one of tabs) {
      one.setAttribute('aria-selected', String(one === chosen))
      one.tabIndex = one === chosen ? 0 : -1
      panelOf(one).hidden = one !== chosen && !one.hidden
    }
  }

  /** A panel begins below the tabs, however far the one before was scrolled. */
  function turnTo(tab: HTMLElement): void {
    open(tab)
    const top = list.closest('main')!.getBoundingClientRect().top
    if (top < 0) scrollBy({ top })
  }

  function makeRoom(): void {
    for (const tab of tabs.filter(({ dataset }) => 'narrow' in dataset)) {
      tab.hidden = roomForTwo.matches
      panelOf(tab).setAttribute('role', roomForTwo.matches ? 'region' : 'tabpanel')
    }
    open(chosen)
  }

  for (const tab of tabs) tab.addEventListener('click', () => turnTo(tab))
  list.addEventListener('keydown', (event) => {
    const all = shown()
    const at = all.indexOf(chosen)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    turnTo(all.at(next % all.length)!)
    chosen.focus()
  })
  roomForTwo.addEventListener('change', makeRoom)
  makeRoom()
  return { open: (name) => open(tabs.find(({ id }) => id === `${name}-tab`)!) }
}
