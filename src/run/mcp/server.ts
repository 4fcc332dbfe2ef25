import { readHtml } from '../../api/html.ts'
import type { Extractor } from '../../api/index.ts'
import { packageVersion as version } from '../../data/version.ts'
import { logToStandardError, placeOf } from '../serve/log.ts'
import { storyIn } from '../serve/options.ts'
import { problemOf } from '../serve/problem.ts'
import { explainInput, explainOutput, extractInput, extractOutput } from './schema.ts'
import { loadSdk } from './sdk.ts'

const instructions =
  'Reads English news: who (entities), when (dates as TIMEX3 and calendar days), where (places with coordinates), what is on ' +
  'the agenda (events and topics). Give the day of publication as published (2023-08-30), so that "on Friday" is a day.'

/** Reading changes nothing, and is the same each time. */
const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }

/** Serves the tools `extract` and `explain` over standard input and output; what waits for input keeps the program alive. */
export async function serveMcp({ extract, explain }: Extractor<string>): Promise<void> {
  const { McpServer, StdioServerTransport } = await loadSdk()
  const server = new McpServer({ name: 'nutgraf', version }, { instructions })
  server.registerTool(
    'extract',
    {
      title: 'Read a news story',
      description:
        'Typed entities, dates, locations, events and agenda topics of English news text, with offsets into it.',
      inputSchema: extractInput,
      outputSchema: extractOutput,
      annotations,
    },
    answering((given) => {
      const { text, options, article } = reading(given)
      return { story: extract(text, options), ...(article && { article }) }
    }),
  )
  server.registerTool(
    'explain',
    {
      title: 'Explain a place of a story',
      description: 'What rules and models said of a place of a text, what of it the story has, and why.',
      inputSchema: explainInput,
      outputSchema: explainOutput,
      annotations,
    },
    answering(({ at, ...given }: Given & { at: number }) => {
      const { text, options } = reading(given)
      return { candidates: explain(text, at, options) }
    }),
  )
  await server.connect(new StdioServerTransport())
}

interface Given {
  html?: boolean | undefined
  readonly [key: string]: unknown
}

/** What is read of what was given: the text itself, or the article of a page with its day of publication. */
function reading({ html, ...given }: Given) {
  const { text, options } = storyIn(given)
  if (!html) return { text, options }
  const article = readHtml(text)
  const { published } = article
  return { text: article.text, options: { ...(published !== null && { published }), ...options }, article }
}

/** Answers for programs, and the same as text for those that know no other; what is wrong is told in words. */
const answering =
  <In extends Given>(run: (given: In) => Record<string, unknown>) =>
  (given: In) => {
    try {
      const answer = run(given)
      return { structuredContent: answer, content: [{ type: 'text' as const, text: JSON.stringify(answer) }] }
    } catch (error) {
      const { status, message } = problemOf(error)
      // Standard error is the log of those that speak over standard output.
      if (status === 500) logToStandardError({ event: 'error', ...placeOf(error) })
      return { isError: true, content: [{ type: 'text' as const, text: message }] }
    }
  }
