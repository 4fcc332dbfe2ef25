// Reads stories off the main thread, so that typing stays smooth however long a text is.

import { formatStory, formats } from '../src/api/formats.ts'
import type { Story } from '../src/api/index.ts'
import type { Syntax } from '../src/api/syntax.ts'
import { buffersOf, drawFirst, drawLater } from './draw.ts'
import type { Answer, Asked, Kind, Reply, Request, State } from './protocol.ts'
import { type Compiled, compile, messageOf } from './rules.ts'
import { drawTree } from './tree.ts'
import { countOf, summaryOf } from './words.ts'

let rules: Compiled & { json: string } = { json: '', ...compile('') }
/** A set that is wrong leaves the extractor as it was. */
let extractor = rules.extractor!
let lastPublished = ''
// What was learned is opened with the first sentence: that is no part of reading a text.
extractor.extract('Sergey Lavrov will visit Dhaka on Friday to discuss trade.')
let last: { story: Story<string>; text: string } = { story: extractor.extract(''), text: '' }

const answers: { [K in Kind]: (asked: Asked<K>) => Answer<K> | Promise<Answer<K>> } = {
  read,
  later: () => ({ drawn: drawLater(last.story, last.text) }),
  article,
  format,
  tree,
}

addEventListener('message', async ({ data: { id, kind, asked } }: MessageEvent<Request>) => {
  try {
    // The kind says what is asked, which the compiler can't follow.
    const answer = await (answers[kind] as (asked: unknown) => Answer<Kind> | Promise<Answer<Kind>>)(asked)
    reply({ id, answer }, 'drawn' in answer ? buffersOf(answer.drawn) : [])
  } catch (error) {
    reply({ id, failed: messageOf(error) })
  }
})

const reply = (reply: Reply, transfer: ArrayBuffer[] = []) => postMessage(reply, { transfer })

function read({ text, published, dayFirst, rules: json }: State): Answer<'read'> {
  if (json !== rules.json) rules = { json, ...compile(json) }
  extractor = rules.extractor ?? extractor
  const publishedFault = setPublished(published.trim())
  const start = performance.now()
  const story = extractor.extract(text, { dayFirst, ...(lastPublished !== '' && { published: lastPublished }) })
  const milliseconds = Math.round(performance.now() - start)
  last = { story, text }
  return {
    drawn: drawFirst(story, text),
    found: countOf(story),
    summary: summaryOf(story),
    milliseconds,
    publishedFault,
    rulesFaults: rules.faults,
    rulesNote: rules.note,
  }
}

/** A date that is wrong leaves that which was right before; answers what is wrong with it. */
function setPublished(given: string): string {
  try {
    if (given !== '') extractor.extract('', { published: given })
    lastPublished = given
    return ''
  } catch (error) {
    return messageOf(error).replace(/^extract\.options\.published: /, '')
  }
}

async function article({ html }: Asked<'article'>): Promise<Answer<'article'>> {
  try {
    // Loaded when the first page comes.
    const { readHtml } = await import('../src/api/html.ts')
    const { text, published } = readHtml(html)
    return { text, published }
  } catch (error) {
    return { refused: messageOf(error) }
  }
}

let parsed: { text: string; syntax: Syntax } | undefined

/** The trees of a text; what parses, with the words that it knows, is loaded for the first. */
async function syntaxOf(text: string): Promise<Syntax> {
  const { readSyntax } = await import('../src/api/syntax.ts')
  if (parsed?.text !== text) parsed = { text, syntax: readSyntax(text) }
  return parsed.syntax
}

async function tree({ text, at }: Asked<'tree'>): Promise<Answer<'tree'>> {
  const { sentences } = await syntaxOf(text)
  const sentence = sentences.findLast(({ start }) => start <= at) ?? sentences[0]
  return { html: sentence ? drawTree(sentence, at) : '' }
}

async function format({ name }: Asked<'format'>): Promise<Answer<'format'>> {
  const { story, text } = last
  const { media, extension, needsSyntax } = formats[name]
  const content = formatStory(name, story, text, needsSyntax ? { syntax: await syntaxOf(text) } : {})
  return { content, media, extension }
}
