import { MIMEType } from 'node:util'
import type { ExtractOptions } from '../../api/index.ts'
import type { Story } from '../../base/story.ts'
import { readBody } from './body.ts'
import { answerJson, type Exchange } from './exchange.ts'
import { optionsInQuery, storyIn } from './options.ts'
import { Problem, problemOf } from './problem.ts'

/** A story by whoever reads them; each is counted. */
export async function readStory(
  { reader, metrics, left }: Exchange,
  text: string,
  options: ExtractOptions,
): Promise<Story<string>> {
  try {
    const story = await reader.extract(text, { ...options, signal: left })
    metrics.story('read')
    return story
  } catch (error) {
    metrics.story(left.aborted ? 'aborted' : problemOf(error).code)
    throw error
  }
}

export async function answerJsonStory(exchange: Exchange): Promise<void> {
  const forAll = optionsInQuery(exchange.query)
  const { text, options } = storyIn(parse(utf8(await readBody(exchange, exchange.limits))))
  answerJson(exchange, await readStory(exchange, text, { ...forAll, ...options }))
}

export async function answerText(exchange: Exchange): Promise<void> {
  const options = optionsInQuery(exchange.query)
  const charset = charsetOf(exchange)
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new Problem(415, `text in the charset "${charset}" is not read; send it in UTF-8`)
  answerJson(exchange, await readStory(exchange, utf8(await readBody(exchange, exchange.limits)), options))
}

export async function answerPage(exchange: Exchange): Promise<void> {
  const options = optionsInQuery(exchange.query)
  const bytes = await readBody(exchange, exchange.limits)
  const article = await exchange.pages.read({ bytes, charset: charsetOf(exchange) }, exchange.left)
  const { text, published } = article
  const story = await readStory(exchange, text, { ...(published !== null && { published }), ...options })
  answerJson(exchange, { article, story })
}

const charsetOf = ({ request }: Exchange) =>
  new MIMEType(request.headers['content-type']!).params.get('charset') ?? undefined

function utf8(bytes: Uint8Array): string {
  try {
    // A byte order mark stays: offsets are those of what was sent.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Problem(400, 'expected text in UTF-8; convert it first, as by iconv -t UTF-8')
  }
}

function parse(body: string): unknown {
  try {
    // JSON has none, but those who send it may.
    return JSON.parse(body.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Problem(400, `not JSON: ${(error as Error).message}`, { code: 'invalid-json' })
  }
}
