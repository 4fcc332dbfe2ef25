import { addressOf } from '../../../output/about.ts'
import type { Quotation } from '../../archive/questions.ts'
import { dateInWords } from '../days.ts'
import { type Content, html, joined, type Markup } from '../markup.ts'
import { dayPath, quotationPath } from './links.ts'

/** What a story says, with where it stands. */
export const drawQuotation = (quotation: Quotation): Markup => html`<figure class="quotation">
<blockquote><p dir="auto">${quotation.text}</p></blockquote>
<figcaption>${joined(sourceOf(quotation), ' · ')}</figcaption>
</figure>
`

function sourceOf(quotation: Quotation): Content[] {
  const { publisher, title, headline, published, url } = quotation
  const original = addressOf({ ...(url !== null && { url }) })
  return [
    publisher !== null && html`<bdi>${publisher}</bdi>`,
    html`<a href="${quotationPath(quotation)}">${title === null ? html`the story<span class="hidden">: ${headline}</span>` : html`<bdi>${title}</bdi>`}</a>`,
    published !== null && drawDay(published),
    original !== undefined && html`<a href="${original}" rel="noreferrer">original</a>`,
  ].filter((part) => part !== false)
}

/** A day of publication, which leads to all that was told on it. */
export const drawDay = (published: string): Markup =>
  html`<a href="${dayPath(published)}"><time datetime="${published}">${dateInWords(published)}</time></a>`

export const drawQuotations = (quotations: readonly Quotation[]): Content =>
  quotations.length > 0 && html`<div class="quotations">${quotations.map(drawQuotation)}</div>\n`
