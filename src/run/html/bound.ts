import { Parser } from 'htmlparser2'
import { NestedMarkup } from './nesting.ts'

/** A page as it is read: its markup, well formed and bounded, and its JSON-LD. */
export interface BoundPage {
  markup: string
  linkedData: string[]
}

type Attributes = { readonly type?: string; readonly rel?: string; readonly [name: string]: string | undefined }

/** Browsers nest no deeper than this. */
const deepest = 512
/** No news page has so many elements. */
const mostElements = 200_000
/** The parser goes through a list of those not closed at each one; no news page has so many. */
const mostForeign = 10_000
/** Pages have some 50 `meta` elements; those beyond are left out. */
const mostMetas = 2000
/** Longer attributes and titles are cut. */
const longest = 1000

const foreign = new Set('svg math mi mo mn ms mtext annotation-xml foreignobject desc'.split(' '))
/** Left out with all that they hold: none of it is text of the page. */
const unread = new Set([
  ...foreign,
  ...'script style template noscript noembed noframes canvas iframe object video audio textarea select xmp'.split(' '),
])
const inHead = new Set(['html', 'head', 'title', 'meta', 'link', 'base', ...unread])
const withoutEnd = new Set(
  'area basefont br col command embed frame hr img input isindex keygen param source track wbr'.split(' '),
)
const keptAttributes =
  'alt aria-hidden aria-modal class content data-date data-datetime data-testid data-time data-timestamp datetime dir hidden href http-equiv id itemprop itemscope itemtype lang name property pubdate rel role src style title'.split(
    ' ',
  )

/**
 * Reads the markup once, from end to end, and writes down what an article can be in, so that what is built of it and
 * gone through again and again is small. Null for a page with more than pages hold; reading stops there.
 */
export function boundPage(html: string): BoundPage | null {
  const writer = new PageWriter()
  const parser = new Parser({
    onopentag(name, attributes) {
      if (writer.isFull) parser.pause()
      else writer.open(name, attributes)
    },
    ontext: (text) => writer.text(text),
    onclosetag: () => writer.close(),
  })
  parser.end(html)
  return writer.isFull ? null : writer.page()
}

class PageWriter {
  readonly #head: string[] = []
  readonly #body = new NestedMarkup()
  readonly #outermost = { html: '', body: '' }
  readonly #linkedData: string[] = []
  /** What closes each of the open elements. */
  readonly #open: (() => void)[] = []
  /** Where text goes. */
  #sink: (text: string) => void = (text) => this.#write(text)
  #isRead = true
  #isHead = true
  #title = ''
  #metas = 0
  #foreign = 0

  get isFull(): boolean {
    return this.#open.length > deepest || this.#foreign > mostForeign || this.#body.elements > mostElements
  }

  open(name: string, attributes: Attributes): void {
    if (foreign.has(name)) this.#foreign++
    this.#open.push(this.#isRead ? this.#start(name, attributes) : () => {})
  }

  close(): void {
    this.#open.pop()?.()
  }

  text(text: string): void {
    this.#sink(text)
  }

  page(): BoundPage {
    const { html, body } = this.#outermost
    const head = `<title>${escaped(this.#title.slice(0, longest))}</title>${this.#head.join('')}`
    const markup = `<!doctype html><html${html}><head>${head}</head><body${body}>${this.#body}</body></html>`
    return { markup, linkedData: this.#linkedData }
  }

  /** Begins an element; what it gives ends it. */
  #start(name: string, attributes: Attributes): () => void {
    this.#isHead &&= inHead.has(name)
    if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) return this.#startLinkedData()
    if (unread.has(name)) return this.#startUnread(() => {})
    if (name === 'title') return this.#startTitle()
    if (name === 'meta' || name === 'link') this.#writeAbout(name, attributes)
    else if (withoutEnd.has(name)) this.#body.alone(name, written(attributes))
    else if (name === 'html' || name === 'body') this.#outermost[name] ||= written(attributes)
    else if (name !== 'head' && name !== 'base') return this.#body.start(plainName(name), written(attributes))
    if (name === 'head') return () => (this.#isHead = false)
    return () => {}
  }

  #startUnread(sink: (text: string) => void, end = () => {}): () => void {
    const before = this.#sink
    this.#isRead = false
    this.#sink = sink
    return () => {
      this.#isRead = true
      this.#sink = before
      end()
    }
  }

  #startLinkedData(): () => void {
    const script: string[] = []
    return this.#startUnread(
      (text) => script.push(text),
      () => this.#linkedData.push(script.join('')),
    )
  }

  /** The first title is that of the page. */
  #startTitle(): () => void {
    const isFirst = this.#title === ''
    return this.#startUnread((text) => {
      if (isFirst && this.#title.length < longest) this.#title += text
    })
  }

  #writeAbout(name: 'meta' | 'link', attributes: Attributes): void {
    if (name === 'meta' ? ++this.#metas > mostMetas : !/canonical/i.test(attributes.rel ?? '')) return
    if (this.#isHead) this.#head.push(`<${name}${written(attributes)}>`)
    else this.#body.alone(name, written(attributes))
  }

  #write(text: string): void {
    if (this.#isHead && !/\S/.test(text)) return
    this.#isHead = false
    this.#body.text(text)
  }
}

/** What is no name of an element is written as `span`. */
const plainName = (name: string) => (/^[a-z][\w-]{0,30}$/.test(name) ? name : 'span')

const written = (attributes: Attributes): string =>
  keptAttributes
    .filter((name) => attributes[name] !== undefined)
    .map((name) => ` ${name}="${escaped(attributes[name]!.slice(0, longest))}"`)
    .join('')

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
