import { asideLabels, dayLabels, metaNames, otherDayLabels, propertyNames } from './date-names.ts'
import { type DayOrder, isoOf, isoOfByline } from './day-text.ts'
import {
  ancestorsOf,
  descendantsOf,
  isElement,
  labelsOf,
  type PageDocument,
  type PageElement,
  shortText,
} from './dom.ts'
import type { LinkedData } from './linked-data.ts'

/**
 * When a page says that it was published, the surest first: JSON-LD of the article, `meta`, microdata, what readers see
 * by the headline, JSON-LD of other things, what they see elsewhere, the address.
 */
export function publishedOf(document: PageDocument, data: LinkedData): string | null {
  const order = orderOf(document)
  const daysOf = (texts: Iterable<string>) => [...texts].flatMap((text) => isoOf(text, order) ?? [])
  const isAside = asideTest()
  const { near, far } = seenDays(document, isAside, order)
  const stated = [data.articleDays, metas(document), properties(document, isAside), data.pageDays].flatMap(daysOf)
  const [first] = [...stated, ...near, ...daysOf(data.otherDays), ...far, ...daysOf(addresses(document))]
  return first === undefined ? null : localOf(first, [...stated, ...near])
}

/** Day before month, where English is written so. */
const orderOf = (document: PageDocument): DayOrder => {
  const [html] = document.querySelectorAll('html')
  return { dayFirst: /^en[-_](?:GB|IE|AU|NZ|IN|ZA|KE|NG|PK|BD|SG|HK)/i.test(html?.getAttribute('lang') ?? '') }
}

/** "rnews:datePublished" is "rnewsdatepublished". */
const squeezed = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')

/** The names by which an element says what it holds. */
const namesOf = (element: PageElement) =>
  ['property', 'name', 'itemprop', 'http-equiv']
    .flatMap((key) => element.getAttribute(key)?.split(/\s+/) ?? [])
    .map(squeezed)

/** Names that are not in the table and yet say it. */
const saysPublished = /publish|publication|pubdate/
const saysOther = /unpublish|modif|updat|expir|publisher|last/

function metas(document: PageDocument): string[] {
  const contents = new Map<string, string[]>(metaNames.map((name) => [name, []]))
  const others: string[] = []
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content') ?? ''
    for (const name of namesOf(meta))
      if (contents.has(name)) contents.get(name)!.push(content)
      else if (saysPublished.test(name) && !saysOther.test(name)) others.push(content)
  }
  return [...contents.values(), others].flat()
}

/** Microdata and RDFa: what stands in an attribute before what readers see. */
function* properties(document: PageDocument, isAside: Test): Iterable<string> {
  for (const element of document.querySelectorAll('[itemprop], [property], time[pubdate]')) {
    const isMarked =
      element.getAttribute('pubdate') !== null || namesOf(element).some((name) => propertyNames.includes(name))
    if (isMarked && element.localName !== 'meta' && !isAside(element)) yield* writtenIn(element)
  }
}

function* writtenIn(element: PageElement): Iterable<string> {
  for (const key of ['datetime', 'content', 'title', 'data-datetime', 'data-timestamp', 'data-date', 'data-time'])
    yield element.getAttribute(key) ?? ''
  yield shortText(element, 120) ?? ''
}

/** What readers see: in the article or by the headline, and elsewhere. */
function seenDays(document: PageDocument, isAside: Test, order: DayOrder) {
  const near: string[] = []
  const far: string[] = []
  const byHeadline = placesByHeadline(document)
  for (const element of document.querySelectorAll('time, [class], [id]')) {
    if (!isDated(element) || isAside(element) || isInProse(element) || isUpdate(element)) continue
    const isNear = [...ancestorsOf(element)].some(
      (place, level) => /^(?:article|main)$/.test(place.localName) || (level < 3 && byHeadline.has(place)),
    )
    for (const text of writtenIn(element)) {
      const day = isoOf(text, order)
      if (day !== null) (isNear ? near : far).push(day)
    }
  }
  return { near: [...near, ...linesUnderHeadline(document).flatMap((line) => isoOfByline(line, order) ?? [])], far }
}

/** The short lines between the headline and the first paragraph. */
function linesUnderHeadline(document: PageDocument): string[] {
  const lines: string[] = []
  let isUnder = false
  for (const element of document.querySelectorAll('h1, p, div, span, small, em, li, td, h5, h6')) {
    const text = isUnder ? shortText(element, 100) : null
    if (text && !tellsOtherDay(element)) lines.push(text)
    if (lines.length > 30 || (isUnder && element.localName === 'p' && text === null)) break
    isUnder ||= element.localName === 'h1'
  }
  return lines
}

