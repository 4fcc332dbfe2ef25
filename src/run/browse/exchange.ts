import type { ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import { answer, answerProblem, type Exchange } from '../serve/exchange.ts'
import { type Problem, titleOf } from '../serve/problem.ts'
import { drawFrame, policy } from './frame.ts'
import { html } from './markup.ts'
import { capital } from './parts/links.ts'
import type { Asked, Sheet } from './view.ts'

/** A request under way, and what it asks of the archive. */
export interface BrowseExchange extends Exchange {
  asked: Asked
}

/** Beside any answer: what it holds is what its type says, and no other site learns where one was. */
const safe = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }
const headers = {
  ...safe,
  'content-security-policy': policy,
  // An archive grows: what is asked again may have another answer.
  'cache-control': 'no-cache',
}

/** Answers with a page. */
export function answerSheet(response: ServerResponse, { name, path }: Asked, sheet: Sheet, status = 200): void {
  for (const [header, value] of Object.entries(headers)) response.setHeader(header, value)
  answer(response, status, 'text/html; charset=utf-8', drawFrame(sheet, name, path))
}

/** Answers with a file that never changes under its address. */
export function answerFile(response: ServerResponse, type: string, body: string): void {
  for (const [header, value] of Object.entries(safe)) response.setHeader(header, value)
  response.setHeader('cache-control', 'public, max-age=86400')
  answer(response, 200, `${type}; charset=utf-8`, body)
}

/** Answers with what was wrong: people with a page, programs with JSON. */
export function answerFault(exchange: Exchange, asked: Asked, problem: Problem): void {
  const { response, request } = exchange
  const likes = new Negotiator(request).mediaType(['application/problem+json', 'text/html'])
  if (response.headersSent || likes !== 'text/html' || asked.path.startsWith('/api/')) {
    answerProblem(exchange, problem)
    return
  }
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value)
  answerSheet(response, asked, drawFault(problem), problem.status)
}

const heads: Readonly<Record<number, string>> = {
  400: 'This address asks for what can’t be',
  404: 'Nothing here',
  500: 'Something went wrong',
  503: 'The archive can’t be read now',
}

function drawFault({ status, message }: Problem): Sheet {
  const title = heads[status] ?? titleOf(status)
  // Who reads this did not write the address: a form did.
  const said = message.replace(/^query\.(\w+): /, '“$1” in the address: ')
  const main = html`<div class="fault"><h1>${title}</h1>
<p>${capital(said)}.</p>
<p><a href="/">What is ahead and new</a> · <a href="/events">All events</a></p>
<p class="quiet">${status} ${titleOf(status)}</p></div>
`
  return { title, main }
}
