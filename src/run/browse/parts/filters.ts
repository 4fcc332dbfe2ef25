import { eventStatuses, eventTypes } from '../../../base/types.ts'
import type { EventQuestion } from '../../archive/questions.ts'
import { type Content, html, type Markup } from '../markup.ts'
import { capital } from './links.ts'

/** Questions that a form of some page asks, by their names in an address. */
type Asked = Partial<Record<keyof EventQuestion, unknown>>

/** A plain form that asks the same page anew. */
export function drawFilters(action: string, asked: Asked, fields: readonly (keyof typeof drawers)[]): Markup {
  return html`<form class="filters" action="${action}" method="get" aria-label="Choose events">
${fields.map((field) => drawers[field](asked))}<p class="buttons"><button type="submit">Show</button> <a href="${action}">Show all</a></p>
</form>
`
}

/** The first goes without saying: an address need not have it. */
const orders = [
  ['', 'Earliest first'],
  ['latest', 'Latest first'],
  ['newest', 'Newest in the news'],
] as const

const drawers = {
  who: (asked: Asked) => field('who', 'Who', 'text', asked.who),
  where: (asked: Asked) => field('where', 'Where', 'text', asked.where),
  topic: (asked: Asked) => field('topic', 'About', 'text', asked.topic),
  from: (asked: Asked) => field('from', 'From', 'date', asked.from),
  to: (asked: Asked) => field('to', 'To', 'date', asked.to),
  type: (asked: Asked) => choice('type', 'Kind', eventTypes, asked.type),
  status: (asked: Asked) => choice('status', 'Status', eventStatuses, asked.status),
  order: (asked: Asked) =>
    html`<p><label for="f-order">Order</label> <select id="f-order" name="order">${orders.map(
      ([value, words]) => html`<option value="${value}"${asked.order === value && html` selected`}>${words}</option>`,
    )}</select></p>\n`,
}

const field = (name: string, label: string, type: 'text' | 'date', value: unknown): Markup =>
  html`<p><label for="f-${name}">${label}</label> <input id="f-${name}" name="${name}" type="${type}" value="${textOf(value)}" autocomplete="off"></p>\n`

function choice(name: string, label: string, values: readonly string[], chosen: unknown): Markup {
  const isChosen = (value: string) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value)
  const option = (value: string) =>
    html`<option value="${value}"${isChosen(value) && html` selected`}>${capital(value)}</option>`
  return html`<p><label for="f-${name}">${label}</label> <select id="f-${name}" name="${name}"><option value="">Any</option>${values.map(option)}</select></p>\n`
}

const textOf = (value: unknown): Content =>
  typeof value === 'string' || typeof value === 'number' ? value : Array.isArray(value) ? String(value[0]) : ''