/** Whether an element, or one in it or close around it, is marked as another day than that of publication. */
const tellsOtherDay = (element: PageElement): boolean =>
  [...[...descendantsOf(element)].filter(isElement), ...[...ancestorsOf(element)].slice(0, 3)].some(
    (one) => isUpdate(one) || labelsOf(one).some((label) => otherDayLabels.has(label)),
  )

const placesByHeadline = (document: PageDocument) =>
  new Set(
    [...document.querySelectorAll('h1')]
      .flatMap((heading) => [...ancestorsOf(heading)].slice(0, 3))
      .filter(({ localName }) => localName !== 'body' && localName !== 'html'),
  )

function isDated(element: PageElement): boolean {
  const labels = labelsOf(element)
  const isSo = element.localName === 'time' || labels.some((label) => dayLabels.has(label))
  return isSo && !labels.some((label) => otherDayLabels.has(label))
}

type Test = (element: PageElement) => boolean

/** Whether an element lies in comments or a list of other stories; each element is looked at once. */
function asideTest(): Test {
  const known = new Map<PageElement, boolean>()
  return (element) => {
    const path: PageElement[] = []
    let answer = false
    for (const place of [element, ...ancestorsOf(element)]) {
      const before = known.get(place)
      path.push(place)
      answer = before ?? holdsOthers(place)
      if (answer || before !== undefined) break
    }
    for (const place of path) known.set(place, answer)
    return answer
  }
}

const holdsOthers = (place: PageElement): boolean =>
  /^(?:aside|nav|footer)$/.test(place.localName) ||
  /Comment|Review/.test(place.getAttribute('itemtype') ?? '') ||
  (!/^(?:body|html|article|main)$/.test(place.localName) && labelsOf(place).some((label) => asideLabels.has(label)))

/** A day within a sentence is told of. */
function isInProse(element: PageElement): boolean {
  const [line] = ancestorsOf(element)
  return (
    line !== undefined &&
    /^(?:p|li|td|blockquote|span|b|i|em|strong|a)$/.test(line.localName) &&
    shortText(line, 150) === null
  )
}

/** "Updated" before it. */
function isUpdate(element: PageElement): boolean {
  let node = element.previousSibling
  for (let steps = 0; node && steps < 3; steps++, node = node.previousSibling) {
    const text = shortText(node, 60)?.trim()
    if (text !== '') return /(?:updated?|modified|edited|corrected|revised)(?: on| at)?:?$/i.test(text ?? '')
  }
  return false
}

/** The day in the page's own address: `/2023/08/30/`, `/2023/aug/30/`, `-2023-08-30`. */
function* addresses(document: PageDocument): Iterable<string> {
  for (const element of document.querySelectorAll('link[rel="canonical"], meta[property="og:url"]')) {
    const address = element.getAttribute('href') ?? element.getAttribute('content') ?? ''
    const day = /[/_-](\d{4})[/_-](\d\d|[a-z]{3})[/_-](\d\d?)(?=[/_.-]|$)/i.exec(address)
    if (day) yield /\d/.test(day[2]!) ? `${day[1]}-${day[2]}-${day[3]}` : `${day[3]} ${day[2]} ${day[1]}`
  }
}

const isUtc = (iso: string) => iso.includes('T') && /(?:Z|[+-]00:00)$/.test(iso)
const hasOffset = (iso: string) => iso.includes('T') && /[+-]\d\d:\d\d$/.test(iso)
const hasZone = (iso: string) => isUtc(iso) || hasOffset(iso)
const dayInMs = 24 * 3_600_000

/** An instant in UTC on the day that it was where the page is made, if the page says so elsewhere. */
function localOf(published: string, others: readonly string[]): string {
  if (!isUtc(published)) return published
  const instant = Date.parse(published)
  const same = others.find((other) => hasOffset(other) && !isUtc(other) && Date.parse(other) === instant)
  if (same !== undefined) return same
  const day = published.slice(0, 10)
  const days = others.filter((other) => !hasZone(other)).map((other) => other.slice(0, 10))
  if (days.includes(day)) return published
  return days.find((other) => Math.abs(Date.parse(other) - Date.parse(day)) <= dayInMs) ?? published
}
