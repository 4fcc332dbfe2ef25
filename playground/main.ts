import type { FormatName } from '../src/output/format-names.ts'
import { longest, readLink, writeLink } from './address.ts'
import { examples, exampleWithRules } from './examples.ts'
import { headOf, stretchAt } from './head.ts'
import type { Answer, Reading, State } from './protocol.ts'
import { oneAtATime, openReader, type Reader } from './readers.ts'
import { openTabs } from './tabs.ts'
import { element, note, noteFaults, openView, say, show, showTree } from './view.ts'
import { formatLabels, linkNote } from './words.ts'

const fields = {
  text: element<HTMLTextAreaElement>('text'),
  published: element<HTMLInputElement>('published'),
  dayFirst: element<HTMLInputElement>('day-first'),
  rules: element<HTMLTextAreaElement>('rules'),
}
const results = element('results-panel')
const [standard] = Object.values(examples) as [State]
/** Milliseconds without a key before the beginning of a text is read, and before all of a long one is. */
const pause = 100
const longPause = 600
/** And before a sentence is parsed, which is seen later than what is found. */
const treePause = 250

/** What is measured: that what is seen first is there, of what is typed now. */
const firstShown = 'first shown'

openView()
const tabs = openTabs(document.querySelector<HTMLElement>('[role="tablist"]')!)
const front = openReader()
/** Reads long texts whole, while the other is there for what is seen first. */
let back: Reader | undefined
/** The one that has read the whole story. */
let holder = front

const stateNow = (): State => ({
  text: fields.text.value,
  published: fields.published.value,
  dayFirst: fields.dayFirst.checked,
  rules: fields.rules.value,
})

function putState({ text, published, dayFirst, rules }: State): void {
  fields.text.value = text
  fields.published.value = published.slice(0, 10)
  fields.dayFirst.checked = dayFirst
  fields.rules.value = rules
  if (element('tree').hasAttribute('aria-busy')) follow()
  changed(0)
}

/** What was there before it was replaced by a button or a file. */
let before: State | undefined

function replace(state: Partial<State>): void {
  before = stateNow()
  putState({ ...before, ...state })
  offerUndo(true)
}

function offerUndo(isOffered: boolean): void {
  for (const button of document.querySelectorAll<HTMLElement>('.undo')) button.hidden = !isOffered
}

/** Counts what was changed, so that what was asked before is known to be outdated. */
let version = 0
let timer: ReturnType<typeof setTimeout> | undefined

function changed(after = pause): void {
  version++
  results.setAttribute('aria-busy', 'true')
  clearTimeout(timer)
  timer = setTimeout(() => void readFirst(), after)
}

const readFirst = oneAtATime(() => telling(readBeginning))
const readAll = oneAtATime(() => telling(readWhole))

async function readBeginning(): Promise<void> {
  const mine = version
  const state = stateNow()
  element('nothing').hidden = /\S/.test(state.text)
  element('parts').hidden = !element('nothing').hidden
  const text = headOf(state.text)
  const reading = await front.ask('read', { ...state, text })
  if (mine !== version) return
  noteFields(reading)
  if (text !== state.text) {
    await show(reading.drawn, () => mine !== version, false)
    if (mine !== version) return
    performance.mark(firstShown)
    tell('The beginning is read; reading the rest …')
    timer = setTimeout(() => void readAll(), longPause - pause)
    return
  }
  holder = front
  await showWhole(reading, mine)
}

async function readWhole(): Promise<void> {
  const mine = version
  back ??= openReader()
  const reading = await back.ask('read', stateNow())
  if (mine !== version) return
  holder = back
  await showWhole(reading, mine)
}

async function showWhole({ drawn, found, summary, milliseconds }: Reading, mine: number): Promise<void> {
  element('found').textContent = ` (${found.toLocaleString('en')})`
  await show(drawn, () => mine !== version)
  if (mine !== version) return
  performance.mark(firstShown)
  const later = await holder.ask('later', {})
  if (mine !== version) return
  await show(later.drawn, () => mine !== version)
  if (mine !== version) return
  tell(element('parts').hidden ? '' : `${summary}, in ${milliseconds.toLocaleString('en')} ms.`)
  if (element<HTMLDetailsElement>('code').open) await showCode()
  results.setAttribute('aria-busy', 'false')
  requestIdle(() => void remember())
}

const requestIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200))

function noteFields({ publishedFault, rulesFaults, rulesNote }: Reading): void {
  const dateless = fields.published.value === '' ? 'Without a day, “Friday” and “last week” get no date.' : ''
  note('published', publishedFault || dateless, publishedFault !== '')
  if (rulesFaults.length > 0) noteFaults(rulesFaults)
  else note('rules', rulesNote)
}

function tell(message: string): void {
  element('status').textContent = message
}

/** What can't be done is said where results are told. */
async function telling(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    tell(`This could not be read: ${(error as Error).message}`)
    results.setAttribute('aria-busy', 'false')
  }
}

const isSame = (a: State, b: State) => (Object.keys(a) as (keyof State)[]).every((key) => a[key] === b[key])

