import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import type { Peer } from '../peers.ts'

const port = 9123
const types: Record<string, string> = {
  ...{ PERSON: 'person', ORGANIZATION: 'organization', LOCATION: 'location', MISC: 'misc' },
}

/** Among its mentions are those of persons by a pronoun, which the sets do not have. */
const pronoun = /^(?:s?he|hi[ms]|hers?|himself|herself)$/i

interface Answer {
  sentences: {
    entitymentions: {
      text: string
      characterOffsetBegin: number
      characterOffsetEnd: number
      ner: string
      timex?: { type: string; value?: string; altValue?: string }
    }[]
  }[]
}

/** The names of its three models together (four classes, without the finer rules) and the dates of SUTime. */
export const coreNlp: Peer = async function* (gold, home) {
  const server = spawn(
    'java',
    ['-Xmx5g', '-cp', `${home}/*`, 'edu.stanford.nlp.pipeline.StanfordCoreNLPServer', '-port', String(port)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  try {
    for (const { text, published } of gold) {
      const { sentences } = await ask(text, published)
      const mentions = sentences.flatMap(({ entitymentions }) => entitymentions)
      const span = (one: (typeof mentions)[number]) => ({
        start: one.characterOffsetBegin,
        end: one.characterOffsetEnd,
      })
      yield {
        entities: mentions.flatMap((one) => {
          const type = types[one.ner]
          return type && !pronoun.test(one.text) ? [{ ...span(one), type }] : []
        }),
        dates: mentions.flatMap((one) =>
          one.timex
            ? [{ ...span(one), type: one.timex.type.toLowerCase(), value: one.timex.value ?? one.timex.altValue ?? '' }]
            : [],
        ),
      }
    }
  } finally {
    server.kill()
  }
}

async function ask(text: string, published: string | null | undefined): Promise<Answer> {
  const properties = {
    annotators: 'tokenize,ssplit,pos,lemma,ner',
    'ner.applyFineGrained': 'false',
    outputFormat: 'json',
    ...(published && { date: published.slice(0, 10) }),
  }
  const address = `http://127.0.0.1:${port}/?properties=${encodeURIComponent(JSON.stringify(properties))}`
  // The server takes some seconds to start.
  for (let tries = 0; ; tries++)
    try {
      const answer = await fetch(address, { method: 'POST', body: text })
      if (!answer.ok) throw new Error(`CoreNLP: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as Answer
    } catch (error) {
      if (tries === 60 || !(error instanceof TypeError)) throw error
      await setTimeout(1000)
    }
}
