/** No deeper: Readability goes through an element again for each that it lies in. Pages nest some 20 to 40 deep. */
const deepest = 64
/** No more in one element: Readability lists all children again for each that it takes. */
const widest = 1000

/** What blocks may stand in. Children of anything else are gathered in a `span`. */
const holdsBlocks = new Set(
  'article aside blockquote body center dd details div dl fieldset figure footer form header hgroup li main nav ol section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const inLine = new Set(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)

interface Open {
  readonly name: string
  readonly depth: number
  readonly gathers: boolean
  children: number
  isOpen: boolean
}

/**
 * Writes markup that is well formed, and bounded: what would nest too deeply is put next to what it lies in, as in
 * browsers beyond their limit, and children past the thousandth are gathered by the thousand.
 */
export class NestedMarkup {
  readonly #written: string[] = []
  readonly #open: Open[] = [{ name: 'body', depth: 0, gathers: false, children: 0, isOpen: true }]
  elements = 0

  /** Writes a start tag; what it gives writes the end tag. */
  start(name: string, attributes: string): () => void {
    // Text stays in its line.
    if (this.#top.depth >= deepest && inLine.has(name)) return () => {}
    while (this.#top.depth >= deepest) this.#pop()
    this.#gather()
    const element = this.#push(name, attributes, false)
    return () => {
      while (element.isOpen) this.#pop()
    }
  }

  /** Writes an element that has no end tag. */
  alone(name: string, attributes: string): void {
    this.#gather()
    this.#add(name, attributes)
  }

  text(text: string): void {
    this.#written.push(text.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
  }

  toString(): string {
    while (this.#open.length > 1) this.#pop()
    return this.#written.join('')
  }

  get #top(): Open {
    return this.#open.at(-1)!
  }

  #gather(): void {
    if (this.#top.gathers && this.#top.children >= widest) this.#pop()
    // One class for all, so that Readability takes them together.
    if (this.#top.children >= widest)
      this.#push(holdsBlocks.has(this.#top.name) ? 'div' : 'span', ' class="gathered"', true)
  }

  #push(name: string, attributes: string, gathers: boolean): Open {
    const depth = gathers ? this.#top.depth : this.#top.depth + 1
    const element = { name, depth, gathers, children: 0, isOpen: true }
    this.#add(name, attributes)
    this.#open.push(element)
    return element
  }

  #add(name: string, attributes: string): void {
    this.elements++
    this.#top.children++
    this.#written.push(`<${name}${attributes}>`)
  }

  #pop(): void {
    const element = this.#open.pop()!
    element.isOpen = false
    this.#written.push(`</${element.name}>`)
  }
}