/** Keeps the state in the address, and says how long a link with it is. */
async function remember(): Promise<void> {
  const mine = version
  const state = stateNow()
  const fragment = isSame(state, standard) ? '' : await writeLink(state)
  if (mine !== version) return
  const address = location.href.replace(/#.*$/, '')
  if (fragment === '') say('share', 'A link to this page as it opens.')
  else say('share', linkNote(fragment === null ? null : address.length + fragment.length, longest))
  element<HTMLButtonElement>('share').disabled = fragment === null
  if ((fragment ?? '') !== location.hash) history.replaceState(null, '', address + (fragment ?? ''))
}

let treeTimer: ReturnType<typeof setTimeout> | undefined

/** Asks for the tree of the sentence that the caret is in; not before the caret has been in the text. */
function follow(): void {
  element('tree').setAttribute('aria-busy', 'true')
  clearTimeout(treeTimer)
  treeTimer = setTimeout(async () => {
    const { html } = await front.ask('tree', stretchAt(fields.text.value, fields.text.selectionStart))
    showTree(html)
  }, treePause)
}

const chosenFormat = (): Promise<Answer<'format'>> =>
  holder.ask('format', { name: element<HTMLSelectElement>('format').value as FormatName })

/** More than this is not shown here. */
const mostShown = 100_000

async function showCode(): Promise<void> {
  const { content } = await chosenFormat()
  const rest = content.length - mostShown
  element<HTMLTextAreaElement>('code-text').value =
    rest > 0
      ? `${content.slice(0, mostShown)}\n… and ${rest.toLocaleString('en')} more characters: copy or download them.`
      : content
}

async function download(): Promise<void> {
  const { content, media, extension } = await chosenFormat()
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: media }))
  link.download = `story.${extension}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** What is still being made may be copied too: browsers ask that copying begins with the click. */
async function copy(content: Promise<string>, about: string, done: string): Promise<void> {
  try {
    const blob = content.then((text) => new Blob([text], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    say(about, done)
  } catch {
    say(about, 'The browser did not allow copying.')
  }
}

async function put(file: File): Promise<void> {
  const content = await file.text()
  tabs.open('text')
  if (!/\.x?html?$/i.test(file.name) && file.type !== 'text/html') {
    replace({ text: content })
    return note('text', `${file.name} is open.`)
  }
  const found = await front.ask('article', { html: content })
  if ('refused' in found) return note('text', found.refused, true)
  replace({ text: found.text, published: found.published?.slice(0, 10) ?? fields.published.value })
  note('text', `The article of ${file.name} is open, without what stood around it.`)
}

async function load(): Promise<void> {
  try {
    const state = await readLink(location.hash)
    if (state) tabs.open('results')
    putState(state ?? standard)
  } catch {
    note('text', 'The link was damaged on its way: what it held can’t be read. Here is a story to try instead.', true)
    putState(standard)
  }
}

for (const field of Object.values(fields))
  field.addEventListener('input', () => {
    if (field === fields.text) {
      note('text', '')
      follow()
    }
    offerUndo(false)
    changed()
  })
document.addEventListener('selectionchange', () => {
  if (document.activeElement === fields.text) follow()
})
addEventListener('hashchange', () => void load())

const onClick = (id: string, run: () => unknown) => element(id).addEventListener('click', () => void run())
for (const [name, state] of Object.entries(examples)) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = name
  button.addEventListener('click', () => {
    note('text', '')
    replace(state)
  })
  element('examples').append(button)
}
onClick('rules-example', () => replace(exampleWithRules))
onClick('rules-clear', () => replace({ rules: '' }))
onClick('clear', () => {
  note('text', '')
  replace({ text: '' })
})
for (const button of document.querySelectorAll<HTMLElement>('.undo'))
  button.addEventListener('click', () => {
    if (before) putState(before)
    offerUndo(false)
    fields[element('rules-panel').hidden ? 'text' : 'rules'].focus()
  })
onClick('open', () => element('file').click())
element<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement
  const file = input.files?.[0]
  if (file) void put(file)
  // The same file may be opened again.
  input.value = ''
})
onClick('share', () => {
  const link = writeLink(stateNow()).then((fragment) => location.href.replace(/#.*$/, '') + fragment)
  return copy(link, 'share', `Copied. ${element('share-note').textContent.replace(/^Copied\. /, '')}`)
})
for (const [name, label] of Object.entries(formatLabels))
  element<HTMLSelectElement>('format').add(new Option(label, name))
onClick('download', download)
onClick('copy', () =>
  copy(
    chosenFormat().then(({ content }) => content),
    'data',
    'Copied.',
  ),
)
element('format').addEventListener('change', () => {
  say('data', '')
  if (element<HTMLDetailsElement>('code').open) void showCode()
})
element('code').addEventListener('toggle', () => {
  if (element<HTMLDetailsElement>('code').open) void showCode()
})
for (const type of ['dragover', 'dragleave', 'drop'] as const)
  document.addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    document.body.classList.toggle('dropping', type === 'dragover')
    const file = type === 'drop' ? event.dataTransfer.files[0] : undefined
    if (file) void put(file)
  })
void load()
