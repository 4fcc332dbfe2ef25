// What is used of the DOM, so that the library is type-checked without the names of browsers.

export interface PageNode {
  readonly nodeType: number
  textContent: string | null
  readonly childNodes: Iterable<PageNode>
  readonly parentNode: PageElement | null
  readonly firstChild: PageNode | null
  readonly previousSibling: PageNode | null
  readonly nextSibling: PageNode | null
}

export interface PageElement extends PageNode {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelectorAll(selector: string): Iterable<PageElement>
  replaceWith(...nodes: PageNode[]): void
  remove(): void
}

export interface PageDocument extends PageNode {
  querySelectorAll(selector: string): Iterable<PageElement>
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1
export const isText = (node: PageNode): boolean => node.nodeType === 3

/** What an element lies in, the nearest first. */
export function* ancestorsOf(node: PageNode): Iterable<PageElement> {
  for (let { parentNode } = node; parentNode && isElement(parentNode); { parentNode } = parentNode) yield parentNode
}

/** The words of an element's class, id and test id in lower case: `pubDate byline__date` has "pub", "date" and "byline". */
export const labelsOf = (element: PageElement): string[] =>
  [element.getAttribute('class'), element.getAttribute('id'), element.getAttribute('data-testid')]
    .join(' ')
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .match(/[a-z]+/g) ?? []

/** The text of a node with a space between its parts, or null where there is more than a number of characters. */
export function shortText(root: PageNode, most: number): string | null {
  let text = ''
  let visited = 0
  for (const node of descendantsOf(root)) {
    if (isText(node)) text += ` ${node.textContent}`.replace(/\s+/g, ' ')
    // What has so many parts is no line, whatever is in them.
    if (text.length > most || ++visited > most) return null
  }
  return text.replace(/ +/g, ' ').trim()
}

/** A node and all that it holds, in order. */
export function* descendantsOf(root: PageNode): Iterable<PageNode> {
  let node: PageNode | null = root
  while (node) {
    yield node
    let next: PageNode | null = node.firstChild
    for (; !next && node !== root && node; node = node.parentNode) next = node.nextSibling
    node = next
  }
}
