// Reads stories off the main thread, so that typing stays smooth however long a text is.

import { formatStory, formats } from '../src/api/formats.ts'
import { createExtractor, type Extractor, NutgrafError, type RuleSet, type Story } from '../src/api/index.ts'
import type { Syntax } from '../src/api/syntax.ts'
import { testRules } from '../src/api/testing.ts'
import { drawCards } from '../src/output/page/cards.ts'
import { drawAgenda } from '../src/output/page/draw-agenda.ts'
import { drawMap } from '../src/output/page/map.ts'
import { drawWarnings } from '../src/output/page/page.ts'
import { drawText } from '../src/output/page/text.ts'
import { drawTimeline } from '../src/output/page/timeline.ts'
import type { Reply, Request, State } from './protocol.ts'
import { drawTree } from './tree.ts'

let extractor: Extractor<string> = createExtractor()
let rules = { text: '', errors: [] as string[], note: '' }
let lastPublished = ''
let last: { story: Story<string>; text: string } = { story: extractor.extract(''), text: '' }
const answer = (reply: Reply) => postMessage(reply)

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'extract') answer(read(data))
  else if (data.kind === 'article') void open(data.html)
  else if (data.kind === 'tree') void draw(data)
  else void write(data)
})

let parsed: { text: string; syntax: Syntax } | undefined

/** The trees of a text; what parses, with the words that it knows, is loaded for the first. */
async function syntaxOf(text: string): Promise<Syntax> {
  const { readSyntax } = await import('../src/api/syntax.ts')
  if (parsed?.text !== text) parsed = { text, syntax: readSyntax(text) }
  return parsed.syntax
}

async function draw({ text, at }: Extract<Request, { kind: 'tree' }>): Promise<void> {
  const { sentences } = await syntaxOf(text)
  const sentence = sentences.findLast(({ start }) => start <= at) ?? sentences[0]
  answer({ kind: 'tree', html: sentence ? drawTree(sentence, at) : '' })
}

async function write({ name }: Extract<Request, { kind: 'format' }>): Promise<void> {
  const { story, text } = last
  const { media, extension, needsSyntax } = formats[name]
  const content = formatStory(name, story, text, needsSyntax ? { syntax: await syntaxOf(text) } : {})
  answer({ kind: 'file', content, media, extension })
}

function read({ text, published, dayFirst, rules: ruleText }: State): Reply {
  const start = performance.now()
  if (ruleText.trim() !== rules.text) compile(ruleText.trim())
  const publishedError = setPublished(published.trim())
  const story = extractor.extract(text, { dayFirst, ...(lastPublished !== '' && { published: lastPublished }) })
  last = { story, text }
  const milliseconds = Math.round(performance.now() - start)
  const mentions =
    story.dates.length +
    [story.entities, story.locations, story.events, story.topics]
      .flat()
      .reduce((sum, { mentions }) => sum + mentions.length, 0)
  return {
    kind: 'story',
    mentions,
    milliseconds,
    publishedError,
    rulesErrors: rules.errors,
    rulesNote: rules.note,
    drawn: {
      warnings: [drawWarnings(story)],
      agenda: [drawAgenda(story)],
      marked: piecesOf(drawText(story, text), /(?=<p )/),
      timeline: [drawTimeline(story)],
      map: piecesOf(drawMap(story), /(?=<div )/),
      cards: piecesOf(drawCards(story), /(?=<article )/),
    },
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

/** A set that is wrong leaves the extractor as it was. */
function compile(text: string): void {
  rules = { text, errors: [], note: '' }
  try {
    const sets = text === '' ? [] : ([JSON.parse(text)].flat() as RuleSet[])
    extractor = createExtractor({ rules: sets })
    const failures = sets.flatMap((set) => {
      try {
        testRules(set)
        return []
      } catch (error) {
        return faultsOf(error)
      }
    })
    rules.errors = failures
    const count = sets.reduce((sum, set) => sum + (set.rules?.length ?? 0), 0)
    if (text !== '' && failures.length === 0)
      rules.note = `in use; ${count} ${count === 1 ? 'rule' : 'rules'}, their sentences are as they should be`
  } catch (error) {
    rules.errors = faultsOf(error)
  }
}

async function open(html: string): Promise<void> {
  try {
    // Loaded when the first page comes.
    const { readHtml } = await import('../src/api/html.ts')
    const { text, published } = readHtml(html)
    answer({ kind: 'article', text, published })
  } catch (error) {
    answer({ kind: 'no-article', message: messageOf(error) })
  }
}

/** Characters of HTML that a page takes in without a pause. */
const atOnce = 60_000

/** HTML in pieces that begin where it may be cut. */
function piecesOf(html: string, cut: RegExp): string[] {
  const pieces: string[] = []
  for (const part of html.split(cut)) {
    const last = pieces.length - 1
    if (last >= 0 && pieces[last]!.length + part.length <= atOnce) pieces[last] += part
    else pieces.push(part)
  }
  return pieces
}

/** All that is wrong with a rule set. */
const faultsOf = (error: unknown): string[] =>
  error instanceof NutgrafError ? error.issues.map(({ path, message }) => `${path}: ${message}`) : [messageOf(error)]

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
