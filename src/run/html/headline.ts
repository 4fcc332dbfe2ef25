import { oneLine } from '../../base/span.ts'
import { ancestorsOf, type PageDocument } from './dom.ts'

/** Longer headings are paragraphs. */
const longest = 300

/** Takes out the headings that lead to the front page: they are names of the site. */
export function removeSiteHeadings(document: PageDocument): void {
  for (const heading of document.querySelectorAll('h1')) {
    const links = [...heading.querySelectorAll('a'), ...ancestorsOf(heading)]
    if (links.some((link) => isHome(link.getAttribute('href')))) heading.remove()
  }
}

const isHome = (address: string | null) => address !== null && /^(?:https?:\/\/[^/]{1,100})?\/?$/.test(address)

/** The headings of the first rank of a page, in order. */
export function headingsOf(document: PageDocument): string[] {
  return [...document.querySelectorAll('h1')]
    .filter((heading) => ![...ancestorsOf(heading)].some(({ localName }) => /^(?:nav|aside|footer)$/.test(localName)))
    .map((heading) => plain(heading.textContent).slice(0, longest))
    .filter((heading) => heading !== '')
}

const plain = (text: string | null) => oneLine(text ?? '').trim()

/** What the page calls itself, for readers elsewhere. */
export function titlesOf(document: PageDocument): string[] {
  const metas = ['og:title', 'twitter:title', 'dc.title'].flatMap((name) =>
    [...document.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i]`)].map((meta) =>
      meta.getAttribute('content'),
    ),
  )
  const [title] = document.querySelectorAll('title')
  return [...metas, title?.textContent ?? ''].map(plain).filter((one) => one !== '')
}

/** Between the parts of a page's title, one of which is the site. */
const betweenParts = /\s(?:[|»·•]|::|[–—-])\s/

/**
 * The headline: what the heading says, where it says what the titles say, or more than the name of a site or section;
 * else the surest title, without the site's name.
 *
 * @param titles what the page calls itself, for readers elsewhere, the surest first
 */
export function headlineOf(headings: readonly string[], titles: readonly string[], site: string | null): string | null {
  const known = titles.map((title) => withoutSite(title, site))
  const names = new Set([site ?? '', ...titles.flatMap((title) => siteParts(title))].map(key))
  const possible = headings.filter((heading) => !names.has(key(heading)))
  return (
    possible.find((heading) =>
      titles.some((title) => key(title).includes(key(heading)) && wordsOf(heading).length > 2),
    ) ??
    possible.find((heading) => known.some((title) => shared(heading, title) >= 0.5)) ??
    possible.find((heading) => wordsOf(heading).length >= 3) ??
    known.find((title) => title !== '') ??
    headings[0] ??
    null
  )
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
const key = (text: string) => wordsOf(text).join(' ')

/** How much of a heading's words stand in a title. */
function shared(heading: string, title: string): number {
  const known = new Set(wordsOf(title))
  const words = wordsOf(heading)
  return words.length < 3 ? 0 : words.filter((word) => known.has(word)).length / words.length
}

/** The shorter outer parts of a title: "Talks end | The Example". */
function siteParts(title: string): string[] {
  const parts = title.split(betweenParts)
  const most = Math.max(...parts.map((part) => part.length))
  return parts.filter((part) => part.length < most)
}

/** "Talks end | World | The Example" without the names of section and site. */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(betweenParts)
  const isSite = (part: string) => key(part) === key(site ?? '')
  while (parts.length > 1 && (isSite(parts.at(-1)!) || isNameBehind(title, parts))) parts.pop()
  const kept = title.slice(0, endOf(title, parts))
  const isAhead = site !== null && site !== '' && kept.toLowerCase().startsWith(site.toLowerCase())
  return isAhead ? kept.slice(site.length).replace(/^\s?[:|»·•–—-]+\s/, '') : kept
}

/** Where the parts that are left end in the title. */
const endOf = (title: string, parts: readonly string[]) =>
  parts.slice(1).reduce((end, part) => title.indexOf(part, end), 0) + parts.at(-1)!.length

/** Whether the last part is a name after a headline: after a bar, or a few words in capitals after a dash. */
function isNameBehind(title: string, parts: readonly string[]): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!]
  if (wordsOf(first).length < 3 || last.length > first.length) return false
  const before = title.slice(0, endOf(title, parts) - last.length)
  return /(?:[|»·•]|::)\s$/.test(before) || /^\p{Lu}[\p{L}.’']*(?:\s\p{Lu}[\p{L}.’']*){0,3}$/u.test(last)
}
