import type { SyntaxSentence, SyntaxToken } from '../src/api/syntax.ts'
import { escapeLine } from '../src/output/page/escape.ts'

/** Pixels: a row of arcs, what stands under the arcs, the gap between words, the corner of an arc. */
const [row, foot, gap, corner] = [24, 46, 16, 8]
const narrow = /[iljtfrI.,:;'’"|!()[\]-]/
const wide = /[mwMW@%—]/

/** About how wide text is at a size; the page is not asked, since a worker has none. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + size * (narrow.test(sign) ? 0.34 : wide.test(sign) ? 0.95 : 0.62), 0)

interface Arc {
  from: number
  to: number
  label: string
  /** Its row, counted from the words. */
  level: number
}

/** A sentence with arcs from heads to dependents, and as a list; the word at a place of the text stands out. */
export function drawTree(sentence: SyntaxSentence, at: number): string {
  const { tokens } = sentence
  const arcs = arcsOf(tokens)
  const centers = centersOf(tokens, arcs)
  const rows = Math.max(1, ...arcs.map(({ level }) => level)) + 1
  const base = rows * row + 10
  const width = Math.ceil(centers.at(-1)! + widthOf(tokens.at(-1)!.text, 15) / 2 + gap)
  const chosen = tokens.findLastIndex(({ start }) => start <= at)
  const words = tokens.map(
    ({ text, tag }, i) =>
      `<g${i === chosen ? ' class="at"' : ''}><text x="${centers[i]}" y="${base + 18}">${escapeLine(text)}</text>` +
      `<text class="tag" x="${centers[i]}" y="${base + 35}">${escapeLine(tag)}</text></g>`,
  )
  const drawn = arcs.map(({ from, to, label, level }) =>
    drawArc(centers[from]!, centers[to]!, base, level * row, label),
  )
  const root = tokens.findIndex(({ head }, i) => head === i)
  return (
    `<div class="tree" tabindex="0" role="group" aria-labelledby="tree-head"><svg width="${width}" height="${base + foot}" ` +
    `role="img" aria-label="Arcs from heads to dependents, below as a list">${drawRoot(centers[root]!, base)}${drawn.join('')}${words.join('')}</svg></div>` +
    `<details><summary>As a list</summary><ul>${tokens.map((token) => itemOf(token, tokens)).join('')}</ul></details>`
  )
}

/** Arcs, shorter ones below those that reach over them. */
function arcsOf(tokens: readonly SyntaxToken[]): Arc[] {
  const arcs = tokens.flatMap(({ head, relation }, i): Arc[] =>
    head === i ? [] : [{ from: head, to: i, label: relation, level: 1 }],
  )
  const length = ({ from, to }: Arc) => Math.abs(from - to)
  arcs.sort((a, b) => length(a) - length(b) || a.to - b.to)
  /** The highest arc so far over each gap between two words. */
  const over = new Uint16Array(tokens.length)
  for (const arc of arcs) {
    const [low, high] = [Math.min(arc.from, arc.to), Math.max(arc.from, arc.to)]
    for (let i = low; i < high; i++) arc.level = Math.max(arc.level, over[i]! + 1)
    over.fill(arc.level, low, high)
  }
  return arcs
}

/** The middle of each word: far enough apart for the words, and for the labels between neighbours. */
function centersOf(tokens: readonly SyntaxToken[], arcs: readonly Arc[]): number[] {
  const widths = tokens.map(({ text, tag }) => Math.max(widthOf(text, 15), widthOf(tag, 11)))
  const between = widths.map((width, i) => (i === 0 ? width / 2 + gap : (widths[i - 1]! + width) / 2 + gap))
  for (const { from, to, label } of arcs)
    if (Math.abs(from - to) === 1) {
      const right = Math.max(from, to)
      between[right] = Math.max(between[right]!, widthOf(label, 12) + 2 * corner + 6)
    }
  let x = 0
  return between.map((distance) => {
    x += distance
    return Math.round(x)
  })
}

/** An arc with its arrow at the dependent, its label in the middle. */
function drawArc(head: number, dependent: number, base: number, height: number, label: string): string {
  const way = dependent > head ? 1 : -1
  const start = head + 5 * way
  const top = base - height
  const path =
    `M${start} ${base}V${top + corner}Q${start} ${top} ${start + corner * way} ${top}` +
    `H${dependent - corner * way}Q${dependent} ${top} ${dependent} ${top + corner}V${base - 4}`
  const arrow = `M${dependent - 4} ${base - 7}H${dependent + 4}L${dependent} ${base}Z`
  return (
    `<path class="arc" d="${path}"/><path class="arrow" d="${arrow}"/>` +
    `<text class="relation" x="${Math.round((start + dependent) / 2)}" y="${top + 4}">${escapeLine(label)}</text>`
  )
}

const drawRoot = (x: number, base: number): string =>
  `<path class="arc" d="M${x} 16V${base - 4}"/><path class="arrow" d="M${x - 4} ${base - 7}H${x + 4}L${x} ${base}Z"/>` +
  `<text class="relation" x="${x}" y="12">ROOT</text>`

function itemOf(token: SyntaxToken, tokens: readonly SyntaxToken[]): string {
  const { text, lemma, pos, tag, relation, head } = token
  const of = tokens[head] === token ? relation : `${relation} – ${tokens[head]!.text}`
  return `<li><b>${escapeLine(text)}</b> ← ${escapeLine(of)} <span class="quiet">${escapeLine(`${lemma}, ${pos}, ${tag}`)}</span></li>`
}
