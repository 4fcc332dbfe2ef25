// What is used of the DOM, so that the library is type-checked without the names of browsers.

export interface PageNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

export interface PageElement extends PageNode {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  closest(selector: string): PageElement | null
  querySelector(selector: string): PageElement | null
  remove(): void
}

export interface PageDocument extends PageNode {
  querySelectorAll(selector: string): Iterable<PageElement>
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1
export const isText = (node: PageNode): boolean => node.nodeType === 3
