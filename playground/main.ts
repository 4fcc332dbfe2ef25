import article from '../fixtures/lavrov/article.txt?raw'
import { type FormatName, formatNames } from '../src/output/format-names.ts'
import { readAddress, writeAddress } from './address.ts'
import { example } from './example.ts'
import type { Reply, Request, State } from './protocol.ts'
import { element, note, openView, show, showTree } from './view.ts'

const fields = {
  text: element<HTMLTextAreaElement>('text'),
  published: element<HTMLInputElement>('published'),
  dayFirst: element<HTMLInputElement>('day-first'),
  rules: element<HTMLTextAreaElement>('rules'),
}
const results = document.querySelector('.results')!
const lavrov: State = { text: article, published: '2023-08-30', dayFirst: false, rules: '' }
/** Milliseconds without a key before a text is read. */
const pause = 150

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'nutgraf' })
const ask = (request: Request) => worker.postMessage(request)

const stateNow = (): State => ({
  text: fields.text.value,
  published: fields.published.value,
  dayFirst: fields.dayFirst.checked,
  rules: fields.rules.value,
})

function putState({ text, published, dayFirst, rules }: State): void {
  fields.text.value = text
  fields.published.value = published
  fields.dayFirst.checked = dayFirst
  fields.rules.value = rules
  if (element('tree').hasAttribute('aria-busy')) follow()
  changed(0)
}

/** The worker reads one text at a time; of those that come meanwhile the last is read next. */
let reading = false
let waiting = false
let timer: ReturnType<typeof setTimeout> | undefined

function changed(after = pause): void {
  results.setAttribute('aria-busy', 'true')
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (reading) waiting = true
    else read()
  }, after)
}

function read(): void {
  reading = true
  waiting = false
  const state = stateNow()
  ask({ kind: 'extract', ...state })
  void remember(state)
}

async function remember(state: State): Promise<void> {
  const same = (Object.keys(lavrov) as (keyof State)[]).every((key) => state[key] === lavrov[key])
  const fragment = same ? '' : await writeAddress(state)
  if (JSON.stringify(state) !== JSON.stringify(stateNow())) return
  element<HTMLButtonElement>('share').disabled = fragment === null
  if (fragment === null) note('text', 'The story is too long for an address: it can’t be shared by one.', false)
  if ((fragment ?? '') !== location.hash)
    history.replaceState(null, '', fragment || location.pathname + location.search)
}

let treeTimer: ReturnType<typeof setTimeout> | undefined

/** Asks for the tree of the sentence that the caret is in; not before the caret has been in the text. */
function follow(): void {
  element('tree').setAttribute('aria-busy', 'true')
  clearTimeout(treeTimer)
  treeTimer = setTimeout(() => ask({ kind: 'tree', text: fields.text.value, at: fields.text.selectionStart }), pause)
}

worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
  switch (data.kind) {
    case 'story': {
      const { drawn, mentions, milliseconds, publishedError, rulesErrors, rulesNote } = data
      reading = false
      note('published', publishedError, publishedError !== '')
      note('rules', rulesErrors.join('\n') || rulesNote, rulesErrors.length > 0)
      element('status').textContent = `${mentions} mentions, read in ${milliseconds} ms`
      void show(drawn).then(() => {
        if (!reading && !waiting) results.setAttribute('aria-busy', 'false')
      })
      if (waiting) read()
      break
    }
    case 'article':
      note('text', 'The article of a page, without what stood around it.', false)
      putState({ ...stateNow(), text: data.text, published: data.published ?? fields.published.value })
      break
    case 'no-article':
      note('text', data.message, true)
      break
    case 'tree':
      showTree(data.html)
      break
    case 'file':
      save(data)
  }
})
worker.addEventListener('error', ({ message }) => {
  reading = false
  element('status').textContent = `Reading failed: ${message}`
})

function save({ content, media, extension }: Extract<Reply, { kind: 'file' }>): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: media }))
  link.download = `story.${extension}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function put(file: File): Promise<void> {
  const content = await file.text()
  if (/\.html?$/i.test(file.name) || file.type === 'text/html') return ask({ kind: 'article', html: content })
  note('text', `${file.name}, as it is.`, false)
  putState({ ...stateNow(), text: content })
}

async function load(): Promise<void> {
  try {
    putState((await readAddress(location.hash)) ?? lavrov)
  } catch {
    note('text', 'The address was damaged on its way: what it held can’t be read.', true)
    putState(lavrov)
  }
}

openView()
for (const field of Object.values(fields))
  field.addEventListener('input', () => {
    if (field === fields.text) {
      note('text', '', false)
      follow()
    }
    changed()
  })
document.addEventListener('selectionchange', () => {
  if (document.activeElement === fields.text) follow()
})
addEventListener('hashchange', () => void load())
element('sample').addEventListener('click', () => putState(lavrov))
element('example').addEventListener('click', () => putState({ ...stateNow(), rules: JSON.stringify(example, null, 2) }))
element('share').addEventListener('click', () => {
  void navigator.clipboard.writeText(location.href).then(
    () => note('text', 'The address is copied; it holds the story and the rules.', false),
    () => note('text', 'Copy it from the address bar: it holds the story and the rules.', false),
  )
})
for (const name of formatNames) element<HTMLSelectElement>('format').add(new Option(name, name))
element('download').addEventListener('click', () =>
  ask({ kind: 'format', name: element<HTMLSelectElement>('format').value as FormatName }),
)
for (const type of ['dragover', 'dragleave', 'drop'] as const)
  document.addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    document.body.classList.toggle('dropping', type === 'dragover')
    const file = type === 'drop' ? event.dataTransfer.files[0] : undefined
    if (file) void put(file)
  })
void load()
