import { MIMEType } from 'node:util'
import type { ExtractOptions } from '../../api/index.ts'
import type { Story } from '../../base/story.ts'
import { contentOf, jsonIn } from '../batch/lines.ts'
import { notUtf8, utf8Of } from '../sources/decode.ts'
import { readBody } from './body.ts'
import { answerJson, type StoryExchange } from './exchange.ts'
import { optionsInQuery, storyIn } from './options.ts'
import { Problem, problemOf } from './problem.ts'

/** A story by whoever reads them; each is counted. */
export async function readStory(
  { reader, metrics, left }: StoryExchange,
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

export async function answerJsonStory(exchange: StoryExchange): Promise<void> {
  const forAll = optionsInQuery(exchange.query)
  const { text, options } = storyIn(parseJson(await readBody(exchange, exchange.limits)))
  answerJson(exchange, await readStory(exchange, text, { ...forAll, ...options }))
}

export async function answerText(exchange: StoryExchange): Promise<void> {
  const options = optionsInQuery(exchange.query)
  const charset = charsetOf(exchange)
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new Problem(415, `text in the charset "${charset}" is not read; send it in UTF-8`)
  answerJson(exchange, await readStory(exchange, utf8(await readBody(exchange, exchange.limits)), options))
}

export async function answerPage(exchange: StoryExchange): Promise<void> {
  const options = optionsInQuery(exchange.query)
  const bytes = await readBody(exchange, exchange.limits)
  const article = await exchange.pages.read({ bytes, charset: charsetOf(exchange) }, exchange.left)
  const { text, published } = article
  const story = await readStory(exchange, text, { ...(published !== null && { published }), ...options })
  answerJson(exchange, { article, story })
}

const charsetOf = ({ request }: StoryExchange) =>
  new MIMEType(request.headers['content-type']!).params.get('charset') ?? undefined

function utf8(bytes: Uint8Array): string {
  const text = utf8Of(bytes)
  if (text === undefined) throw new Problem(400, notUtf8)
  return text
}

/** The value of a body, or of a line of one. @throws Problem where it has none */
export function parseJson(bytes: Buffer): unknown {
  const found = jsonIn(contentOf({ bytes }))
  if ('value' in found) return found.value
  throw new Problem(400, found.message, { code: found.code })
}
